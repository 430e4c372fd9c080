"""What the tests of widgets ask for, and how they read the answer."""

import html
import json
import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser

from festivals.models import Edition
from tests.factories import EditionFactory

TODAY = date(2026, 11, 24)
WORDS, FRAME, COMPOSE, SCRIPT = (
    "/en/widget.json",
    "/en/widget/",
    "/en/calendar/widget/",
    "/widget.js",
)
SAID = {"at": datetime(2026, 11, 24, 9, tzinfo=UTC), "authority": "village", "reason": "High waves"}
HOSTILE = '</script><img src=x onerror="alert(1)">\u202e"\'&'


def told(client, query: str = "", language: str = "en") -> dict:
    response = client.get(f"/{language}/widget.json?{query}")
    assert response.status_code == 200
    return json.loads(response.content)


def names(client, query: str = "") -> list[str]:
    return [row["name"] for row in told(client, query)["festivals"]]


def festival(name: str, **facts) -> Edition:
    return EditionFactory(festival__name_en=name, festival__name_id=f"{name} id", **facts)


class Reader(HTMLParser):
    """The elements of a page: name and attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def all(self, wanted: str) -> list[dict]:
        return [given for tag, given in self.found if tag == wanted]


def texts(client, query: str = "") -> list[str]:
    """The texts to copy, as the reader of the page copies them."""
    page = client.get(f"{COMPOSE}?{query}").content.decode()
    return [
        html.unescape(text) for text in re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)
    ]
