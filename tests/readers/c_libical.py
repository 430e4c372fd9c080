"""`libical`, which reads calendars in Evolution, GNOME Calendar, KOrganizer and Cyrus.

Called in this process through ctypes; nothing is compiled.

Traps:
    - A time is a struct passed by value. Its fields may only be read here to ask whether it
      has a zone; what it says comes as a string, made by libical after it turned it to UTC.
    - Turning a time without a zone to UTC calls it UTC and moves nothing.
    - Strings belong to the component or to a ring that is reused: ctypes copies them at once.
    - A line that it cannot parse, or one without a value ("SUMMARY:"), becomes a property
      X-LIC-ERROR. Here that is a refusal.
    - It cuts off the spaces around a value.
    - An X- property is text only where it says VALUE=TEXT, else of kind X; `icalvalue_get_text`
      is silent about the one, `icalvalue_get_x` about the other. Both take escapes back.
    - Numbers of kinds change between versions, so they are asked for by name.
"""

import ctypes
from collections.abc import Iterator
from ctypes import c_char_p, c_int, c_void_p
from datetime import date, datetime
from functools import cache

from tests.readers.reading import Read, ReadCalendar, Unreadable, calendar_read

SHARED_OBJECT = "libical.so.3"


class Time(ctypes.Structure):
    """icaltimetype of libical 3."""

    _fields_ = [
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", c_int),
        ("is_daylight", c_int),
        ("zone", c_void_p),
    ]


SIGNATURES = {
    "icalcomponent_count_errors": ([c_void_p], c_int),
    "icalcomponent_free": ([c_void_p], None),
    "icalcomponent_get_dtend": ([c_void_p], Time),
    "icalcomponent_get_dtstart": ([c_void_p], Time),
    "icalcomponent_get_first_component": ([c_void_p, c_int], c_void_p),
    "icalcomponent_get_first_property": ([c_void_p, c_int], c_void_p),
    "icalcomponent_get_next_component": ([c_void_p, c_int], c_void_p),
    "icalcomponent_get_next_property": ([c_void_p, c_int], c_void_p),
    "icalcomponent_string_to_kind": ([c_char_p], c_int),
    "icalerror_set_errors_are_fatal": ([c_int], None),
    "icalparser_parse_string": ([c_char_p], c_void_p),
    "icalproperty_get_property_name": ([c_void_p], c_char_p),
    "icalproperty_get_value": ([c_void_p], c_void_p),
    "icalproperty_get_value_as_string": ([c_void_p], c_char_p),
    "icalproperty_string_to_kind": ([c_char_p], c_int),
    "icaltime_as_ical_string": ([Time], c_char_p),
    "icaltime_convert_to_zone": ([Time, c_void_p], Time),
    "icaltime_is_null_time": ([Time], c_int),
    "icaltimezone_get_utc_timezone": ([], c_void_p),
    "icalvalue_get_text": ([c_void_p], c_char_p),
    "icalvalue_get_x": ([c_void_p], c_char_p),
}


@cache
def library() -> ctypes.CDLL:
    loaded = ctypes.CDLL(SHARED_OBJECT)
    for name, (takes, gives) in SIGNATURES.items():
        function = getattr(loaded, name)
        function.argtypes, function.restype = takes, gives
    loaded.icalerror_set_errors_are_fatal(0)
    return loaded


def missing() -> str | None:
    try:
        library()
    except OSError:
        return "libical is not installed (Debian and Ubuntu: apt install libical3)."
    return None


def read(raw: bytes) -> ReadCalendar:
    lib = library()
    root = lib.icalparser_parse_string(raw)
    if not root:
        raise Unreadable("no component")
    try:
        if lib.icalcomponent_count_errors(root):
            raise Unreadable("; ".join(errors_of(root)))
        return calendar_read(
            [event_of(event) for event in events_of(root)],
            name=text(root, "NAME"),
            shown_name=text(root, "X-WR-CALNAME"),
        )
    except ValueError as error:
        raise Unreadable(f"{type(error).__name__}: {error}") from error
    finally:
        lib.icalcomponent_free(root)


def events_of(root: int) -> Iterator[int]:
    lib = library()
    kind = lib.icalcomponent_string_to_kind(b"VEVENT")
    event = lib.icalcomponent_get_first_component(root, kind)
    while event:
        yield event
        event = lib.icalcomponent_get_next_component(root, kind)


def errors_of(root: int) -> list[str]:
    """What libical noted about the calendar and its events, in its own words."""
    lib = library()
    parts = (root, *events_of(root))
    lines = (line for part in parts for line in properties(part, "X-LIC-ERROR"))
    notes = [lib.icalproperty_get_value_as_string(line).decode("utf-8") for line in lines]
    return notes or ["an error outside of the events"]


def event_of(event: int) -> Read:
    lib = library()
    return Read(
        uid=text(event, "UID") or "",
        start=moment_of(lib.icalcomponent_get_dtstart(event)),
        end=moment_of(lib.icalcomponent_get_dtend(event)),
        status=written(event, "STATUS"),
        summary=text(event, "SUMMARY"),
        description=text(event, "DESCRIPTION"),
        location=text(event, "LOCATION"),
        sequence=int(written(event, "SEQUENCE") or 0),
        transparent=written(event, "TRANSP") == "TRANSPARENT",
        categories=tuple(text_of(line) for line in properties(event, "CATEGORIES")),
        url=written(event, "URL"),
        geo=point_of(written(event, "GEO")),
    )


def properties(component: int, name: str) -> Iterator[int]:
    """The properties of one name; that of an unknown one is compared, its kind is X for all."""
    lib = library()
    kind = lib.icalproperty_string_to_kind(name.encode("ascii"))
    found = lib.icalcomponent_get_first_property(component, kind)
    while found:
        if lib.icalproperty_get_property_name(found).decode("ascii") == name:
            yield found
        found = lib.icalcomponent_get_next_property(component, kind)


def written(component: int, name: str) -> str | None:
    """The value of the first property of a name, as it stands in the file."""
    said = library().icalproperty_get_value_as_string
    return next((said(line).decode("utf-8") for line in properties(component, name)), None)


def text(component: int, name: str) -> str | None:
    """The text of the first property of a name, its escapes taken back."""
    return next(map(text_of, properties(component, name)), None)


def text_of(line: int) -> str:
    lib = library()
    value = lib.icalproperty_get_value(line)
    return (lib.icalvalue_get_text(value) or lib.icalvalue_get_x(value) or b"").decode("utf-8")


def moment_of(time: Time) -> date | None:
    lib = library()
    if lib.icaltime_is_null_time(time):
        return None
    if time.zone and not time.is_date:
        time = lib.icaltime_convert_to_zone(time, lib.icaltimezone_get_utc_timezone())
    said = lib.icaltime_as_ical_string(time).decode("ascii")
    return datetime.fromisoformat(said) if "T" in said else date.fromisoformat(said)


def point_of(said: str | None) -> tuple[float, float] | None:
    if said is None:
        return None
    latitude, longitude = map(float, said.split(";"))
    return latitude, longitude
