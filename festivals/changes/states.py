"""An edition as plain values, all that anybody may see of it: what the list of changes compares.

A state is a dict ready for JSON: days as 2027-06-13, hours as 19:30 on the clock of `zone`,
names in both languages, slugs for what filters ask by. Equal states say the same.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from destinations.models import Interest
from festivals.feeds.rows import Joined
from festivals.models import Edition, EditionChange, Published
from festivals.models.edition_queries import EditionQuerySet

State = dict[str, Any]
OWN = {  # Values of the edition itself, as the change log names them.
    "first": "starts_on",
    "last": "ends_on",
    "precision": "precision",
    "starts_at": "starts_at",
    "ends_at": "ends_at",
    "status": "status",
    "earliest": "earliest_on",
    "latest": "latest_on",
    "moved_from": "moved_from",
    "note_en": "note_en",
    "note_id": "note_id",
}
OF_FESTIVAL = {
    "festival": "festival__slug",
    "name_en": "festival__name_en",
    "name_id": "festival__name_id",
    "category": "festival__category",
    "entry": "festival__entry",
    "for_families": "festival__for_families",
    "usual_start": "festival__usual_start",
    "usual_minutes": "festival__usual_minutes",
}
OF_PLACE = {
    "place": "slug",
    "place_en": "name_en",
    "place_id": "name_id",
    "district": "district__slug",
    "latitude": "latitude",
    "longitude": "longitude",
    "zone": "timezone",
}
IN_TIME = ("first", "last", "precision", "starts_at", "ends_at", "usual_start", "usual_minutes")
IN_PLACE = ("place", "place_en", "place_id", "district", "latitude", "longitude", "zone")


@dataclass(frozen=True)
class Now:
    """An edition as it stands, and what was last said of it."""

    edition_id: int
    digest: str
    state: State
    said: str | None
    last_change: int  # The last step that was told.
    latest_change: int  # The last step there is.

    @property
    def is_told(self) -> bool:
        return self.said == self.digest and self.latest_change <= self.last_change


def states(editions: EditionQuerySet) -> Iterator[Now]:
    """All as they stand, in one query, by their keys."""
    at_place = {
        name: Coalesce(f"place__{column}", f"festival__place__{column}")
        for name, column in OF_PLACE.items()
    }
    interests = Interest.objects.filter(festival=OuterRef("festival_id")).order_by()
    said = Published.objects.filter(pk=OuterRef("pk"))
    steps = EditionChange.objects.filter(edition=OuterRef("pk"))
    rows = (
        editions.order_by("pk")
        .annotate(
            **{f"at_{name}": found for name, found in at_place.items()},
            slugs=Subquery(interests.annotate(joined=Joined(F("slug"))).values("joined")),
            said=Subquery(said.values("digest")),
            last_change=Subquery(said.values("last_change")),
            latest_change=Subquery(steps.order_by("-pk").values("pk")[:1]),
        )
        .values_list(
            *("pk", "said", "last_change", "latest_change", "slugs", "uid"),
            *(f"at_{name}" for name in OF_PLACE),
            *OWN.values(),
            *OF_FESTIVAL.values(),
        )
    )
    names = ("uid", *OF_PLACE, *OWN, *OF_FESTIVAL)
    for pk, digest_said, told, latest, slugs, *values in rows.iterator(chunk_size=500):
        state = {name: plain(value) for name, value in zip(names, values, strict=True)}
        state["interests"] = sorted((slugs or "").splitlines())
        yield Now(pk, digest_of(state), state, digest_said, told or 0, latest or 0)


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:%H:%M}" if isinstance(value, time) else value


def digest_of(state: State) -> str:
    return hashlib.blake2b(repr(sorted(state.items())).encode(), digest_size=16).hexdigest()


def state_of(edition: Edition) -> State:
    """One edition as it stands."""
    (found,) = states(Edition.objects.filter(pk=edition.pk))
    return found.state


def with_values(state: State, values: dict[str, Any]) -> State:
    """A state with the old or the new values of a step, named and written as in the change log."""
    said = {name: values[column] for name, column in OWN.items() if column in values}
    hours = {name: value[:5] for name, value in said.items() if name.endswith("_at") and value}
    return state | said | hours


def severity(old: State | None, new: State | None) -> str:
    """What a reader has to act on: "date", "place", "status" or "text", the first that differs."""
    old, new = old or {}, new or {}
    differs = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    if differs & set(IN_TIME):
        return "date"
    if differs & set(IN_PLACE):
        return "place"
    return "status" if "status" in differs else "text"
