"""Stops become a timetable. Town to Paltuding is 82 minutes, Ketapang to town about 26."""

from datetime import date, time

import pytest

from destinations.models import Place
from destinations.roads import graph
from itineraries.timing import timetable
from tests.factories import EditionFactory, PlaceFactory
from tests.itineraries.factories import ItineraryFactory, StopFactory

pytestmark = pytest.mark.django_db


def ijen(**more) -> Place:
    return PlaceFactory(
        name_en="Ijen",
        latitude=-8.0738,
        longitude=114.224,
        road_node="paltuding",
        opening_hours="02:00-12:00; Fr[1] off",
        visit_minutes=330,
        **more,
    )


def rows(itinerary, day=1):
    days = timetable(itinerary, itinerary.stops.with_rows(), roads=graph())
    return days[day - 1].rows


def hours(row) -> list[str]:
    return [f"{moment:%a %H:%M}" for moment in (row.arrives, row.begins, row.ends)]


def test_every_day_is_there_with_or_without_stops():
    days = timetable(ItineraryFactory(days=3), [], roads=graph())

    assert [day.date for day in days] == [date(2026, 12, n) for n in (4, 5, 6)]
    assert not any(day.rows for day in days)


def test_the_first_day_begins_at_the_gateway_at_eight():
    stop = StopFactory(place__visit_minutes=60)

    (row,) = rows(stop.itinerary)

    assert row.leg.nodes[0] == "ketapang"
    assert f"{row.leaves:%H:%M}" == "08:00"
    assert (row.ends - row.begins).total_seconds() == 3600


def test_the_first_day_begins_when_one_arrives():
    stop = StopFactory(itinerary__arrives_at=time(11))

    (row,) = rows(stop.itinerary)

    assert f"{row.leaves:%H:%M}" == "11:00"


def test_each_stop_begins_after_the_one_before_and_the_road_between():
    trip = ItineraryFactory()
    StopFactory(itinerary=trip, place__visit_minutes=60)
    StopFactory(
        itinerary=trip, place__latitude=-8.2045, place__longitude=114.321,
        place__road_node="kemiren",
    )  # fmt: skip

    first, second = rows(trip)

    assert second.leg.minutes == 17
    assert (second.begins - first.ends).total_seconds() == 17 * 60


def test_the_second_day_begins_where_the_first_one_ended():
    trip = ItineraryFactory()
    kemiren = PlaceFactory(latitude=-8.2045, longitude=114.321, road_node="kemiren")
    StopFactory(itinerary=trip, place=kemiren)
    StopFactory(itinerary=trip, day=2)

    (row,) = rows(trip, day=2)

    assert row.leg.minutes == 17


def test_a_place_that_opens_soon_is_waited_for():
    trip = ItineraryFactory(arrives_at=time(8))
    StopFactory(itinerary=trip, place__opening_hours="24/7", place__visit_minutes=30)
    StopFactory(itinerary=trip, place__opening_hours="10:00-17:00", place__visit_minutes=60)

    _, museum = rows(trip)

    assert f"{museum.begins:%H:%M}" == "10:00"
    assert museum.waits.total_seconds() > 0


def test_a_stop_that_spills_past_midnight_is_not_of_the_night_before():
    trip = ItineraryFactory()
    for _ in range(3):
        StopFactory(itinerary=trip, place__opening_hours="24/7", place__visit_minutes=480)

    last = rows(trip)[-1]

    assert hours(last)[1] == "Sat 00:21"
    assert not last.is_night


def test_a_day_that_begins_with_the_crater_begins_at_night():
    trip = ItineraryFactory()
    StopFactory(itinerary=trip, place=ijen(), day=2)

    (row,) = rows(trip, day=2)

    assert hours(row) == ["Sat 02:00", "Sat 02:00", "Sat 07:30"]
    assert row.is_night


def test_the_crater_is_not_climbed_before_one_has_arrived():
    trip = ItineraryFactory(arrives_on=date(2026, 12, 5), arrives_at=time(11))
    StopFactory(itinerary=trip, place=ijen())

    (row,) = rows(trip)

    assert f"{row.begins:%H:%M}" == "12:43"


def test_a_place_that_never_closes_begins_when_one_gets_there_however_long_one_stays():
    trip = ItineraryFactory()
    StopFactory(itinerary=trip, place__opening_hours="24/7", place__visit_minutes=1080)

    (row,) = rows(trip)

    assert row.begins == row.arrives
    assert row.until.endswith(" +1")


def test_a_time_that_the_visitor_sets_is_kept():
    stop = StopFactory(starts_at=time(13, 30))

    (row,) = rows(stop.itinerary)

    assert f"{row.begins:%H:%M}" == "13:30"


def test_an_edition_begins_at_its_own_hour_and_lasts_as_long_as_it_does():
    edition = EditionFactory(
        starts_on=date(2026, 12, 4),
        festival__usual_start=time(19, 30),
        festival__usual_minutes=150,
    )
    stop = StopFactory(edition=edition, place=None)

    (row,) = rows(stop.itinerary)

    assert hours(row)[1:] == ["Fri 19:30", "Fri 22:00"]


def test_a_stop_in_bali_is_timed_on_balis_clock():
    bali = PlaceFactory(
        latitude=-8.162, longitude=114.436, road_node="gilimanuk", timezone="Asia/Makassar",
        opening_hours="",
    )  # fmt: skip
    stop = StopFactory(place=bali)

    (row,) = rows(stop.itinerary)

    assert row.begins.utcoffset().total_seconds() == 8 * 3600
    assert f"{row.begins:%H:%M}" == f"{9 + row.leg.minutes // 60:02}:{row.leg.minutes % 60:02}"


def test_a_stop_whose_place_is_gone_has_no_time_and_the_rest_goes_on():
    trip = ItineraryFactory()
    gone = StopFactory(itinerary=trip)
    StopFactory(itinerary=trip)
    gone.place.delete()

    first, second = rows(trip)

    assert first.begins is None
    assert f"{second.leaves:%H:%M}" == "08:00"
