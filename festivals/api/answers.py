"""Editions and festivals as programs get them.

Words are those of schema.org (start_date, event_status, organizer) and of iCalendar (uid,
sequence) where they have one.
"""

from typing import Any, Literal

from django.utils.translation import gettext_lazy as _
from ninja import Schema

from destinations.answers import PlaceBrief, place_brief
from festivals.models import Edition, Festival, ProgrammePart
from festivals.schema import STATUS, at, ends
from tourism.base.api.schemas import Named, Page, address, named, stamp, told

SCHEDULED = "EventScheduled"
EVENT_STATUS = [f"https://schema.org/{name}" for name in (SCHEDULED, *STATUS.values())]


class Doubt(Schema):
    code: Literal[*Edition.Reason.values] = told(_("The reason."))
    words: str = told(_("The reason in words."))


class Window(Schema):
    earliest: str | None = told(_("Earliest first day."), format="date")
    latest: str | None = told(_("Latest first day."), format="date")
    reasons: list[Doubt] = told(_("Why the day may be another."))


class EditionBrief(Schema):
    uid: str = told(_("Its name for life, the same as in the calendar feed (RFC 5545)."))
    start_date: str = told(_("First day."), format="date")
    end_date: str = told(_("Last day."), format="date")
    precision: Literal[*Edition.Precision.values] = told(
        _("What of its first day is known; where only the month is, the days are those of it.")
    )
    status: Literal[*Edition.Status.values] = told(_("How sure it is."))


class EditionFacts(EditionBrief):
    festival: Named = told(_("The festival it is one holding of."))
    url: str | None = told(
        _("The festival’s page in the language asked for; null where it has none."), format="uri"
    )
    sequence: int = told(_("How often it was moved or called off (RFC 5545)."))
    event_status: Literal[*EVENT_STATUS] = told(_("The status in the words of schema.org."))
    status_reason: str | None = told(_("Why it was moved or called off, and who said so."))
    start_time: str | None = told(
        _("When its first day begins, with offset; null where nobody has said."),
        format="date-time",
    )
    end_time: str | None = told(
        _("When its last day ends, with offset; null where nobody has said."), format="date-time"
    )
    timezone: str = told(_("The clock of the place (IANA)."))
    window: Window | None = told(_("Where it is only reckoned: between which days it may begin."))
    moved_from: str | None = told(_("The first day it was moved from."), format="date")
    place: PlaceBrief = told(_("Where it is held."))
    category: Literal[*Festival.Category.values] = told(_("What kind of festival it is."))
    interests: list[str] = told(_("Slugs of the interests it serves."))
    note: str | None = told(_("Note of the office."))
    source: str | None = told(_("Who named the day, or where it was read."))
    updated_at: str = told(_("When the row was last written."), format="date-time")


class EditionPage(Page):
    items: list[EditionFacts] = told(_("The rows of this page."))


class Part(Schema):
    day: int = told(_("Day of the festival; 1 is its first."))
    time: str | None = told(_("When it begins, on the clock of the place."), format="time")
    words: str = told(_("What happens."))


class FestivalFacts(Named):
    url: str = told(_("Its page in the language asked for."), format="uri")
    category: Literal[*Festival.Category.values] = told(_("What kind of festival it is."))
    interests: list[str] = told(_("Slugs of the interests it serves."))
    place: PlaceBrief = told(_("Where it is usually held."))
    rule: str | None = told(_("How its day is set, in words."))
    usual_days: int = told(_("Usual length in days."))
    entry: Literal[*Festival.Entry.values] | None = told(_("Entry; null where nobody has said."))
    for_families: bool = told(_("Whether it is made for children, or a pleasure with them."))
    organizer: str | None = told(_("Who holds it."))
    manners: str | None = told(_("Manners of a guest."))
    programme: list[Part] = told(_("How it goes, in order."))
    next_edition: EditionBrief | None = told(_("The next one that takes place."))
    sources: list[str] = told(_("Where its facts were read."))
    updated_at: str = told(_("When the row was last written."), format="date-time")


class FestivalList(Page):
    items: list[FestivalFacts] = told(_("The rows of this page."))


def edition_brief(edition: Edition) -> dict[str, Any]:
    return {
        "uid": edition.uid,
        "start_date": edition.starts_on.isoformat(),
        "end_date": edition.ends_on.isoformat(),
        "precision": edition.precision,
        "status": edition.status,
    }


def edition_facts(edition: Edition) -> dict[str, Any]:
    """All that is told of an edition, from a row with its page, its why, interests and places."""
    festival, slug = edition.festival, edition.page_slug
    status = STATUS.get(Edition.Status(edition.status), SCHEDULED)
    return edition_brief(edition) | {
        "festival": named(festival),
        "url": address("festivals:festival", slug) if slug else None,
        "sequence": edition.sequence,
        "event_status": f"https://schema.org/{status}",
        "status_reason": edition.why_now or None,
        **hours(edition),
        "timezone": edition.where.timezone,
        "window": window(edition),
        "moved_from": edition.moved_from.isoformat() if edition.moved_from else None,
        "place": place_brief(edition.where),
        "category": festival.category,
        "interests": [interest.slug for interest in festival.interests.all()],
        "note": edition.note or None,
        "source": edition.source_url or edition.source or None,
        "updated_at": stamp(edition.updated_at),
    }


def hours(edition: Edition) -> dict[str, str | None]:
    """The first day's beginning and the last day's end, where the day and the hour are known."""
    begins = edition.begins_at if edition.is_dated else None
    if begins is None:
        return {"start_time": None, "end_time": None}
    return {
        "start_time": at(edition, edition.starts_on, begins).isoformat(),
        "end_time": ends(edition) if edition.minutes is not None else None,
    }


def window(edition: Edition) -> dict[str, Any] | None:
    if not edition.has_window:
        return None
    days = {"earliest": edition.earliest_on, "latest": edition.latest_on}
    reasons = zip(edition.reasons, edition.doubts, strict=True)
    return {
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "reasons": [{"code": code, "words": str(words)} for code, words in reasons],
    }


def festival_facts(festival: Festival, following: Edition | None) -> dict[str, Any]:
    """All that is told of a festival that has a page."""
    known = {
        "rule": festival.rule_in_words,
        "entry": festival.entry,
        "organizer": festival.organiser,
        "manners": festival.manners,
    }
    return (
        named(festival)
        | {name: value or None for name, value in known.items()}
        | {
            "url": address("festivals:festival", festival.page_slug),
            "category": festival.category,
            "interests": [interest.slug for interest in festival.interests.all()],
            "place": place_brief(festival.place),
            "usual_days": festival.usual_days,
            "for_families": festival.for_families,
            "programme": [part_facts(part) for part in festival.programme.all()],
            "next_edition": edition_brief(following) if following else None,
            "sources": [site.address for site in festival.source_sites],
            "updated_at": stamp(festival.updated_at),
        }
    )


def part_facts(part: ProgrammePart) -> dict[str, Any]:
    return {
        "day": part.day,
        "time": part.at.isoformat() if part.at else None,
        "words": part.words,
    }
