"""New moons, and whether the first crescent can be seen from Indonesia (MABIMS).

The criterion is that of the four ministers of Brunei, Indonesia, Malaysia and Singapore: at
sunset on the evening after the conjunction the Moon stands high enough and far enough from
the Sun. Until February 2022 that was 2 degrees of altitude and 3 of elongation, since then 3
and 6.4. Indonesia takes any of its places; nine of them, from Aceh to Papua, stand for all.

Altitude is that of the Moon's centre as seen (refracted, 1010 hPa), elongation geocentric.
Positions come from `ephem` (VSOP87 and a lunar theory good to arc seconds). Checked against
the decreed first days of Syawal, Muharram, Besar and Ramadan of 2015 to 2026: all agree.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

import ephem

EPOCH = datetime.combine(date(1999, 4, 16), time(4, 22))  # UTC; brings 1 Muharram 1420.
SYNODIC_MONTH = timedelta(days=29.530588861)  # Mean, J2000 (Chapront-Touzé and Chapront, 1991).
STRAYS = timedelta(days=2)  # A true new moon is never so far from the mean one.
WESTERN_TIME = timedelta(hours=7)
NEW_CRITERION = date(2022, 2, 15)
SITES = (  # Degrees north and east: from where sightings are reported, west to east.
    ("5.47", "95.24"),  # Lhoknga, Aceh
    ("3.60", "98.70"),  # Medan
    ("-0.95", "100.35"),  # Padang
    ("-7.03", "106.55"),  # Pelabuhan Ratu
    ("-6.20", "106.80"),  # Jakarta
    ("-8.20", "114.37"),  # Banyuwangi
    ("-5.15", "119.40"),  # Makassar
    ("-10.20", "123.60"),  # Kupang
    ("-2.50", "140.70"),  # Jayapura
)


@dataclass(frozen=True)
class Crescent:
    """The evening after a new moon. A margin of 0 degrees or more is seen, less is not."""

    evening: date
    margin: float  # Degrees by which the best site passes; negative: by which it falls short.

    @property
    def month_start(self) -> date:
        """The first day of the month: the day after it is seen, or one more."""
        return self.evening + timedelta(days=1 if self.margin >= 0 else 2)


@cache
def new_moon(lunation: int) -> datetime:
    """The moment (UTC) of a new moon; number 0 is that of 16 April 1999."""
    guess = EPOCH + lunation * SYNODIC_MONTH - STRAYS
    found: datetime = ephem.next_new_moon(guess).datetime()
    return found


@cache
def full_moon(lunation: int) -> datetime:
    """The moment (UTC) of the full moon after that new moon."""
    found: datetime = ephem.next_full_moon(new_moon(lunation)).datetime()
    return found


def full_moons_between(first: date, last: date) -> list[date]:
    """The days of full moons from first to last, in western Indonesian time."""
    return days_between(full_moon, first, last)


def new_moons_between(first: date, last: date) -> list[date]:
    """The days of new moons from first to last, in western Indonesian time."""
    return days_between(new_moon, first, last)


def days_between(moment: Callable[[int], datetime], first: date, last: date) -> list[date]:
    start = int((first - EPOCH.date()) / SYNODIC_MONTH) - 1
    moons = (last - first) // SYNODIC_MONTH + 4
    days = ((moment(n) + WESTERN_TIME).date() for n in range(start, start + moons))
    return [day for day in days if first <= day <= last]


@cache
def crescent(lunation: int) -> Crescent:
    """How the crescent stands on the evening of the day (in Java) of the new moon."""
    conjunction = new_moon(lunation)
    evening = (conjunction + WESTERN_TIME).date()
    height, distance = (2.0, 3.0) if evening < NEW_CRITERION else (3.0, 6.4)
    margins = [
        min(altitude - height, elongation - distance)
        for altitude, elongation, sunset in (at_sunset(evening, site) for site in SITES)
        if sunset > conjunction
    ]
    return Crescent(evening, max(margins, default=-90.0))


def at_sunset(evening: date, site: tuple[str, str]) -> tuple[float, float, datetime]:
    """Altitude and elongation of the Moon in degrees, and the moment (UTC), at one site."""
    observer = ephem.Observer()
    observer.lat, observer.lon = site
    observer.date = datetime.combine(evening, time(4))  # UTC.
    sunset = observer.next_setting(ephem.Sun())
    observer.date = sunset
    moon = ephem.Moon(observer)
    return math.degrees(moon.alt), abs(math.degrees(moon.elong)), sunset.datetime()
