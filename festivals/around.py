"""What fits before and after a festival, and where one can sleep near it. Plain data.

Only what the rows hold: usual hours, closures, road minutes of a dry day. An edition without
an hour has nothing "before" it on its day, only the morning after.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from destinations.arriving import Way, ways_to
from destinations.models import Place
from destinations.opening import Window
from destinations.week import day_at
from festivals.models.editions import Edition

ROAD_MINUTES = 45
BOX_KM = 40  # Nothing farther in a straight line is 45 minutes away by road.
WATER = {"boat", "ferry"}
BEDS = (Place.Kind.VILLAGE, Place.Kind.TOWN)
EARLY, NOON, LATE = time(5), time(12), time(22)  # Between early and late one goes somewhere.


@dataclass(frozen=True)
class Fit:
    """A place that is open long enough for a usual visit, and the part of its hours that fits."""

    place: Place
    way: Way
    window: Window
    leave_by: datetime | None = None
    is_morning_after: bool = False


@dataclass(frozen=True)
class Around:
    """Up to three places before and after, and up to four to sleep in, nearest first."""

    before: list[Fit]
    after: list[Fit]
    beds: list[Way]
    minutes: int = ROAD_MINUTES


def around(
    place: Place,
    edition: Edition | None,
    neighbours: Iterable[Place],
    *,
    today: date,
    holidays: Collection[date],
) -> Around:
    """Look at the neighbours of a place for one edition. Reads their closures: prefetch them."""
    ways = [
        way
        for way in ways_to(place, neighbours)
        if way.leg.minutes <= ROAD_MINUTES and not way.leg.modes & WATER
    ]
    beds = [way for way in ways if way.gateway.kind in BEDS][:4]
    if edition is None or not edition.is_dated:
        return Around([], [], beds)
    sights = [way for way in ways if way.gateway.kind not in (*Place.GATEWAYS, Place.Kind.VENUE)]
    before = []
    if edition.starts_on >= today:
        before = [fit for way in sights if (fit := fit_before(edition, way, holidays))][:3]
    rest = [way for way in sights if way.gateway not in [fit.place for fit in before]]
    after = [fit for way in rest if (fit := fit_after(edition, way, holidays))][:3]
    return Around(before, after, beds)


def fit_before(edition: Edition, way: Way, holidays: Collection[date]) -> Fit | None:
    """The hours of its first day that end in time for the way to the beginning."""
    if edition.begins_at is None:
        return None
    zone = ZoneInfo(edition.where.timezone)
    leave_by = way.leave_by(datetime.combine(edition.starts_on, edition.begins_at, zone))
    earliest = datetime.combine(edition.starts_on, EARLY, zone)
    window = fitting(way.gateway, edition.starts_on, earliest, leave_by, holidays)
    return Fit(way.gateway, way, window, leave_by) if window else None


def fit_after(edition: Edition, way: Way, holidays: Collection[date]) -> Fit | None:
    """The hours left of its last day, where its end is known; else the morning after."""
    zone = ZoneInfo(edition.where.timezone)
    if edition.begins_at and edition.minutes:
        begins = datetime.combine(edition.ends_on, edition.begins_at, zone)
        there = in_fives(begins + timedelta(minutes=edition.minutes + way.leg.minutes))
        latest = datetime.combine(edition.ends_on, LATE, zone)
        if window := fitting(way.gateway, edition.ends_on, there, latest, holidays):
            return Fit(way.gateway, way, window)
    morning = edition.ends_on + timedelta(days=1)
    first, last = (datetime.combine(morning, hour, zone) for hour in (EARLY, NOON))
    window = fitting(way.gateway, morning, first, last, holidays)
    return Fit(way.gateway, way, window, is_morning_after=True) if window else None


def in_fives(moment: datetime) -> datetime:
    """The moment, or the next whole five minutes after it."""
    return moment + timedelta(minutes=-moment.minute % 5)


def fitting(
    place: Place, day: date, first: datetime, last: datetime, holidays: Collection[date]
) -> Window | None:
    """The first stretch between two moments in which a usual visit can be made, on its clock."""
    zone, visit = ZoneInfo(place.timezone), timedelta(minutes=place.visit_minutes)
    for hours in day_at(place, day, holidays=holidays).windows:
        opens, closes = max(hours.opens, first), min(hours.closes, last)
        if closes - opens >= visit:
            return Window(opens.astimezone(zone), closes.astimezone(zone))
    return None
