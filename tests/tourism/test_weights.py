"""What a phone has to fetch for the first view of a page, compressed, against the budget.

The sample content is loaded once; each page is asked for as a browser asks, and what its
HTML, scripts and sheets name is fetched in turn. Pictures have no budget here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

pytestmark = pytest.mark.django_db

KB = 1024
BUDGET = {"html": 40 * KB, "css": 30 * KB, "js": 40 * KB, "font": 40 * KB}
MAP_BUDGET = BUDGET | {"js": 300 * KB}  # The library of the live map, even where it waits below.
PAGES = {
    "/en/": BUDGET,
    "/id/calendar/2026/12/": BUDGET,
    "/en/calendar/agenda/": BUDGET,
    "/id/calendar/2026/11/29/week/": BUDGET,
    "/en/calendar/2027/": BUDGET,
    "/en/calendar/map/": MAP_BUDGET,
    "/id/calendar/subscribe/?projected=1": BUDGET,
    "/en/festivals/": BUDGET,
    "/id/festivals/gandrung-sewu/": MAP_BUDGET,
    "/en/destinations/kawah-ijen/": MAP_BUDGET,
    "/id/destinations/": MAP_BUDGET,
}
IMPORT = re.compile(r"""(?:\bfrom|\bimport|new URL\()\s*\(?["'](\.{1,2}/[^"']+)["']""")
NAMED_ONLY = ("alternate", "canonical")  # Pages, not parts of this one.
CSS_IMPORT = re.compile(r"""@import\s+(?:url\()?["']?([^"')\s]+)""")
LOADING = {
    "link": "href", "script": "src", "img": "src", "source": "srcset", "use": "href",
    "iframe": "src", "video": "src", "audio": "src", "object": "data", "embed": "src",
}  # fmt: skip


@dataclass
class Loads(HTMLParser):
    """What the HTML of a page makes a browser fetch: address and kind."""

    found: list[tuple[str, str]] = field(default_factory=list)
    named: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        address = given.get(LOADING.get(tag, ""), "")
        rel = given.get("rel", "")
        if address and rel not in NAMED_ONLY:
            self.named.append(address)
        if tag == "script" or (tag == "link" and rel == "modulepreload"):
            self.found.append((address, "js"))
        elif tag == "link" and rel == "stylesheet":
            self.found.append((address, "css"))
        elif tag == "link" and given.get("as") == "font":
            self.found.append((address, "font"))


def fetch(client: Client, address: str) -> tuple[int, str]:
    """How many bytes travel, and the text they stand for."""
    packed = client.get(address, headers={"accept-encoding": "gzip"})
    plain = client.get(address)
    assert packed.status_code == 200, address
    size = len(b"".join(packed)) if packed.streaming else len(packed.content)
    body = b"".join(plain) if plain.streaming else plain.content
    return size, body.decode("utf-8", "replace")


def parts(client: Client, page: str) -> Iterator[tuple[str, str, int]]:
    """Kind, address and compressed bytes of the page and all it loads, each once."""
    size, html = fetch(client, page)
    yield "html", page, size
    reader = Loads()
    reader.feed(html)
    waiting, seen = list(reader.found), set()
    while waiting:
        address, kind = waiting.pop(0)
        if not address or address in seen:
            continue
        seen.add(address)
        size, text = fetch(client, address)
        yield kind, address, size
        more = IMPORT.findall(text) if kind == "js" else CSS_IMPORT.findall(text)
        for name in more if kind in {"js", "css"} else []:
            waiting.append((urljoin(address, name), "css" if name.endswith(".css") else kind))


@pytest.fixture(scope="module")
def sample(django_db_setup, django_db_blocker) -> Iterator[Client]:
    """A client on the sample content, which is gone again after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_sample_data", verbosity=0)
        yield Client()
        transaction.set_rollback(True)


@pytest.mark.parametrize("page", PAGES)
def test_the_first_view_on_a_phone_is_within_the_budget(sample, page):
    found = list(parts(sample, page))
    total = {kind: sum(size for k, _, size in found if k == kind) for kind in BUDGET}

    assert min(total["html"], total["css"], total["font"]) > 1000, f"too little is found: {total}"
    assert all(total[kind] <= most for kind, most in PAGES[page].items()), (total, found)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_loads_comes_from_its_own_host(sample, page):
    reader = Loads()
    reader.feed(fetch(sample, page)[1])

    assert len(reader.named) > 5
    assert [address for address in reader.named if urlsplit(address).netloc] == []


@pytest.mark.parametrize(
    ("page", "script"),
    [
        ("/id/calendar/2026/12/", "js/calendar.js"),
        ("/en/festivals/", "js/filters.js"),
        ("/id/destinations/", "vendor/leaflet/leaflet.js"),
    ],
)
def test_scripts_are_counted_and_the_library_that_they_fetch(sample, page, script):
    found = [(address, size) for kind, address, size in parts(sample, page) if kind == "js"]

    assert [size > 500 for address, size in found if address.endswith(script)] == [True]
