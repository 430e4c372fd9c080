"""The shipped road table against times and distances that were published or are well known."""

from pathlib import Path

import pytest

from destinations.travel.graph import RoadGraph, TravelError

ROADS = Path(__file__).resolve().parents[3] / "destinations/sample_data/roads.toml"


@pytest.fixture(scope="module")
def roads() -> RoadGraph:
    return RoadGraph.from_toml(ROADS)


@pytest.mark.parametrize(
    ("start", "end", "km", "minutes"),
    [
        ("bwi", "paltuding", (33, 36), (70, 90)),
        ("bwi", "pulaumerah", (60, 80), (110, 180)),
        ("bwi", "sukamade", (90, 100), (230, 300)),
        ("bwi", "plengkung", (82, 92), (180, 260)),
        ("bwi", "kalipahit", (55, 61), (90, 120)),
        ("bwi", "benculuk", (30, 34), (50, 70)),
        ("bwi", "jiwajawa", (15, 19), (30, 50)),
        ("bwi", "kemiren", (5, 8), (12, 20)),
        ("bwi", "airport", (15, 18), (30, 45)),
        ("ketapangstn", "baluran", (25, 30), (35, 60)),
        ("baluran", "bekol", (12, 12), (25, 45)),
        ("pasaranyar", "trianggulasi", (12, 15), (30, 50)),
        ("paltuding", "wurung", (9, 10.5), (20, 40)),
        ("bondowoso", "paltuding", (70, 80), (110, 150)),
        ("bwi", "gombengsari", (12, 18), (25, 45)),
        ("bwi", "kakao", (58, 72), (105, 140)),
        ("boyolangu", "watudodol", (13, 21), (25, 55)),
        ("rogojampi", "airport", (6, 8.5), (10, 20)),
        ("pulaumerah", "rajegwesi", (20, 40), (50, 130)),
        ("genteng", "pulaumerah", (38, 46), (55, 95)),
    ],
)
def test_known_ways_take_what_they_are_known_to_take(roads, start, end, km, minutes):
    route = roads.route(start, end)

    assert km[0] <= route.km <= km[1]
    assert minutes[0] <= route.minutes <= minutes[1]
    assert (route.nodes[0], route.nodes[-1]) == (start, end)


def test_a_way_is_as_long_back_as_there(roads):
    there, back = roads.route("bwi", "sukamade"), roads.route("sukamade", "bwi")

    assert there.minutes == back.minutes
    assert there.nodes == back.nodes[::-1]


def test_the_way_to_sukamade_says_that_it_needs_a_4wd(roads):
    assert "4x4" in roads.route("bwi", "sukamade").modes


def test_a_boat_is_taken_only_where_no_road_leads(roads):
    assert "boat" not in roads.route("bwi", "plengkung").modes
    assert "ferry" in roads.route("bwi", "gilimanuk").modes


def test_every_node_can_be_reached(roads):
    assert all(roads.route("bwi", node).nodes for node in roads.nodes)


def test_the_way_to_where_one_is_takes_no_time(roads):
    route = roads.route("bwi", "bwi")

    assert (route.minutes, route.km, route.nodes) == (0, 0, ("bwi",))


def test_an_unknown_node_is_refused_by_name(roads):
    with pytest.raises(TravelError, match="no node 'atlantis'"):
        roads.route("bwi", "atlantis")


def test_a_road_to_nowhere_is_refused_when_the_table_is_read(tmp_path):
    table = tmp_path / "roads.toml"
    table.write_text(
        '[[node]]\nid = "a"\nname = "A"\nlatitude = -8.0\nlongitude = 114.0\n'
        '[[edge]]\na = "a"\nb = "z"\nminutes = 5\nkm = 2.0\n'
    )

    with pytest.raises(TravelError, match="ends at 'z', no node"):
        RoadGraph.from_toml(table)


def test_two_islands_without_a_boat_are_not_joined(tmp_path):
    table = tmp_path / "roads.toml"
    table.write_text(
        '[[node]]\nid = "a"\nname = "A"\nlatitude = -8.0\nlongitude = 114.0\n'
        '[[node]]\nid = "b"\nname = "B"\nlatitude = -8.5\nlongitude = 114.5\n'
        '[[node]]\nid = "c"\nname = "C"\nlatitude = -8.6\nlongitude = 114.5\n'
        '[[edge]]\na = "b"\nb = "c"\nminutes = 5\nkm = 2.0\n'
    )

    with pytest.raises(TravelError, match="No road leads from 'a' to 'b'"):
        RoadGraph.from_toml(table).route("a", "b")
