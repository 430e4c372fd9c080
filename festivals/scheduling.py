"""Write door of dates: what is known, and what an editor changes. (`projecting` has the rules.)

Each step is one transaction and leaves one `EditionChange` with the old and the new
values. `at` is the moment the step is taken; no door reads the clock.
"""

from calendar import monthrange
from datetime import date, datetime
from typing import Any

from django.db import transaction

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
CALENDARS_SHOW = {*DATED_FIELDS, "status", "place"}
INHERITED = ("place_id", "usual_start", "usual_minutes")
PUBLIC = (Edition.Status.PROPOSED, Edition.Status.CONFIRMED, Edition.Status.RESCHEDULED)


@transaction.atomic
def record(
    festival: Festival,
    *,
    starts_on: date,
    at: datetime,
    authority: str,
    reason: str = "",
    by: User | None = None,
    **values: Any,
) -> Edition:
    """Enter a holding that is known from a source, and return it; twice is the same as once.

    `values` are fields of `Edition`; without `ends_on` it lasts one day. A row that begins on
    that day, or a projected one whose window holds it, is this holding and takes the values.
    """
    values = {"ends_on": starts_on, "precision": Edition.Precision.DAY} | values
    values |= whole_span(starts_on, values["ends_on"], values["precision"])
    said = {"at": at, "authority": authority, "reason": reason, "by": by}
    if known := standing(festival, values["starts_on"]):
        change(known, **said, **values)
        return known
    edition = Edition(festival=festival, **values)
    edition.full_clean()
    edition.save()
    EditionChange.objects.create(edition=edition, new=dated(edition), **said)
    return edition


def standing(festival: Festival, day: date) -> Edition | None:
    """The edition that a holding on this day already has, or None."""
    rows = festival.editions.select_for_update().order_by("starts_on")
    projected = rows.filter(status=Edition.Status.PROJECTED)
    return (
        rows.filter(starts_on=day).first()
        or projected.filter(earliest_on__lte=day, latest_on__gte=day).first()
    )


@transaction.atomic
def change(
    edition: Edition,
    *,
    at: datetime,
    authority: str,
    reason: str = "",
    by: User | None = None,
    **values: Any,
) -> EditionChange | None:
    """Give an edition new values, keep its UID, and return what changed; None if nothing did.

    A public edition that gets another first day remembers the one it was first announced
    for, and is rescheduled unless the caller says what else it is; back on that day it is
    confirmed again. The sequence grows when day, hour, status or place change, and only then:
    a calendar app takes a higher one for a new invitation (RFC 5545, 3.8.7.4).
    """
    if unknown := set(values) - set(CHANGEABLE):
        raise TypeError(f"{', '.join(sorted(unknown))} cannot be changed on an edition.")
    row = Edition.objects.select_for_update().get(pk=edition.pk)
    days = {name: values.get(name, getattr(row, name)) for name in ("starts_on", "ends_on")}
    values |= whole_span(**days, precision=values.get("precision", row.precision))
    old = {name: getattr(row, name) for name in values if getattr(row, name) != values[name]}
    if not old:
        return None
    for name, value in moved(row, old, values).items():
        old[name], values[name] = getattr(row, name), value
    for name in old:
        setattr(row, name, values[name])
    row.sequence += bool(CALENDARS_SHOW & set(old))
    row.full_clean()
    row.save()
    edition.refresh_from_db()
    return EditionChange.objects.create(
        edition=row,
        old=plain(old),
        new=plain({name: values[name] for name in old}),
        reason=reason,
        authority=authority,
        at=at,
        by=by,
    )


def moved(row: Edition, old: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """What else changes where a public edition gets another first day."""
    if "starts_on" not in old or not row.is_dated or row.status not in PUBLIC:
        return {}
    is_back = values["starts_on"] == row.moved_from
    more = {"moved_from": None if is_back else row.moved_from or row.starts_on}
    if "status" not in old:
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


def dated(edition: Edition) -> dict[str, Any]:
    """The values with which an edition begins its life."""
    return plain({name: getattr(edition, name) for name in ("starts_on", "ends_on", "status")})


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """Rows as their keys, so that the values can be kept as JSON."""
    return {name: getattr(value, "pk", value) for name, value in values.items()}
