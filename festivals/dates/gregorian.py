"""Rules of the civil calendar, as RFC 5545 writes them: FREQ=YEARLY;BYMONTH=7;BYDAY=2SA.

With `"status": "pattern"` the rule is only a habit of recent years: its window is wide
(`uncertainty_days` to each side, or before and after, 14 if it does not say) and its basis is
"pattern". A habit has a first year (`since`); for the years before it, in which the festival
wandered, the window also holds the months of `earlier_months`, from the first to the last.

Source of the grammar: RFC 5545, 3.3.10 (`recurrence`).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.rrule import rrule

from festivals.dates.almanac import Almanac
from festivals.dates.forecasts import Course, DateRule, Derivation, Forecast, Slack
from festivals.dates.reading import (
    FIRST_YEAR,
    LAST_YEAR,
    Data,
    months,
    one_of,
    pair,
    refuse_unknown,
    whole_number,
    years_in,
)
from festivals.dates.recurrence import moment, recurrence_of
from festivals.dates.spans import Span
from festivals.dates.traditional import Read, slack

KEYS = frozenset(
    {
        *("calendar", "rule", "status", "since", "earlier_months", "uncertainty_days"),
        *("decided_by", "duration_days", "side_events_days", "note"),
    }
)
HABIT_DAYS = 14
LONGEST_DAYS = 366


@dataclass(frozen=True)
class GregorianRule:
    """A recurrence, how long a holding lasts around its day, and how far it may be off."""

    recurrence: rrule
    before: int  # Days from the rule date to the first day; negative is earlier.
    after: int  # Days from the rule date to the last day.
    slack: Slack
    is_habit: bool
    since: int = FIRST_YEAR
    earlier_months: tuple[int, ...] = ()

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        years_in(first, last)
        moments = self.recurrence.between(moment(first), moment(last), inc=True)
        return [self.forecast(found.date()) for found in moments]

    def forecast(self, day: date) -> Forecast:
        start, end = day + timedelta(days=self.before), day + timedelta(days=self.after)
        window = Span(
            start - timedelta(days=self.slack.before), start + timedelta(days=self.slack.after)
        )
        if day.year < self.since and self.earlier_months:
            window = window.joined(whole_months(day.year, self.earlier_months))
        return Forecast(
            rule_date=day,
            span=Span(start, end),
            window=window,
            occurrence=f"gregorian {day}",
            derivation=Derivation(
                kind="habit" if self.is_habit else "civil",
                courses=(Course(start, Span(day, day)),),
                slack=self.slack,
                since=self.since if self.is_habit else 0,
            ),
            basis="pattern" if self.is_habit else "computed",
            reasons=self.reasons(window),
            possible=tuple(window.each()) if window.days < 100 else (),
        )

    def reasons(self, window: Span) -> tuple[str, ...]:
        if self.is_habit:
            return ("habit",)
        return (self.slack.decided_by,) if window.days > 1 else ()


def from_dict(data: Data, days: int, almanac: Almanac, read: Read) -> DateRule:
    """Read a rule; `days` is the usual length where the rule gives none."""
    refuse_unknown(data, KEYS, "gregorian")
    is_habit = "status" in data and one_of(data, "status", ("pattern",)) == "pattern"
    before, after = days_around(data, days)
    return GregorianRule(
        recurrence=recurrence_of(data.get("rule")),
        before=before,
        after=after,
        slack=slack({"uncertainty_days": HABIT_DAYS} | data if is_habit else data),
        is_habit=is_habit,
        since=whole_number(data, "since", least=FIRST_YEAR, most=LAST_YEAR, default=FIRST_YEAR),
        earlier_months=months(data, "earlier_months"),
    )


def days_around(data: Data, days: int) -> tuple[int, int]:
    """The first and the last day, counted from the rule date."""
    if "side_events_days" in data:
        return pair(data, "side_events_days", least=-LONGEST_DAYS, most=LONGEST_DAYS)
    return 0, whole_number(data, "duration_days", default=days, least=1, most=LONGEST_DAYS) - 1


def whole_months(year: int, numbers: tuple[int, ...]) -> Span:
    """From the first day of the first month to the last day of the last."""
    last = numbers[-1]
    return Span(date(year, numbers[0], 1), date(year, last, monthrange(year, last)[1]))
