"""The Hijri months as the government of Indonesia counts them.

Order of trust: a month start that was decreed; else the crescent (`moon`, MABIMS). A margin
under 0.6 degrees to either side is borderline, and both days are kept. Umm al-Qura is never
asked: it is the calendar of Mecca, and a day early here in a third of the months.

Anchor: lunation 0 of `moon` brings 1 Muharram 1420, 17 April 1999. A decree binds its
neighbours too: a month has 29 or 30 days, whatever was computed for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from festivals.dates.lunar import DAY, Month, check_number
from festivals.dates.moon import crescent
from festivals.dates.spans import Span

MONTHS = (
    *("Muharram", "Safar", "Rabiulawal", "Rabiulakhir", "Jumadilawal", "Jumadilakhir"),
    *("Rajab", "Sya'ban", "Ramadan", "Syawal", "Dzulqa'dah", "Dzulhijjah"),
)
FIRST_YEAR = 1420
EPOCH = date(1999, 4, 17)
BORDERLINE = 0.6  # Degrees.
SHORT, LONG = timedelta(days=29), timedelta(days=30)
REACH = 8  # So many months away a decree is no longer felt.


@dataclass(frozen=True)
class MonthStart:
    """The likely first day, and the other one where the crescent is borderline."""

    day: date
    other: date | None
    margin: float | None  # None where it is decreed.

    @property
    def days(self) -> tuple[date, ...]:
        return (self.day, self.other) if self.other else (self.day,)


class Hijri:
    """The months, under the given decrees: {(1447, 10): (date(2026, 3, 21), "source")}."""

    name = "hijri"
    names: tuple[str, ...] = MONTHS

    def __init__(self, decrees: Mapping[tuple[int, int], tuple[date, str]] | None = None) -> None:
        self.decrees = {number_of(*month): found for month, found in (decrees or {}).items()}
        self.starts: dict[int, MonthStart] = {}

    def month(self, year: int, number: int) -> Month:
        check_number(self, number)
        return self.numbered(number_of(year, number))

    def months_between(self, first: date, last: date) -> Iterator[Month]:
        number = (first - EPOCH).days // 30 - 2
        while True:
            month = self.numbered(number)
            if all(reading.first > last for reading in month.readings):
                return
            if any(reading.last >= first for reading in month.readings):
                yield month
            number += 1

    def numbered(self, number: int) -> Month:
        """A month by its number since Muharram 1420."""
        start, after = self.start(number), self.start(number + 1)
        spans = [
            Span(day, end - DAY)
            for day in start.days
            for end in after.days
            if SHORT <= end - day <= LONG
        ]
        if not spans:  # Decrees that no form lets through contradict each other.
            spans = [Span(start.day, max(after.day - DAY, start.day))]
        decreed = self.decrees.get(number)
        return Month(
            self.name,
            FIRST_YEAR + number // 12,
            number % 12 + 1,
            readings=tuple(spans),
            basis="decree" if decreed else "computed",
            margin=start.margin,
            source=decreed[1] if decreed else "",
        )

    def start(self, number: int) -> MonthStart:
        if number not in self.starts:
            self.starts[number] = self.find_start(number)
        return self.starts[number]

    def find_start(self, number: int) -> MonthStart:
        """The decree, else the crescent within what the decrees around it allow."""
        if number in self.decrees:
            return MonthStart(self.decrees[number][0], None, None)
        seen = crescent(number)
        likely = seen.month_start
        other = likely + (DAY if seen.margin >= 0 else -DAY)
        least, most = self.bounds(number)
        fits = [day for day in (likely, other) if least <= day <= most]
        day = fits[0] if fits else min(max(likely, least), most)
        is_borderline = abs(seen.margin) < BORDERLINE and len(fits) > 1
        return MonthStart(day, other if is_borderline else None, seen.margin)

    def bounds(self, number: int) -> tuple[date, date]:
        """Between which days a month must begin, for every month to a decree to be whole.

        After a decree the months are counted on from it, before one back from it; some months
        away the crescent is in step again, for a decree is a day off at most.
        """
        before = next((n for n in self.near(number, -1) if n in self.decrees), None)
        after = next((n for n in self.near(number, 1) if n in self.decrees), None)
        least, most = date.min, date.max
        if before is not None:
            last = self.start(number - 1).day
            least, most = last + SHORT, last + LONG
        if after is not None:
            away = after - number if before is not None else 1
            end = self.decrees[after][0] if before is not None else self.start(number + 1).day
            least, most = max(least, end - away * LONG), min(most, end - away * SHORT)
        return least, most

    def near(self, number: int, step: int) -> range:
        """The months beside one, nearest first."""
        return range(number + step, number + step * (REACH + 1), step)


def number_of(year: int, month: int) -> int:
    """Months since Muharram 1420."""
    return (year - FIRST_YEAR) * 12 + month - 1
