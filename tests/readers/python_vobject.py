"""`vobject`, the library behind many Python calendar servers (Radicale) and scripts.

Traps:
    - It keeps the zones of every file it ever read in one table of the module, and the first
      to come wins: a file without VTIMEZONE is understood when another was read before it.
      The table is emptied before each file.
    - A TZID that no VTIMEZONE explains is looked up in pytz where that is installed.
    - Whatever it does not know is text to it, and text ends at a bare comma: the rest is lost.
"""

from datetime import UTC, date, datetime, tzinfo
from typing import Any

import vobject
from vobject.base import VObjectError

from tests.readers.reading import Read, ReadCalendar, Unreadable, calendar_read

Zones = dict[str, tzinfo]
ZONES: Zones = vars(vobject.icalendar)["__tzidMap"]


def read(raw: bytes) -> ReadCalendar:
    ZONES.clear()
    ZONES["UTC"] = vobject.icalendar.utc
    try:
        calendar = vobject.readOne(raw.decode("utf-8"))
        return calendar_read(
            [event_of(event) for event in calendar.contents.get("vevent", [])],
            name=calendar.getChildValue("name") if "name" in calendar.contents else None,
            shown_name=calendar.getChildValue("x-wr-calname"),
        )
    except (VObjectError, ValueError, KeyError, AttributeError, StopIteration) as error:
        raise Unreadable(f"{type(error).__name__}: {error}") from error


def event_of(event: Any) -> Read:
    said = event.getChildValue
    return Read(
        uid=said("uid", ""),
        start=moment_of(said("dtstart")),
        end=moment_of(said("dtend")),
        status=said("status"),
        summary=said("summary"),
        description=said("description"),
        location=said("location"),
        sequence=int(said("sequence", 0)),
        transparent=said("transp") == "TRANSPARENT",
        categories=tuple(
            name for line in event.contents.get("categories", []) for name in line.value
        ),
        url=said("url"),
        geo=point_of(said("geo")),
    )


def moment_of(value: date | None) -> date | None:
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(UTC)
    return value


def point_of(text: str | None) -> tuple[float, float] | None:
    if text is None:
        return None
    latitude, longitude = text.split(";")
    return float(latitude), float(longitude)
