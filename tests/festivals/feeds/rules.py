"""What strict readers ask of a calendar, as lines about what is broken; [] for nothing.

`broken_in` looks at one calendar: its bytes (RFC 5545, 3.1), its properties, its events.
`broken_between` looks at two of the same address: what changed has to be announced, and what
did not has to keep its bytes.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from icalendar import Calendar, Component

TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC")
OF_CALENDARS = (
    *("VERSION", "PRODID", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"),
    *("SOURCE", "COLOR", "DESCRIPTION"),
)
OF_EVENTS = ("UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "CREATED", "DTSTART", "DTEND", "STATUS",
             "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "GEO", "TRANSP", "CLASS",
             "CATEGORIES")  # fmt: skip
NOT_IN_FEEDS = ("RRULE", "RDATE", "ORGANIZER", "ATTENDEE", "VALARM")
CONTENT_LINE = re.compile(r'^([A-Z0-9-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$')
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
IN_TIME_AND_PLACE = ("DTSTART", "DTEND", "LOCATION")
IN_WORDS = ("SUMMARY", "DESCRIPTION")
STAMPS = ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE")


def broken_in(raw: bytes) -> list[str]:
    calendar = Calendar.from_ical(raw)
    assert isinstance(calendar, Calendar)
    return [*of_bytes(raw), *of_lines(raw), *of_calendar(calendar), *of_events(calendar)]


def of_bytes(raw: bytes) -> Iterator[str]:
    if not (raw.startswith(b"BEGIN:VCALENDAR\r\n") and raw.endswith(b"END:VCALENDAR\r\n")):
        yield "it does not begin and end as a calendar"
    if not raw.count(b"\n") == raw.count(b"\r") == raw.count(b"\r\n"):
        yield "a line does not end with CRLF"
    for number, line in enumerate(raw.split(b"\r\n")[:-1], 1):
        if not 0 < len(line) <= 75:
            yield f"line {number} has {len(line)} bytes"
        if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", line):
            yield f"line {number} has a control character"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"line {number} parts a character"


def of_lines(raw: bytes) -> Iterator[str]:
    for line in raw.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]:
        found = CONTENT_LINE.match(line)
        if not found:
            yield f"{line[:60]!r} is no content line"
        elif not found[3].strip():
            yield f"{found[1]} is empty"
        elif found[1] in TEXTS and re.search(r"[;,\\]", re.sub(r"\\[\\;,nN]", "", found[3])):
            yield f"{found[1]} has a character that is not escaped"


def of_calendar(calendar: Calendar) -> Iterator[str]:
    yield from (f"the calendar has no {name}" for name in OF_CALENDARS if not calendar.get(name))
    if calendar.get("METHOD"):
        yield "the calendar has a METHOD, and no event an ORGANIZER"
    if calendar.get("NAME") != calendar.get("X-WR-CALNAME"):
        yield "the calendar has two names"
    if calendar.get("REFRESH-INTERVAL").params.get("VALUE") != "DURATION":
        yield "REFRESH-INTERVAL has no VALUE=DURATION"


def of_events(calendar: Calendar) -> Iterator[str]:
    events = calendar.walk("VEVENT")
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    uids = [str(event.get("UID")) for event in events]
    if len(uids) != len(set(uids)):
        yield "a UID stands twice"
    named = set()
    for event in events:
        uid = event.get("UID")
        yield from (f"{uid} has no {name}" for name in OF_EVENTS if event.get(name) is None)
        yield from (f"{uid} has {name}" for name in NOT_IN_FEEDS if event.get(name) is not None)
        if all(event.get(name) is not None for name in OF_EVENTS):
            yield from (f"{uid} {words}" for words in of_event(event))
        named |= {event[name].params.get("TZID") for name in ("DTSTART", "DTEND")}
    if named - {None} != zones:
        yield f"zones {zones} are explained and {named} are named"


def of_event(event: Component) -> Iterator[str]:
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    if not UUID.fullmatch(event["UID"]):
        yield "is no name that nobody else has"
    if type(start) is not type(end) or not start < end:
        yield "does not end after it begins"
    if isinstance(start, datetime):
        if start.tzinfo is None:
            yield "floats"
    elif event["DTSTART"].params.get("VALUE") != "DATE" or event["TRANSP"] != "TRANSPARENT":
        yield "is all-day and not marked so, or takes the day"
    for name in ("DTSTAMP", "LAST-MODIFIED", "CREATED"):
        if event[name].dt.utcoffset() != timedelta(0):
            yield f"has a {name} that is not in UTC"
    if event["STATUS"] not in ("TENTATIVE", "CONFIRMED", "CANCELLED"):
        yield f"has the status {event['STATUS']}"
    if not re.match(r"https?://[^/]+/", event["URL"]):
        yield f"has an address that is not whole: {event['URL']}"
    if not (-90 <= event["GEO"].latitude <= 90 and -180 <= event["GEO"].longitude <= 180):
        yield "lies nowhere"


def broken_between(old: bytes, new: bytes, *, changed: set[str]) -> list[str]:
    """`changed`: UIDs of editions that have another status or other hours now.

    That too raises SEQUENCE where a feed shows it, though it may do so in its words only.
    """
    before, after = texts(old), texts(new)
    found = []
    for uid in before.keys() & after.keys():
        was, now = before[uid], after[uid]
        differs = {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)}
        rose = int(now["SEQUENCE"]) - int(was["SEQUENCE"])
        says_so = uid in changed and differs & set(IN_WORDS)
        must_rise = bool(differs & set(IN_TIME_AND_PLACE) or says_so)
        if (rose > 0) is not must_rise or rose < 0:
            found.append(f"{uid}: SEQUENCE rose by {rose}, and {sorted(differs)} differ")
        is_later = now["LAST-MODIFIED"] > was["LAST-MODIFIED"]
        if is_later is not bool(differs - set(STAMPS)):
            found.append(f"{uid}: LAST-MODIFIED {now['LAST-MODIFIED']} for {sorted(differs)}")
    return found


def texts(raw: bytes) -> dict[str, dict[str, str]]:
    """The content lines of each event, by UID and name; parameters belong to the value."""
    found = {}
    for block in re.findall(
        r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", raw.replace(b"\r\n ", b"").decode(), re.S
    ):
        lines = dict(re.split(r"(?=[;:])", line, maxsplit=1) for line in block.split("\r\n")[:-1])
        found[lines["UID"][1:]] = {name: value[1:] for name, value in lines.items()}
    return found
