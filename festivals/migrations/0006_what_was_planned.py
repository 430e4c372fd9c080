"""Older rows in the words of the life cycle: what a held edition was planned for, and which
step each change was. A held edition that had been announced for another day was planned for
it, not moved from it.
"""

from datetime import timedelta

from django.db import migrations

STEPS = {
    "proposed": "proposed",
    "confirmed": "confirmed",
    "rescheduled": "moved",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "held": "held",
}


def forward(apps, schema_editor):
    editions = apps.get_model("festivals", "Edition").objects
    for row in editions.filter(status="held", moved_from__isnull=False):
        length = row.ends_on - row.starts_on
        editions.filter(pk=row.pk).update(
            planned_starts_on=row.moved_from,
            planned_ends_on=row.moved_from + max(length, timedelta(0)),
            moved_from=None,
        )
    changes = apps.get_model("festivals", "EditionChange").objects
    for change in changes.iterator():
        changes.filter(pk=change.pk).update(step=step_of(change))


def step_of(change):
    """Which step a change was, as far as its values tell."""
    if not change.old:
        return "projected" if change.authority == "rule" else "added"
    if "status" in change.new:
        return STEPS.get(change.new["status"], "corrected")
    if set(change.new) <= {"place_id", "usual_start", "usual_minutes"}:
        return "inherited"
    return "projected" if change.authority == "rule" else "corrected"


def backward(apps, schema_editor):
    editions = apps.get_model("festivals", "Edition").objects
    for row in editions.filter(status="held", planned_starts_on__isnull=False):
        if row.planned_starts_on != row.starts_on:
            editions.filter(pk=row.pk).update(moved_from=row.planned_starts_on)


class Migration(migrations.Migration):
    dependencies = [("festivals", "0005_life_of_an_edition")]
    operations = [migrations.RunPython(forward, backward)]
