"""The Javanese calendar of Sultan Agung (1633): arithmetic, no sighting.

A windu of eight years (Alif, Ehe, Jimawal, Je, Dal, Be, Wawu, Jimakhir) has 2835 days, 81
times the weton of 35, so that each windu begins on the same weekday and pasaran. Years have
354 days, three of a windu 355; months have 30 and 29 days in turn, and the last has 30 in a
leap year. After 120 years (a kurup) one day is dropped to follow the moon.

Anchor: 1 Sura 1867 (Alif) = Tuesday Pon 24 March 1936, the kurup Asapon; the next, Senin
Pahing, begins with 1987 on 26 August 2052. Villages that kept the kurup before it (Aboge)
are a day behind. Leap years are 2, 5 and 8 of the windu; some count 2, 4 and 8, which moves
the start of Dal by a day. Under that count Dal has lengths of its own, 354 days in all, so that
12 Mulud keeps its day; under the usual one its months run like others (Grebeg Mulud of Dal 1959
was held on 5 September 2025, as that gives).

Sources: kalenderimlek.blogspot.com/2017/09, mufidakhyani.blogspot.com/2013/01 (kurup, leap
years), tutorialonlineoke.blogspot.com/2017/04 (the dropped day), seen November 2026.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from festivals.dates.lunar import DAY, Month, check_number
from festivals.dates.spans import Span

MONTHS = (
    *("Sura", "Sapar", "Mulud", "Bakda Mulud", "Jumadilawal", "Jumadilakir"),
    *("Rejeb", "Ruwah", "Pasa", "Sawal", "Sela", "Besar"),
)
YEARS = ("Alif", "Ehe", "Jimawal", "Je", "Dal", "Be", "Wawu", "Jimakhir")
KURUP = {"asapon": 0, "aboge": 1}  # Days later than Asapon.
LEAP_YEARS = (2, 5, 8)
DAL, DAL_LENGTHS = 5, (30, 30, 29, 29, 29, 29, 30, 29, 30, 29, 30, 30)
WINDU_DAYS = 2835
KURUPS = ((1987, date(2052, 8, 26)), (1867, date(1936, 3, 24)))  # First year and its first day.


class Javanese:
    """The months of one kurup; `leap_years` are counted within the windu from 1."""

    name = "javanese"
    names: tuple[str, ...] = MONTHS

    def __init__(
        self, kurup: str = "asapon", leap_years: tuple[int, int, int] = LEAP_YEARS
    ) -> None:
        self.late = KURUP[kurup]
        self.leap_years = leap_years

    def month(self, year: int, number: int) -> Month:
        check_number(self, number)
        start, length = self.year_start(year), (self.year_start(year + 1) - self.year_start(year))
        if (year - 1867) % 8 + 1 == DAL and DAL not in self.leap_years:
            first = start + timedelta(days=sum(DAL_LENGTHS[: number - 1]))
            last = first + timedelta(days=DAL_LENGTHS[number - 1] - 1)
            return Month(self.name, year, number, (Span(first, last),))
        first = start + (number * 59 // 2 - 29 if number % 2 else (number // 2) * 59 - 29) * DAY
        last = start + length - DAY if number == 12 else first + (29 if number % 2 else 28) * DAY
        return Month(self.name, year, number, (Span(first, last),))

    def year_start(self, year: int) -> date:
        """1 Sura of a year."""
        base, anchor = next(found for found in KURUPS if year >= found[0])
        windu, place = divmod(year - base, 8)
        days = windu * WINDU_DAYS + 354 * place + sum(leap <= place for leap in self.leap_years)
        return anchor + timedelta(days=days + self.late)

    def months_between(self, first: date, last: date) -> Iterator[Month]:
        year = 1867 + (first - KURUPS[1][1]).days * 8 // WINDU_DAYS - 1
        while True:
            for number in range(1, 13):
                month = self.month(year, number)
                if month.span.first > last:
                    return
                if month.span.last >= first:
                    yield month
            year += 1


def year_name(year: int) -> str:
    """Its name in the windu: 1959 is Dal."""
    return YEARS[(year - 1867) % 8]
