"""Whole feeds against the rules of strict readers, and against six readers at once."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from destinations.models import District, Place
from festivals import recording, scheduling
from festivals.lifecycle import StepRefused
from festivals.models import Edition, EditionChange, Festival
from tests.factories import EditionFactory, FestivalFactory, InterestFactory, PlaceFactory
from tests.festivals.feeds.asked import FEED, events_in
from tests.festivals.feeds.rules import broken_between, broken_in
from tests.readers.agreeing import disagreements, disagreements_of

pytestmark = pytest.mark.django_db
NAMES = (
    "Gandrung Sewu",
    "Rice, coffee; and \\ clove",
    "Petik Laut 🎏 of Muncar",
    "Two\r\nlines",
    "\u202ereversed\u202c",
    "Barong " + "Ider " * 40,
    '"Quoted": <b>bold</b> &amp; BEGIN:VEVENT',
    "Kuwung\x85night\u2028stage\x07",
)
START = datetime(2026, 11, 1, tzinfo=UTC)
AUTHORITIES = (EditionChange.Authority.OFFICE, EditionChange.Authority.VILLAGE)
Edit = Callable[[random.Random, Edition, datetime], Any]


@pytest.fixture
def festivals() -> list[Festival]:
    """A few of every kind: with hours, for days, on Bali time, elsewhere, reckoned, called off."""
    bali = PlaceFactory(timezone=Place.Clock.WITA)
    for n in range(3):
        festival = FestivalFactory(usual_start=time(14 + n), usual_minutes=90)
        EditionFactory(festival=festival, days=1)
        EditionFactory(festival=festival, days=1 + n, starts_on=date(2027, 3, 1), projected=True)
    EditionFactory(festival__place=bali, starts_at=time(9), ends_at=time(11))
    EditionFactory(place=bali, days=4)
    EditionFactory(cancelled=True)
    EditionFactory(status=Edition.Status.POSTPONED, starts_at=time(9), ends_at=time(10))
    EditionFactory(precision=Edition.Precision.MONTH, days=31, starts_on=date(2027, 7, 1))
    return list(Festival.objects.all())


def said(draw: random.Random, at: datetime) -> dict[str, Any]:
    return {"at": at, "authority": draw.choice(AUTHORITIES), "reason": draw.choice(NAMES)[:200]}


def step(name: str, **more: Any) -> Edit:
    def take(draw: random.Random, edition: Edition, at: datetime) -> None:
        days = {name: make(draw, edition) for name, make in more.items()}
        getattr(scheduling, name)(edition, **days, **said(draw, at))

    return take


def another_day(draw: random.Random, edition: Edition) -> date:
    return edition.starts_on + timedelta(days=draw.randint(-9, 9))


def write(model: Any, **makers: Callable[[random.Random], Any]) -> Edit:
    """Write a column of some row past every door and stamp, as a command or a script might."""

    def take(draw: random.Random, edition: Edition, at: datetime) -> None:
        row = draw.choice(list(model.objects.order_by("pk")))
        model.objects.filter(pk=row.pk).update(**{n: make(draw) for n, make in makers.items()})

    return take


def correct(draw: random.Random, edition: Edition, at: datetime) -> None:
    hour = draw.choice([None, time(8), time(19, 30)])
    said_so = {"at": at, "authority": AUTHORITIES[0]}
    recording.change(edition, starts_at=hour, note_en=draw.choice(NAMES)[:200], **said_so)


def give_interests(draw: random.Random, edition: Edition, at: datetime) -> None:
    slugs = draw.sample(["surf", "arts", "food"], draw.randint(0, 3))
    edition.festival.interests.set([InterestFactory(slug=slug) for slug in slugs])


EDIT: list[Edit] = [
    step("confirm"),
    step("cancel"),
    step("restore"),
    step("postpone"),
    step("move", starts_on=another_day),
    step("confirm", starts_on=another_day),
    correct,
    give_interests,
    write(Festival, name_en=lambda draw: draw.choice(NAMES)[:120]),
    write(Festival, manners_en=lambda draw: draw.choice(NAMES) * draw.randint(0, 30)),
    write(Festival, usual_start=lambda draw: draw.choice([None, time(8), time(20)])),
    write(Festival, usual_minutes=lambda draw: draw.choice([None, 60, 400])),
    write(Edition, status=lambda draw: draw.choice(Edition.Status.values)),
    write(Festival, entry=lambda draw: draw.choice(["", "free", "ticket"])),
    write(Festival, source=lambda draw: draw.choice(NAMES)),
    write(Place, name_en=lambda draw: draw.choice(NAMES)[:120]),
    write(Place, timezone=lambda draw: draw.choice(Place.Clock.values)),
    write(Place, latitude=lambda draw: round(-8 - draw.random(), 4)),
    write(District, name_en=lambda draw: draw.choice(NAMES)[:120]),
]


def states() -> dict[str, tuple[Any, ...]]:
    """What a feed may tell in its words only: the status, and the hours of several days."""
    return {
        row.uid: (row.status, row.begins_at, row.minutes, row.where.timezone)
        for row in Edition.objects.with_festival()
    }


def take(draw: random.Random, edit: Edit, edition: Edition, at: datetime) -> set[str]:
    """Make an edit, and return the UIDs of editions whose status or hours are others now."""
    before = states()
    with suppress(StepRefused):
        edit(draw, edition, at)
    return {uid for uid, state in states().items() if before[uid] != state}


@pytest.mark.parametrize(("cancelled", "edits"), [("keep", 200), ("strike", 40)])
def test_after_each_of_many_edits_a_feed_is_sound_and_all_readers_agree(
    client, festivals, cancelled, edits
):
    draw = random.Random(8)
    path = f"{FEED}?projected=1&past=all&cancelled={cancelled}"
    fetched = [client.get(path).content]

    for number in range(edits):
        edition = draw.choice(list(Edition.objects.order_by("pk")))
        changed = take(draw, draw.choice(EDIT), edition, START + timedelta(minutes=number))
        fetched.append(client.get(path).content)
        assert broken_in(fetched[-1]) == []
        assert broken_between(fetched[-2], fetched[-1], changed=changed) == []

    assert len(set(fetched)) > edits / 3
    assert [line for lines in disagreements_of(fetched) for line in lines] == []


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("query", ["", "projected=1&past=all", "projected=1&cancelled=strike"])
def test_every_feed_of_a_calendar_of_all_kinds_is_sound(client, festivals, language, query):
    raw = client.get(f"/{language}/calendar.ics?{query}").content

    assert broken_in(raw) == []
    assert disagreements(raw) == []


def test_all_events_of_a_long_text_are_whole(client):
    EditionFactory(festival__manners_en="Banyuwangi, 日; " * 350)

    response = client.get(FEED)

    assert broken_in(response.content) == []
    assert str(events_in(response)[0]["DESCRIPTION"]).endswith("Banyuwangi, 日;")
    assert disagreements(response.content) == []


def test_the_rules_find_what_is_broken(client, festivals):
    raw = client.get(FEED).content

    for old, new in (
        (b"\r\n", b"\n"),
        (b"STATUS:CONFIRMED", b"STATUS:SURE"),
        (b"TRANSP:TRANSPARENT", b"TRANSP:OPAQUE"),
        (b"\r\nGEO:", b"\r\nX-GEO:"),
        (b"TZID:Asia/Makassar", b"TZID:Asia/Jayapura"),
        (b"VALUE=DURATION:", b"VALUE=TEXT:"),
        (b"SUMMARY:Festival ", b"SUMMARY:Festival; "),
        (b"SUMMARY:Festival ", b"SUMMARY:\x07"),
    ):
        assert broken_in(raw.replace(old, new)), old


def test_the_rules_find_a_change_that_is_not_announced(client, festivals):
    raw = client.get(FEED).content
    another_day = raw.replace(b"20261205", b"20261206").replace(b"20261206T", b"20261205T")

    assert broken_between(raw, another_day, changed=set())
    assert broken_between(raw, raw.replace(b"Ritual", b"Dance"), changed=set())
    assert broken_between(raw, raw.replace(b"SEQUENCE:0", b"SEQUENCE:1"), changed=set())
