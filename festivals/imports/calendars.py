"""iCalendar files -> rows: each event with the UID that its source keeps for it."""

from datetime import date, datetime, timedelta

from icalendar import Calendar

from festivals.dates.reading import gettext_noop
from festivals.imports.rows import FileRefused, RawRow
from festivals.imports.sheets import MOST_BYTES, MOST_ROWS, too_many


def is_calendar(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \r\n\t")[:15].upper() == b"BEGIN:VCALENDAR"


def rows_of(content: bytes) -> list[RawRow]:
    """The events of a calendar in order; a repeating one is left to a person."""
    if len(content) > MOST_BYTES:
        raise FileRefused(
            gettext_noop("The file has %(size)s MB; send one of at most %(most)s MB."),
            size=len(content) // 1_000_000,
            most=MOST_BYTES // 1_000_000,
        )
    try:
        events = list(Calendar.from_ical(content).walk("VEVENT"))
    except (ValueError, IndexError, KeyError) as error:
        raise FileRefused(
            gettext_noop("The calendar cannot be read. Export it anew as .ics.")
        ) from error
    if len(events) > MOST_ROWS:
        raise too_many(len(events))
    return [row_of(number, event) for number, event in enumerate(events, start=1)]


def row_of(number: int, event: object) -> RawRow:
    """One event as a row."""
    get = event.get  # type: ignore[attr-defined]
    first = get("DTSTART").dt if get("DTSTART") else None
    last = get("DTEND").dt if get("DTEND") else None
    is_repeated = get("RRULE") is not None
    return RawRow(
        number=number,
        name=str(get("SUMMARY", ""))[:200],
        when="setiap" if is_repeated else day_of(first),
        until=None if is_repeated else last_day(first, last),
        time=f"{first:%H:%M}" if isinstance(first, datetime) else "",
        place=str(get("LOCATION", ""))[:200],
        note="tentatif" if str(get("STATUS", "")).upper() == "TENTATIVE" else "",
        uid=str(get("UID", ""))[:160],
        is_cancelled=str(get("STATUS", "")).upper() == "CANCELLED",
    )


def day_of(moment: object) -> date | None:
    if isinstance(moment, datetime):
        return moment.date()
    return moment if isinstance(moment, date) else None


def last_day(first: object, last: object) -> date | None:
    """The last day, included: an all-day event ends on the day after it (RFC 5545, 3.6.1)."""
    if isinstance(last, datetime):
        return (last - timedelta(seconds=1)).date() if last != first else last.date()
    return last - timedelta(days=1) if isinstance(last, date) and last != first else day_of(last)
