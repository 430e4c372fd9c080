"""Rules that follow another festival: the same day, or so many days from it.

{"calendar": "same_day_as", "festival": "tumpeng-sewu"}
{"calendar": "offset_from", "festival": "tumpeng-sewu", "days": -1}
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from festivals.dates.forecasts import DateRule, Derivation, Forecast
from festivals.dates.reading import (
    FIRST_YEAR,
    LAST_YEAR,
    Data,
    RuleError,
    gettext_noop,
    refuse_unknown,
    shown,
    whole_number,
    years_in,
)
from festivals.dates.spans import Span

SAME_DAY, OFFSET = "same_day_as", "offset_from"
KEYS = {
    SAME_DAY: ("calendar", "festival", "duration_days", "note"),
    OFFSET: ("calendar", "festival", "days", "duration_days", "note"),
}
FURTHEST_DAYS = 90


@dataclass(frozen=True)
class RelativeRule:
    """The first day of another festival, `shift` days away, for `days` days."""

    festival: str
    base: DateRule
    shift: int
    days: int

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        years_in(first, last)
        reach = timedelta(days=abs(self.shift))
        least, most = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
        bases = self.base.forecasts(max(first - reach, least), min(last + reach, most))
        found = (self.forecast(base) for base in bases)
        return [forecast for forecast in found if first <= forecast.rule_date <= last]

    def forecast(self, base: Forecast) -> Forecast:
        """The holding beside one of the other festival, as sure as that one."""
        step = timedelta(days=self.shift)
        first = base.rule_date + step
        is_dated = base.precision == "day"
        return replace(
            base,
            rule_date=first,
            span=Span(first, first + timedelta(days=self.days - 1)) if is_dated else base.span,
            window=base.window.shifted(self.shift) if is_dated else base.window,
            possible=tuple(day + step for day in base.possible),
            derivation=Derivation(
                kind="relative", base=base.derivation, festival=self.festival, shift=self.shift
            ),
        )


def from_dict(data: Data, days: int, rule_of: Callable[[str], DateRule]) -> RelativeRule:
    """Read a rule; `rule_of` gives the rule of a festival by its slug."""
    calendar = str(data["calendar"])
    refuse_unknown(data, KEYS[calendar], calendar)
    slug = data.get("festival")
    if not isinstance(slug, str) or not slug:
        raise RuleError(
            gettext_noop("“festival” is %(value)s; give the slug of the festival it follows."),
            value=shown(slug),
        )
    shift = 0
    if calendar == OFFSET:
        shift = whole_number(data, "days", least=-FURTHEST_DAYS, most=FURTHEST_DAYS)
    return RelativeRule(
        festival=slug,
        base=rule_of(slug),
        shift=shift,
        days=whole_number(data, "duration_days", least=1, most=366, default=days),
    )
