from destinations.geography import Point
from destinations.travel.graph import Edge, Node, RoadGraph
from destinations.travel.legs import Spot, leg_between

WEST, EAST = Point(-8.2, 114.0), Point(-8.2, 114.2)
ROADS = RoadGraph(
    {"west": Node("west", "West", WEST), "east": Node("east", "East", EAST)},
    (Edge("west", "east", minutes=30, km=25),),
)


def test_a_leg_adds_the_last_mile_at_both_ends():
    start = Spot(Point(-8.21, 114.0), "west", 5)
    end = Spot(Point(-8.21, 114.2), "east", 10, "4x4")

    leg = leg_between(ROADS, start, end)

    assert leg.minutes == 5 + 30 + 10
    assert leg.modes == {"car", "4x4"}
    assert leg.nodes == ("west", "east")


def test_a_spot_without_a_node_joins_at_the_nearest_one():
    leg = leg_between(ROADS, Spot(Point(-8.2, 114.02)), Spot(EAST, "east"))

    assert leg.nodes == ("west", "east")
    assert leg.minutes > 30


def test_a_node_that_the_table_does_not_have_counts_as_none():
    known, unknown = Spot(Point(-8.2, 114.02)), Spot(Point(-8.2, 114.02), "gone")

    assert leg_between(ROADS, known, Spot(EAST, "east")) == leg_between(
        ROADS, unknown, Spot(EAST, "east")
    )


def test_next_door_is_a_walk_of_minutes():
    leg = leg_between(ROADS, Spot(WEST, "west"), Spot(Point(-8.2005, 114.0), "west", 20))

    assert leg.minutes <= 2
    assert leg.modes == {"walk"}


def test_two_spots_of_one_node_take_the_lane_where_it_is_shorter_than_both_last_miles():
    a, b = Spot(Point(-8.21, 114.0), "west", 40), Spot(Point(-8.21, 114.01), "west", 40)

    assert leg_between(ROADS, a, b).minutes < 10


def test_the_lane_between_two_spots_of_one_node_needs_the_car_that_the_last_mile_needs():
    gate, cove = Spot(Point(-8.21, 114.0), "west"), Spot(Point(-8.22, 114.0), "west", 30, "4x4")

    assert leg_between(ROADS, gate, cove).modes == {"4x4"}


def test_a_last_mile_counts_in_both_directions():
    a, b = Spot(Point(-8.25, 114.0), "west", 15), Spot(EAST, "east")

    assert leg_between(ROADS, a, b).minutes == leg_between(ROADS, b, a).minutes == 45
