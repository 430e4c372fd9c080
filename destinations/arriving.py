"""How to get to a place from each gateway, in minutes of the road table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from destinations.drawing import Route, route_of
from destinations.models.places import Place
from destinations.roads import graph
from destinations.travel.graph import TravelError
from destinations.travel.legs import Leg, leg_between

EVENING, MORNING = 18, 6  # o'clock: between them it is night on the road
STEP = 5  # minutes: nobody sets out at 00:03


@dataclass(frozen=True)
class Way:
    """From one gateway to the place."""

    gateway: Place
    place: Place
    leg: Leg

    @property
    def route(self) -> Route:
        """Its line on a map."""
        return route_of(self.leg, start=self.gateway.point, end=self.place.point)

    def leave_by(self, arrival: datetime) -> datetime:
        """When to set out, in whole five minutes. A road at night takes half as long again."""
        is_night = arrival.hour >= EVENING or arrival.hour < MORNING
        minutes = self.leg.minutes * 3 / 2 if is_night else self.leg.minutes
        leaves = arrival - timedelta(minutes=minutes)
        return leaves.replace(minute=leaves.minute // STEP * STEP, second=0, microsecond=0)


def ways_to(place: Place, gateways: Iterable[Place]) -> list[Way]:
    """Every gateway from which the roads lead here, the nearest in minutes first."""
    ways = []
    for gateway in gateways:
        if gateway.pk == place.pk:
            continue
        try:
            ways.append(Way(gateway, place, leg_between(graph(), gateway.spot, place.spot)))
        except TravelError:
            continue  # No road: an island without a boat in the table.
    return sorted(ways, key=lambda way: way.leg.minutes)
