"""Write door of editions: enter one that is known, give one other values. The steps of its life
stand in `scheduling`, the rules in `projecting`; they change an edition through this door.

Each step is one transaction and leaves one `EditionChange` with the old and the new
values. `at` is the moment the step is taken; no door reads the clock.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone, translation

from festivals.dates.reading import gettext_noop
from festivals.lifecycle import DONE, IT_IS_CANCELLED, PUBLIC, STEPS, StepRefused, why_not
from festivals.models import Edition, EditionChange, Festival
from tourism.base.models import User

DATED_FIELDS = ("starts_on", "ends_on", "precision", "starts_at", "ends_at")
CHANGEABLE = (
    *DATED_FIELDS,
    "status",
    "earliest_on",
    "latest_on",
    "reasons",
    "place",
    "note_en",
    "note_id",
    "source",
)
KEPT = ("moved_from", "planned_starts_on", "planned_ends_on")  # Follow from a step.
LOGGED = (*CHANGEABLE, *KEPT)
CALENDARS_SHOW = {*DATED_FIELDS, "status", "place"}
INHERITED = ("place_id", "usual_start", "usual_minutes")
Step = EditionChange.Step


class ChangedMeanwhile(StepRefused):
    """Somebody else changed the edition after the caller had looked at it."""


@transaction.atomic
def record(
    festival: Festival,
    *,
    starts_on: date,
    at: datetime,
    authority: str,
    reason: str = "",
    document: str = "",
    by: User | None = None,
    **values: Any,
) -> Edition:
    """Enter a holding that is known from a source, and return it; twice is the same as once.

    `values` are fields of `Edition`; without `ends_on` it lasts one day. A row that begins on
    that day, or a projected one whose window holds it, is this holding and takes the values.
    Raises `StepRefused` where it is cancelled, or no step leads to the new status.
    """
    values = {"ends_on": starts_on, "precision": Edition.Precision.DAY} | values
    values |= whole_span(starts_on, values["ends_on"], values["precision"])
    said = {"at": at, "authority": authority, "reason": reason, "document": document, "by": by}
    if known := standing(festival, values["starts_on"]):
        is_cancelled = known.status == Edition.Status.CANCELLED
        if is_cancelled and values.get("status", known.status) != known.status:
            raise StepRefused(IT_IS_CANCELLED)
        change(known, **said, **values)
        return known
    edition = Edition(festival=festival, **values)
    return begin(edition, **said)


def begin(edition: Edition, *, step: str = Step.ADDED, **said: Any) -> Edition:
    """Save a new edition with its first change."""
    save(edition)
    EditionChange.objects.create(edition=edition, step=step, new=first_values(edition), **said)
    return edition


def save(edition: Edition) -> None:
    """Save an edition; what the database refuses is told in the sentence of the constraint.

    The constraints are left to the database, for asking each beforehand is a query of its own.
    """
    edition.full_clean(validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            edition.save()
    except IntegrityError:
        edition.full_clean()
        raise


def standing(festival: Festival, day: date) -> Edition | None:
    """The edition that a holding on this day already has, or None."""
    is_projected = Q(status=Edition.Status.PROJECTED, earliest_on__lte=day, latest_on__gte=day)
    rows = festival.editions.select_for_update().filter(Q(starts_on=day) | is_projected)
    return min(rows, key=lambda row: (row.starts_on != day, row.starts_on), default=None)


@transaction.atomic
def change(
    edition: Edition,
    *,
    at: datetime,
    authority: str,
    reason: str = "",
    document: str = "",
    by: User | None = None,
    seen: datetime | None = None,
    step: str = "",
    **values: Any,
) -> EditionChange | None:
    """Give an edition new values, keep its UID, and return what changed; None if nothing did.

    A public edition that gets another first day remembers the one it was first announced
    for, and is rescheduled unless the caller says what else it is; back on that day it is
    confirmed again. One that is marked as held keeps the days it was planned for. The
    sequence grows when day, hour, status or place change, and only then: a calendar app takes
    a higher one for a new invitation (RFC 5545, 3.8.7.4).

    Raises `StepRefused` where no step leads from its status to the new one, and
    `ChangedMeanwhile` where `seen` (its `updated_at` as the caller saw it) is not the last.
    """
    if unknown := set(values) - set(CHANGEABLE):
        raise TypeError(f"{', '.join(sorted(unknown))} cannot be changed on an edition.")
    row = locked(edition, {"seen": seen})
    days = {name: values.get(name, getattr(row, name)) for name in ("starts_on", "ends_on")}
    values |= whole_span(**days, precision=values.get("precision", row.precision))
    old = {name: getattr(row, name) for name in values if getattr(row, name) != values[name]}
    if not old:
        return None
    step = step or step_to(row, values, authority)
    for name, value in following(row, old, values).items():
        old[name], values[name] = getattr(row, name), value
    for name in old:
        setattr(row, name, values[name])
    row.sequence += bool(CALENDARS_SHOW & set(old))
    save(row)
    edition.refresh_from_db()
    return EditionChange.objects.create(
        edition=row,
        step=step,
        old=plain(old),
        new=plain({name: values[name] for name in old}),
        reason=reason,
        document=document,
        authority=authority,
        at=at,
        by=by,
    )


def locked(edition: Edition, said: Mapping[str, Any]) -> Edition:
    """The row as it stands, held until the transaction ends, if it is as the caller saw it."""
    row = Edition.objects.select_for_update().get(pk=edition.pk)
    if said.get("seen") not in (None, row.updated_at):
        raise changed_meanwhile(row)
    return row


def changed_meanwhile(row: Edition) -> ChangedMeanwhile:
    """What to tell whoever acts on what is no longer so."""
    last = row.changes.last()
    return ChangedMeanwhile(
        gettext_noop(
            "Changed by %(who)s at %(at)s: it is now %(status)s, %(first)s to %(last)s. Look "
            "again, and send it once more if you still want it."
        ),
        who=str((last and last.by) or "–"),
        at=f"{timezone.localtime(last.at if last else row.updated_at):%Y-%m-%d %H:%M}",
        status=word_of(row.status),
        first=row.starts_on.isoformat(),
        last=row.ends_on.isoformat(),
    )


def word_of(status: str) -> str:
    """The word of a status, to be translated where it is told."""
    with translation.override(None):
        return str(Edition.Status(status).label)


def step_to(row: Edition, values: dict[str, Any], authority: str) -> str:
    """What the change is called; a status that no step leads to is refused."""
    status = values.get("status", row.status)
    is_moved = values["starts_on"] != row.starts_on or values["ends_on"] != row.ends_on
    if status == row.status:
        if is_moved and status in PUBLIC:
            return Step.MOVED
        return Step.PROJECTED if authority == EditionChange.Authority.RULE else Step.CORRECTED
    if row.status == Edition.Status.CANCELLED and status == before_cancelling(row):
        return Step.RESTORED
    for step, pairs in STEPS.items():
        if pairs.get(row.status) == status:
            return Step(DONE[step])
    if row.status == Edition.Status.RESCHEDULED and values["starts_on"] == row.moved_from:
        return Step.MOVED  # Back on the day it was first announced for.
    raise StepRefused(
        gettext_noop("%(now)s cannot become %(then)s. %(why)s"),
        now=word_of(row.status),
        then=word_of(status),
        why=why_not("", row.status),
    )


def before_cancelling(row: Edition) -> str:
    """The status a cancelled edition had, as its change log knows it."""
    for change in reversed(row.changes.all()):
        if change.new.get("status") == Edition.Status.CANCELLED:
            return str(change.old.get("status", Edition.Status.PROJECTED))
    return str(Edition.Status.PROPOSED)


def following(row: Edition, old: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """What else changes: the day it was first announced for, the days it was planned for."""
    more: dict[str, Any] = {}
    if "status" in old and values["status"] == Edition.Status.HELD:
        more = {"planned_starts_on": row.starts_on, "planned_ends_on": row.ends_on}
        more = more if row.is_dated else {}
    elif "starts_on" in old and row.is_dated and row.status in (*PUBLIC, Edition.Status.POSTPONED):
        is_back = values["starts_on"] == row.moved_from
        more = {"moved_from": None if is_back else row.moved_from or row.starts_on}
        if "status" not in values and row.status in PUBLIC:
            status = Edition.Status.CONFIRMED if is_back else Edition.Status.RESCHEDULED
            more["status"] = status
    return {name: value for name, value in more.items() if getattr(row, name) != value}


def whole_span(starts_on: date, ends_on: date, precision: str) -> dict[str, date]:
    """The days of an edition: where only months or years are known, whole ones."""
    if precision == Edition.Precision.MONTH:
        ends_on = ends_on.replace(day=monthrange(ends_on.year, ends_on.month)[1])
        starts_on = starts_on.replace(day=1)
    elif precision == Edition.Precision.YEAR:
        starts_on, ends_on = starts_on.replace(month=1, day=1), ends_on.replace(month=12, day=31)
    return {"starts_on": starts_on, "ends_on": ends_on}


@transaction.atomic
def pass_on(
    festival: Festival, *, old: dict[str, Any], first: date, at: datetime, by: User | None
) -> int:
    """Tell coming editions that their festival has another usual hour, length or place.

    `old` holds the values of `INHERITED` before. Editions with a value of their own are left
    alone. Returns how many changed for their subscribers.
    """
    new = inherited(festival)
    differs = {name for name in INHERITED if old[name] != new[name]}
    rows = festival.editions.select_for_update().ending_from(first) if differs else []
    changed = 0
    for row in rows:
        own = {"place_id": row.place_id, "usual_start": row.starts_at, "usual_minutes": row.ends_at}
        names = {name for name in differs if own[name] is None}
        if not names:
            continue
        row.sequence += 1
        row.save()
        EditionChange.objects.create(
            edition=row,
            step=Step.INHERITED,
            old={name: old[name] for name in names},
            new={name: new[name] for name in names},
            authority=EditionChange.Authority.OFFICE,
            at=at,
            by=by,
        )
        changed += 1
    return changed


def inherited(festival: Festival) -> dict[str, Any]:
    """The values that editions take from their festival where they have none of their own."""
    return {name: getattr(festival, name) for name in INHERITED}


def first_values(edition: Edition) -> dict[str, Any]:
    """The values with which an edition begins its life, where they are not the usual ones."""
    blank = Edition()
    values = {name: getattr(edition, name) for name in LOGGED}
    return plain({n: v for n, v in values.items() if n == "status" or v != getattr(blank, n)})


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """Rows as their keys, so that the values can be kept as JSON."""
    return {name: getattr(value, "pk", value) for name, value in values.items()}
