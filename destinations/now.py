"""A place at one moment: open or not, when next, when shut, and when to set out. Plain data.

Only what the rows hold: the usual hours and the closures that somebody entered. Nobody looks
at the gate, so a state always comes with its source.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from destinations import opening
from destinations.arriving import Way, ways_to
from destinations.models.access import BestTime, Closure
from destinations.models.places import Place
from destinations.opening import Window
from destinations.week import Holidays, PlaceDay, day_at

AHEAD = 61  # days looked through, as on the page of a place


@dataclass(frozen=True)
class PlaceNow:
    """A place seen at a moment on its own clock; `days` run from yesterday on."""

    place: Place
    now: datetime
    days: list[PlaceDay]
    way: Way | None = None

    @property
    def windows(self) -> list[Window]:
        return [window for day in self.days for window in day.windows]

    @property
    def is_known(self) -> bool:
        return opening.is_known(self.place.opening_hours)

    @property
    def is_all_day(self) -> bool:
        """Whether it does not shut today."""
        return self.days[1].is_all_day

    @property
    def present(self) -> Window | None:
        """The window it is open in."""
        return next((w for w in self.windows if w.opens <= self.now < w.closes), None)

    @property
    def next(self) -> Window | None:
        """The next window that begins, within two months."""
        return next((w for w in self.windows if w.opens > self.now), None)

    @property
    def closure(self) -> Closure | None:
        """What shuts it today against its usual hours."""
        return self.days[1].closure

    @property
    def next_closed(self) -> PlaceDay | None:
        """The next day from tomorrow on which it is shut."""
        if not self.is_known:
            return None
        return next((day for day in self.days[2:] if not day.is_open), None)

    @property
    def leave_by(self) -> datetime | None:
        """When to set out by the way, to be there when it opens next."""
        return self.way.leave_by(self.next.opens) if self.way and self.next else None

    @property
    def sunrise(self) -> datetime | None:
        """When the sun rises in the next window, for those who come before it does."""
        if self.next is None:
            return None
        zone, day = self.place.timezone, self.next.opens.date()
        rises = opening.sunrise(day, point=self.place.point, timezone=zone)
        return rises if self.next.opens < rises < self.next.closes else None

    @property
    def best_times(self) -> list[BestTime]:
        """The hours worth getting up for that the next window holds."""
        if self.next is None:
            return []
        return [row for row in self.place.best_times.all() if is_within(self.next, row.opens)]


def is_within(window: Window, hour: time) -> bool:
    """Whether the hour comes while the window is open."""
    moment = datetime.combine(window.opens.date(), hour, window.opens.tzinfo)
    day = timedelta(days=0 if moment >= window.opens else 1)
    return window.opens <= moment + day < window.closes


def now_at(
    place: Place, now: datetime, *, holidays: Holidays, gateways: Iterable[Place]
) -> PlaceNow:
    """Look at a place. Reads its closures and best times: prefetch them."""
    local = now.astimezone(ZoneInfo(place.timezone))
    yesterday: date = local.date() - timedelta(days=1)
    days = [day_at(place, yesterday + timedelta(days=n), holidays=holidays) for n in range(AHEAD)]
    ways = ways_to(place, gateways)
    return PlaceNow(place, local, days, ways[0] if ways else None)
