"""Stops -> a timetable: when one leaves, arrives, begins and ends, day by day. Pure over rows.

Reads the rows it is given (`StopQuerySet.with_rows()`), the road table and the holidays; asks
no database and no clock.

A day begins at 08:00, the first one at the arrival. A stop begins when one gets there, but:
an edition begins at its own hour; a stop with `starts_at` begins then; a place that opens
within three hours is waited for; and a day that begins with a place which closes too early
for that (the crater, shut at noon) begins when it opens, be it at night.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from destinations.models import Place
from destinations.opening import Window
from destinations.travel.graph import RoadGraph, TravelError
from destinations.travel.legs import Leg, leg_between
from destinations.week import PlaceDay, day_at
from itineraries.models import Itinerary, Stop

DAY_BEGINS = time(8)
LONGEST_WAIT = timedelta(hours=3)
USUAL_EDITION = 120  # minutes, where nobody has said how long
NIGHT_ENDS = 5  # o'clock: what begins before belongs to the night


@dataclass(frozen=True)
class TimedStop:
    """A stop with its times on the clock of its place, and the way there.

    Without a place (it has been deleted) there is no time either. Without a leg no road
    leads there.
    """

    stop: Stop
    place: Place | None = None
    hours: PlaceDay | None = None
    windows: list[Window] = field(default_factory=list)
    leg: Leg | None = None
    arrives: datetime | None = None
    begins: datetime | None = None
    ends: datetime | None = None
    day: date | None = None

    @property
    def leaves(self) -> datetime | None:
        """When one sets out for it."""
        if self.arrives is None or self.leg is None:
            return None
        return self.arrives - timedelta(minutes=self.leg.minutes)

    @property
    def since(self) -> str:
        """When it begins, as timetables print it: "00:21 +1" is on the day after its own."""
        return self.printed(self.begins)

    @property
    def until(self) -> str:
        """When it ends, likewise."""
        return self.printed(self.ends)

    def printed(self, moment: datetime | None) -> str:
        if moment is None or self.day is None:
            return ""
        days = (moment.date() - self.day).days
        return f"{moment:%H:%M} +{days}" if days else f"{moment:%H:%M}"

    @property
    def is_night(self) -> bool:
        """Whether it begins in the night before its day; one that spills past midnight does not."""
        if self.begins is None or self.hours is None:
            return False
        return self.begins.date() == self.hours.day and self.begins.hour < NIGHT_ENDS

    @property
    def waits(self) -> timedelta:
        """How long one stands before a closed door."""
        if self.begins is None or self.arrives is None:
            return timedelta()
        return max(self.begins - self.arrives, timedelta())


@dataclass(frozen=True)
class TripDay:
    """One day of a trip with its stops in order."""

    number: int
    date: date
    rows: list[TimedStop] = field(default_factory=list)

    @property
    def road_minutes(self) -> int:
        return sum(row.leg.minutes for row in self.rows if row.leg)

    @property
    def effort(self) -> int:
        """The hardest thing of the day, from 0 to 5."""
        return max((row.place.effort for row in self.rows if row.place), default=0)

    @property
    def nights(self) -> list[TimedStop]:
        return [row for row in self.rows if row.is_night]

    @property
    def days(self) -> list[TimedStop]:
        return [row for row in self.rows if not row.is_night]


def timetable(
    itinerary: Itinerary,
    stops: Iterable[Stop],
    *,
    roads: RoadGraph,
    holidays: Collection[date] = (),
) -> list[TripDay]:
    """Every day of the trip, with or without stops. `stops` come in the order of their days."""
    by_day = {number: list(rows) for number, rows in groupby(stops, key=lambda stop: stop.day)}
    here, days = itinerary.gateway, []
    for number in range(1, itinerary.days + 1):
        day = itinerary.day(number)
        at = itinerary.arrives_at if number == 1 else None
        clock = datetime.combine(day, at or DAY_BEGINS, ZoneInfo(here.timezone))
        rows = timed(by_day.get(number, []), day, here, clock, roads, holidays)
        here = next((row.place for row in reversed(rows) if row.place), here)
        days.append(TripDay(number, day, rows))
    return days


def timed(
    stops: Sequence[Stop],
    day: date,
    here: Place,
    clock: datetime,
    roads: RoadGraph,
    holidays: Collection[date],
) -> list[TimedStop]:
    """The stops of one day, one after the other from a place and a moment on."""
    rows: list[TimedStop] = []
    for stop in stops:
        place = stop.where
        if place is None:
            rows.append(TimedStop(stop))
            continue
        leg = leg_to(roads, here, place)
        travel = timedelta(minutes=leg.minutes if leg else 0)
        hours = day_at(place, day, holidays=holidays)
        windows = [*from_the_night(place, day, holidays), *hours.windows]
        is_first = not any(row.place for row in rows)
        zone = ZoneInfo(place.timezone)
        arrives = (clock + travel).astimezone(zone)
        begins = beginning(stop, day, hours, windows, arrives, is_first=is_first)
        if is_first:  # One sets out in time for it, though not before one has arrived at all.
            arrives = begins if stop.day > 1 else max(arrives, begins)
        there = begins if stop.edition else max(begins, arrives)  # A festival waits for nobody.
        ends = there + timedelta(minutes=minutes_of(stop))
        rows.append(TimedStop(stop, place, hours, windows, leg, arrives, begins, ends, day))
        here, clock = place, ends
    return rows


def beginning(
    stop: Stop,
    day: date,
    hours: PlaceDay,
    windows: list[Window],
    arrives: datetime,
    *,
    is_first: bool,
) -> datetime:
    """When a stop begins, on the clock of its place."""
    fixed = stop.starts_at or (stop.edition.begins_at if stop.edition else None)
    if fixed:
        return datetime.combine(day, fixed, arrives.tzinfo)
    if stop.edition or hours.is_all_day:
        return arrives
    length = timedelta(minutes=minutes_of(stop))
    for window in windows:
        soonest = max(arrives, window.opens)
        if soonest + length <= window.closes and soonest - arrives <= LONGEST_WAIT:
            return soonest
    for window in hours.windows if is_first else ():
        comes_before = stop.day == 1 and window.opens < arrives
        if window.opens + length <= window.closes and not comes_before:
            return window.opens
    return arrives


def from_the_night(place: Place, day: date, holidays: Collection[date]) -> list[Window]:
    """Windows that began the evening before and run on into the day."""
    before = day_at(place, day - timedelta(days=1), holidays=holidays)
    return [] if before.is_all_day else [w for w in before.windows if w.closes.date() >= day]


def minutes_of(stop: Stop) -> int:
    """How long one stays."""
    if stop.edition:
        return stop.edition.minutes or USUAL_EDITION
    return stop.place.visit_minutes if stop.place else 0


def leg_to(roads: RoadGraph, here: Place, there: Place) -> Leg | None:
    """The way from one place to another, or None where no road leads there."""
    try:
        return leg_between(roads, here.spot, there.spot)
    except TravelError:
        return None
