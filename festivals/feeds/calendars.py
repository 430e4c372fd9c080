"""A calendar around events: its name, its colour, how often to look again (RFC 7986)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar
from icalendar.prop import vDuration, vText, vUri

from destinations.models import Place
from festivals.feeds.events import as_text, as_title, zones_of
from festivals.feeds.telling import Written

PRODID = "-//Tourism festival calendar//EN"
REFRESH = timedelta(hours=1)
COLOUR, APPLE_COLOUR = "tomato", "#f0643c"  # RFC 7986 knows the names of CSS only.
END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True)
class About:
    """What a calendar says of itself. `source` is its own address, `page` the one for people."""

    name: str
    description: str
    source: str
    page: str


def bytes_of(about: About, events: Iterable[Written]) -> bytes:
    """A whole calendar. The events are taken one by one, and are bytes already."""
    texts, zones = [], set()
    for event in events:
        texts.append(event.text.encode())
        zones.add(event.zone)
    frame = frame_of(about)
    for zone in zones_of(zones - {""}):
        frame.add_component(zone)
    return b"".join([frame.to_ical(sorted=False).removesuffix(END), *texts, END])


def frame_of(about: About) -> Calendar:
    """The calendar without its events. Values are typed, or a comma would not be escaped.

    No METHOD: nobody is invited, and without one DTSTAMP is when an event was last changed.
    """
    frame = Calendar()
    frame["VERSION"] = vText("2.0")
    frame["PRODID"] = vText(PRODID)
    frame["CALSCALE"] = vText("GREGORIAN")
    frame["UID"] = vText(str(uuid5(NAMESPACE_URL, about.source)))
    frame["NAME"] = frame["X-WR-CALNAME"] = as_title(about.name)
    if about.description:  # libical takes an empty property for a mistake.
        frame["DESCRIPTION"] = as_text(about.description)
    frame["COLOR"] = vText(COLOUR)
    frame["X-APPLE-CALENDAR-COLOR"] = vText(APPLE_COLOUR)
    frame["URL"] = vUri(about.page)
    frame.add("SOURCE", vUri(about.source), parameters={"VALUE": "URI"})
    frame.add("REFRESH-INTERVAL", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    frame["X-PUBLISHED-TTL"] = vDuration(REFRESH)
    frame["X-WR-TIMEZONE"] = vText(Place.Clock.WIB.value)
    return frame
