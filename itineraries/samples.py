"""Sample plans: trips that somebody thought out, from `sample_data/plans.toml`.

They name places and festivals by slug; one that names what this site does not have is not
offered. `sampling` makes one a visitor's own.
"""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path

from tourism.base.models import InLanguage

PLANS = Path(__file__).parent / "sample_data/plans.toml"


@dataclass(frozen=True)
class SampleStop:
    """A place or a festival, on a day of the plan; the first day is 1."""

    day: int
    place: str = ""
    festival: str = ""
    starts_at: time | None = None


@dataclass(frozen=True)
class SamplePlan:
    """Four days from the crater to the coast, from the ferry port."""

    slug: str
    name_en: str
    name_id: str
    text_en: str
    text_id: str
    days: int
    gateway: str
    art: str
    arrives_at: time | None = None
    stops: list[SampleStop] = field(default_factory=list)

    name = InLanguage()
    text = InLanguage()

    @property
    def places(self) -> set[str]:
        return {self.gateway, *(stop.place for stop in self.stops if stop.place)}

    @property
    def anchor(self) -> SampleStop | None:
        """The festival that the plan is built around."""
        return next((stop for stop in self.stops if stop.festival), None)

    def arrival_for(self, first_day: date) -> date:
        """When to come, for its festival to fall on its day."""
        return first_day - timedelta(days=self.anchor.day - 1 if self.anchor else 0)


@dataclass(frozen=True)
class Offer:
    """A plan that can be made here; with a festival, the day on which one arrives for it."""

    plan: SamplePlan
    arrives_on: date | None = None


@cache
def all_plans() -> tuple[SamplePlan, ...]:
    """Every plan, read once."""
    rows = tomllib.loads(PLANS.read_text(encoding="utf-8"))["plan"]
    return tuple(
        SamplePlan(**row | {"stops": [SampleStop(**stop) for stop in row["stops"]]}) for row in rows
    )


def found(slug: str) -> SamplePlan | None:
    return next((plan for plan in all_plans() if plan.slug == slug), None)


def offers(places: Collection[str], dates: Mapping[str, list[date]], today: date) -> list[Offer]:
    """The plans whose places are there, and whose festival has a coming first day."""
    made = []
    for plan in all_plans():
        if not plan.places <= set(places):
            continue
        if plan.anchor is None:
            made.append(Offer(plan))
            continue
        arrivals = [plan.arrival_for(day) for day in dates.get(plan.anchor.festival, [])]
        made += [Offer(plan, day) for day in arrivals if day > today][:1]
    return made
