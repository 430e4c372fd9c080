"""Rows -> a drawing of coast, roads, ways and points: plain data for one small SVG a page.

The coast and the roads are drawn once (`/map/base.svg`); each page shows a window of that
drawing and sets its own points on it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

from destinations.cartography import FRAME, land_path, road_paths, view_box
from destinations.geography import Bounds, Point
from destinations.models.places import Place
from destinations.roads import graph
from destinations.travel.legs import Leg

COAST = "tourism/map/coast.geojson"
TOWNS = {  # Node -> the name that stands on a map.
    "bwi": "Banyuwangi",
    "ketapang": "Ketapang",
    "licin": "Licin",
    "rogojampi": "Rogojampi",
    "genteng": "Genteng",
    "jajag": "Jajag",
    "muncar": "Muncar",
    "kalibaru": "Kalibaru",
    "pesanggaran": "Pesanggaran",
    "wongsorejo": "Wongsorejo",
}


SHAPES = {  # Kind -> the form of its pin, so that no colour has to be told apart.
    "trek": "peak",
    "viewpoint": "peak",
    "waterfall": "peak",
    "wildlife": "peak",
    "surf": "drop",
    "beach": "drop",
    "dive": "drop",
    "village": "house",
    "culture": "house",
    "venue": "house",
    "food": "gem",
    "coffee": "gem",
}
OUTLINES = {  # Corners about the middle, in pins; what is missing here is a circle.
    "peak": ((0, -1.2), (1.15, 0.9), (-1.15, 0.9)),
    "house": ((-0.95, -0.95), (0.95, -0.95), (0.95, 0.95), (-0.95, 0.95)),
    "gem": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "gate": ((-1.1, -0.65), (0, -1.25), (1.1, -0.65), (1.1, 0.65), (0, 1.25), (-1.1, 0.65)),
}


@dataclass(frozen=True)
class Pin:
    """One point. With an address it leads there; with a slug to the page of its place.

    `kind` is the glyph, `category` its colour where that is not the place's own, and `count`
    how many things are there.
    """

    name: str
    kind: str
    point: Point
    slug: str = ""
    href: str = ""
    category: str = ""
    count: int = 1

    @property
    def shape(self) -> str:
        """ "peak", "drop", "house", "gem", "gate" for gateways, "dot" where a category colours."""
        if self.category or self.kind == "town":
            return "dot"
        return SHAPES.get(self.kind, "gate")

    def outline(self, size: float) -> str:
        """SVG path data of its form about its point; a pin is `size` units from middle to edge."""
        corners = OUTLINES.get(self.shape)
        x, y = FRAME.x(self.point.longitude), FRAME.y(self.point.latitude)
        if corners is None:
            top = f"M{x - size:.1f} {y:.1f}a{size:.1f} {size:.1f} 0 1 1 {2 * size:.1f} 0"
            return f"{top}a{size:.1f} {size:.1f} 0 1 1 {-2 * size:.1f} 0z"
        steps = "L".join(
            f"{x + size * across:.1f} {y + size * down:.1f}" for across, down in corners
        )
        return f"M{steps}z"

    @property
    def title(self) -> str:
        """Its name, and how many things are there where there are several: "Boom (3)"."""
        return self.name if self.count == 1 else f"{self.name} ({self.count})"

    @property
    def latitude(self) -> str:
        return f"{self.point.latitude:.5f}"

    @property
    def longitude(self) -> str:
        return f"{self.point.longitude:.5f}"

    @property
    def x(self) -> str:
        return f"{FRAME.x(self.point.longitude):.1f}"

    @property
    def y(self) -> str:
        return f"{FRAME.y(self.point.latitude):.1f}"


@dataclass(frozen=True)
class Route:
    """A way along the roads, point by point. `name` tells days apart by colour."""

    line: tuple[Point, ...]
    name: str = "way"

    @property
    def path(self) -> str:
        """SVG path data."""
        steps = (f"{FRAME.x(p.longitude):.1f} {FRAME.y(p.latitude):.1f}" for p in self.line)
        return "M" + "L".join(steps)

    @property
    def points(self) -> str:
        """JSON for the live map: [[latitude, longitude], ...]."""
        return json.dumps([[round(p.latitude, 5), round(p.longitude, 5)] for p in self.line])


@dataclass(frozen=True)
class Drawing:
    """A window of the base map with what a page sets on it."""

    view_box: str
    pins: Sequence[Pin]
    routes: Sequence[Route] = ()
    towns: Sequence[Pin] = field(default=())

    @property
    def bounds(self) -> str:
        """What a live map may not leave: south, west, north, east."""
        box = FRAME.bounds
        return f"{box.south},{box.west},{box.north},{box.east}"

    @property
    def width(self) -> float:
        return float(self.view_box.split()[2])

    @property
    def text_size(self) -> str:
        return f"{self.width / 36:.1f}"

    @property
    def marks(self) -> list[tuple[Pin, str]]:
        """Each pin with the path data of its form."""
        return [(pin, pin.outline(self.width / 60)) for pin in self.pins]


def pin(place: Place, slug: str = "") -> Pin:
    return Pin(place.name, place.kind, place.point, slug)


def route_of(leg: Leg, *, start: Point, end: Point, name: str = "way") -> Route:
    """The line of a leg over the road table, from door to door."""
    nodes = graph().nodes
    return Route((start, *(nodes[node].point for node in leg.nodes), end), name)


def draw(
    pins: Iterable[Pin], *, ratio: float, routes: Sequence[Route] = (), margin_km: float = 4
) -> Drawing:
    """Show all pins and routes; `ratio` is the width over the height. With nothing: the region."""
    pins = list(pins)
    points = [pin.point for pin in pins] + [point for route in routes for point in route.line]
    bounds = Bounds.around(points, margin_km=margin_km) if points else FRAME.bounds
    towns = [
        Pin(name, "town", node.point)
        for key, name in TOWNS.items()
        if (node := graph().nodes.get(key)) and bounds.contains(node.point)
    ]
    return Drawing(view_box(bounds, ratio), pins, routes, towns)


@cache
def base_map() -> dict[str, str]:
    """Path data of the land and of the roads: "land", "main", "other", "water"."""
    coast = json.loads(Path(str(finders.find(COAST))).read_text(encoding="utf-8"))
    return {"land": land_path(coast), **road_paths(graph())}


@cache
def road_features() -> dict[str, Any]:
    """The road table as GeoJSON lines with a `class`: main, other or water."""
    nodes = graph().nodes
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"class": edge.kind},
                "geometry": {
                    "type": "LineString",
                    "coordinates": [
                        [nodes[end].point.longitude, nodes[end].point.latitude]
                        for end in (edge.a, edge.b)
                    ],
                },
            }
            for edge in graph().edges
        ],
    }
