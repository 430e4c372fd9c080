"""The feed in the eyes of six readers that share no code: all see the same.

The calendars here are small and fixed, so that a failure names one cause; the last tests
read what the site gives today.
"""

import os
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event, Timezone

from tests.factories import EditionFactory, FestivalFactory, PlaceFactory
from tests.readers.agreeing import READERS, disagreements, disagreements_of
from tests.readers.reading import Read, ReadCalendar, Reader

STAMP = datetime(2026, 1, 1, tzinfo=UTC)
JAKARTA, MAKASSAR = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Makassar")
HOSTILE = {
    "comma": "Rice, coffee, clove",
    "semicolon": "Rice; coffee",
    "backslash": "A\\B \\n \\, C:\\new",
    "newline": "One\nTwo\n\nFour",
    "CRLF": "One\r\nTwo",
    "quotes": "\"Gandrung\" 'Sewu' ”Kuwung”",
    "emoji": "🎉👨‍👩‍👧🇮🇩" * 20,
    "bidi marks": "\u202eevil\u202c \u2067isolated\u2069 \u200f",
    "long": "Banyuwangi" * 500,
    "combining at a fold": "e\u0301\u0302" * 60,
    "kanji at a fold": "日" * 100,
    "BEGIN:VEVENT": "BEGIN:VEVENT\nUID:no\nEND:VEVENT",
    "colon": "Doors: 18:30; show: 19:00",
    "HTML": "<b>Rp&nbsp;50.000</b> &amp; <script>1</script>",
    "other separators of lines": "One\u2028Two\u2029Three\x85Four",
    "parameters": 'X;VALUE=DATE:20260101 ^n ="',
}


def calendar_with(*events: Event, zones: tuple[str, ...] = ()) -> bytes:
    calendar = Calendar.new(prodid="-//Tests//EN", uid="calendar")
    for zone in zones:
        calendar.add_component(Timezone.from_tzid(zone, first_date=date(1988, 1, 1)))
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def event_with(start: date, end: date, uid: str = "a", **properties: object) -> Event:
    event = Event()
    for name, value in {"uid": uid, "dtstamp": STAMP, "dtstart": start, "dtend": end}.items():
        event.add(name, value)
    for name, value in properties.items():
        event.add(name, value)
    return event


def one_day(**properties: object) -> Event:
    return event_with(date(2026, 12, 5), date(2026, 12, 6), **properties)


@pytest.fixture(params=READERS, ids=lambda reader: reader.name)
def reader(request: pytest.FixtureRequest) -> Reader:
    """Each reader. One that is not installed is left out; in CI that is a failure."""
    if sentence := request.param.missing():
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return request.param


def read_with(reader: Reader, raw: bytes) -> ReadCalendar:
    (answer,) = reader.read_each([raw])
    assert isinstance(answer, ReadCalendar), f"{reader.name}: {answer}"
    return answer


def test_an_empty_calendar_is_read_as_empty(reader: Reader):
    assert read_with(reader, calendar_with()).events == ()


def test_all_day_ends_on_the_day_after_the_last(reader: Reader):
    several = event_with(date(2026, 12, 5), date(2026, 12, 8), transp="TRANSPARENT")

    (event,) = read_with(reader, calendar_with(several)).events

    assert (event.start, event.end) == (date(2026, 12, 5), date(2026, 12, 8))
    assert event.transparent


def test_the_same_hour_in_two_zones_is_two_instants(reader: Reader):
    hours = [
        event_with(
            datetime(2026, 12, 5, 14, tzinfo=zone), datetime(2026, 12, 5, 17, tzinfo=zone), uid=uid
        )
        for uid, zone in (("java", JAKARTA), ("bali", MAKASSAR))
    ]

    bali, java = read_with(
        reader, calendar_with(*hours, zones=("Asia/Jakarta", "Asia/Makassar"))
    ).events

    assert (java.start, java.end) == utc(7, 10)
    assert (bali.start, bali.end) == utc(6, 9)


def utc(*hours: int) -> tuple[datetime, ...]:
    return tuple(datetime(2026, 12, 5, hour, tzinfo=UTC) for hour in hours)


def test_every_value_arrives_in_every_reader(reader: Reader):
    full = one_day(
        status="TENTATIVE",
        summary="Kuwung",
        description="A parade.",
        location="Licin, Banyuwangi",
        sequence=3,
        transp="OPAQUE",
        categories=["Ritual, old", "Music"],
        url="https://example.org/kuwung/",
        geo=(-8.25, 114.125),
    )

    (event,) = read_with(reader, calendar_with(full)).events

    assert event == Read(
        uid="a",
        start=date(2026, 12, 5),
        end=date(2026, 12, 6),
        status="TENTATIVE",
        summary="Kuwung",
        description="A parade.",
        location="Licin, Banyuwangi",
        sequence=3,
        categories=("Ritual, old", "Music"),
        url="https://example.org/kuwung/",
        geo=(-8.25, 114.125),
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_the_same_in_every_reader(text: str):
    raw = calendar_with(one_day(summary=text, description=text, location=text))

    assert disagreements(raw) == []


def test_a_text_is_the_same_wherever_a_line_is_folded():
    ends = ("日日", "e\u0301\u0302", "👨‍👩‍👧", ", ;", "\\\\", "\n\n", "   .")
    texts = [f"{'x' * length}{end}" for length in range(55, 80) for end in ends]

    raws = [calendar_with(one_day(summary=text)) for text in texts]

    assert dict(zip(texts, disagreements_of(raws), strict=True)) == {text: [] for text in texts}


def timed(*, zones: tuple[str, ...] = ("Asia/Jakarta",)) -> bytes:
    hours = (datetime(2026, 12, 5, hour, tzinfo=JAKARTA) for hour in (14, 17))
    return calendar_with(event_with(*hours, summary="Kuwung"), zones=zones)


BROKEN = {
    "a bare comma": (timed().replace(b"Kuwung", b"Kuwung, Licin"), "a: summary is "),
    "no VTIMEZONE": (timed(zones=()), "a: start is "),
    "another offset": (timed().replace(b"TO:+0700", b"TO:+0800"), "a: start is "),
    "no time": (timed().replace(b"T140000", b"T14h"), "cannot read it"),
    "no end": (timed().replace(b"END:VEVENT\r\n", b""), "cannot read it"),
    "a name untyped": (
        timed().replace(b"VERSION", b"NAME:Surf\\, Licin\r\nVERSION"),
        "calendar: name is ",
    ),
}


@pytest.mark.parametrize(("raw", "said"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_reported(raw: bytes, said: str):
    lines = disagreements(raw)

    assert any(said in line for line in lines), lines


def test_many_files_are_told_apart():
    good, bad = timed(), timed(zones=())

    assert [bool(lines) for lines in disagreements_of([good, bad, good])] == [False, True, False]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "id"])
def test_the_feed_of_today_is_the_same_in_every_reader(client, language):
    bali = PlaceFactory(timezone="Asia/Makassar")
    hours = {"festival__usual_start": time(14), "festival__usual_minutes": 180}
    EditionFactory(**hours)
    EditionFactory(festival__place=bali, **hours)
    EditionFactory(days=3, cancelled=True)
    for text in ("Rice, coffee; clove\\", 'Doors: 18:30 "now" <b>🎉</b> \u202e日'):
        festival = FestivalFactory(
            name_en=text, name_id=text, manners_en=text * 20, manners_id=text * 20
        )
        EditionFactory(projected=True, festival=festival)

    raw = client.get(f"/{language}/calendar.ics?projected=yes").content

    assert raw.count(b"BEGIN:VEVENT") == 5
    assert disagreements(raw) == []


@pytest.mark.django_db
def test_a_feed_without_festivals_is_the_same_in_every_reader(client):
    assert disagreements(client.get("/en/calendar.ics").content) == []
