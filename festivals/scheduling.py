"""Write door of dates: what the rules give, what is known, what an editor changes.

Each step is one transaction and leaves one `EditionChange` with the old and the new
values. `at` is the moment the step is taken; no door reads the clock.
"""

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
PUBLIC = (Edition.Status.PROPOSED, Edition.Status.CONFIRMED, Edition.Status.RESCHEDULED)


@transaction.atomic
def project(festival: Festival, *, first: date, last: date, at: datetime) -> list[Edition]:
    """Add the editions that the rule gives and that are not over before `first`; return them.

    A date that was projected before is left alone, even if an editor has since moved,
    confirmed or cancelled what stood there. A row typed in by hand whose first day lies in
    the window of a forecast is that holding: it takes the forecast's date and no second row
    is made.
    """
    rows = list(festival.editions.select_for_update())
    known = {row.rule_date for row in rows}
    by_hand = [row for row in rows if row.rule_date is None]
    added = []
    for forecast in festival.rule.forecasts(date(first.year, 1, 1), last):
        if forecast.rule_date in known or forecast.span.last < first:
            continue
        if row := next((row for row in by_hand if row.starts_on in forecast.window), None):
            by_hand.remove(row)
            row.rule_date = forecast.rule_date
            row.save(update_fields=["rule_date"])
            continue
        added.append(projected(festival, forecast))
    Edition.objects.bulk_create(added)
    EditionChange.objects.bulk_create(
        EditionChange(
            edition=edition, new=dated(edition), authority=EditionChange.Authority.RULE, at=at
        )
        for edition in added
    )
    return added


def projected(festival: Festival, forecast: Forecast) -> Edition:
    """An edition as the rule sees it, not yet saved."""
    return Edition(
        festival=festival,
        rule_date=forecast.rule_date,
        starts_on=forecast.span.first,
        ends_on=forecast.span.last,
        precision=forecast.precision,
        earliest_on=forecast.window.first,
        latest_on=forecast.window.last,
        reasons=list(forecast.reasons),
    )


@transaction.atomic
def record(
    festival: Festival,
    *,
    starts_on: date,
    at: datetime,
    authority: str,
    by: User | None = None,
    **values: Any,
) -> Edition:
    """Enter a holding that is known from a source, and return it; twice is the same as once.

    `values` are fields of `Edition`; without `ends_on` it lasts one day.
    """
    edition = Edition(festival=festival, starts_on=starts_on, **{"ends_on": starts_on, **values})
    if same := festival.editions.filter(starts_on=starts_on).first():
        return same
    edition.full_clean()
    edition.save()
    EditionChange.objects.create(
        edition=edition, new=dated(edition), authority=authority, at=at, by=by
    )
    return edition


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
    for, and is rescheduled unless the caller says what else it is.
    The sequence grows when day, hour, status or place change, and only then: a calendar app
    takes a higher one for a new invitation (RFC 5545, 3.8.7.4).
    """
    if unknown := set(values) - set(CHANGEABLE):
        raise TypeError(f"{', '.join(sorted(unknown))} cannot be changed on an edition.")
    row = Edition.objects.select_for_update().get(pk=edition.pk)
    old = {name: getattr(row, name) for name in values if getattr(row, name) != values[name]}
    if not old:
        return None
    if "starts_on" in old and row.is_dated and row.status in PUBLIC:
        values["moved_from"], old["moved_from"] = row.moved_from or row.starts_on, row.moved_from
        if "status" not in old:
            values["status"], old["status"] = Edition.Status.RESCHEDULED, row.status
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


def dated(edition: Edition) -> dict[str, Any]:
    """The values with which an edition begins its life."""
    return plain({name: getattr(edition, name) for name in ("starts_on", "ends_on", "status")})


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """Rows as their keys, so that the values can be kept as JSON."""
    return {name: getattr(value, "pk", value) for name, value in values.items()}
