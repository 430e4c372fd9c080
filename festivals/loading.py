"""Write door of sample content: festivals, and the editions that reports tell of.

What is there already, by slug, is left as it is: a person may have edited it.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from destinations.loading import PROSE, missing, rows_of
from destinations.models import Interest, Place
from festivals import projecting, recording
from festivals.models import Edition, EditionChange, Festival, ProgrammePart, Season

NAMES = {  # In the file -> on the row.
    "duration_days": "usual_days",
    "minutes_per_day": "usual_minutes",
    "starts_at": "usual_start",
    "rule": "date_rule",
    "rule_en": "rule_in_words_en",
    "rule_id": "rule_in_words_id",
}


@transaction.atomic
def load(folder: Path, *, today: date, at: datetime) -> int:
    """Add the folder's festivals and editions; project to the end of the year after next."""
    for row in rows_of(folder / "seasons.toml", "season"):
        Season.objects.get_or_create(starts_on=row["starts_on"], defaults=row)
    rows = missing(Festival, rows_of(folder / "festivals.toml", "festival"))
    places = {place.slug: place for place in Place.objects.all()}
    interests = {interest.slug: interest for interest in Interest.objects.all()}
    # Those that follow another come after it, for each is checked as it is added.
    rows.sort(key=lambda row: "festival" in row["rule"])
    added = {row["slug"]: add_festival(row, places, interests) for row in rows}
    for row in rows_of(folder / "editions.toml", "edition"):
        if festival := added.get(row["festival"]):
            add_edition(festival, row, at=at)
    almanac = Festival.objects.almanac()
    for festival in added.values():
        projecting.project(
            festival, first=today, last=projecting.horizon(today), at=at, almanac=almanac
        )
    return len(added)


def add_festival(
    row: dict[str, Any], places: dict[str, Place], interests: dict[str, Interest]
) -> Festival:
    values = {NAMES.get(name, name): value for name, value in row.items() if name not in PROSE}
    wanted = [interests[slug] for slug in values.pop("interests", [])]
    programme = values.pop("programme", [])
    festival = Festival(**values | {"place": places[row["place"]]})
    festival.full_clean()
    festival.save()
    festival.interests.set(wanted)
    for order, words in enumerate(programme):
        part = ProgrammePart(festival=festival, sort_order=order, **words)
        part.full_clean()
        part.save()
    return festival


def add_edition(festival: Festival, row: dict[str, Any], *, at: datetime) -> Edition:
    """One known holding. Where it was planned for another day, the plan is its first change."""
    values = {name: value for name, value in row.items() if name not in ("festival", "planned_on")}
    planned_on = row.get("planned_on")
    if not planned_on:
        return recording.record(festival, at=at, authority=EditionChange.Authority.PRESS, **values)
    edition = recording.record(
        festival,
        starts_on=planned_on,
        status=Edition.Status.CONFIRMED,
        at=at,
        authority=EditionChange.Authority.OFFICE,
    )
    recording.change(edition, at=at, authority=EditionChange.Authority.PRESS, **values)
    return edition
