"""Which days a sheet of the calendar shows, and where the calendar ends."""

import calendar as gregorian
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 2009, 2052  # The oldest known date, and where the Javanese reckoning ends.
SUNDAY_FIRST = gregorian.Calendar(gregorian.SUNDAY)


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
