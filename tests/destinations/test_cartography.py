import pytest

from destinations.cartography import FRAME, land_path, road_paths, view_box
from destinations.geography import Bounds, Point
from destinations.travel.graph import Edge, Node, RoadGraph


def box(text: str) -> list[float]:
    return [float(part) for part in text.split()]


def test_north_is_up_and_east_is_right():
    assert FRAME.y(-7.7) < FRAME.y(-8.5)
    assert FRAME.x(113.8) < FRAME.x(114.5)


def test_a_kilometre_is_as_long_to_the_north_as_to_the_east():
    north = FRAME.y(-8.25) - FRAME.y(-8.25 + 1 / 111.195)
    east = FRAME.x(114.0 + 1 / (111.195 * 0.98965)) - FRAME.x(114.0)

    assert north == pytest.approx(east, abs=0.2)


def test_a_window_has_the_ratio_that_was_asked_for_and_holds_the_box():
    bounds = Bounds(-8.4, 114.0, -8.0, 114.3)
    x, y, width, height = box(view_box(bounds, 1.5))

    assert width / height == pytest.approx(1.5, abs=0.01)
    assert x <= FRAME.x(114.0)
    assert y <= FRAME.y(-8.0)
    assert y + height >= FRAME.y(-8.4)


def test_a_window_around_one_point_shows_eight_kilometres():
    _, _, width, _ = box(view_box(Bounds.around([Point(-8.2, 114.2)]), 1))

    assert width == pytest.approx(8 / 111.195 * FRAME.units_a_degree * FRAME.stretch, abs=0.2)


def test_land_is_drawn_ring_by_ring():
    square = [[114.0, -8.0], [114.1, -8.0], [114.1, -8.1], [114.0, -8.0]]
    coast = {
        "features": [
            {"geometry": {"type": "Polygon", "coordinates": [square]}},
            {"geometry": {"type": "MultiPolygon", "coordinates": [[square], [square]]}},
            {"geometry": {"type": "Point", "coordinates": [114.0, -8.0]}},
            {"geometry": None},
        ]
    }

    path = land_path(coast)

    assert path.count("M") == path.count("Z") == 3


def test_roads_are_parted_by_how_they_are_drawn():
    here, there = Node("a", "A", Point(-8, 114)), Node("b", "B", Point(-8.1, 114.1))
    edges = (
        Edge("a", "b", 5, 3, road_class="primary"),
        Edge("a", "b", 9, 3, road_class="track"),
        Edge("a", "b", 45, 8, mode="ferry"),
    )

    paths = road_paths(RoadGraph({"a": here, "b": there}, edges))

    assert {name: path.count("M") for name, path in paths.items()} == {
        "main": 1,
        "other": 1,
        "water": 1,
    }
