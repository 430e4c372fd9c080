"""A place at one moment, by its hours and closures. Ijen is 78 minutes from the town's station."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from destinations import closing, opening
from destinations.geography import Point
from destinations.models import BestTime, Place
from destinations.now import now_at
from tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db
WIB = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def town():
    return PlaceFactory(kind=Place.Kind.STATION, road_node="bwikota", latitude=-8.225)


@pytest.fixture
def ijen(town):
    place = PlaceFactory(
        opening_hours="02:00-12:00; Fr[1] off",
        latitude=-8.0738,
        longitude=114.224,
        road_node="paltuding",
        last_mile_mode="walk",
        last_mile_minutes=100,
    )
    for name, opens, closes in (("Blue fire", 2, 5), ("Lunch", 13, 14)):
        BestTime.objects.create(
            place=place, name_en=name, name_id=name, opens=time(opens), closes=time(closes)
        )
    return place


def seen(place, day, hour, minute=0):
    now = datetime(2026, 12, day, hour, minute, tzinfo=WIB)
    gateways = Place.objects.filter(kind=Place.Kind.STATION)
    return now_at(place, now, holidays=(), gateways=gateways)


def test_it_is_open_in_its_window_and_opens_next_tomorrow(ijen):
    found = seen(ijen, 1, 6)

    assert found.present.closes == datetime(2026, 12, 1, 12, tzinfo=WIB)
    assert found.next.opens == datetime(2026, 12, 2, 2, tzinfo=WIB)


def test_it_is_closed_at_the_minute_its_window_ends(ijen):
    assert seen(ijen, 1, 11, 59).present
    assert seen(ijen, 1, 12).present is None


def test_the_first_friday_is_the_next_closed_day_and_is_passed_over(ijen):
    assert seen(ijen, 1, 6).next_closed.day == date(2026, 12, 4)
    assert seen(ijen, 3, 13).next.opens == datetime(2026, 12, 5, 2, tzinfo=WIB)


def test_one_leaves_town_with_half_as_long_again_for_a_road_at_night(ijen):
    found = seen(ijen, 1, 18)

    assert found.way.leg.minutes == 78
    assert found.leave_by == datetime(2026, 12, 2, 0, 0, tzinfo=WIB)


def test_by_day_the_minutes_of_the_road_table_are_enough(ijen):
    ijen.opening_hours = "10:00-16:00"

    assert seen(ijen, 1, 18).leave_by == datetime(2026, 12, 2, 8, 40, tzinfo=WIB)


def test_a_closure_says_until_when_and_the_window_after_it_is_next(ijen):
    closing.close(
        ijen,
        starts_on=date(2026, 12, 1),
        ends_on=date(2026, 12, 7),
        reason_en="Volcano alert",
        reason_id="Siaga",
    )

    found = seen(ijen, 1, 6)

    assert found.present is None
    assert found.closure.reason == "Volcano alert"
    assert found.next.opens == datetime(2026, 12, 8, 2, tzinfo=WIB)


def test_only_best_times_of_the_next_window_are_told(ijen):
    assert [row.name for row in seen(ijen, 1, 18).best_times] == ["Blue fire"]


def test_the_sunrise_is_told_to_those_who_come_before_it(ijen):
    assert seen(ijen, 1, 18).sunrise.date() == date(2026, 12, 2)
    ijen.opening_hours = "10:00-16:00"
    assert seen(ijen, 1, 18).sunrise is None


def test_the_sun_rises_as_the_ephemeris_says():
    rises = opening.sunrise(
        date(2026, 11, 24), point=Point(-8.0738, 114.224), timezone="Asia/Jakarta"
    )

    assert rises == datetime(2026, 11, 24, 4, 54, tzinfo=WIB)


def test_unknown_hours_are_told_as_unknown(ijen):
    ijen.opening_hours = ""

    found = seen(ijen, 1, 6)

    assert not found.is_known
    assert (found.present, found.next, found.next_closed, found.leave_by) == (None,) * 4


def test_a_place_in_bali_is_seen_on_its_own_clock():
    place = PlaceFactory(opening_hours="08:00-16:00", timezone="Asia/Makassar")

    found = seen(place, 1, 7, 30)

    assert (found.now.hour, found.now.minute) == (8, 30)
    assert found.present is not None


def test_where_no_road_leads_nobody_is_told_when_to_leave(ijen, town):
    town.delete()

    found = seen(ijen, 1, 18)

    assert (found.way, found.leave_by) == (None, None)
    assert found.next is not None
