"""What a civil day is in every calendar of the region."""

from dataclasses import dataclass
from datetime import date

from festivals.dates.almanac import Almanac
from festivals.dates.javanese import year_name
from festivals.dates.lunar import LunarCalendar, LunarDay, named
from festivals.dates.pawukon import pasaran, wuku
from festivals.dates.reading import years_in
from festivals.dates.spans import Span


@dataclass(frozen=True)
class DayNames:
    """One day in every calendar. `hijri_other` is what it is if a borderline month begins else."""

    day: date
    pasaran: str
    wuku: str
    hijri: LunarDay
    hijri_other: LunarDay | None
    hijri_basis: str  # "decree" or "computed".
    javanese: LunarDay
    javanese_year: str
    saka: LunarDay
    chinese: LunarDay


def names_of(day: date, almanac: Almanac) -> DayNames:
    """Every name of a day from 2000 to 2052; another is a `RuleError`."""
    years_in(day, day)
    hijri = named(almanac.hijri, day)
    javanese = named(almanac.javanese(), day)
    return DayNames(
        day=day,
        pasaran=pasaran(day),
        wuku=wuku(day),
        hijri=hijri,
        hijri_other=other_name(hijri, day, almanac),
        hijri_basis=almanac.hijri.month(hijri.year, hijri.month).basis,
        javanese=javanese,
        javanese_year=year_name(javanese.year),
        saka=almanac.saka.named(day),
        chinese=named(almanac.calendar("chinese"), day),
    )


@dataclass(frozen=True)
class ShortNames:
    """What a wall calendar prints beside the civil day."""

    pasaran: str
    hijri: LunarDay
    javanese: LunarDay


def names_between(first: date, last: date, almanac: Almanac) -> dict[date, ShortNames]:
    """The short names of every day from first to last, in one pass over the months."""
    hijri, javanese = (
        days_between(calendar, first, last) for calendar in (almanac.hijri, almanac.javanese())
    )
    return {
        day: ShortNames(pasaran(day), hijri[day], javanese[day]) for day in Span(first, last).each()
    }


def days_between(calendar: LunarCalendar, first: date, last: date) -> dict[date, LunarDay]:
    """Every day by its name, by the likely reading of each month."""
    return {
        day: LunarDay(calendar.name, month.year, month.number, number)
        for month in calendar.months_between(first, last)
        for number, day in enumerate(month.span.each(), start=1)
        if first <= day <= last
    }


def other_name(likely: LunarDay, day: date, almanac: Almanac) -> LunarDay | None:
    """The Hijri day by the other reading of a borderline month; None where all agree."""
    for month in almanac.hijri.months_between(day, day):
        for reading in month.readings:
            number = (day - reading.first).days + 1
            found = LunarDay("hijri", month.year, month.number, number)
            if day in reading and found != likely:
                return found
    return None
