"""What fits around a festival in town at 18:00 for three hours, on Saturday 5 December 2026."""

from datetime import date, time

import pytest

from destinations.models import Closure, Place
from festivals.around import around
from tests.factories import EditionFactory, PlaceFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture
def evening():
    return EditionFactory(festival__usual_start=time(18), festival__usual_minutes=180)


def neighbour(**values):
    """A place 3 km to the west of the festival, a few minutes by road."""
    return PlaceFactory(latitude=-8.211, longitude=114.347, visit_minutes=60, **values)


def seen(edition, *, today=TODAY):
    neighbours = Place.objects.exclude(pk=edition.where.pk)
    return around(edition.where, edition, neighbours, today=today, holidays=())


def hours(fits):
    return [f"{fit.window.opens:%a %H:%M}-{fit.window.closes:%H:%M}" for fit in fits]


def test_a_place_open_by_day_fits_before_an_evening(evening):
    museum = neighbour(opening_hours="Mo-Su 08:00-16:00")

    found = seen(evening)

    assert [fit.place for fit in found.before] == [museum]
    assert hours(found.before) == ["Sat 08:00-16:00"]
    assert found.after == []


def test_one_leaves_in_time_for_the_beginning_and_for_a_road_at_night(evening):
    neighbour(opening_hours="Mo-Su 08:00-22:00")

    (fit,) = seen(evening).before

    assert fit.window.closes == fit.leave_by
    assert fit.leave_by.time() < time(17, 55)
    assert fit.leave_by.minute % 5 == 0


def test_a_place_that_is_shut_on_the_day_fits_on_the_morning_after(evening):
    neighbour(opening_hours="Mo-Fr,Su 08:00-16:00")

    found = seen(evening)

    assert found.before == []
    assert hours(found.after) == ["Sun 08:00-12:00"]
    assert found.after[0].is_morning_after


def test_a_closure_holds_against_usual_hours(evening):
    place = neighbour(opening_hours="Mo-Su 08:00-16:00")
    Closure.objects.create(
        place=place, starts_on=date(2026, 12, 1), reason_en="Repairs", reason_id="Perbaikan"
    )

    found = seen(evening)

    assert (found.before, found.after) == ([], [])


def test_a_place_whose_hours_nobody_knows_is_not_said_to_fit(evening):
    neighbour(opening_hours="")

    found = seen(evening)

    assert (found.before, found.after) == ([], [])


def test_after_a_festival_of_the_morning_the_same_day_is_left():
    morning = EditionFactory(festival__usual_start=time(8), festival__usual_minutes=120)
    neighbour(opening_hours="Mo-Su 09:00-17:00")

    (fit,) = seen(morning).after

    assert not fit.is_morning_after
    assert time(10) < fit.window.opens.time() < time(10, 45)
    assert fit.window.opens.minute % 5 == 0
    assert fit.window.closes.time() == time(17)


def test_too_short_a_stretch_for_a_usual_visit_does_not_fit(evening):
    neighbour(opening_hours="Sa 17:00-20:00")

    found = seen(evening)

    assert (found.before, found.after) == ([], [])


def test_without_an_hour_only_the_morning_after_is_told():
    neighbour(opening_hours="Mo-Su 08:00-16:00")

    found = seen(EditionFactory())

    assert found.before == []
    assert hours(found.after) == ["Sun 08:00-12:00"]


def test_nothing_fits_before_what_has_begun_on_an_earlier_day():
    days = EditionFactory(starts_on=date(2026, 11, 22), days=7, festival__usual_start=time(18))
    neighbour(opening_hours="Mo-Su 08:00-16:00")

    assert seen(days).before == []


def test_what_is_far_or_over_the_water_is_left_out(evening):
    PlaceFactory(latitude=-8.6, longitude=114.2)
    PlaceFactory(latitude=-8.16, longitude=114.44, road_node="gilimanuk", kind=Place.Kind.TOWN)

    found = seen(evening)

    assert (found.before, found.after, found.beds) == ([], [], [])


def test_villages_and_towns_are_beds_nearest_first(evening):
    far = PlaceFactory(kind=Place.Kind.VILLAGE, latitude=-8.2, longitude=114.3, opening_hours="")
    near = neighbour(kind=Place.Kind.TOWN)
    neighbour(kind=Place.Kind.FOOD, opening_hours="")

    assert [way.gateway for way in seen(evening).beds] == [near, far]
    assert seen(evening).after == []
