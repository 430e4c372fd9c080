"""The Balinese saka months, and with them Nyepi, the first day of Kadasa.

A lunar day is 63/64 of a day: every 63 days one day carries two of them (ngunaratri, in the
count that began in 2000). A month begins on the day after its Tilem, which for month N after
Kadasa 1925 is 2 April 2003 + floor((1890 N + 28) / 64) days. Years 0, 6 and 11 of a cycle of
nineteen repeat Jyestha (1925 did not), 3, 8, 14 and 16 repeat Sadha; from 1993 to January
2003 other months were repeated (sasih berkesinambungan).

Against the decreed Nyepi of 2000 to 2030 the reckoning is exact in 30 of 31 years, and a day
early in 2004. So a decree comes first, and what is only reckoned may be a day off to each
side. Sources: the pivot and the repeated months as in the calendar library of I. B. P.
Peradnya Dinata (github.com/peradnya/balinese-date-js-lib), the decrees as in `decrees.toml`,
seen November 2026.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from festivals.dates.lunar import DAY, LunarDay, Month, check_number
from festivals.dates.spans import Span

MONTHS = (
    *("Kasa", "Karo", "Katiga", "Kapat", "Kalima", "Kanem"),
    *("Kapitu", "Kawolu", "Kasanga", "Kadasa", "Jyestha", "Sadha"),
)
FIRST_MONTH = 10  # The year begins with Kadasa.
EPOCH_YEAR, EPOCH = 1925, date(2003, 4, 2)
CYCLE = 19
REPEATED = {0: 11, 6: 11, 11: 11, 3: 12, 8: 12, 14: 12, 16: 12}
REPEATED_BEFORE_2003 = {2: 11, 4: 3, 7: 1, 10: 11, 13: 10, 15: 2, 18: 12}
OFF_BY = 1  # Days to each side, where Nyepi is not decreed.


class Saka:
    """The months, with Nyepi as decreed: {1949: (date(2027, 3, 8), "source")}."""

    name = "balinese_saka"
    names: tuple[str, ...] = MONTHS

    def __init__(self, decrees: Mapping[int, tuple[date, str]] | None = None) -> None:
        self.decrees = dict(decrees or {})

    def month(self, year: int, number: int) -> Month:
        check_number(self, number)
        return next(month for month in self.months_of_year(year) if month.number == number)

    def months_between(self, first: date, last: date) -> Iterator[Month]:
        for year in range(first.year - 79, last.year - 77):
            for month in self.months_of_year(year):
                if month.span.first <= last and month.span.last >= first:
                    yield month

    def months_of_year(self, year: int) -> Iterator[Month]:
        """The twelve or thirteen months from one Nyepi to the next."""
        count = months_before(year)
        for place, (number, is_leap) in enumerate(numbers(year)):
            first, last = start(count + place), start(count + place + 1) - DAY
            if number == FIRST_MONTH and not is_leap:
                yield self.kadasa(year, Span(first, last))
                continue
            after = self.decrees.get(year + 1) if number == FIRST_MONTH - 1 else None
            last = after[0] - DAY if after else last
            yield Month(self.name, year, number, (Span(first, last),), is_leap=is_leap)

    def kadasa(self, year: int, reckoned: Span) -> Month:
        if decreed := self.decrees.get(year):
            span = Span(decreed[0], reckoned.last)
            return Month(self.name, year, FIRST_MONTH, (span,), "decree", source=decreed[1])
        starts = [reckoned.first + timedelta(days=off) for off in (0, -OFF_BY, OFF_BY)]
        spans = tuple(Span(first, reckoned.last) for first in starts)
        return Month(self.name, year, FIRST_MONTH, spans)

    def named(self, day: date) -> LunarDay:
        """What a day is called: penanggal 1 to 15, then pangelong 1 to 15 as 16 to 30."""
        month = next(m for m in self.months_between(day, day) if day in m.span)
        count = round((month.span.first - EPOCH).days * 64 / 1890)
        late = month.span.first - start(count)  # Where a decree begins it on another day.
        number = lunar_day(day - late) - 30 * count + 1
        if day == month.span.first:
            number = 1  # Though the ngunaratri before it may have carried that number.
        return LunarDay(self.name, month.year, month.number, number, month.is_leap)


def start(count: int) -> date:
    """The first day of a month by its number since Kadasa 1925."""
    return EPOCH + timedelta(days=(1890 * count + 28) // 64)


def lunar_day(day: date) -> int:
    """The first lunar day that begins on a day, counted from Kadasa 1925."""
    return -((27 - 64 * (day - EPOCH).days) // 63)


def months_before(year: int) -> int:
    """Months from Kadasa 1925 to Kadasa of a year."""
    if year >= EPOCH_YEAR:
        return sum(len(numbers(passed)) for passed in range(EPOCH_YEAR, year))
    return -sum(len(numbers(passed)) for passed in range(year, EPOCH_YEAR))


def numbers(year: int) -> list[tuple[int, bool]]:
    """The months of a year in order, each with whether it is the repeated one."""
    table = REPEATED if year > EPOCH_YEAR else {} if year == EPOCH_YEAR else REPEATED_BEFORE_2003
    repeated = table.get(year % CYCLE)
    found = []
    for place in range(12):
        number = (FIRST_MONTH - 1 + place) % 12 + 1
        found.append((number, False))
        if number == repeated:
            found.append((number, True))
    return found
