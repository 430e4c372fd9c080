"""Editions as rows of plain values: all that an event prints, in one query however many.

Two rows that are equal give the same event, so a row's digest says whether an event has to be
written anew. Whatever an event is to print has a column here; a column that is missing shows as
a query an event, which a test counts.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.db.models import F, FilteredRelation, Func, Model, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest, JSONObject

from destinations.models import District, Interest, Place
from festivals.history import PUBLIC_STEPS, Step
from festivals.models import Edition, EditionChange, Festival
from festivals.models.edition_queries import EditionQuerySet

CHUNK = 500  # Rows held at once.
EDITION = (
    *("id", "festival_id", "place_id", "uid", "sequence", "created_at", "status"),
    *("starts_on", "ends_on", "precision", "starts_at", "ends_at", "earliest_on", "latest_on"),
    *("reasons", "moved_from", "planned_starts_on", "ask_on"),
)
FESTIVAL = ("id", "place_id", "category", "usual_start", "usual_minutes", "entry")
PLACE = ("id", "district_id", "village", "latitude", "longitude", "timezone")
DISTRICT = ("id", "regency")
IN_LANGUAGE: dict[type[Model], tuple[str, ...]] = {
    Edition: ("note",),
    Festival: ("name", "manners", "rule_in_words"),
    Place: ("name",),
    District: ("name",),
}
PARTS = (  # The rows that an event is made of: where they stand, what they are, which columns.
    ("", Edition, EDITION),
    ("festival__", Festival, FESTIVAL),
    ("festival__place__", Place, PLACE),
    ("festival__place__district__", District, DISTRICT),
    ("place__", Place, PLACE),
    ("place__district__", District, DISTRICT),
)
BESIDE = ("page_slug", "interest_names", "last_change")
ENTRY = tuple(
    f"entry__{name}"
    for name in ("digest", "text", "struck", "zone", "signature", "sequence", "modified_at")
)
CHANGE = {name: name for name in ("step", "at", "reason", "authority", "old", "new")}
TOLD_STEPS = [step for step in PUBLIC_STEPS if step not in (Step.ADDED, Step.REPEATED)]


@dataclass(frozen=True)
class Entry:
    """What was last written of it; all empty where nothing was."""

    digest: str | None
    text: str | None
    struck: str | None
    zone: str | None
    signature: str | None
    sequence: int | None
    modified_at: datetime | None


@dataclass(frozen=True)
class Row:
    """One edition: its values in order, and what was last written of it."""

    values: tuple[Any, ...]
    changed_at: datetime  # When one of its rows was last saved, shown or not.
    entry: Entry

    def digest(self, *beside: str) -> str:
        """What is another as soon as any value is."""
        written = repr((beside, self.values)).encode()
        return hashlib.blake2b(written, digest_size=16).hexdigest()

    @property
    def pk(self) -> int:
        return int(self.values[0])

    @property
    def last_change(self) -> EditionChange | None:
        """The last public change, which is not to be saved, or None."""
        values = self.values[-1]
        if not values:
            return None
        at = datetime.fromisoformat(values["at"])
        old, new = (as_object(values[name]) for name in ("old", "new"))
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        return EditionChange(**values | {"at": at, "old": old, "new": new})

    @property
    def interests(self) -> list[str]:
        """Names of what people come for, by the alphabet: a database joins them in any order."""
        return sorted((self.values[-2] or "").splitlines())

    def edition(self, language: str) -> Edition:
        """The row as the models that the rest of the room knows, with the columns it has."""
        found: dict[str, Any] = {}
        at = 0
        for path, model, names in PARTS:
            columns = columns_of(model, names, language)
            values = self.values[at : at + len(columns)]
            found[path] = model.from_db(None, columns, values) if values[0] else None
            at += len(columns)
        for path in ("festival__place__", "place__"):
            if found[path]:
                found[path].district = found[f"{path}district__"]
        found["festival__"].place = found["festival__place__"]
        edition: Edition = found[""]
        edition.festival, edition.place = found["festival__"], found["place__"]
        edition.page_slug = self.values[at]
        return edition


def as_object(value: Any) -> dict[str, Any]:
    """An object of JSON, which SQLite hands out as text inside another."""
    found: dict[str, Any] = json.loads(value) if isinstance(value, str) else value
    return found


class Joined(Func):
    """The values of a column in one text, one a line."""

    function = "GROUP_CONCAT"
    template = "%(function)s(%(expressions)s, CHAR(10))"

    def as_postgresql(self, *args: Any, **kwargs: Any) -> Any:
        return self.as_sql(
            *args,
            **kwargs,
            function="STRING_AGG",
            template="%(function)s(%(expressions)s, CHR(10))",
        )


@cache
def columns_of(model: type[Model], names: tuple[str, ...], language: str) -> list[str]:
    """The columns of one model in its own order, those with words in one language."""
    wanted = {*names, *(f"{name}_{language}" for name in IN_LANGUAGE[model])}
    return [field.attname for field in model._meta.concrete_fields if field.attname in wanted]


def rows_of(editions: EditionQuerySet, language: str) -> Iterator[Row]:
    """The rows in order, read as they are asked for."""
    columns = [
        f"{path}{name}"
        for path, model, names in PARTS
        for name in columns_of(model, names, language)
    ]
    told = with_entry(editions, language).values_list(*columns, *BESIDE, "changed_at", *ENTRY)
    count = len(columns) + len(BESIDE)
    for values in told.iterator(chunk_size=CHUNK):
        yield Row(values[:count], values[count], Entry(*values[count + 1 :]))


def with_entry(editions: EditionQuerySet, language: str) -> EditionQuerySet:
    """Know the page, the interests, the last public change, and what was last written."""
    interests = Interest.objects.filter(festival=OuterRef("festival_id")).order_by()
    changes = EditionChange.objects.filter(edition=OuterRef("pk"), step__in=TOLD_STEPS)
    last = changes.order_by("-at", "-pk").annotate(columns=JSONObject(**CHANGE))
    return (
        editions.with_page(language)
        .order_by("starts_on", "pk")
        .annotate(
            interest_names=Subquery(
                interests.annotate(joined=Joined(F(f"name_{language}"))).values("joined")
            ),
            last_change=Subquery(last.values("columns")[:1]),
            changed_at=Greatest(
                "updated_at",
                "festival__updated_at",
                Coalesce("place__updated_at", "festival__place__updated_at"),
            ),
            entry=FilteredRelation("feed_entries", condition=Q(feed_entries__language=language)),
        )
    )
