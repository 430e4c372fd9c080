"""Travel from door to door: the last mile at both ends, the road table between.

Minutes are those of a dry day in a private car, whole numbers. Where nothing is known of
the last mile it is reckoned as the straight line, a third longer, at 25 km/h.
"""

from dataclasses import dataclass
from math import ceil

from destinations.geography import Point, distance_km
from destinations.travel.graph import RoadGraph

DETOUR = 1.3  # A road is about a third longer than the straight line.
LANE_KMH, WALK_KMH = 25, 4.5
NEXT_DOOR_KM = 0.15


@dataclass(frozen=True)
class Spot:
    """A point and where it joins the roads; without a node, at the nearest one."""

    point: Point
    node: str = ""
    last_mile_minutes: int = 0
    last_mile_mode: str = "car"


@dataclass(frozen=True)
class Leg:
    """Travel between two spots. `nodes` is the way by the road table; a short hop has none."""

    minutes: int
    km: float
    modes: frozenset[str]
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Joint:
    """How one spot joins the road table."""

    node: str
    minutes: int
    km: float
    mode: str


def leg_between(graph: RoadGraph, start: Spot, end: Spot) -> Leg:
    """The quickest way from one spot to another; `TravelError` where no road leads there."""
    straight = distance_km(start.point, end.point)
    if straight <= NEXT_DOOR_KM:
        return Leg(ceil(straight / WALK_KMH * 60), round(straight, 1), frozenset({"walk"}))
    first, last = joint(graph, start), joint(graph, end)
    ends = {part.mode for part in (first, last) if part.minutes}
    if first.node == last.node:
        lane = lane_minutes(straight)
        if lane < first.minutes + last.minutes or not first.minutes + last.minutes:
            return Leg(lane, round(straight * DETOUR, 1), frozenset(ends or {"car"}))
    route = graph.route(first.node, last.node)
    return Leg(
        first.minutes + route.minutes + last.minutes,
        round(first.km + route.km + last.km, 1),
        route.modes | ends,
        route.nodes,
    )


def joint(graph: RoadGraph, spot: Spot) -> Joint:
    """Where a spot joins the roads; a node that the table does not have counts as none."""
    if node := graph.nodes.get(spot.node):
        km = distance_km(spot.point, node.point)
        return Joint(node.id, spot.last_mile_minutes, km, spot.last_mile_mode)
    node = graph.nearest(spot.point)
    km = distance_km(spot.point, node.point)
    minutes = spot.last_mile_minutes or (lane_minutes(km) if km > NEXT_DOOR_KM else 0)
    return Joint(node.id, minutes, km * DETOUR, spot.last_mile_mode)


def lane_minutes(straight_km: float) -> int:
    """Minutes over a distance of which only the straight line is known."""
    return max(1, round(straight_km * DETOUR / LANE_KMH * 60))
