"""Write door of dates: what the rules give, what is known, what an editor changes.

Each step is one transaction and leaves one `EditionChange` with the old and the new
values. `at` is the moment the step is taken; no door reads the clock.
"""

from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from festivals.dates.rules import Forecast
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


def horizon(today: date) -> date:
    """How far ahead dates are projected: the end of the year after next."""
    return date(today.year + 2, 12, 31)


@transaction.atomic
def project(festival: Festival, *, first: date, last: date, at: datetime) -> list[Edition]:
    """Add the editions that the rule gives and that are not over before `first`; return them.

    A date that was projected before is left alone, even if an editor has since moved,
    confirmed or cancelled what stood there. A row typed in by hand whose first day lies in
    the window of a forecast is that holding: it takes the forecast's date and no second row
    is made. Where the rule itself has changed, a projected row that it no longer gives takes
    the new date of its year and keeps its UID; one that is left over goes, if nobody has
    touched it.
    """
    rows = list(festival.editions.select_for_update())
    given = festival.rule.forecasts(date(first.year, 1, 1), last)
    known = {row.rule_date for row in rows}
    coming = [f for f in given if f.rule_date not in known and f.span.last >= first]
    by_hand = [row for row in rows if row.rule_date is None]
    dates = {forecast.rule_date for forecast in given}
    stale = [row for row in rows if is_stale(row, dates, first, last)]
    added = []
    for forecast in coming:
        if row := next((row for row in by_hand if row.starts_on in forecast.window), None):
            by_hand.remove(row)
            row.rule_date = forecast.rule_date
            row.save(update_fields=["rule_date"])
        elif row := next((row for row in stale if row.year == forecast.span.first.year), None):
            stale.remove(row)
            follow(row, forecast, at=at)
        else:
            added.append(Edition(festival=festival, **seen_by_rule(forecast)))
    withdraw(stale)
    Edition.objects.bulk_create(added)
    EditionChange.objects.bulk_create(
        EditionChange(edition=row, new=dated(row), authority=EditionChange.Authority.RULE, at=at)
        for row in added
    )
    return added


def is_stale(row: Edition, dates: Collection[date], first: date, last: date) -> bool:
    """Whether a row is only projected, still to come, and no longer given by the rule."""
    return (
        row.status == Edition.Status.PROJECTED
        and row.rule_date is not None
        and row.rule_date not in dates
        and row.rule_date <= last
        and row.ends_on >= first
    )


def seen_by_rule(forecast: Forecast) -> dict[str, Any]:
    """The values of an edition as the rule sees it."""
    return {
        "rule_date": forecast.rule_date,
        "starts_on": forecast.span.first,
        "ends_on": forecast.span.last,
        "precision": forecast.precision,
        "earliest_on": forecast.window.first,
        "latest_on": forecast.window.last,
        "reasons": list(forecast.reasons),
    }


def follow(row: Edition, forecast: Forecast, *, at: datetime) -> None:
    """Give a projected row the date that the changed rule gives."""
    values = seen_by_rule(forecast)
    row.rule_date = values.pop("rule_date")
    row.save(update_fields=["rule_date"])
    change(row, at=at, authority=EditionChange.Authority.RULE, **values)


def withdraw(rows: Iterable[Edition]) -> None:
    """Take back projections that nobody has touched: what no one has said is no record."""
    for row in rows:
        if not row.changes.exclude(authority=EditionChange.Authority.RULE).exists():
            row.changes.all().delete()
            row.delete()


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
