"""Rules of the civil calendar, as RFC 5545 writes them: FREQ=YEARLY;BYMONTH=7;BYDAY=2SA.

With `"status": "pattern"` the rule is only a habit of recent years: its window is wide
(`uncertainty_days` to each side, 14 if it does not say) and its basis is "pattern".

Source of the grammar: RFC 5545, 3.3.10. The recurrence itself is reckoned by dateutil, from
a fixed first day, so that a rule gives the same days whatever span is asked for.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.rrule import rrule, rrulestr

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

# A Monday on the first day of a year: a rule that counts weeks or months counts from here.
EPOCH = datetime(FIRST_YEAR, 1, 1)  # noqa: DTZ001  (dateutil wants a moment; only its day is used)
KEYS = frozenset(
    {"calendar", "rule", "status", "uncertainty_days", "duration_days", "side_events_days", "note"}
)
PARTS = frozenset({"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST"})
FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
RANGES = {"BYMONTH": (1, 12), "BYMONTHDAY": (-31, 31), "INTERVAL": (1, 99), "BYSETPOS": (-366, 366)}
A_WEEKDAY = re.compile(r"^(?:[+-]?([1-9][0-9]?))?(?:MO|TU|WE|TH|FR|SA|SU)$")
HABIT_DAYS = 14
LONGEST_DAYS = 366


@dataclass(frozen=True)
class GregorianRule:
    """A recurrence, how long a holding lasts around its day, and how far it may be off."""

    recurrence: rrule
    before: int  # Days from the rule date to the first day; negative is earlier.
    after: int  # Days from the rule date to the last day.
    uncertainty: int  # Days to each side.
    is_habit: bool

    is_reckoned = True

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        years_in(first, last)
        moments = self.recurrence.between(moment(first), moment(last), inc=True)
        return [self.forecast(found.date()) for found in moments]

    def forecast(self, day: date) -> Forecast:
        start, end = day + timedelta(days=self.before), day + timedelta(days=self.after)
        slack = timedelta(days=self.uncertainty)
        return Forecast(
            rule_date=day,
            span=Span(start, end),
            window=Span(start - slack, start + slack),
            basis="pattern" if self.is_habit else "computed",
            reasons=("habit",) if self.is_habit else ("committee",) if self.uncertainty else (),
        )


def from_dict(data: dict[str, object], days: int) -> GregorianRule:
    """Read a rule; `days` is the usual length where the rule gives none."""
    refuse_unknown(data, KEYS)
    status = data.get("status")
    if status not in (None, "pattern"):
        raise RuleError(f"'status' is {status!r}; it must be 'pattern', or left out.")
    before, after = days_around(data, days)
    return GregorianRule(
        recurrence=recurrence_of(data.get("rule")),
        before=before,
        after=after,
        uncertainty=whole_number(
            data, "uncertainty_days", default=HABIT_DAYS if status else 0, least=0, most=183
        ),
        is_habit=bool(status),
    )


def days_around(data: dict[str, object], days: int) -> tuple[int, int]:
    """The first and the last day, counted from the rule date."""
    side = data.get("side_events_days")
    if side is None:
        return 0, whole_number(data, "duration_days", default=days, least=1, most=LONGEST_DAYS) - 1
    match side:
        case [int(before), int(after)] if -LONGEST_DAYS <= before <= after <= LONGEST_DAYS:
            return before, after
    raise RuleError(
        f"'side_events_days' is {side!r}; give two whole numbers, first and last: [-1, 1], "
        f"from -{LONGEST_DAYS} to {LONGEST_DAYS}."
    )


def recurrence_of(text: object) -> rrule:
    """Read the text of a recurrence; anything that is not about days is refused."""
    if not isinstance(text, str) or not text.strip():
        raise RuleError(f"'rule' is {text!r}; write it like FREQ=YEARLY;BYMONTH=7;BYDAY=2SA.")
    pairs = [part.partition("=")[::2] for part in text.strip().split(";")]
    parts = dict(pairs)
    if len(parts) < len(pairs):
        raise RuleError(f"{text!r} says the same part twice; give each part once.")
    if unknown := sorted(set(parts) - PARTS):
        raise RuleError(
            f"{text!r} has {', '.join(unknown)}; it may have {', '.join(sorted(PARTS))}."
        )
    if parts.get("FREQ") not in FREQUENCIES:
        raise RuleError(f"{text!r} must begin with FREQ= one of {', '.join(FREQUENCIES)}.")
    for name, (least, most) in RANGES.items():
        for number in filter(None, parts.get(name, "").split(",")):
            if (
                not re.fullmatch(r"[+-]?[0-9]+", number)
                or not least <= int(number) <= most
                or not int(number)
            ):
                raise RuleError(f"{name}={number} in {text!r}; it runs from {least} to {most}.")
    most = weekdays_counted(parts)
    for weekday in filter(None, parts.get("BYDAY", "").split(",")):
        match = A_WEEKDAY.match(weekday)
        if not match:
            raise RuleError(
                f"BYDAY={weekday} in {text!r}; write MO, TU, WE, TH, FR, SA, SU or 2SA."
            )
        if int(match[1] or 0) > most:
            counted = f"is counted from 1 to {most}" if most else "is not counted there"
            raise RuleError(f"BYDAY={weekday} in {text!r}; a weekday {counted}.")
    try:
        found = rrulestr(f"{text.strip()};UNTIL={LAST_YEAR}1231", dtstart=EPOCH)
    except ValueError as error:
        raise RuleError(f"{text!r} is not a rule of RFC 5545: {error}.") from error
    if not isinstance(found, rrule):
        raise RuleError(f"{text!r} is more than one rule; give one.")
    if next(iter(found), None) is None:
        raise RuleError(f"{text!r} names no day from {FIRST_YEAR} to {LAST_YEAR}.")
    return found


def weekdays_counted(parts: dict[str, str]) -> int:
    """Up to which number a weekday can be counted: in a month 5, in a year 53, in a week 0."""
    if parts["FREQ"] in ("WEEKLY", "DAILY"):
        return 0
    return 5 if parts["FREQ"] == "MONTHLY" or parts.get("BYMONTH") else 53


def moment(day: date) -> datetime:
    return datetime.combine(day, EPOCH.time())
