"""Rows -> a year on one sheet: twelve small months, each with its festivals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from festivals.calendar.spans import SUNDAY_FIRST, Years
from festivals.models.editions import Edition
from festivals.wording import weekday_and_day

SUREST = ("confirmed", "moved", "held", "proposed", "projected", "cancelled")


@dataclass(frozen=True)
class YearDay:
    """One day of a small month: how many festivals, and how sure the surest of them is."""

    date: date
    is_today: bool
    holiday: str
    count: int
    certainty: str

    @property
    def path(self) -> str:
        """Its page below the calendar's address."""
        return f"{self.date.year}/{self.date.month}/{self.date.day}/"

    @property
    def words(self) -> str:
        return ", ".join(filter(None, [weekday_and_day(self.date), self.holiday]))

    @property
    def form(self) -> str:
        """How it is drawn, as class names."""
        shown = {
            "today": self.is_today,
            "holiday": self.holiday or self.date.weekday() == 6,
            f"on year-month__day--{self.certainty}": self.count,
        }
        return " ".join(f"year-month__day--{name}" for name, is_so in shown.items() if is_so)


@dataclass(frozen=True)
class YearMonth:
    """A month: weeks of days (None beside them), the editions that begin in it, the undated."""

    first: date
    weeks: list[list[YearDay | None]]
    editions: list[Edition] = field(default_factory=list)
    undated: list[Edition] = field(default_factory=list)


@dataclass(frozen=True)
class Year:
    number: int
    months: list[YearMonth]
    years: Years

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > self.years.first else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.years.last else None


def year_of(
    number: int,
    editions: Iterable[Edition],
    *,
    today: date,
    holidays: Mapping[date, str],
    years: Years,
) -> Year:
    """Lay editions, in order of their first day, out over a year."""
    on_day: dict[date, list[str]] = defaultdict(list)
    dated: dict[int, list[Edition]] = defaultdict(list)
    undated: dict[int, list[Edition]] = defaultdict(list)
    for row in editions:
        if row.is_dated:
            dated[max(row.starts_on, date(number, 1, 1)).month].append(row)
            for day in row.span.each():
                on_day[day].append(row.certainty)
        else:
            for month in row.months:
                if month.year == number:
                    undated[month.month].append(row)

    def cell(day: date) -> YearDay:
        found = on_day.get(day, [])
        surest = min(found, key=SUREST.index, default="")
        return YearDay(day, day == today, holidays.get(day, ""), len(found), surest)

    return Year(
        number,
        [
            YearMonth(
                date(number, month, 1),
                [
                    [cell(day) if day.month == month else None for day in week]
                    for week in SUNDAY_FIRST.monthdatescalendar(number, month)
                ],
                dated[month],
                undated[month],
            )
            for month in range(1, 13)
        ],
        years,
    )
