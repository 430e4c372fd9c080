"""What the tests of the page to subscribe from ask for."""

import html
from datetime import UTC, datetime

PAGE = "/en/calendar/subscribe/"
SAID = {"at": datetime(2026, 11, 20, 9, tzinfo=UTC), "authority": "village", "reason": "High waves"}


def words_of(response) -> str:
    return html.unescape(response.content.decode())


def feed(client, query=""):
    return client.get(f"{PAGE}?{query}" if query else PAGE).context["feed"]
