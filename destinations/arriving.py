"""How to get to a place from each gateway, in minutes of the road table."""

from collections.abc import Iterable
from dataclasses import dataclass

from destinations.drawing import Route, route_of
from destinations.models.places import Place
from destinations.roads import graph
from destinations.travel.graph import TravelError
from destinations.travel.legs import Leg, leg_between


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
