"""Write door of sample content: districts, interests and places from TOML.

What is there already, by slug, is left as it is: a person may have edited it.
"""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction

from destinations.models import BestTime, District, Fee, Interest, Place, Requirement

LINES = ("hazards_en", "hazards_id", "closing_rules_en", "closing_rules_id")
CHILDREN = {"best_time": BestTime, "fee": Fee, "requirement": Requirement}
PROSE = ("story_en", "story_id")


@transaction.atomic
def load(folder: Path) -> int:
    """Add the districts, interests, places, gateways and venues of the folder's TOML files."""
    District.objects.bulk_create(
        District(**row) for row in missing(District, rows_of(folder / "districts.toml", "district"))
    )
    Interest.objects.bulk_create(
        Interest(**row, sort_order=order)
        for order, row in enumerate(rows_of(folder / "interests.toml", "interest"))
        if not Interest.objects.filter(slug=row["slug"]).exists()
    )
    found = [
        row
        for name in ("places", "gateways", "venues")
        for row in missing(Place, rows_of(folder / f"{name}.toml", "place"))
    ]
    districts = {district.slug: district for district in District.objects.all()}
    interests = {interest.slug: interest for interest in Interest.objects.all()}
    for row in found:
        add_place(row, districts, interests)
    return len(found)


def add_place(
    row: dict[str, Any], districts: dict[str, District], interests: dict[str, Interest]
) -> Place:
    """One place with its fees, requirements and best times; refused whole if a part is wrong."""
    children = {name: row.pop(name, []) for name in CHILDREN}
    wanted = [interests[slug] for slug in row.pop("interests", [])]
    values = {name: value for name, value in row.items() if name not in PROSE}
    values |= {name: "\n".join(values[name]) for name in LINES if name in values}
    place = Place(**values | {"district": districts[row["district"]]})
    place.full_clean()
    place.save()
    place.interests.set(wanted)
    for name, model in CHILDREN.items():
        for child in children[name]:
            part = model(place=place, **child)
            part.full_clean()
            part.save()
    return place


def rows_of(path: Path, name: str) -> list[dict[str, Any]]:
    """The rows `[[name]]` of a TOML file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))[name]


def missing(model: type[Any], rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows whose slug the table does not have."""
    known = set(model.objects.values_list("slug", flat=True))
    return [row for row in rows if row["slug"] not in known]
