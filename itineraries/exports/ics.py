"""A trip -> a calendar file: rows in, bytes out, words in the active language.

Each stop is an event of its own. Its UID is made from the trip's key and the stop's, never
from the edition's, so that the office's feed and a trip can stand in one calendar. Stamps and
the sequence come from the trip, so that equal trips give equal bytes.
"""

from datetime import UTC
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Event
from icalendar.enums import TRANSP
from icalendar.prop import vGeo, vText

from festivals.feeds.calendars import PRODID
from festivals.feeds.events import zones_of
from itineraries.showing import Trip
from itineraries.timing import TimedStop


def calendar_of(trip: Trip, *, url: str) -> bytes:
    """The whole trip; a stop without a time (its place is gone) is left out. `url` is its page."""
    itinerary = trip.itinerary
    name = _("Trip to Banyuwangi, %(day)s") % {"day": itinerary.arrives_on.isoformat()}
    rows = [row for row in trip.rows if row.begins]
    calendar = Calendar.new(
        prodid=PRODID,
        method="PUBLISH",
        uid=str(uuid5(NAMESPACE_URL, itinerary.key)),
        language=get_language(),
        subcomponents=[
            *zones_of(row.place.timezone for row in rows),
            *(event_of(trip, row, url) for row in rows),
        ],
    )
    for label in ("NAME", "X-WR-CALNAME"):
        calendar.add(label, vText(name))
    return calendar.to_ical()


def event_of(trip: Trip, row: TimedStop, url: str) -> Event:
    """One stop as an appointment on the clock of its place."""
    itinerary, place = trip.itinerary, row.place
    changed = itinerary.updated_at.astimezone(UTC).replace(microsecond=0)
    event = Event.new(
        uid=str(uuid5(NAMESPACE_URL, f"{itinerary.key}/{row.stop.pk}")),
        sequence=itinerary.version,
        stamp=changed,
        created=itinerary.created_at.astimezone(UTC).replace(microsecond=0),
        last_modified=changed,
        start=row.begins,
        end=row.ends,
        transparency=TRANSP.OPAQUE,
        summary=row.stop.name,
        description="\n".join(sentences_of(trip, row)),
        location=f"{place.name}, {place.district.name}",
        url=url,
    )
    event.add("GEO", vGeo((place.latitude, place.longitude)))
    return event


def sentences_of(trip: Trip, row: TimedStop) -> list[str]:
    """The way there, and that something is to look at before one sets out."""
    lines = []
    if row.leg and row.leaves:
        lines.append(
            _("%(minutes)s min on the road; leave at %(time)s.")
            % {"minutes": row.leg.minutes, "time": f"{row.leaves:%H:%M}"}
        )
    if any(finding.level == "cannot" for finding in trip.findings_of(row.stop.pk)):
        lines.append(_("Look at your plan: something here will not work."))
    return lines
