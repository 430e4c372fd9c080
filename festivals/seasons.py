"""What a year carries beside festivals: holidays, moons, fasting, breaks, places shut.

Each line has a text for each month of a span of days; days are numbers, as on a wall
calendar. A band is a stretch of days with one name.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.utils.translation import gettext as _

from destinations import opening
from destinations.geography import Point
from destinations.models import Place
from festivals.dates.lunar import spans_of
from festivals.dates.moon import full_moons_between
from festivals.dates.rules import Almanac, rule_from_dict
from festivals.dates.spans import Span
from festivals.models.seasons import Season
from tourism.base.holidays import holidays_between

RAMADAN, SURO = 9, 1  # Months of the Hijri and of the Javanese year.


@dataclass(frozen=True)
class SeasonLine:
    """One line over a board: its name and a text for each month."""

    name: str
    months: list[str]


@dataclass(frozen=True)
class Band:
    """Days that belong together: "ramadan", "suro" or "school", with the name of a break."""

    kind: str
    span: Span
    name: str = ""


def bands_of(span: Span, almanac: Almanac, seasons: Iterable[Season]) -> list[Band]:
    """Ramadan, the month of Suro and the school breaks that touch the days."""
    first, last = span.first, span.last
    return [
        *(Band("ramadan", days) for days in spans_of(almanac.hijri, RAMADAN, first, last)),
        *(Band("suro", days) for days in spans_of(almanac.javanese(), SURO, first, last)),
        *(Band("school", Span(row.starts_on, row.ends_on), row.name) for row in seasons),
    ]


def lines_of(
    span: Span,
    almanac: Almanac,
    *,
    language: str,
    seasons: Iterable[Season],
    places: Iterable[Place] = (),
) -> list[SeasonLine]:
    """Holidays, Ramadan to Suro, Nyepi, full moons, breaks, and places shut on counted days."""
    lines = {
        _("National holidays"): unnamed(holidays_between(span.first, span.last, language)),
        _("Fasting and feasts"): feasts(span, almanac),
        _("Full moons"): unnamed(full_moons_between(span.first, span.last)),
        _("School breaks"): breaks(seasons),
    }
    for place in places:
        lines[_("%(place)s closed") % {"place": place.name}] = unnamed(shut_in(place, span))
    return [line(name, days, span) for name, days in lines.items()]


def unnamed(days: Iterable[date]) -> list[tuple[date, str]]:
    return [(day, "") for day in days]


def line(name: str, days: Iterable[tuple[date, str]], span: Span) -> SeasonLine:
    """Days with their words, by the months of the span: "Nyepi 8; 10"."""
    texts: dict[tuple[int, int], list[str]] = defaultdict(list)
    for day, words in sorted(days):
        if day in span:
            texts[day.year, day.month].append(f"{words} {day.day}".strip())
    return SeasonLine(name, [", ".join(texts[month]) for month in months_of(span)])


def months_of(span: Span) -> list[tuple[int, int]]:
    """Year and month of every month that the days touch."""
    first, last = (day.year * 12 + day.month - 1 for day in (span.first, span.last))
    return [(number // 12, number % 12 + 1) for number in range(first, last + 1)]


def feasts(span: Span, almanac: Almanac) -> list[tuple[date, str]]:
    """First days that move with the moon, as they are decreed or reckoned."""
    rules = {
        _("Ramadan from"): {"calendar": "hijri", "month": RAMADAN, "day": 1},
        _("Idul Fitri"): {"calendar": "hijri", "month": 10, "day": 1},
        _("Suro from"): {"calendar": "javanese", "month": SURO, "day": 1},
        _("Nyepi, ferries stop"): {"calendar": "table", "event": "nyepi"},
    }
    return [
        (forecast.span.first, words)
        for words, data in rules.items()
        for forecast in rule_from_dict(data, almanac=almanac).forecasts(span.first, span.last)
    ]


def breaks(seasons: Iterable[Season]) -> list[tuple[date, str]]:
    """First and last days of school breaks, each in its own month."""
    ends = [((row.starts_on, _("from")), (row.ends_on, _("to"))) for row in seasons]
    return [end for both in ends for end in both]


def shut_in(place: Place, span: Span) -> list[date]:
    """Days of the span without any hour by the usual hours of a place."""
    years = range(span.first.year, span.last.year + 1)
    facts = (place.opening_hours, place.latitude, place.longitude, place.timezone)
    return [day for year in years for day in shut_days(year, *facts) if day in span]


@lru_cache(maxsize=64)
def shut_days(
    year: int, hours: str, latitude: float, longitude: float, timezone: str
) -> tuple[date, ...]:
    """Days of the year without any hour: "the first Friday of each month"."""
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range(366))
    return tuple(
        day
        for day in days
        if day.year == year
        and not opening.windows(hours, day, point=Point(latitude, longitude), timezone=timezone)
    )
