"""Rules that count from a traditional calendar: anchor, pick, shift, and how far to trust it.

The window of a date is not guessed. The rule is run over every reading of its anchor (a month
that may begin a day earlier, the villages' calendar beside the ministry's) and the window
holds all the days that come out; then come the days that people keep for themselves.

{"calendar": "hijri", "month": 10, "day": 2}
{"calendar": "javanese", "month": "Besar", "day": 15, "uncertainty_days": [0, 4],
 "decided_by": "elders", "pick": {"type": "first_weekday_on_or_after", "weekdays": ["TH", "SU"]}}
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from festivals.dates.anchors import Anchor, AnchorSource, Reading
from festivals.dates.forecasts import NO_SLACK, Course, DateRule, Derivation, Forecast, Slack
from festivals.dates.picks import Pick
from festivals.dates.reading import FIRST_YEAR, LAST_YEAR, years_in
from festivals.dates.spans import Span

REACH = timedelta(days=150)  # No pick, shift or window leads further from its anchor.
SAME_HOLDING = timedelta(days=15)  # Two readings of a rule that are so near are one holding.


@dataclass(frozen=True)
class ReckonedRule:
    """One anchor a round; `months` are the civil months in which it is held, if not all."""

    kind: str
    source: AnchorSource
    pick: Pick | None = None
    shift: int = 0
    is_eve: bool = False
    slack: Slack = NO_SLACK
    days: int = 1
    months: tuple[int, ...] = ()
    suffix: str = ""  # Tells the holdings of `also` from the first.

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        years_in(first, last)
        found = (self.forecast(a) for a in self.source.anchors(first - REACH, last + REACH))
        return sorted(
            (f for f in found if f and first <= f.rule_date <= last), key=lambda f: f.rule_date
        )

    def forecast(self, anchor: Anchor) -> Forecast | None:
        """The holding of one round; None where the rule names no day in it."""
        courses = self.courses(anchor)
        if not courses or (self.months and courses[0].day.month not in self.months):
            return None
        likely = courses[0].day
        days = sorted({course.day for course in courses})
        window = Span(
            days[0] - timedelta(days=self.slack.before), days[-1] + timedelta(days=self.slack.after)
        )
        return Forecast(
            rule_date=likely,
            span=Span(likely, likely + timedelta(days=self.days - 1)),
            window=window,
            occurrence=f"{anchor.occurrence}{self.suffix}",
            derivation=Derivation(
                kind=self.kind,
                courses=courses,
                what_if=self.what_if(anchor, likely),
                anchor=anchor,
                pick=self.pick,
                shift=self.shift,
                is_eve=self.is_eve,
                slack=self.slack,
            ),
            basis=anchor.basis,
            reasons=self.reasons(anchor, courses, days),
            possible=self.possible(window, days),
        )

    def possible(self, window: Span, days: list[date]) -> tuple[date, ...]:
        """The days that come out, and those that people may choose: weekdays of the pick."""
        if not self.slack.before and not self.slack.after:
            return tuple(days)
        moved = timedelta(days=self.shift - self.is_eve)
        weekdays = self.pick.weekdays if self.pick else range(7)
        chosen = (day for day in window.each() if (day - moved).weekday() in weekdays)
        return tuple(sorted({*days, *chosen}))

    def courses(self, anchor: Anchor) -> tuple[Course, ...]:
        """What comes of each reading, the likely one first; equal ones once."""
        return self.courses_of(anchor.readings)

    def what_if(self, anchor: Anchor, likely: date) -> tuple[Course, ...]:
        """Where a sighted month that starts a day off would let the weekday jump."""
        if self.pick is None or anchor.doubt != "sighting":
            return ()
        shifted = (
            Reading(anchor.readings[0].days.shifted(off), start + timedelta(days=off))
            for off in (-1, 1)
            if (start := anchor.readings[0].month_start)
        )
        return tuple(c for c in self.courses_of(shifted) if abs((c.day - likely).days) > 1)

    def courses_of(self, readings: Iterable[Reading]) -> tuple[Course, ...]:
        found = []
        for reading in readings:
            day = self.pick.day(reading.days) if self.pick else reading.days.first
            if day:
                day += timedelta(days=self.shift - self.is_eve)
                found.append(Course(day, reading.days, reading.month_start))
        return tuple(dict.fromkeys(found))

    def reasons(
        self, anchor: Anchor, courses: tuple[Course, ...], days: list[date]
    ) -> tuple[str, ...]:
        """Why the first day may be another: what makes the window wider than a day."""
        found = []
        if len(days) > 1:
            found.append(anchor.doubt)
            if self.pick and any((b - a).days > 1 for a, b in pairwise(days)):
                found.append("weekday_jump")
        if self.slack.before or self.slack.after:
            found.append(self.slack.decided_by)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class JointRule:
    """Several holdings a round: the rule and its `also` ones."""

    rules: tuple[DateRule, ...]

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        found = [forecast for rule in self.rules for forecast in rule.forecasts(first, last)]
        once = {forecast.rule_date: forecast for forecast in reversed(found)}  # First one stays.
        return sorted(once.values(), key=lambda forecast: forecast.rule_date)


@dataclass(frozen=True)
class AlternateRule:
    """A rule that some read by another calendar: its day, and a window that holds both."""

    rule: DateRule
    other: DateRule
    decided_by: str

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        forecasts = self.rule.forecasts(first, last)
        least, most = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
        others = self.other.forecasts(
            max(first - SAME_HOLDING, least), min(last + SAME_HOLDING, most)
        )
        return [self.joined(forecast, others) for forecast in forecasts]

    def joined(self, forecast: Forecast, others: list[Forecast]) -> Forecast:
        """The forecast with a window that holds the other reading of the same holding."""
        near = [o for o in others if abs(o.rule_date - forecast.rule_date) <= SAME_HOLDING]
        other = min(near, key=lambda o: abs(o.rule_date - forecast.rule_date), default=None)
        if other is None:
            return forecast
        window = forecast.window.joined(other.window)
        wider = (self.decided_by,) if window != forecast.window else ()
        return replace(
            forecast,
            window=window,
            possible=tuple(sorted({*forecast.possible, *other.possible})),
            reasons=tuple(dict.fromkeys((*forecast.reasons, *wider))),
            derivation=replace(forecast.derivation, alternate=other.derivation),
        )
