"""Which days a sheet of the calendar shows, and where the calendar ends."""

import calendar as gregorian
from dataclasses import dataclass
from datetime import date, timedelta

# What the desk and trips may name: the oldest known date, and where the Javanese reckoning ends.
FIRST_YEAR, LAST_YEAR = 2009, 2052
SUNDAY_FIRST = gregorian.Calendar(gregorian.SUNDAY)


@dataclass(frozen=True)
class Years:
    """The years that the calendar has pages of, both ends included (see `festivals.years`)."""

    first: int
    last: int

    def hold(self, day: date) -> bool:
        return self.first <= day.year <= self.last

    def held(self, day: date) -> date | None:
        """The day where it has a page, for the steps to what lies before and after."""
        return day if self.hold(day) else None


WIDEST = Years(FIRST_YEAR, LAST_YEAR)


def last_of_month(day: date) -> date:
    return day.replace(day=gregorian.monthrange(day.year, day.month)[1])


def days_shown(first: date) -> tuple[date, date]:
    """The first and the last day of the grid of a month: whole weeks."""
    weeks = SUNDAY_FIRST.monthdatescalendar(first.year, first.month)
    return weeks[0][0], weeks[-1][-1]


def week_of_day(day: date) -> list[date]:
    """The seven days from the Sunday on or before a day."""
    first = day - timedelta(days=(day.weekday() + 1) % 7)
    return [first + timedelta(days=n) for n in range(7)]
