"""Festivals whose day people name: a rule knows the usual months only.

One forecast a year, whose span reaches from the first to the last usual month. Months may
be parted (July or December): then the span covers the gap as well, and `months` says which
count. A run over the New Year (December and January) begins in the old year.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from festivals.dates.forecasts import (
    FIRST_YEAR,
    LAST_YEAR,
    Forecast,
    RuleError,
    refuse_unknown,
    whole_number,
    years_in,
)
from festivals.dates.spans import Span

KEYS = frozenset(
    {
        "calendar",
        "typical_months",
        "weekday",
        "weekday_any",
        "hijri_window",
        "trigger",
        "note",
        "every_years",
        "from_year",
    }
)


@dataclass(frozen=True)
class AnnouncedRule:
    """The usual months; with `every_years` and `from_year` only some years."""

    months: tuple[int, ...]
    every_years: int = 1
    from_year: int | None = None
    is_regular: bool = True

    is_reckoned = True

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        found = (self.forecast(year) for year in years_in(first, last) if self.is_held(year))
        return [forecast for forecast in found if first <= forecast.rule_date <= last]

    def is_held(self, year: int) -> bool:
        if self.from_year is None:
            return True
        return year >= self.from_year and (year - self.from_year) % self.every_years == 0

    def forecast(self, year: int) -> Forecast:
        start, end = (self.months[0], self.months[-1]) if self.months else (1, 12)
        end_year = year + (end < start)
        span = Span(date(year, start, 1), date(end_year, end, monthrange(end_year, end)[1]))
        doubts = () if self.is_regular else ("not_every_year",)
        return Forecast(
            rule_date=span.first,
            span=span,
            window=span,
            precision="month" if self.months else "year",
            basis="announced",
            reasons=("committee", *doubts),
        )


def from_dict(data: dict[str, object], days: int) -> AnnouncedRule:
    """Read a rule; without months the festival may fall on any day of the year."""
    refuse_unknown(data, KEYS)
    months = data.get("typical_months", [])
    if not isinstance(months, list) or not all(
        isinstance(month, int) and month is not True and 1 <= month <= 12 for month in months
    ):
        raise RuleError(f"'typical_months' is {months!r}; give a list of numbers from 1 to 12.")
    every = whole_number(data, "every_years", default=1, least=1, most=20)
    since = None
    if "from_year" in data:
        since = whole_number(data, "from_year", default=0, least=FIRST_YEAR, most=LAST_YEAR)
    unsure = (every > 1 and since is None) or "not every year" in str(data.get("note", ""))
    return AnnouncedRule(in_order(months), every, since, is_regular=not unsure)


def in_order(months: list[int]) -> tuple[int, ...]:
    """The months as they come in one season: 11, 12, 1 for a run over the New Year."""
    ordered = sorted(set(months))
    breaks = [n for n in range(1, len(ordered)) if ordered[n] - ordered[n - 1] > 1]
    if len(breaks) == 1 and (ordered[0], ordered[-1]) == (1, 12):
        ordered = ordered[breaks[0] :] + ordered[: breaks[0]]
    return tuple(ordered)
