"""A place's hours, day by day, as plain data for pages."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from destinations import opening
from destinations.models.access import Closure
from destinations.models.places import Place

Holidays = Collection[date]


@dataclass(frozen=True)
class PlaceDay:
    """One day at one place: its windows in local time, or the closure that shuts it."""

    day: date
    is_known: bool
    windows: list[opening.Window]
    closure: Closure | None = None

    @property
    def is_open(self) -> bool:
        return bool(self.windows)

    def is_over(self, now: datetime) -> bool:
        """Whether the last window of the day has closed by a moment."""
        return self.is_open and all(window.closes <= now for window in self.windows)

    @property
    def is_all_day(self) -> bool:
        return any((window.closes - window.opens) >= timedelta(hours=24) for window in self.windows)


def day_at(place: Place, day: date, *, holidays: Holidays) -> PlaceDay:
    """The hours of one day. Reads `place.closures`: prefetch them."""
    closure = next((row for row in place.closures.all() if row.holds_on(day)), None)
    windows = opening.windows(
        place.opening_hours,
        day,
        point=place.point,
        timezone=place.timezone,
        holidays=holidays,
        closed=[day] if closure else [],
    )
    return PlaceDay(day, opening.is_known(place.opening_hours), windows, closure)


def week_at(place: Place, first: date, *, holidays: Holidays) -> list[PlaceDay]:
    """Seven days from the first on."""
    return [day_at(place, first + timedelta(days=n), holidays=holidays) for n in range(7)]


def next_closed_day(place: Place, after: date, *, holidays: Holidays) -> date | None:
    """The next day of two months on which the place is shut, if its hours are known."""
    if not opening.is_known(place.opening_hours):
        return None
    days = (after + timedelta(days=n) for n in range(1, 62))
    return next((day for day in days if not day_at(place, day, holidays=holidays).is_open), None)
