"""A crawler that goes where a well-behaved robot may go on this site, and notes what it meets."""

from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

HOST = "http://testserver"
MOST = 3000  # Addresses; a crawl that is longer does not end.


@dataclass
class Links(HTMLParser):
    """The addresses that a page links to for robots, and whether it lets itself be followed."""

    found: list[str] = field(default_factory=list)
    may_be_followed: bool = True

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("name") == "robots":
            self.may_be_followed = "nofollow" not in given.get("content", "")
        if tag == "a" and "href" in given and "nofollow" not in given.get("rel", "").split():
            self.found.append(given["href"])


@dataclass
class Crawl:
    """What was met: the status of each address, and which page led to it."""

    status: dict[str, int] = field(default_factory=dict)
    led_from: dict[str, str] = field(default_factory=dict)

    @property
    def dead(self) -> dict[str, tuple[int, str]]:
        return {at: (n, self.led_from[at]) for at, n in self.status.items() if n not in (200, 302)}


def crawl(client: Any, *starts: str) -> Crawl:
    """Every address of this site that can be reached, each asked for once."""
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").content.decode().splitlines())
    met, waiting = Crawl(led_from=dict.fromkeys(starts, "")), deque(starts)
    while waiting and len(met.status) < MOST:
        address = waiting.popleft()
        response = client.get(address)
        met.status[address] = response.status_code
        for link in links_of(response, address):
            if link not in met.led_from and robots.can_fetch("*", HOST + link):
                met.led_from[link] = address
                waiting.append(link)
    return met


def links_of(response: Any, address: str) -> list[str]:
    """The paths on this site to which an answer leads."""
    if response.status_code in (301, 302):
        found = [response["Location"]]
    elif response["Content-Type"].startswith("text/html"):
        reader = Links()
        reader.feed(response.content.decode())
        found = reader.found if reader.may_be_followed else []
    else:
        found = []
    whole = (urlsplit(urldefrag(urljoin(HOST + address, link))[0]) for link in found)
    return [
        f"{at.path}?{at.query}" if at.query else at.path
        for at in whole
        if f"{at.scheme}://{at.netloc}" == HOST
    ]
