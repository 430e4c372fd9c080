"""What the office's year carries beside festivals: holidays, moons, fasting, places shut.

Each line has a text for each month; days are numbers, as on a wall calendar.
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
from festivals.dates.moon import EPOCH, SYNODIC_MONTH, WESTERN_TIME, full_moon
from festivals.dates.rules import Almanac, rule_from_dict
from festivals.models.seasons import Season
from tourism.base.holidays import national_holidays


@dataclass(frozen=True)
class SeasonLine:
    """One line over the board: its name and a text for each month."""

    name: str
    months: list[str]


def lines_of(
    year: int,
    almanac: Almanac,
    *,
    language: str,
    places: Iterable[Place],
    seasons: Iterable[Season],
) -> list[SeasonLine]:
    """Holidays, Ramadan to Suro, Nyepi, full moons, breaks, and places shut on counted days."""
    holidays = national_holidays(year, language)
    lines = [
        line(_("National holidays"), [(day, "") for day in holidays]),
        line(_("Fasting and feasts"), feasts(year, almanac)),
        line(_("Full moons"), [(day, "") for day in full_moons(year)]),
        line(_("School breaks"), breaks(year, seasons)),
    ]
    for place in places:
        shut = shut_days(place.opening_hours, year, place.latitude, place.longitude, place.timezone)
        lines.append(line(_("%(place)s closed") % {"place": place.name}, [(d, "") for d in shut]))
    return lines


def line(name: str, days: Iterable[tuple[date, str]]) -> SeasonLine:
    """Days with their words, by month: "Nyepi 8; 10"."""
    months: dict[int, list[str]] = defaultdict(list)
    for day, words in sorted(days):
        months[day.month].append(f"{words} {day.day}".strip())
    return SeasonLine(name, [", ".join(months[month]) for month in range(1, 13)])


def feasts(year: int, almanac: Almanac) -> list[tuple[date, str]]:
    """First days that move with the moon, as they are decreed or reckoned."""
    rules = {
        _("Ramadan from"): {"calendar": "hijri", "month": 9, "day": 1},
        _("Idul Fitri"): {"calendar": "hijri", "month": 10, "day": 1},
        _("Suro from"): {"calendar": "javanese", "month": 1, "day": 1},
        _("Nyepi, ferries stop"): {"calendar": "table", "event": "nyepi"},
    }
    return [
        (forecast.span.first, words)
        for words, data in rules.items()
        for forecast in rule_from_dict(data, almanac=almanac).forecasts(
            date(year, 1, 1), date(year, 12, 31)
        )
    ]


def full_moons(year: int) -> list[date]:
    """The days, in western Indonesian time."""
    first = int((date(year, 1, 1) - EPOCH.date()) / SYNODIC_MONTH) - 1
    days = ((full_moon(number) + WESTERN_TIME).date() for number in range(first, first + 15))
    return [day for day in days if day.year == year]


def breaks(year: int, seasons: Iterable[Season]) -> list[tuple[date, str]]:
    """First and last days of school breaks, each in its own month."""
    found = []
    for season in seasons:
        found.append((season.starts_on, _("from")))
        found.append((season.ends_on, _("to")))
    return [(day, words) for day, words in found if day.year == year]


@lru_cache(maxsize=64)
def shut_days(
    hours: str, year: int, latitude: float, longitude: float, timezone: str
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
