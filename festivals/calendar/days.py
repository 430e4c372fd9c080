"""One day: a cell of a sheet, and a page of its own."""

from calendar import SUNDAY
from dataclasses import dataclass, field
from datetime import date, timedelta

from festivals.calendar.bars import Bar
from festivals.calendar.spans import FIRST_YEAR, LAST_YEAR
from festivals.dates.days import DayNames, ShortNames
from festivals.wording import Line, lines_of, short_words, weekday_and_day


@dataclass(frozen=True)
class Day:
    """One cell of the month."""

    date: date
    is_inside: bool
    is_today: bool
    holiday: str
    lanes: list[Bar | None] = field(default_factory=list)
    names: ShortNames | None = None  # None where only the civil day is asked for.

    @property
    def bars(self) -> list[Bar]:
        return [bar for bar in self.lanes if bar]

    @property
    def iso(self) -> str:
        """2027-07-12"""
        return self.date.isoformat()

    @property
    def has_page(self) -> bool:
        """Whether the calendar has a page of it; the first and the last grid reach further."""
        return FIRST_YEAR <= self.date.year <= LAST_YEAR

    @property
    def path(self) -> str:
        """Its page below the calendar's address. Forty addresses by name would cost more."""
        return f"{self.date.year}/{self.date.month}/{self.date.day}/"

    @property
    def number(self) -> str:
        """The day as a wall calendar prints it."""
        return str(self.date.day)

    @property
    def words(self) -> str:
        """The day in full for screen readers: "Monday 12 July", its holiday, its other names."""
        parts = [weekday_and_day(self.date), self.holiday]
        if self.names:
            parts += [self.names.pasaran, short_words(self.names.hijri)]
        return ", ".join(filter(None, parts))

    @property
    def lunar(self) -> list[str]:
        """The Hijri day, and the Javanese one where it has another number."""
        if self.names is None:
            return []
        hijri, javanese = self.names.hijri, self.names.javanese
        found = [short_words(hijri)]
        return found if hijri.day == javanese.day else [*found, short_words(javanese)]

    @property
    def is_sunday(self) -> bool:
        return self.date.weekday() == SUNDAY

    @property
    def form(self) -> str:
        """How it is drawn, as class names."""
        shown = {
            "outside": not self.is_inside,
            "sunday": self.is_sunday,
            "holiday": bool(self.holiday),
            "today": self.is_today,
        }
        return " ".join(f"month-grid__day--{name}" for name, is_so in shown.items() if is_so)


@dataclass(frozen=True)
class DayPage:
    """One day in every calendar, and the days beside it."""

    date: date
    lines: list[Line]
    holiday: str

    @property
    def words(self) -> str:
        """Sunday 13 June."""
        return weekday_and_day(self.date)

    @property
    def previous(self) -> date | None:
        day = self.date - timedelta(days=1)
        return day if day.year >= FIRST_YEAR else None

    @property
    def next(self) -> date | None:
        day = self.date + timedelta(days=1)
        return day if day.year <= LAST_YEAR else None


def day_of(day: date, names: DayNames, *, holiday: str) -> DayPage:
    """The page of a day, without its editions."""
    return DayPage(day, lines_of(names), holiday)
