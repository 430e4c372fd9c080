"""What a rule counts from: a day, or some days, that a calendar names once in each round.

Words used here:
    anchor    1 Muharram 1449, or 12 to 15 Ruwah 1960, or Wednesday Kliwon of Sinta
    reading   one way in which it may fall on civil days; the likely one comes first
    doubt     why there is more than one reading
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from festivals.dates.lunar import LunarCalendar, Month
from festivals.dates.pawukon import CYCLE, WETON, on_or_after
from festivals.dates.spans import Span


@dataclass(frozen=True)
class Reading:
    """The civil days of an anchor, and the first day of its month where it has one."""

    days: Span
    month_start: date | None = None


@dataclass(frozen=True)
class Anchor:
    """One round of what a rule counts from. `margin` is in degrees (see `moon`)."""

    calendar: str
    year: int  # Of that calendar; of the civil one for cycles of days.
    readings: tuple[Reading, ...]
    month: int = 0
    first_day: int = 0
    last_day: int = 0
    event: str = ""
    basis: str = "computed"
    margin: float | None = None
    doubt: str = "sighting"

    @property
    def occurrence(self) -> str:
        """A name for this round that stays, on whichever day it falls: "hijri 1449-01"."""
        if self.calendar in ("pawukon", "weton"):
            return f"{self.calendar} {self.readings[0].days.first}"
        return f"{self.calendar} {self.year}-{self.month:02}"


class AnchorSource(Protocol):
    """What yields the rounds of an anchor."""

    def anchors(self, first: date, last: date) -> Iterator[Anchor]:
        """Every round with a day in first..last, in order; a few beyond do no harm."""


@dataclass(frozen=True)
class DaysOfMonth:
    """A day, or days, of one month (or of each) of a lunar calendar. Leap months are passed."""

    calendar: LunarCalendar
    month: int | None  # None is each month.
    first_day: int
    last_day: int

    def anchors(self, first: date, last: date) -> Iterator[Anchor]:
        for month in self.calendar.months_between(first, last):
            readings = self.readings(month)
            if month.is_leap or not readings or self.month not in (None, month.number):
                continue
            yield Anchor(
                calendar=self.calendar.name,
                year=month.year,
                month=month.number,
                first_day=self.first_day,
                last_day=self.last_day,
                readings=readings,
                basis=month.basis,
                margin=month.margin,
                doubt="sighting" if self.calendar.name == "hijri" else "committee",
            )

    def readings(self, month: Month) -> tuple[Reading, ...]:
        """The days in each reading of the month; none where the month is too short for them."""
        found = []
        for span in month.readings:
            first = span.first + timedelta(days=self.first_day - 1)
            last = min(span.first + timedelta(days=self.last_day - 1), span.last)
            if first <= last:
                found.append(Reading(Span(first, last), span.first))
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class CycleDay:
    """A weekday that meets a day of the market week, in one wuku or in any."""

    weekday: int
    market: str
    week: str | None = None

    def anchors(self, first: date, last: date) -> Iterator[Anchor]:
        name, step = ("pawukon", CYCLE) if self.week else ("weton", WETON)
        day = on_or_after(first, weekday=self.weekday, market=self.market, week=self.week)
        while day and day <= last:
            yield Anchor(name, day.year, (Reading(Span(day, day)),))
            day += timedelta(days=step)


@dataclass(frozen=True)
class CycleDayOfYear:
    """One such day a year, from those in some civil months: the first or the last of them.

    Which of them is taken is for people to say, so all are kept as readings.
    """

    cycle: CycleDay
    months: tuple[int, ...]
    prefer: str  # "first" or "last".
    doubt: str

    def anchors(self, first: date, last: date) -> Iterator[Anchor]:
        for year in range(first.year, last.year + 1):
            rounds = self.cycle.anchors(date(year, 1, 1), date(year, 12, 31))
            readings = [
                a.readings[0] for a in rounds if a.readings[0].days.first.month in self.months
            ]
            if self.prefer == "last":
                readings.reverse()
            if readings:
                yield Anchor("weton of year", year, tuple(readings), doubt=self.doubt)
