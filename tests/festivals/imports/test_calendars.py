"""Calendar files: events with their UID, their days and hours; a broken one stops no other."""

from datetime import date
from types import SimpleNamespace

import pytest

from festivals.dates.spans import Span
from festivals.imports import calendars
from festivals.imports.days import Named, Unclear
from festivals.imports.reports import Reader
from festivals.imports.rows import FileRefused

ICS = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:a@office
SUMMARY:Tour de Ijen
DTSTART;VALUE=DATE:20190925
DTEND;VALUE=DATE:20190929
LOCATION:Paltuding
END:VEVENT
BEGIN:VEVENT
UID:b@office
SUMMARY:Gandrung
DTSTART:20191012T190000
DTEND:20191012T230000
STATUS:TENTATIVE
END:VEVENT
BEGIN:VEVENT
UID:c@office
SUMMARY:Pentas
DTSTART:20191012T190000
RRULE:FREQ=WEEKLY
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")


def test_a_calendar_gives_its_events_with_their_uid():
    tour, gandrung, weekly = calendars.rows_of(ICS)

    assert calendars.is_calendar(ICS)
    assert (tour.uid, tour.when, tour.until) == ("a@office", date(2019, 9, 25), date(2019, 9, 28))
    assert (gandrung.time, gandrung.note) == ("19:00", "tentatif")
    assert weekly.when == "setiap"


def test_a_broken_calendar_is_refused():
    with pytest.raises(FileRefused, match="The calendar cannot be read"):
        calendars.rows_of(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:99\r\nEND:VCALENDAR\r\n")


def events(*bodies):
    inner = "".join(f"BEGIN:VEVENT\n{body}\nEND:VEVENT\n" for body in bodies)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{inner}END:VCALENDAR\n"
    return calendars.rows_of(text.replace("\n", "\r\n").encode())


def days(row):
    """What the report makes of the days of a row."""
    return Reader.days(SimpleNamespace(year=2027), row)


GOOD = "UID:good@office\nSUMMARY:Seblang\nDTSTART;VALUE=DATE:20270504"


@pytest.mark.parametrize(
    ("broken", "shown"),
    [
        ("DTSTART:foo", "foo"),
        ("DTSTART:2027", "2027"),
        ("DTSTART;VALUE=TIME:190000", "190000"),
        ("DTSTART;VALUE=DATE:20270504\nDTSTART;VALUE=DATE:20270505", "20270504 / 20270505"),
        ("DTSTART;VALUE=DATE:20270504\nDTEND:x", "x"),
        ("DTSTART;VALUE=DATE:20270504\nDTEND;VALUE=DATE:00010101", "0001-01-01"),
        ("DTSTART:20270504T190000\nDTEND:00010101T000000", "0001-01-01"),
        ("DTSTART;VALUE=DATE:20270504\nDURATION:x", "x"),
        ("DTSTART;VALUE=DATE:20270504\nDURATION:P9999999D", "P9999999D"),
        ("DTSTART;VALUE=DATE:20270504\nDURATION:-P3D", "2027-05-04 / 2027-04-30"),
    ],
)
def test_an_event_with_a_broken_day_is_unclear_and_the_others_stay(broken, shown):
    first, second = events(f"UID:a@office\nSUMMARY:Gandrung\n{broken}", GOOD)

    assert (first.uid, first.name) == ("a@office", "Gandrung")
    assert isinstance(days(first), Unclear)
    assert days(first).values == {"text": shown}
    assert days(second) == Named(Span(date(2027, 5, 4), date(2027, 5, 4)))


def test_a_name_given_twice_is_the_first():
    (row,) = events(f"SUMMARY:Gandrung\n{GOOD}\nSTATUS:CANCELLED\nSTATUS:x\nLOCATION;VALUE=DATE:y")

    assert (row.name, row.is_cancelled) == ("Gandrung", True)


@pytest.mark.parametrize(
    ("moments", "first", "last", "time"),
    [
        ("DTSTART:20270504T220000Z\nDTEND:20270505T000000Z", 5, 5, "05:00"),
        ("DTSTART;TZID=Asia/Tokyo:20270505T010000\nDURATION:PT1H", 4, 4, "23:00"),
        ("DTSTART:20270504T220000\nDTEND:20270504T233000", 4, 4, "22:00"),
        ("DTSTART;VALUE=DATE:20270504\nDURATION:P3D", 4, 6, ""),
        ("DTSTART;VALUE=DATE:20270504\nDURATION:P1D", 4, 4, ""),
        ("DTSTART:20270504T190000\nDURATION:P2DT1H", 4, 6, "19:00"),
        ("DTSTART:20270504T220000Z\nDURATION:P1D", 5, 6, "05:00"),
    ],
)
def test_hours_are_those_of_java_and_a_length_gives_the_last_day(moments, first, last, time):
    (row,) = events(f"UID:a\nSUMMARY:Gandrung\n{moments}")

    assert days(row) == Named(Span(date(2027, 5, first), date(2027, 5, last)))
    assert row.time == time
