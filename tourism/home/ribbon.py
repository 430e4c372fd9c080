"""The year ribbon: twelve months from this one on, a column a day, as high as it is full.

Plain data: each month carries the path data of its columns in a box of 4 units a day by
114, standing on a horizon at 96; moons above it, the bands of seasons below.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from festivals.dates.spans import Span
from festivals.models import Edition
from festivals.seasons import Band, SeasonLine

DAY, HORIZON, STEP, TALLEST = 4, 96, 16, 5  # SVG units; more than five a day is drawn as five.
BAND_HEIGHTS = {"ramadan": 104, "suro": 104, "school": 110}


@dataclass(frozen=True)
class RibbonMonth:
    """One month of the ribbon. `notable` are the names and days of what else it carries."""

    first: date
    today: date
    named: Counter[date]
    projected: Counter[date]
    named_total: int
    projected_total: int
    seasons: Sequence[Band] = ()
    full_moons: Sequence[date] = ()
    notable: list[tuple[str, str]] = field(default_factory=list)

    @property
    def days(self) -> int:
        return monthrange(self.first.year, self.first.month)[1]

    @property
    def span(self) -> Span:
        return Span(self.first, self.first + timedelta(days=self.days - 1))

    @property
    def width(self) -> int:
        return self.days * DAY

    @property
    def is_now(self) -> bool:
        return self.first.replace(day=1) == self.today.replace(day=1)

    @property
    def sun(self) -> int:
        """Where today stands."""
        return middle(self.today)

    @property
    def total(self) -> int:
        return self.named_total + self.projected_total

    @property
    def moons(self) -> list[int]:
        """Where full moons stand."""
        return [middle(day) for day in self.full_moons if day in self.span]

    @property
    def bands(self) -> list[tuple[str, str]]:
        """What kind a band is of, and its line in this month."""
        return [
            (band.kind, stretch(band.span, self.span, BAND_HEIGHTS[band.kind]))
            for band in self.seasons
            if band.span.overlaps(self.span)
        ]

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
            for day in self.span.each()
            if self.projected[day]
        )

    @property
    def ticks(self) -> str:
        """A low mark for each day without a festival."""
        return "".join(
            f"M{x(day)} {HORIZON}v-2h3v2z"
            for day in self.span.each()
            if not self.named[day] and not self.projected[day]
        )

    def columns(self, wanted: Callable[[date], bool]) -> str:
        days = (day for day in self.span.each() if self.named[day] and wanted(day))
        return "".join(column(day, self.named[day]) for day in days)


def x(day: date) -> float:
    return (day.day - 1) * DAY + 0.5


def middle(day: date) -> int:
    return (day.day - 1) * DAY + DAY // 2


def height(count: int) -> int:
    return min(count, TALLEST) * STEP + 2 if count else 0


def column(day: date, count: int, floor: int = 0) -> str:
    tall = height(count)
    return f"M{x(day)} {HORIZON - floor}v-{tall}h3v{tall}z"


def stretch(days: Span, month: Span, at: int) -> str:
    """The line of the days that lie in a month."""
    first, last = max(days.first, month.first), min(days.last, month.last)
    return f"M{(first.day - 1) * DAY} {at}H{last.day * DAY}"


def year_ribbon(
    today: date,
    editions: Iterable[tuple[date, date, str]],
    *,
    bands: Sequence[Band] = (),
    full_moons: Sequence[date] = (),
    lines: Sequence[SeasonLine] = (),
) -> list[RibbonMonth]:
    """Count (first day, last day, status) over twelve months from this one on.

    The months of the lines are those of the ribbon.
    """
    days, totals = counted(editions)
    return [
        RibbonMonth(
            first,
            today,
            named=days[False],
            projected=days[True],
            named_total=totals[first.year, first.month, False],
            projected_total=totals[first.year, first.month, True],
            seasons=bands,
            full_moons=full_moons,
            notable=[(line.name, line.months[n]) for line in lines if line.months[n]],
        )
        for n, first in enumerate(twelve_months(today))
    ]


def counted(
    editions: Iterable[tuple[date, date, str]],
) -> tuple[dict[bool, Counter[date]], Counter[tuple[int, int, bool]]]:
    """How many are on each day, and how many begin in each month; True are the projected."""
    days: dict[bool, Counter[date]] = {True: Counter(), False: Counter()}
    totals: Counter[tuple[int, int, bool]] = Counter()
    for starts_on, ends_on, status in editions:
        is_projected = status == Edition.Status.PROJECTED
        totals[starts_on.year, starts_on.month, is_projected] += 1
        days[is_projected].update(Span(starts_on, ends_on).each())
    return days, totals


def span_of_ribbon(today: date) -> Span:
    """Its days, from the first of this month on."""
    last = twelve_months(today)[-1]
    return Span(today.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]))


def twelve_months(today: date) -> list[date]:
    months = [today.year * 12 + today.month - 1 + n for n in range(12)]
    return [date(number // 12, number % 12 + 1, 1) for number in months]
