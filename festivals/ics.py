"""Editions -> iCalendar (RFC 5545 and 7986): no request, no query, no clock.

Stamps come from the rows, so that equal rows give equal bytes and a 304 can be trusted.
An edition of one day with a known hour and length is an appointment on the clock of its
place; any other is an all-day event that leaves the day free (TRANSP:TRANSPARENT).
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone
from icalendar.enums import STATUS, TRANSP
from icalendar.prop import vDuration, vGeo, vText

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

Link = Callable[[Edition], str]


def calendar_of(
    editions: Iterable[Edition], *, name: str, uid: str, source: str, link: Link
) -> Calendar:
    """A calendar to subscribe to. `source` is its own address, `link` an edition's page."""
    calendar = Calendar.new(
        prodid=PRODID,
        method="PUBLISH",
        uid=uid,
        language=get_language(),
        source=source,
        subcomponents=[event_of(edition, link=link) for edition in editions],
    )
    for label in ("NAME", "X-WR-CALNAME"):
        calendar.add(label, vText(name))  # Typed, or a comma in it would not be escaped.
    for hint in ("REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
        calendar.add(hint, vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("X-WR-TIMEZONE", Place.Clock.WIB.value)
    add_zones(calendar)
    return calendar


def event_of(edition: Edition, *, link: Link) -> Event:
    """One edition as an event that keeps its UID for life."""
    start, end = times_of(edition)
    where = edition.where
    event = Event.new(
        uid=edition.uid,
        sequence=edition.sequence,
        stamp=edition.updated_at.astimezone(UTC).replace(microsecond=0),
        created=edition.created_at.astimezone(UTC).replace(microsecond=0),
        last_modified=edition.updated_at.astimezone(UTC).replace(microsecond=0),
        start=start,
        end=end,
        status=STATUSES.get(edition.status, STATUS.CONFIRMED),
        transparency=TRANSP.OPAQUE if isinstance(start, datetime) else TRANSP.TRANSPARENT,
        summary=summary_of(edition),
        description="\n".join(sentences_of(edition)),
        location=f"{where.name}, {where.district.name}",
        categories=[edition.festival.get_category_display()],
        url=link(edition),
    )
    event.add("GEO", vGeo((where.latitude, where.longitude)))
    return event


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
    words = {
        Edition.Status.PROJECTED: _("Expected: %(name)s"),
        Edition.Status.CANCELLED: _("Cancelled: %(name)s"),
        Edition.Status.POSTPONED: _("Postponed: %(name)s"),
    }
    return words.get(edition.status, "%(name)s") % {"name": edition.festival.name}


def sentences_of(edition: Edition) -> list[str]:
    """What a calendar app prints below the name: how sure the day is, and how one behaves."""
    lines = [_("Date: %(status)s.") % {"status": edition.get_status_display().lower()}]
    if edition.status == Edition.Status.PROJECTED and edition.earliest_on != edition.latest_on:
        lines.append(
            _("Between %(first)s and %(last)s; the office confirms it.")
            % {"first": edition.earliest_on.isoformat(), "last": edition.latest_on.isoformat()}
        )
    if edition.moved_from:
        lines.append(_("Moved from %(day)s.") % {"day": edition.moved_from.isoformat()})
    return [*lines, *filter(None, [edition.note, edition.festival.manners])]


def add_zones(calendar: Calendar) -> None:
    """Put the zones that the events name in front, in order, so that the bytes never vary."""
    for place, zone in enumerate(sorted(calendar.get_missing_tzids())):
        calendar.subcomponents.insert(place, zone_of(zone))


@cache
def zone_of(name: str) -> Timezone:
    """The rules of one zone since 1988, when Indonesia's present zones began."""
    return Timezone.from_tzid(name, first_date=date(1988, 1, 1), last_date=date(2052, 12, 31))
