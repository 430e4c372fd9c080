import pytest
from hypothesis import given
from hypothesis import strategies as st

from destinations.geography import Bounds, GeographyError, Point, distance_km

TOWN, PALTUDING = Point(-8.211, 114.374), Point(-8.0693, 114.2242)
latitudes = st.floats(-89, 89)
longitudes = st.floats(-180, 180)


def test_a_latitude_of_95_is_refused_with_a_sentence():
    with pytest.raises(GeographyError, match=r"^A latitude runs from -90 to 90 degrees, not 95\.$"):
        Point(95, 114)


def test_a_longitude_of_190_is_refused_with_a_sentence():
    with pytest.raises(
        GeographyError, match=r"^A longitude runs from -180 to 180 degrees, not 190"
    ):
        Point(-8, 190)


def test_town_and_paltuding_are_23_km_apart_in_a_straight_line():
    assert distance_km(TOWN, PALTUDING) == pytest.approx(22.8, abs=0.2)


@given(latitudes, longitudes, latitudes, longitudes)
def test_a_distance_is_the_same_both_ways_and_never_more_than_half_the_earth(a, b, c, d):
    there, back = distance_km(Point(a, b), Point(c, d)), distance_km(Point(c, d), Point(a, b))

    assert there == pytest.approx(back)
    assert 0 <= there <= 20_016


def test_a_box_with_a_margin_of_5_km_holds_what_is_4_km_away():
    box = Bounds.around([TOWN], margin_km=5)

    assert box.contains(Point(-8.211 + 4 / 111.2, 114.374))
    assert not box.contains(Point(-8.211 + 6 / 111.2, 114.374))


def test_a_box_around_nothing_is_refused():
    with pytest.raises(GeographyError, match="at least one point"):
        Bounds.around([])
