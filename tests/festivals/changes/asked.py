"""What the tests of the list of changes ask for."""

from datetime import UTC, datetime
from typing import Any

from festivals.models import EditionChange

LIST = "/en/changes.json"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
VILLAGE = EditionChange.Authority.VILLAGE


def read(client, query: str = "", since: str = "") -> dict[str, Any]:
    response = client.get(f"{LIST}?{query}&since={since}" if since else f"{LIST}?{query}")
    assert response.status_code == 200, response.content
    return response.json()


def follow(client, query: str = "", since: str = "") -> tuple[list[dict[str, Any]], str]:
    """All that is new, and the cursor behind it."""
    found = []
    while True:
        part = read(client, query, since)
        found += part["changes"]
        since = part["next"]
        if not part["more"]:
            return found, since
