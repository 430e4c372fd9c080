"""Rows -> month grid and day: plain data that a template prints without a thought.

Words used here:
    bar   one edition on one day; an edition of several days is one bar from start to end
    lane  the height at which a bar runs through a week, so that its parts stay in line
"""

import calendar as gregorian
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from festivals.dates.days import DayNames, ShortNames
from festivals.models.editions import Edition
from festivals.wording import Line, lines_of, months_in_words, short_words, weekday_and_day

FIRST_YEAR, LAST_YEAR = 2009, 2052  # The oldest known date, and where the Javanese reckoning ends.
SUNDAY_FIRST = gregorian.Calendar(gregorian.SUNDAY)


@dataclass(frozen=True)
class Bar:
    """One edition on one day."""

    edition: Edition
    day: date

    @property
    def part(self) -> str:
        """ "only", or its place in a bar of several days: "start", "middle", "end"."""
        if self.edition.starts_on == self.edition.ends_on:
            return "only"
        if self.day == self.edition.starts_on:
            return "start"
        return "end" if self.day == self.edition.ends_on else "middle"

    @property
    def form(self) -> str:
        """How it is drawn, as class names: its part, how sure it is, its category."""
        part = "" if self.part == "only" else f"bar--{self.part} "
        return f"{part}bar--{self.edition.certainty} category-{self.edition.festival.category}"

    @property
    def number(self) -> int:
        """Which day of the edition this is; the first is 1."""
        return (self.day - self.edition.starts_on).days + 1

    @property
    def total(self) -> int:
        return (self.edition.ends_on - self.edition.starts_on).days + 1

    @property
    def hour(self) -> str:
        """When it begins, where it lasts one day: "19:30"."""
        begins = self.edition.begins_at if self.part == "only" else None
        return f"{begins:%H:%M}" if begins else ""

    @property
    def words(self) -> str:
        """The day in full for screen readers."""
        return f"{weekday_and_day(self.day)} {self.day.year}"

    @property
    def says_its_name(self) -> bool:
        """The name stands where the bar begins, and again on each Sunday it runs on to."""
        return self.part in {"only", "start"} or self.day.weekday() == gregorian.SUNDAY


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
        return self.date.weekday() == gregorian.SUNDAY

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
class Month:
    """A month in weeks from Sunday to Saturday, as Indonesian wall calendars print it."""

    first: date
    weeks: list[list[Day]]

    @property
    def last(self) -> date:
        return last_of_month(self.first)

    @property
    def previous(self) -> date | None:
        day = (self.first - timedelta(days=1)).replace(day=1)
        return day if day.year >= FIRST_YEAR else None

    @property
    def next(self) -> date | None:
        day = self.last + timedelta(days=1)
        return day if day.year <= LAST_YEAR else None

    @property
    def holidays(self) -> list[Day]:
        return [day for day in self.days if day.holiday]

    @property
    def days(self) -> list[Day]:
        """The days of the month itself."""
        return [day for week in self.weeks for day in week if day.is_inside]

    @property
    def lunar(self) -> list[str]:
        """Which Hijri and Javanese months it spans, and whether their days agree."""
        names = [day.names for day in self.days if day.names]
        if not names:
            return []
        agree = all(found.hijri.day == found.javanese.day for found in names)
        words = _("Hijri and Javanese days agree") if agree else _("Hijri and Javanese days differ")
        first, last = names[0], names[-1]
        return [
            months_in_words(first.hijri, last.hijri),
            months_in_words(first.javanese, last.javanese),
            words,
        ]


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


def last_of_month(day: date) -> date:
    return day.replace(day=gregorian.monthrange(day.year, day.month)[1])


def days_shown(first: date) -> tuple[date, date]:
    """The first and the last day of the grid of a month: whole weeks."""
    weeks = SUNDAY_FIRST.monthdatescalendar(first.year, first.month)
    return weeks[0][0], weeks[-1][-1]


def month_of(
    first: date,
    editions: Iterable[Edition],
    *,
    today: date,
    holidays: Mapping[date, str],
    names: Mapping[date, ShortNames],
) -> Month:
    """Lay dated editions out over the weeks of the month that begins on `first`."""
    rows = sorted(editions, key=lambda row: (row.starts_on, -row.span.days, row.pk))
    weeks = [
        [
            Day(
                day,
                is_inside=day.month == first.month,
                is_today=day == today,
                holiday=holidays.get(day, ""),
                lanes=lanes,
                names=names.get(day),
            )
            for day, lanes in zip(days, lanes_of(days, rows), strict=True)
        ]
        for days in SUNDAY_FIRST.monthdatescalendar(first.year, first.month)
    ]
    return Month(first, weeks)


def lanes_of(days: list[date], rows: list[Edition]) -> list[list[Bar | None]]:
    """For each day of one week its lanes from the top; None is a gap under a longer bar."""
    lanes: list[list[Bar | None]] = [[] for day in days]
    for row in rows:
        held = [n for n, day in enumerate(days) if day in row.span]
        if not held:
            continue
        depth = 0
        while any(len(lanes[n]) > depth and lanes[n][depth] for n in held):
            depth += 1
        for n in held:
            lanes[n].extend([None] * (depth + 1 - len(lanes[n])))
            lanes[n][depth] = Bar(row, days[n])
    return lanes
