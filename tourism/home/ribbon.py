"""The year ribbon: twelve months from this one on, a column a day, as high as it is full.

Plain data: each month carries the path data of its columns in a box of 4 units a day by
114, standing on a horizon at 96.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from festivals.models import Edition

DAY, HORIZON, STEP, TALLEST = 4, 96, 16, 5  # SVG units; more than five a day is drawn as five.


@dataclass(frozen=True)
class RibbonMonth:
    """One month of the ribbon."""

    first: date
    today: date
    named: Counter[date]
    projected: Counter[date]
    named_total: int
    projected_total: int

    @property
    def days(self) -> int:
        return monthrange(self.first.year, self.first.month)[1]

    @property
    def width(self) -> int:
        return self.days * DAY

    @property
    def is_now(self) -> bool:
        return self.first.replace(day=1) == self.today.replace(day=1)

    @property
    def sun(self) -> int:
        """Where today stands."""
        return (self.today.day - 1) * DAY + DAY // 2

    @property
    def total(self) -> int:
        return self.named_total + self.projected_total

    @property
    def past(self) -> str:
        return self.columns(lambda day: day < self.today)

    @property
    def solid(self) -> str:
        return self.columns(lambda day: day >= self.today)

    @property
    def hatched(self) -> str:
        """Columns of projected editions, standing on the named ones of their day."""
        return "".join(
            column(day, self.projected[day], floor=height(self.named[day]))
            for day in self.dates()
            if self.projected[day]
        )

    @property
    def ticks(self) -> str:
        """A low mark for each day without a festival."""
        return "".join(
            f"M{x(day)} {HORIZON}v-2h3v2z"
            for day in self.dates()
            if not self.named[day] and not self.projected[day]
        )

    def columns(self, wanted: Callable[[date], bool]) -> str:
        return "".join(
            column(day, self.named[day]) for day in self.dates() if self.named[day] and wanted(day)
        )

    def dates(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range(self.days)]


def x(day: date) -> float:
    return (day.day - 1) * DAY + 0.5


def height(count: int) -> int:
    return min(count, TALLEST) * STEP + 2 if count else 0


def column(day: date, count: int, floor: int = 0) -> str:
    tall = height(count)
    return f"M{x(day)} {HORIZON - floor}v-{tall}h3v{tall}z"


def year_ribbon(today: date, editions: Iterable[tuple[date, date, str]]) -> list[RibbonMonth]:
    """Count (first day, last day, status) over twelve months from this one on."""
    named: Counter[date] = Counter()
    projected: Counter[date] = Counter()
    totals: Counter[tuple[int, int, bool]] = Counter()
    for starts_on, ends_on, status in editions:
        is_projected = status == Edition.Status.PROJECTED
        totals[starts_on.year, starts_on.month, is_projected] += 1
        days = projected if is_projected else named
        days.update(starts_on + timedelta(days=n) for n in range((ends_on - starts_on).days + 1))
    return [
        RibbonMonth(
            first,
            today,
            named,
            projected,
            named_total=totals[first.year, first.month, False],
            projected_total=totals[first.year, first.month, True],
        )
        for first in twelve_months(today)
    ]


def twelve_months(today: date) -> list[date]:
    months = [today.year * 12 + today.month - 1 + n for n in range(12)]
    return [date(number // 12, number % 12 + 1, 1) for number in months]
