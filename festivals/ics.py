"""Editions -> iCalendar (RFC 5545 and 7986): no request, no query, no clock.

Stamps come from the rows, so that equal rows give equal bytes and a 304 can be trusted.
An edition of one day with a known hour and length is an appointment on the clock of its
place; any other is an all-day event that leaves the day free (TRANSP:TRANSPARENT).
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone
from icalendar.enums import STATUS, TRANSP
from icalendar.prop import (
    vCategory,
    vDatetime,
    vDDDTypes,
    vDuration,
    vGeo,
    vInt,
    vText,
    vUri,
)

from destinations.models import Place
from festivals.models import Edition

PRODID = "-//Tourism festival calendar//EN"
REFRESH = timedelta(hours=6)
STATUSES = {
    Edition.Status.PROJECTED: STATUS.TENTATIVE,
    Edition.Status.PROPOSED: STATUS.TENTATIVE,
    Edition.Status.POSTPONED: STATUS.CANCELLED,
    Edition.Status.CANCELLED: STATUS.CANCELLED,
}


def calendar_of(
    editions: Iterable[Edition], *, name: str, uid: str, source: str, site: str
) -> Calendar:
    """A calendar to subscribe to. `source` is its own address, `site` the one pages begin with."""
    calendar = Calendar.new(
        prodid=PRODID,
        method="PUBLISH",
        uid=uid,
        language=get_language(),
        source=source,
        subcomponents=[event_of(edition, site=site) for edition in editions],
    )
    for label in ("NAME", "X-WR-CALNAME"):
        calendar.add(label, vText(name))  # Typed, or a comma in it would not be escaped.
    for hint in ("REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
        calendar.add(hint, vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("X-WR-TIMEZONE", Place.Clock.WIB.value)
    add_zones(calendar)
    return calendar


def event_of(edition: Edition, *, site: str) -> Event:
    """One edition as an event that keeps its UID for life.

    Values are given their types here: a feed of hundreds spends half its time in guessing them.
    """
    start, end = times_of(edition)
    where, festival = edition.where, edition.festival
    changed = vDatetime(moment_of(edition.changed_at))
    is_timed = isinstance(start, datetime)
    event = Event()
    event["UID"] = vText(edition.uid)
    event["SEQUENCE"] = vInt(edition.sequence)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = changed
    event["CREATED"] = vDatetime(moment_of(edition.created_at))
    event["DTSTART"], event["DTEND"] = vDDDTypes(start), vDDDTypes(end)
    event["STATUS"] = vText(STATUSES.get(edition.status, STATUS.CONFIRMED))
    event["TRANSP"] = vText(TRANSP.OPAQUE if is_timed else TRANSP.TRANSPARENT)
    event["SUMMARY"] = vText(summary_of(edition))
    event["DESCRIPTION"] = vText("\n".join(sentences_of(edition)))
    event["LOCATION"] = vText(f"{where.name}, {where.district.name}")
    event["CATEGORIES"] = vCategory([festival.category_name])
    event["GEO"] = vGeo((where.latitude, where.longitude))
    event["URL"] = vUri(f"{site}{edition.get_absolute_url()}")
    return event


def moment_of(moment: datetime) -> datetime:
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


def summary_of(edition: Edition) -> str:
    """The name, with a word in front where the day cannot be relied on."""
    name = {"name": edition.festival.name}
    match edition.status:
        case Edition.Status.PROJECTED:
            return _("Expected: %(name)s") % name
        case Edition.Status.CANCELLED:
            return _("Cancelled: %(name)s") % name
        case Edition.Status.POSTPONED:
            return _("Postponed: %(name)s") % name
    return edition.festival.name


def sentences_of(edition: Edition) -> list[str]:
    """What a calendar app prints below the name: how sure the day is, and how one behaves."""
    lines = [_("Date: %(status)s.") % {"status": edition.status_name.lower()}]
    if edition.has_window:
        lines.append(
            _("Between %(first)s and %(last)s; the office confirms it.")
            % {"first": edition.earliest_on.isoformat(), "last": edition.latest_on.isoformat()}
        )
    if edition.moved_from:
        lines.append(_("Moved from %(day)s.") % {"day": edition.moved_from.isoformat()})
    return [*lines, *filter(None, [edition.note, edition.festival.manners])]


def add_zones(calendar: Calendar) -> None:
    """Put the zones that the events name in front, in order, so that the bytes never vary."""
    starts = (event["DTSTART"].dt for event in calendar.walk("VEVENT"))
    zones = {start.tzinfo.key for start in starts if isinstance(start, datetime)}
    for place, zone in enumerate(sorted(zones)):
        calendar.subcomponents.insert(place, zone_of(zone))


@cache
def zone_of(name: str) -> Timezone:
    """The rules of one zone since 1988, when Indonesia's present zones began."""
    return Timezone.from_tzid(name, first_date=date(1988, 1, 1), last_date=date(2052, 12, 31))
