"""The `icalendar` package, which also writes our feeds: the only reader that shares a bug with us.

Traps:
    - A TZID that names an IANA zone is taken from the machine's zones; the VTIMEZONE of the
      file is not looked at. Whether our VTIMEZONE is right, only other readers can tell.
    - A property that cannot be parsed does not stop it: the event keeps a list of errors,
      and the property is gone. Here such a list is a refusal.
    - NAME and any X- property come back unescaped only where they say VALUE=TEXT.
"""

from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar, Event

from tests.readers.reading import Read, ReadCalendar, Unreadable, calendar_read, text_of


def read(raw: bytes) -> ReadCalendar:
    try:
        calendar = Calendar.from_ical(raw)
        if broken := [error for part in calendar.walk() for error in part.errors]:
            raise Unreadable(f"broken: {broken}")
        return calendar_read(
            [event_of(event) for event in calendar.events],
            name=text_of(calendar.get("NAME")),
            shown_name=text_of(calendar.get("X-WR-CALNAME")),
        )
    except (ValueError, KeyError, IndexError, AttributeError) as error:
        raise Unreadable(f"{type(error).__name__}: {error}") from error


def event_of(event: Event) -> Read:
    return Read(
        uid=str(event["UID"]),
        start=moment_of(event.start),
        end=moment_of(event.end),
        status=text_of(event.get("STATUS")),
        summary=text_of(event.get("SUMMARY")),
        description=text_of(event.get("DESCRIPTION")),
        location=text_of(event.get("LOCATION")),
        sequence=int(event.get("SEQUENCE", 0)),
        transparent=event.get("TRANSP") == "TRANSPARENT",
        categories=tuple(map(str, event.categories)),
        url=text_of(event.get("URL")),
        geo=point_of(event.get("GEO")),
    )


def moment_of(value: date) -> date:
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(UTC)
    return value


def point_of(geo: Any) -> tuple[float, float] | None:
    return None if geo is None else (geo.latitude, geo.longitude)
