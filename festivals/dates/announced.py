"""Festivals whose day people name: a rule knows the usual months only.

One forecast a year, whose span reaches from the first to the last usual month. Months may
be parted (July or December): then the span covers the gap as well, and `months` says which
count. A run over the New Year (December and January) begins in the old year. Where the
months follow the Hijri year (`hijri_window`), they are those that its days fall in: then
there may be two in a civil year, or none.

{"calendar": "announced", "typical_months": [7, 8]}
{"calendar": "announced", "hijri_window": {"month": 9, "from": 15, "to": 25}}
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from festivals.dates.almanac import Almanac
from festivals.dates.anchors import AnchorSource, DaysOfMonth
from festivals.dates.forecasts import DateRule, Derivation, Forecast
from festivals.dates.reading import (
    DECIDERS,
    FIRST_YEAR,
    LAST_YEAR,
    Data,
    mapping,
    months,
    one_of,
    refuse_unknown,
    weekdays,
    whole_number,
    years_in,
)
from festivals.dates.spans import Span
from festivals.dates.traditional import Read

KEYS = frozenset(
    {
        *("calendar", "typical_months", "weekdays", "hijri_window", "decided_by"),
        *("every_years", "from_year", "not_every_year", "note"),
    }
)
YEAR_ROUND = tuple(range(1, 13))


@dataclass(frozen=True)
class AnnouncedRule:
    """The usual months; with `every_years` and `from_year` only some years."""

    months: tuple[int, ...]
    every_years: int = 1
    from_year: int | None = None
    is_regular: bool = True
    decided_by: str = "committee"

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        found = (self.forecast(year) for year in years_in(first, last) if self.is_held(year))
        return [forecast for forecast in found if first <= forecast.rule_date <= last]

    def is_held(self, year: int) -> bool:
        if self.from_year is None:
            return True
        return year >= self.from_year and (year - self.from_year) % self.every_years == 0

    def forecast(self, year: int) -> Forecast:
        start, end = (self.months[0], self.months[-1]) if self.months else (1, 12)
        span = whole_months(date(year, start, 1), date(year + (end < start), end, 1))
        return announced(
            span,
            self.months,
            occurrence=f"announced {year}",
            decided_by=self.decided_by,
            is_regular=self.is_regular,
        )


@dataclass(frozen=True)
class AnnouncedInHijriMonth:
    """Somewhere in some days of a Hijri month: the civil months in which they fall."""

    source: AnchorSource
    decided_by: str

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        years_in(first, last)
        reach = timedelta(days=60)
        found = []
        for anchor in self.source.anchors(first - reach, last + reach):
            days = anchor.readings[0].days
            span = whole_months(days.first, days.last)
            numbers = tuple(dict.fromkeys((days.first.month, days.last.month)))
            if first <= span.first <= last:
                found.append(
                    announced(
                        span, numbers, occurrence=anchor.occurrence, decided_by=self.decided_by
                    )
                )
        return found


def announced(
    span: Span,
    numbers: tuple[int, ...],
    *,
    occurrence: str,
    decided_by: str,
    is_regular: bool = True,
) -> Forecast:
    """A holding of which only the months, or only the year, are known."""
    doubts = () if is_regular else ("not_every_year",)
    return Forecast(
        rule_date=span.first,
        span=span,
        window=span,
        occurrence=occurrence,
        derivation=Derivation(kind="announced"),
        precision="month" if numbers else "year",
        basis="announced",
        reasons=(decided_by, *doubts),
        months=numbers or YEAR_ROUND,
    )


def from_dict(data: Data, days: int, almanac: Almanac, read: Read) -> DateRule:
    """Read a rule; without months the festival may fall on any day of the year."""
    refuse_unknown(data, KEYS, "announced")
    decided_by = one_of(data, "decided_by", DECIDERS, default="committee")
    numbers = in_order(months(data, "typical_months"))
    if "weekdays" in data:
        weekdays(data)  # Kept for people: no day follows from it.
    if "hijri_window" in data:
        return AnnouncedInHijriMonth(days_of_window(data, almanac), decided_by)
    every = whole_number(data, "every_years", default=1, least=1, most=20)
    since = None
    if "from_year" in data:
        since = whole_number(data, "from_year", least=FIRST_YEAR, most=LAST_YEAR)
    unsure = (every > 1 and since is None) or data.get("not_every_year") is True
    return AnnouncedRule(numbers, every, since, is_regular=not unsure, decided_by=decided_by)


def days_of_window(data: Data, almanac: Almanac) -> DaysOfMonth:
    """The days of a Hijri month in which it is announced."""
    window = mapping(data, "hijri_window")
    refuse_unknown(window, ("month", "from", "to"), "hijri_window")
    month = whole_number(window, "month", least=1, most=12)
    first = whole_number(window, "from", least=1, most=30)
    return DaysOfMonth(
        almanac.hijri, month, first, whole_number(window, "to", least=first, most=30)
    )


def whole_months(first: date, last: date) -> Span:
    """From the first day of the month of one day to the last day of the month of another."""
    return Span(first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]))


def in_order(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """The months as they come in one season: 11, 12, 1 for a run over the New Year."""
    breaks = [n for n in range(1, len(numbers)) if numbers[n] - numbers[n - 1] > 1]
    if len(breaks) == 1 and (numbers[0], numbers[-1]) == (1, 12):
        return numbers[breaks[0] :] + numbers[: breaks[0]]
    return numbers
