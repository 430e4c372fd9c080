"""Random doors: whatever can happen to an edition, for tests that follow a list of changes."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from destinations.models import District, Place
from festivals import projecting, recording, scheduling
from festivals.lifecycle import StepRefused
from festivals.models import Edition, Festival
from tests.factories import DistrictFactory, EditionFactory, FestivalFactory, InterestFactory

START = datetime(2026, 11, 1, tzinfo=UTC)
LONG_AFTER = date(2040, 1, 1)
SLUGS = ("surf", "arts", "food")
Door = Callable[[random.Random, Edition, datetime], Any]


def region() -> None:
    """Two districts, a few festivals of every status."""
    for number, slug in enumerate(("licin", "muncar")):
        district = DistrictFactory(slug=slug)
        for category in ("ritual", "dance"):
            festival = FestivalFactory(
                category=category,
                place__district=district,
                place__latitude=-8.2 - number / 10,
                interests=[SLUGS[number]],
            )
            EditionFactory(festival=festival)
            EditionFactory(festival=festival, projected=True, starts_on=START.date())


def step(name: str, *, moves: bool = False) -> Door:
    def take(draw: random.Random, edition: Edition, at: datetime) -> None:
        days = {"starts_on": edition.starts_on + timedelta(days=draw.randint(-9, 9))}
        getattr(scheduling, name)(
            edition, **days if moves else {}, at=at, authority="village", reason="So it is"
        )

    return take


def was_held(draw: random.Random, edition: Edition, at: datetime) -> None:
    scheduling.hold(edition, at=at, authority="village", today=LONG_AFTER)


def another_festival(draw: random.Random, edition: Edition, at: datetime) -> None:
    rows = Festival.objects.filter(pk=edition.festival_id)
    rows.update(
        category=draw.choice(["ritual", "dance", "food"]),
        name_en=f"Festival {draw.randint(0, 9)}",
        entry=draw.choice(["", "free"]),
    )


def other_interests(draw: random.Random, edition: Edition, at: datetime) -> None:
    slugs = draw.sample(SLUGS, draw.randint(0, 3))
    edition.festival.interests.set([InterestFactory(slug=slug) for slug in slugs])


def another_district(draw: random.Random, edition: Edition, at: datetime) -> None:
    district = draw.choice(list(District.objects.order_by("pk")))
    Place.objects.filter(pk=edition.where.pk).update(district=district)


def other_hours(draw: random.Random, edition: Edition, at: datetime) -> None:
    hour = draw.choice([None, time(8), time(19, 30)])
    recording.change(edition, starts_at=hour, at=at, authority="office")


def one_more(draw: random.Random, edition: Edition, at: datetime) -> None:
    day = START.date() + timedelta(days=draw.randint(0, 2000))
    recording.record(edition.festival, starts_on=day, at=at, authority="office")


def gone(draw: random.Random, edition: Edition, at: datetime) -> None:
    """A projected edition that its rule no longer gives is taken back, and its log with it."""
    if edition.status == Edition.Status.PROJECTED:
        projecting.withdraw([edition])


def past_every_door(draw: random.Random, edition: Edition, at: datetime) -> None:
    Edition.objects.filter(pk=edition.pk).update(note_en=f"Note {draw.randint(0, 9)}")


DOORS: list[Door] = [
    step("propose"),
    step("confirm"),
    step("confirm", moves=True),
    step("move", moves=True),
    step("postpone"),
    step("cancel"),
    step("restore"),
    was_held,
    another_festival,
    other_interests,
    another_district,
    other_hours,
    one_more,
    gone,
    past_every_door,
]


def open_one(draw: random.Random, number: int) -> None:
    """Take one random door, which may refuse."""
    edition = draw.choice(list(Edition.objects.order_by("pk")))
    with suppress(StepRefused):
        draw.choice(DOORS)(draw, edition, START + timedelta(minutes=number))
