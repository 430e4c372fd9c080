"""Write door of the rules: the editions that each festival's rule gives.

First a plan is made, which writes nothing, so that an office can see what a new decree would
change; then it is carried out. A holding is known by its occurrence (1 Muharram 1449 of this
festival), on whichever day it falls, so that a decree moves it and never doubles it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from festivals import recording
from festivals.dates.rules import Almanac, Forecast
from festivals.dates.spans import Span
from festivals.models import Edition, EditionChange, Festival
from festivals.models.editions import FIRST_DAY, LAST_DAY

RULE = EditionChange.Authority.RULE


@dataclass
class Plan:
    """What projecting would do to the editions of a festival."""

    festival: Festival
    add: list[Forecast]
    follow: list[tuple[Edition, Forecast]]  # Projected rows that get other days or a new window.
    name: list[tuple[Edition, Forecast]]  # Rows that turn out to be a holding of the rule.
    withdraw: list[Edition]  # Projected rows that no rule gives any more.


def horizon(today: date) -> date:
    """How far ahead dates are projected: the end of the year after next."""
    return date(min(today.year + 2, 2052), 12, 31)


def plan(festival: Festival, *, almanac: Almanac, first: date, last: date) -> Plan:
    """What the rule would change from `first` to `last`; nothing is written.

    An edition that somebody has dated, moved, confirmed or cancelled is left alone. A row
    typed in by hand whose first day lies in the window of a forecast is that holding. Where
    the rule itself has changed, a projected row that it no longer gives takes the new date of
    its year.
    """
    rows = list(festival.editions.order_by("starts_on"))
    asked_from = date(max(first.year - 1, FIRST_DAY.year), 1, 1)  # What began then may still be on.
    given = distinct(festival.rule_by(almanac).forecasts(asked_from, last))
    known = match(rows, given)
    unknown = [f for f in given if f.occurrence not in known and f.span.last >= first]
    by_hand = [row for row in rows if row.rule_date is None]
    matched = {row.pk for row in known.values()}
    coming = Span(asked_from, last)
    stale = [row for row in rows if row.pk not in matched and is_stale(row, first, coming)]
    made = Plan(festival, add=[], follow=[], name=[], withdraw=stale)
    for forecast in given:
        if row := known.get(forecast.occurrence):
            if differs(row, forecast) and row.ends_on >= first and is_free(row):
                made.follow.append((row, forecast))
            elif row.occurrence != forecast.occurrence:
                made.name.append((row, forecast))
    for forecast in unknown:
        if row := named_by_hand(by_hand, forecast, given):
            by_hand.remove(row)
            made.name.append((row, forecast))
        elif row := next((row for row in stale if row.year == forecast.span.first.year), None):
            stale.remove(row)
            (made.follow if is_free(row) else made.name).append((row, forecast))
        else:
            made.add.append(forecast)
    return made


def match(rows: Iterable[Edition], given: Iterable[Forecast]) -> dict[str, Edition]:
    """The row of each forecast by its occurrence; an older row is known by its date."""
    by_occurrence = {row.occurrence: row for row in rows if row.occurrence}
    found = {
        f.occurrence: by_occurrence[f.occurrence] for f in given if f.occurrence in by_occurrence
    }
    taken = {row.pk for row in found.values()}
    by_date = {row.rule_date: row for row in rows if row.rule_date and row.pk not in taken}
    for forecast in given:
        if forecast.occurrence not in found and forecast.rule_date in by_date:
            found[forecast.occurrence] = by_date[forecast.rule_date]
    return found


def distinct(given: Iterable[Forecast]) -> list[Forecast]:
    """One forecast a day, and none that runs out of the years of the calendar."""
    found = {f.rule_date: f for f in given if f.span.first >= FIRST_DAY and f.span.last <= LAST_DAY}
    return list(found.values())


def named_by_hand(rows: list[Edition], forecast: Forecast, given: list[Forecast]) -> Edition | None:
    """The row typed in by hand that is this holding, or None.

    Its first day lies in the window; or, where a habit or people name one day a year, it is
    the only holding of its year, however far from the usual days.
    """
    if row := next((row for row in rows if row.starts_on in forecast.window), None):
        return row
    year = forecast.span.first.year
    is_only = sum(other.span.first.year == year for other in given) == 1
    if forecast.basis not in ("pattern", "announced") or not is_only:
        return None
    return next((row for row in rows if row.year == year), None)


def is_stale(row: Edition, first: date, coming: Span) -> bool:
    """Whether a row is only projected and still to come: no rule gives it any more."""
    return (
        row.status == Edition.Status.PROJECTED and row.rule_date in coming and row.ends_on >= first
    )


def differs(row: Edition, forecast: Forecast) -> bool:
    """Whether the rule now says something else of the row than it shows."""
    return any(getattr(row, name) != value for name, value in dated(forecast).items())


def is_free(row: Edition) -> bool:
    """Whether the rule may still date the row: it is projected, and no person has dated it."""
    if row.status != Edition.Status.PROJECTED:
        return False
    by_people = row.changes.exclude(authority=RULE)
    return not any(set(change.new) & set(recording.DATED_FIELDS) for change in by_people)


def dated(forecast: Forecast) -> dict[str, Any]:
    """The values of an edition as the rule sees it."""
    return {
        "starts_on": forecast.span.first,
        "ends_on": forecast.span.last,
        "precision": forecast.precision,
        "earliest_on": forecast.window.first,
        "latest_on": forecast.window.last,
        "reasons": list(forecast.reasons),
    }


def naming(forecast: Forecast) -> dict[str, Any]:
    return {"rule_date": forecast.rule_date, "occurrence": forecast.occurrence}


@transaction.atomic
def project(
    festival: Festival,
    *,
    first: date,
    last: date,
    at: datetime,
    almanac: Almanac | None = None,
    reason: str = "",
) -> list[Edition]:
    """Carry the plan out, and return the editions added; twice is the same as once.

    `reason` goes into the change log of what moves. Raises `RuleError` where the rule cannot
    be read or asked; then nothing is changed.
    """
    list(festival.editions.select_for_update())  # Held until the transaction ends.
    almanac = almanac or Festival.objects.almanac()
    made = plan(festival, almanac=almanac, first=first, last=last)
    renamed = [row.pk for row, _ in (*made.follow, *made.name)]
    # Names first go, then come: two rows may change theirs with each other.
    festival.editions.filter(pk__in=renamed).update(rule_date=None, occurrence="")
    for row, forecast in (*made.follow, *made.name):
        festival.editions.filter(pk=row.pk).update(**naming(forecast))
    for row, forecast in made.follow:
        recording.change(row, at=at, authority=RULE, reason=reason, **dated(forecast))
    withdraw(made.withdraw)
    added = Edition.objects.bulk_create(
        Edition(festival=festival, **naming(forecast), **dated(forecast)) for forecast in made.add
    )
    EditionChange.objects.bulk_create(
        EditionChange(
            edition=row,
            new=recording.first_values(row),
            step=recording.Step.PROJECTED,
            authority=RULE,
            at=at,
            reason=reason,
        )
        for row in added
    )
    return added


def withdraw(rows: Iterable[Edition]) -> None:
    """Take back projections that nobody has touched: what no one has said is no record."""
    for row in rows:
        if is_untouched(row):
            row.changes.all().delete()
            row.delete()


def is_untouched(row: Edition) -> bool:
    """Whether only the rule has ever said anything of the row."""
    return not row.changes.exclude(authority=RULE).exists()


def with_followers(festival: Festival) -> list[Festival]:
    """The festival and all whose rules follow it, nearest first."""
    found = [festival]
    for base in found:
        followers = Festival.objects.filter(date_rule__festival=base.slug)
        found += [row for row in followers if row not in found]
    return found
