"""An edition as an event of iCalendar (RFC 5545 and 7986): no request, no query, no clock.

Stamps come from whoever writes it, so that equal facts give equal bytes and a 304 can be
trusted. An edition of one day with a known hour and length is an appointment on the clock of
its place; any other is an all-day event that leaves the day free (TRANSP:TRANSPARENT).

No RRULE: each edition is an event of its own, for nobody else knows these calendars.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Event, Timezone
from icalendar.enums import CLASS, STATUS, TRANSP
from icalendar.prop import vCategory, vDatetime, vDDDTypes, vGeo, vInt, vText, vUri

from destinations.models import Place
from festivals.feeds.words import sentences_of
from festivals.models import Edition, EditionChange

STATUSES = {
    Edition.Status.PROJECTED: STATUS.TENTATIVE,
    Edition.Status.PROPOSED: STATUS.TENTATIVE,
}
ENDS_LINE = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
ESCAPED = re.compile(r"\s*[,;\\]\s*")
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")


@dataclass(frozen=True)
class Told:
    """What is to be said of one edition, and under which stamps."""

    edition: Edition
    site: str  # The address that pages begin with.
    interests: list[str] = field(default_factory=list)
    change: EditionChange | None = None  # The last public one.


def event_of(told: Told, *, modified_at: datetime, sequence: int, struck: bool = False) -> Event:
    """One edition as an event that keeps its UID for life.

    What is called off stays a plain entry with a word in front, for apps hide what is CANCELLED;
    `struck` says it in the calendar's own way. Values are given their types here: a feed of
    hundreds would spend half its time in guessing them.
    """
    edition = told.edition
    start, end = times_of(edition)
    where, festival = edition.where, edition.festival
    stamp = vDatetime(utc(modified_at))
    is_off = edition.status in Edition.OFF
    is_busy = isinstance(start, datetime) and not is_off
    event = Event()
    event["UID"] = vText(edition.uid)
    event["SEQUENCE"] = vInt(sequence)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = stamp
    event["CREATED"] = vDatetime(utc(edition.created_at))
    event["DTSTART"], event["DTEND"] = vDDDTypes(start), vDDDTypes(end)
    event["STATUS"] = vText(
        STATUS.CANCELLED if struck and is_off else STATUSES.get(edition.status, STATUS.CONFIRMED)
    )
    event["CLASS"] = vText(CLASS.PUBLIC)
    event["TRANSP"] = vText(TRANSP.OPAQUE if is_busy else TRANSP.TRANSPARENT)
    event["SUMMARY"] = as_line(summary_of(edition))
    event["DESCRIPTION"] = as_text("\n".join(sentences_of(edition, told.change)))
    event["LOCATION"] = as_line(address_of(where))
    event["CATEGORIES"] = vCategory(
        [as_line(name) for name in [festival.category_name, *told.interests]]
    )
    event["GEO"] = vGeo((where.latitude, where.longitude))
    event["URL"] = vUri(f"{told.site}{edition.get_absolute_url()}")
    return event


def utc(moment: datetime) -> datetime:
    """In UTC and whole seconds, as stamps are written."""
    return moment.astimezone(UTC).replace(microsecond=0)


def times_of(edition: Edition) -> tuple[date, date]:
    """Start and end: moments where hour and length are known, else days (the end excluded)."""
    minutes = edition.minutes
    if edition.starts_on != edition.ends_on or not edition.begins_at or not minutes:
        return edition.starts_on, edition.ends_on + timedelta(days=1)
    zone = ZoneInfo(edition.where.timezone)
    start = datetime.combine(edition.starts_on, edition.begins_at, zone)
    return start, start + timedelta(minutes=minutes)


def zone_named(edition: Edition) -> str:
    """The zone that its event names, or ""."""
    return edition.where.timezone if isinstance(times_of(edition)[0], datetime) else ""


def summary_of(edition: Edition) -> str:
    """The name, with a word where the day cannot be relied on."""
    name = {"name": edition.festival.name}
    match edition.status:
        case Edition.Status.PROJECTED:
            return _("%(name)s (expected)") % name
        case Edition.Status.CANCELLED:
            return _("Cancelled: %(name)s") % name
        case Edition.Status.POSTPONED:
            return _("Postponed: %(name)s") % name
    return edition.festival.name


def address_of(place: Place) -> str:
    """Name, village, district and regency, each once."""
    parts = (place.name, place.village, place.district.name, place.district.regency)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def as_text(words: str) -> vText:
    """A text of lines, without what readers stumble over, trim or end a line at."""
    return vText(CONTROL.sub("", ENDS_LINE.sub("\n", words)).strip())


def as_line(words: str) -> vText:
    """A text of one line."""
    return vText(" ".join(as_text(words).split()))


def as_title(words: str) -> vText:
    """The name of a calendar: a line without the characters that are escaped in a text.

    Half of the readers take escapes back in any property, and half only in those that they know.
    """
    return vText(ESCAPED.sub(" · ", as_line(words)).strip(" ·") or _("Festivals of Banyuwangi"))


def zones_of(names: Iterable[str]) -> list[Timezone]:
    """What explains the zones that events name, in order, so that the bytes never vary."""
    return [zone_of(name) for name in sorted(set(names))]


@cache
def zone_of(name: str) -> Timezone:
    """The rules of one zone since 1988, when Indonesia's present zones began."""
    zone = Timezone.from_tzid(name, first_date=date(1988, 1, 1), last_date=date(2052, 12, 31))
    zone.pop("COMMENT", None)  # Of the library, on these two days.
    return zone
