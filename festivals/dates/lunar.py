"""Months of a lunar calendar, and what every such calendar can be asked.

Words used here:
    reading   one way in which a month may run, as its first and last day; likely first
    margin    degrees by which the crescent passes or fails; None where nothing is sighted
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from festivals.dates.reading import RuleError, gettext_noop
from festivals.dates.spans import Span

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Month:
    """One month as it may run: Muharram 1449 from 6 June 2027."""

    calendar: str
    year: int
    number: int
    readings: tuple[Span, ...]
    basis: str = "computed"  # Or "decree".
    margin: float | None = None
    source: str = ""
    is_leap: bool = False

    @property
    def span(self) -> Span:
        """The likely reading."""
        return self.readings[0]

    @property
    def is_borderline(self) -> bool:
        """Whether it may begin on another day as well."""
        return len({reading.first for reading in self.readings}) > 1


@dataclass(frozen=True)
class LunarDay:
    """A day named by a lunar calendar: 8 Muharram 1449."""

    calendar: str
    year: int
    month: int
    day: int
    is_leap: bool = False


class LunarCalendar(Protocol):
    """A calendar of lunar months."""

    name: str
    names: tuple[str, ...]  # Of its months, as people here call them.

    def months_between(self, first: date, last: date) -> Iterator[Month]:
        """Every month of which a reading has a day in first..last, in order."""

    def month(self, year: int, number: int) -> Month:
        """One month by its year and number; a number that does not exist is a `RuleError`."""


def named(calendar: LunarCalendar, day: date) -> LunarDay:
    """What a civil day is called in the calendar, by the likely reading."""
    for month in calendar.months_between(day, day):
        if day in month.span:
            number = (day - month.span.first).days + 1
            return LunarDay(calendar.name, month.year, month.number, number, month.is_leap)
    raise RuleError(
        gettext_noop("%(day)s lies in no month of the calendar “%(calendar)s”."),
        day=day.isoformat(),
        calendar=calendar.name,
    )


def spans_of(calendar: LunarCalendar, number: int, first: date, last: date) -> list[Span]:
    """Every month of a number that has a day in first..last, whole, by the likely reading."""
    months = (m for m in calendar.months_between(first, last) if m.number == number)
    return [m.span for m in months if m.span.overlaps(Span(first, last))]


def civil(calendar: LunarCalendar, year: int, month: int, day: int) -> date:
    """The civil day of a day of the calendar; a day the month does not have is a `RuleError`."""
    span = calendar.month(year, month).span
    if not 1 <= day <= span.days:
        raise RuleError(
            gettext_noop("Day %(day)s: %(month)s %(year)s has days 1 to %(most)s."),
            day=day,
            month=calendar.names[month - 1],
            year=year,
            most=span.days,
        )
    return span.first + (day - 1) * DAY


def check_number(calendar: LunarCalendar, number: int) -> None:
    """Refuse a month that the calendar does not have."""
    if not 1 <= number <= len(calendar.names):
        raise RuleError(
            gettext_noop("Month %(number)s: the calendar “%(calendar)s” has months 1 to %(most)s."),
            number=number,
            calendar=calendar.name,
            most=len(calendar.names),
        )
