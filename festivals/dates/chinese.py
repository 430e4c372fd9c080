"""The Chinese lunar calendar, by which the temples keep Imlek and Cap Go Meh.

Reckoned by `LunarCalendar` (a table of the months of 1900 to 2100, from the Hong Kong
Observatory); it gives the Indonesian holiday of Imlek in every year from 2015 to 2027. A
leap month carries the number of the one before it; festivals are kept in the first of both.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from lunarcalendar import Converter, DateNotExist, Lunar

from festivals.dates.lunar import DAY, Month, check_number
from festivals.dates.spans import Span

NAMES = tuple(str(number) for number in range(1, 13))  # The temples count them.


class Chinese:
    """The months, leap ones among them."""

    name = "chinese"
    names: tuple[str, ...] = NAMES

    def month(self, year: int, number: int) -> Month:
        check_number(self, number)
        return next(
            month for month in months_of_year(year) if month.number == number and not month.is_leap
        )

    def months_between(self, first: date, last: date) -> Iterator[Month]:
        for year in range(first.year - 1, last.year + 1):
            for month in months_of_year(year):
                if month.span.first <= last and month.span.last >= first:
                    yield month


@cache
def months_of_year(year: int) -> tuple[Month, ...]:
    """The twelve or thirteen months from one Imlek to the next."""
    found = [
        (start, number, is_leap)
        for number in range(1, 13)
        for is_leap in (False, True)
        if (start := first_day(year, number, is_leap))
    ]
    starts = [start for start, _, _ in found] + [first_day(year + 1, 1, False)]
    return tuple(
        Month("chinese", year, number, (Span(start, after - DAY),), is_leap=is_leap)
        for (start, number, is_leap), after in zip(found, starts[1:], strict=True)
        if after
    )


def first_day(year: int, number: int, is_leap: bool) -> date | None:
    """The first day of a month; None where the year has no such leap month."""
    try:
        found: date = Converter.Lunar2Solar(Lunar(year, number, 1, isleap=is_leap)).to_date()
    except DateNotExist:
        return None
    return found
