"""One day: a cell of a sheet, and a page of its own."""

from calendar import SUNDAY
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from festivals.calendar.bars import Bar, Mark
from festivals.calendar.spans import WIDEST, Years
from festivals.dates.days import DayNames, ShortNames
from festivals.dates.moon import full_moons_between, new_moons_between
from festivals.wording import Line, lines_of, short_words, weekday_and_day

RAMADAN = 9


@dataclass(frozen=True)
class Sheet:
    """What cells carry beside festivals, by day. Without `names` only the civil day is told."""

    today: date
    holidays: Mapping[date, str] = field(default_factory=dict)
    names: Mapping[date, ShortNames] = field(default_factory=dict)
    moons: Mapping[date, str] = field(default_factory=dict)  # "new" or "full".
    breaks: Collection[date] = ()  # Days without school.
    years: Years = WIDEST

    def cell(self, day: date, lanes: list[Mark | None], *, is_inside: bool = True) -> "Day":
        return Day(
            day,
            is_inside=is_inside,
            is_today=day == self.today,
            holiday=self.holidays.get(day, ""),
            lanes=lanes,
            names=self.names.get(day),
            moon=self.moons.get(day, ""),
            has_no_school=day in self.breaks,
            has_page=self.years.hold(day),
        )


@dataclass(frozen=True)
class Day:
    """One cell of a sheet."""

    date: date
    is_inside: bool
    is_today: bool
    holiday: str
    lanes: list[Mark | None] = field(default_factory=list)
    names: ShortNames | None = None
    moon: str = ""
    has_no_school: bool = False
    has_page: bool = True  # The first and the last grid reach beyond the pages of the calendar.

    @property
    def bars(self) -> list[Bar]:
        return [mark for mark in self.lanes if isinstance(mark, Bar)]

    @property
    def is_named(self) -> bool:
        """Whether somebody has named a festival on it: robots need not follow what is reckoned."""
        return any(bar.edition.certainty != "projected" for bar in self.bars)

    @property
    def moon_name(self) -> str:
        return {"new": _("new moon"), "full": _("full moon")}.get(self.moon, "")

    @property
    def is_in_suro(self) -> bool:
        """Whether it lies in the first Javanese month, in which villages cleanse themselves."""
        return bool(self.names) and self.names.javanese.month == 1

    @property
    def is_in_ramadan(self) -> bool:
        return bool(self.names) and self.names.hijri.month == RAMADAN

    @property
    def bands(self) -> list[str]:
        """The thin bands over the cell, as class names."""
        shown = {
            "school": self.has_no_school,
            "suro": self.is_in_suro,
            "ramadan": self.is_in_ramadan,
        }
        return [name for name, is_so in shown.items() if is_so]

    @property
    def iso(self) -> str:
        """2027-07-12"""
        return self.date.isoformat()

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
            parts += [self.names.pasaran, short_words(self.names.hijri), self.moon_name]
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
    years: Years

    @property
    def words(self) -> str:
        """Sunday 13 June."""
        return weekday_and_day(self.date)

    @property
    def previous(self) -> date | None:
        return self.years.held(self.date - timedelta(days=1))

    @property
    def next(self) -> date | None:
        return self.years.held(self.date + timedelta(days=1))


def moons_between(first: date, last: date) -> dict[date, str]:
    """The days of new and full moons, as a sheet takes them."""
    return dict.fromkeys(new_moons_between(first, last), "new") | dict.fromkeys(
        full_moons_between(first, last), "full"
    )


def day_of(day: date, names: DayNames, *, holiday: str, years: Years) -> DayPage:
    """The page of a day, without its editions."""
    return DayPage(day, lines_of(names), holiday, years)
