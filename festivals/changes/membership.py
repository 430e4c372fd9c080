"""Whether a state of an edition is among those that a filter leaves.

The list of changes needs to know it of states that no row has any more, so the grammar is said
here once more over plain values. A test holds both against each other on random rows.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from destinations.geography import Point, distance_km
from festivals.changes.states import State
from festivals.filters import Cancelled, FeedFilter
from festivals.models import Edition, Festival

Holds = Callable[[State], bool]
NIGHT_FROM, NIGHT_TO = "18:00", "04:00"


@dataclass(frozen=True)
class Membership:
    """The tests that a state has to pass, made from a valid filter."""

    tests: list[Holds]

    def holds(self, state: State | None) -> bool:
        return state is not None and all(test(state) for test in self.tests)


def membership_of(filters: FeedFilter) -> Membership:
    """One query where a name is asked for, which is found as the pages find it today."""
    asked = filters.form.cleaned_data
    tests: list[Holds] = [lambda state: state["precision"] == Edition.Precision.DAY]
    for name in ("category", "district", "place", "festival", "status"):
        if values := asked.get(name):
            tests.append(among(name, values))
    if slugs := set(asked.get("interest") or ()):
        tests.append(lambda state: bool(slugs & set(state["interests"])))
    tests += [make(asked[name]) for name, make in TESTS.items() if asked.get(name)]
    if not filters.holds_projected:
        tests.append(lambda state: state["status"] != Edition.Status.PROJECTED)
    if filters.cancelled_as == Cancelled.DROP:
        tests.append(lambda state: state["status"] not in Edition.OFF)
    return Membership(tests)


def among(name: str, values: Iterable[str]) -> Holds:
    wanted = frozenset(values)
    return lambda state: state[name] in wanted


def begins_at(times: Iterable[str]) -> Holds:
    wanted = set(times)

    def test(state: State) -> bool:
        begins = state["starts_at"] or state["usual_start"]
        if begins is None:
            return False
        return ("day" if NIGHT_TO <= begins < NIGHT_FROM else "night") in wanted

    return test


def near(circle: Any) -> Holds:
    return lambda state: (
        distance_km(circle.point, Point(state["latitude"], state["longitude"])) <= circle.km
    )


def called(words: str) -> Holds:
    return among("festival", Festival.objects.called(words).values_list("slug", flat=True))


def until(day: date) -> Holds:
    return lambda state: state["first"] <= day.isoformat()


def since(day: date) -> Holds:
    return lambda state: state["last"] >= day.isoformat()


TESTS: dict[str, Callable[[Any], Holds]] = {
    "from": since,
    "to": until,
    "time": begins_at,
    "near": near,
    "q": called,
    "free": lambda _: lambda state: state["entry"] == Festival.Entry.FREE,
    "family": lambda _: lambda state: bool(state["for_families"]),
}
