"""iCalendar files -> rows: each event with the UID that its source keeps for it."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component
from icalendar.parser_tools import to_unicode

from festivals.dates.reading import gettext_noop
from festivals.imports.rows import MOST_ROWS, FileRefused, RawRow, too_many

JAVA = ZoneInfo("Asia/Jakarta")
MOST_TEXT = 80
Moment = date | timedelta | str | None


def is_calendar(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \r\n\t")[:15].upper() == b"BEGIN:VCALENDAR"


def rows_of(content: bytes) -> list[RawRow]:
    """The events of a calendar in order; a repeating one is left to a person."""
    try:
        events = list(Calendar.from_ical(content).walk("VEVENT"))
    except (ValueError, IndexError, KeyError) as error:
        raise FileRefused(
            gettext_noop("The calendar cannot be read. Export it anew as .ics.")
        ) from error
    if len(events) > MOST_ROWS:
        raise too_many(len(events))
    return [row_of(number, event) for number, event in enumerate(events, start=1)]


def row_of(number: int, event: Component) -> RawRow:
    """One event as a row; a date that cannot be read stays as its text, for a person."""
    first = moment_of(event, "DTSTART")
    is_repeated = event.get("RRULE") is not None
    status = text_of(event, "STATUS").upper()
    return RawRow(
        number=number,
        name=text_of(event, "SUMMARY")[:200],
        when="setiap" if is_repeated else day_of(first),
        until=None if is_repeated else last_day(first, end_of(event, first)),
        time=f"{first:%H:%M}" if isinstance(first, datetime) else "",
        place=text_of(event, "LOCATION")[:200],
        note="tentatif" if status == "TENTATIVE" else "",
        uid=text_of(event, "UID")[:160],
        is_cancelled=status == "CANCELLED",
    )


def text_of(event: Component, name: str) -> str:
    """The text of a property, the first where there are several."""
    value = event.get(name)
    if isinstance(value, list):
        value = value[0]
    return str(value) if isinstance(value, str) else ""


def moment_of(event: Component, name: str) -> Moment:
    """The day, hour or length of a property; its text where it is broken or given twice."""
    value = event.get(name)
    if value is None:
        return None
    if isinstance(value, list):
        return " / ".join(raw(each) for each in value)[:MOST_TEXT]
    try:
        found = value.dt
    except (AttributeError, ValueError):
        return raw(value)
    return in_java(found) if isinstance(found, date | timedelta) else raw(value)


def raw(value: Any) -> str:
    """A property as the file writes it."""
    return to_unicode(value.to_ical())[:MOST_TEXT]


def in_java(moment: date | timedelta) -> date | timedelta:
    """An hour of another zone as the clocks of Java show it; a floating one stays."""
    if isinstance(moment, datetime) and moment.tzinfo:
        with suppress(OverflowError):
            return moment.astimezone(JAVA)
    return moment


def end_of(event: Component, first: Moment) -> Moment:
    """The end of an event, as it is given or after the length that is."""
    end = moment_of(event, "DTEND")
    if end is not None or "DURATION" not in event:
        return end
    length = moment_of(event, "DURATION")
    if isinstance(length, timedelta) and isinstance(first, date):
        with suppress(OverflowError):
            return first + length
    return length if isinstance(length, str) else raw(event.get("DURATION"))


def day_of(moment: Moment) -> date | str | None:
    """The day of a moment; a text stays, so that its row is unclear."""
    if isinstance(moment, datetime):
        return moment.date()
    return None if isinstance(moment, timedelta) else moment


def last_day(first: Moment, last: Moment) -> date | str | None:
    """The last day, included: an all-day event ends on the day after it (RFC 5545, 3.6.1)."""
    if isinstance(last, date) and last != first:
        step = timedelta(seconds=1) if isinstance(last, datetime) else timedelta(days=1)
        with suppress(OverflowError):
            return day_of(last - step)
    return day_of(last)
