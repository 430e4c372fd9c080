"""What is doubtful about where a place is said to lie."""

import pytest

from destinations.checking import check_place, check_places
from destinations.geography import Point
from tests.factories import DistrictFactory, PlaceFactory

pytestmark = pytest.mark.django_db

NEXT_DOOR = Point(-8.22, 114.37)


def test_a_place_near_another_of_its_district_is_believed():
    assert check_place(PlaceFactory(), [NEXT_DOOR]) == []


def test_the_first_place_of_a_district_is_believed():
    assert check_place(PlaceFactory(), []) == []


def test_a_place_off_the_map_is_doubted_with_a_way_to_its_coordinates():
    place = PlaceFactory(latitude=8.211)

    [check] = check_place(place, [NEXT_DOOR])

    assert check.kind == "outside-region"
    assert "outside the map of the region (latitude -8.9 to -7.6" in check.sentence
    assert check.url == f"/admin/snippets/destinations/place/edit/{place.pk}/#id_latitude"


def test_a_place_far_from_all_others_of_its_district_is_doubted_with_the_distance():
    place = PlaceFactory(latitude=-8.7, longitude=114.374)

    [check] = check_place(place, [NEXT_DOOR, Point(-8.21, 114.3)])

    assert check.kind == "far-from-district"
    assert "53 km from the nearest other place of its district, Licin" in check.sentence


def test_many_places_are_checked_with_one_query(django_assert_num_queries):
    near = [PlaceFactory() for _ in range(3)]
    far = PlaceFactory(latitude=-8.7)
    lonely = PlaceFactory(latitude=-8.7, district=DistrictFactory(slug="pesanggaran"))

    with django_assert_num_queries(1):
        found = check_places([*near, far, lonely])

    assert {pk for pk, checks in found.items() if checks} == {far.pk}
