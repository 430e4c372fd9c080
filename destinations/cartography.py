"""The region as a flat drawing, for maps that are an SVG.

Equirectangular: a degree of longitude is drawn shorter by the cosine of the middle
latitude, so that the region keeps its shape. The drawing is 1000 units wide; north is up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from destinations.geography import KM_A_DEGREE, Bounds
from destinations.travel.graph import RoadGraph

WIDTH = 1000.0
REGION = Bounds(south=-8.9, west=113.6, north=-7.6, east=114.8)
SMALLEST_KM = 8.0  # No window shows less across.


@dataclass(frozen=True)
class Frame:
    """Degrees -> units of the drawing."""

    bounds: Bounds = REGION

    @property
    def units_a_degree(self) -> float:
        """Units a degree of longitude."""
        return WIDTH / (self.bounds.east - self.bounds.west)

    @property
    def stretch(self) -> float:
        """How much taller a degree of latitude is drawn than one of longitude."""
        return 1 / cos(radians((self.bounds.north + self.bounds.south) / 2))

    def x(self, longitude: float) -> float:
        return round((longitude - self.bounds.west) * self.units_a_degree, 1)

    def y(self, latitude: float) -> float:
        return round((self.bounds.north - latitude) * self.units_a_degree * self.stretch, 1)


FRAME = Frame()


def view_box(bounds: Bounds, ratio: float, frame: Frame = FRAME) -> str:
    """ "x y width height" of a window that shows the box; `ratio` is its width over its height."""
    left, right = frame.x(bounds.west), frame.x(bounds.east)
    top, bottom = frame.y(bounds.north), frame.y(bounds.south)
    smallest = SMALLEST_KM / KM_A_DEGREE * frame.units_a_degree * frame.stretch
    width = max(right - left, (bottom - top) * ratio, smallest)
    height = width / ratio
    x, y = (left + right - width) / 2, (top + bottom - height) / 2
    return f"{x:.1f} {y:.1f} {width:.1f} {height:.1f}"


def land_path(geojson: dict[str, Any], frame: Frame = FRAME) -> str:
    """SVG path data of the polygons of a GeoJSON feature collection; other shapes are left out."""
    rings: list[Sequence[Sequence[float]]] = []
    for feature in geojson["features"]:
        match feature["geometry"]:
            case {"type": "Polygon", "coordinates": polygon}:
                rings.extend(polygon)
            case {"type": "MultiPolygon", "coordinates": polygons}:
                rings.extend(ring for polygon in polygons for ring in polygon)
    return "".join(line(((x, y) for x, y, *_ in ring), frame) + "Z" for ring in rings)


def road_paths(graph: RoadGraph, frame: Frame = FRAME) -> dict[str, str]:
    """SVG path data of the roads by how they are drawn: "main", "other", "water"."""
    paths = {"main": "", "other": "", "water": ""}
    for edge in graph.edges:
        ends = [graph.nodes[end].point for end in (edge.a, edge.b)]
        paths[edge.kind] += line(((end.longitude, end.latitude) for end in ends), frame)
    return paths


def line(corners: Iterable[tuple[float, float]], frame: Frame = FRAME) -> str:
    """SVG path data through (longitude, latitude) pairs."""
    return "M" + "L".join(f"{frame.x(x):g} {frame.y(y):g}" for x, y in corners)
