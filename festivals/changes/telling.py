"""Lines of the change list as JSON, as Atom, and by day for a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from festivals.changes.listing import Line, Part
from festivals.changes.words import authority_of, sentence_of
from festivals.feeds.asking import about_feed
from festivals.filters import FeedFilter
from festivals.models import FestivalPage

EDITION = ("uid", "festival", "name", "first", "last", "precision", "status")
Addresses = dict[str, str]


@dataclass(frozen=True)
class Said:
    """One line as a page prints it."""

    line: Line
    sentence: str
    who: str
    address: str

    @property
    def name(self) -> str:
        return str(self.line.state["name"])

    @property
    def reason(self) -> str:
        return self.line.reason

    @property
    def document(self) -> str:
        return self.line.document

    @property
    def document_url(self) -> str:
        """The document, where it is an address."""
        return self.document if self.document.startswith(("https://", "http://")) else ""


@dataclass(frozen=True)
class Day:
    """The lines of one day, the newest first."""

    date: date
    lines: list[Said]


def address_book(lines: Iterable[Line], site: str = "") -> Addresses:
    """Where the page of each festival is, by its slug; one without a page is in the calendar."""
    slugs = {str(line.state["festival"]) for line in lines}
    pages = FestivalPage.objects.listed(get_language()).filter(festival__slug__in=slugs)
    found = dict.fromkeys(slugs, f"{site}{reverse('festivals:calendar')}")
    for slug, page in pages.values_list("festival__slug", "slug"):
        found[slug] = f"{site}{reverse('festivals:festival', args=[page])}"
    return found


def as_json(part: Part, addresses: Addresses) -> dict[str, Any]:
    """What `changes.json` answers. Hours are those of the place, `at` has its offset."""
    return {
        "changes": [entry_of(line, addresses) for line in part.lines],
        "next": part.next,
        "more": part.more,
    }


def entry_of(line: Line, addresses: Addresses) -> dict[str, Any]:
    edition = {name: line.state[name] for name in EDITION}
    return {
        "id": line.number,
        "at": timezone.localtime(line.at).isoformat(timespec="seconds"),
        "kind": str(line.kind),
        "severity": line.severity,
        "edition": edition | {"url": addresses[line.state["festival"]]},
        "old": line.old,
        "new": line.new,
        "reason": line.reason,
        "authority": line.authority,
        "document": line.document,
    }


def atom_of(filters: FeedFilter, lines: list[Line], *, site: str) -> Atom1Feed:
    """The newest lines. Stamps come from the lines, so equal lists are equal bytes."""
    about, addresses = about_feed(filters), address_book(lines, site)
    query = about.source.partition("?")[2]
    here = f"{site}{reverse('festivals:changes')}"
    feed = Atom1Feed(
        title=_("What changed: %(name)s") % {"name": about.name},
        link=f"{here}?{query}" if query else here,
        description=None,
        language=get_language(),
        author_name=settings.WAGTAIL_SITE_NAME,
        feed_url=f"{site}{reverse('festivals:changes-atom')}{'?' if query else ''}{query}",
    )
    for said in said_of(lines, addresses):
        words = ". ".join(
            filter(None, [said.sentence, said.reason.rstrip("."), said.who.capitalize()])
        )
        feed.add_item(
            title=f"{said.name}: {said.sentence}",
            link=said.address,
            unique_id=f"{here}#{said.line.number}",
            description=f"{words}.",
            pubdate=said.line.at,
            updateddate=said.line.at,
        )
    return feed


def said_of(lines: Iterable[Line], addresses: Addresses) -> list[Said]:
    return [
        Said(line, sentence_of(line), authority_of(line), addresses[line.state["festival"]])
        for line in lines
    ]


def days_of(lines: list[Line]) -> list[Day]:
    """Lines as they come, by the day on which they were taken here."""
    said = said_of(lines, address_book(lines))
    days = groupby(said, key=lambda row: timezone.localtime(row.line.at).date())
    return [Day(day, list(rows)) for day, rows in days]
