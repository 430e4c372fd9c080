"""Points on the earth, how far apart they are, and boxes around them. Degrees and kilometres."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, hypot, radians, sin

EARTH_KM = 6371.0088  # Mean radius (IUGG).
KM_A_DEGREE = 111.195  # Along a meridian of that sphere.


class GeographyError(ValueError):
    """A number that is no place on the earth."""


@dataclass(frozen=True)
class Point:
    """A place in degrees: south and west are negative."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not -90 <= self.latitude <= 90:
            raise GeographyError(f"A latitude runs from -90 to 90 degrees, not {self.latitude}.")
        if not -180 <= self.longitude <= 180:
            raise GeographyError(
                f"A longitude runs from -180 to 180 degrees, not {self.longitude}."
            )


def distance_km(a: Point, b: Point) -> float:
    """Distance along the great circle (haversine)."""
    north, east = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    half = hypot(
        sin(north / 2),
        sin(east / 2) * (cos(radians(a.latitude)) * cos(radians(b.latitude))) ** 0.5,
    )
    return 2 * EARTH_KM * asin(min(1.0, half))


@dataclass(frozen=True)
class Bounds:
    """A box in degrees. It does not cross the date line."""

    south: float
    west: float
    north: float
    east: float

    @classmethod
    def around(cls, points: Iterable[Point], *, margin_km: float = 0) -> "Bounds":
        """The smallest box that holds all points, grown by a margin on each side."""
        points = list(points)
        if not points:
            raise GeographyError("A box needs at least one point.")
        north = max(point.latitude for point in points)
        south = min(point.latitude for point in points)
        up = margin_km / KM_A_DEGREE
        across = up / cos(radians((north + south) / 2))
        return cls(
            south - up,
            min(point.longitude for point in points) - across,
            north + up,
            max(point.longitude for point in points) + across,
        )

    def contains(self, point: Point) -> bool:
        """Whether the point lies in the box or on its edge."""
        return (
            self.south <= point.latitude <= self.north and self.west <= point.longitude <= self.east
        )
