"""Editions in a status, and steps taken on them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from festivals import recording, scheduling
from festivals.lifecycle import StepRefused
from festivals.models import Edition
from tests.factories import EditionFactory, FestivalFactory

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
FIRST, OTHER = date(2026, 11, 8), date(2026, 11, 15)
SAID: dict[str, Any] = {
    "at": NOW,
    "authority": "village",
    "reason": "The elders said so.",
    "document": "letter 7",
}


def edition_in(status, **more):
    edition = EditionFactory(starts_on=FIRST, status=Edition.Status.CONFIRMED, **more)
    if status == "cancelled":
        scheduling.cancel(edition, **SAID)
    else:
        Edition.objects.filter(pk=edition.pk).update(status=status)
    edition.refresh_from_db()
    return edition


def take(step, edition, **more):
    door = getattr(scheduling, step)
    if step == "move":
        more = {"starts_on": OTHER} | more
    if step == "hold":
        more = {"today": TODAY} | more
    return door(edition, **SAID | more)


def check_life(moves):
    """Take the steps, and hold the row against its change log."""
    edition = recording.record(
        FestivalFactory(),
        starts_on=FIRST,
        at=NOW,
        authority="office",
        status=Edition.Status.PROPOSED,
    )
    uid, days_seen = edition.uid, {FIRST}
    for step, ahead in moves:
        day = FIRST + timedelta(days=ahead)
        try:
            if step in ("cancel", "postpone", "restore"):
                take(step, edition)
            else:
                take(step, edition, starts_on=day)
        except StepRefused:
            continue
        edition.refresh_from_db()
        days_seen.add(edition.starts_on)
        assert edition.uid == uid
        assert replayed(edition) == shown(edition)
    told = {change.new.get("starts_on") for change in edition.changes.all()}
    assert {day.isoformat() for day in days_seen} <= told


def replayed(edition) -> dict[str, Any]:
    """The values that the change log leads to, from nothing."""
    values = recording.plain({name: getattr(Edition(), name) for name in recording.LOGGED})
    for change in edition.changes.all():
        assert {name: values[name] for name in change.old} == change.old
        values |= change.new
    return values


def shown(edition) -> dict[str, Any]:
    """The values of the row, as the log writes them."""
    values = recording.plain({name: getattr(edition, name) for name in recording.LOGGED})
    return {n: v.isoformat() if hasattr(v, "isoformat") else v for n, v in values.items()}
