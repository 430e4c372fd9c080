"""How many festivals each choice of a filter would leave, so that nobody presses in vain.

A choice is counted as if it were the only one of its field, under what the other fields say.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models.functions import Coalesce

from festivals.filters import YES, CalendarFilter
from festivals.models import Festival
from festivals.models.edition_queries import NIGHT_FROM, NIGHT_TO, EditionQuerySet

FACETS = ("interest", "category", "district", "status", "time", "free", "family")
COLUMNS = (
    *("festival_id", "festival__category", "status", "held_in", "begins"),
    *("festival__entry", "festival__for_families"),
)
Values = dict[str, frozenset[str]]


@dataclass(frozen=True)
class Facets:
    """How many there are under all fields, and what each choice alone would leave of its field."""

    total: int
    counts: Mapping[str, Mapping[str, int]]


def facets_of(filters: CalendarFilter, editions: EditionQuerySet) -> Facets:
    """Count a valid form over editions, narrowed first by fields without choices. Two queries."""
    asked = filters.form.cleaned_data
    for name, value in asked.items():
        if name not in FACETS and name in filters.filters:
            editions = filters.filters[name].filter(editions, value)
    wanted = {name: frozenset(asked[name]) for name in FACETS if asked.get(name)}
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    total = 0
    for row in rows_of(editions):
        missed = [name for name, values in wanted.items() if not values & row[name]]
        total += not missed
        # A row that misses one field still counts for the choices of that field.
        for name in FACETS if not missed else missed if len(missed) == 1 else ():
            counts[name].update(row[name])
    return Facets(total, counts)


def rows_of(editions: EditionQuerySet) -> list[Values]:
    """The values of each edition in each field."""
    interests = defaultdict(set)
    for festival, slug in Festival.interests.through.objects.values_list(
        "festival_id", "interest__slug"
    ):
        interests[festival].add(slug)
    held_in = Coalesce("place__district__slug", "festival__place__district__slug")
    rows = editions.beginning().annotate(held_in=held_in).order_by().values_list(*COLUMNS)
    return [
        {
            "interest": frozenset(interests[festival]),
            "category": frozenset([category]),
            "status": frozenset([status]),
            "district": frozenset([district]),
            "time": frozenset() if begins is None else frozenset([hour_of(begins)]),
            "free": frozenset([YES] if entry == Festival.Entry.FREE else []),
            "family": frozenset([YES] if with_children else []),
        }
        for festival, category, status, district, begins, entry, with_children in rows
    ]


def hour_of(begins: object) -> str:
    return "day" if NIGHT_TO <= begins < NIGHT_FROM else "night"
