"""Write door of trips: each edit once, in order, and undone again."""

from datetime import date, time

import pytest

from itineraries import editing
from itineraries.editing import StaleTrip
from itineraries.models import Stop
from tests.factories import EditionFactory, PlaceFactory
from tests.itineraries.factories import GatewayFactory, ItineraryFactory, StopFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def trip():
    """Three days: a and b on the first, c on the second."""
    trip = ItineraryFactory()
    for name, day in (("a", 1), ("b", 1), ("c", 2)):
        StopFactory(itinerary=trip, day=day, name_en=name)
    return trip


def order(trip) -> list[str]:
    return [f"{stop.day}{stop.name_en}" for stop in trip.stops.all()]


def key(trip, name) -> int:
    return trip.stops.get(name_en=name).pk


def version(trip) -> int:
    trip.refresh_from_db()
    return trip.version


def test_an_edition_is_put_on_its_day():
    trip = ItineraryFactory()

    stop, is_new = editing.add(trip, edition=EditionFactory(starts_on=date(2026, 12, 5)))

    assert (stop.day, is_new) == (2, True)


def test_a_long_edition_is_put_on_the_first_day_that_it_shares_with_the_trip():
    trip = ItineraryFactory()

    stop, _ = editing.add(trip, edition=EditionFactory(starts_on=date(2026, 12, 1), days=5))

    assert stop.day == 1


@pytest.mark.parametrize(("starts_on", "day"), [(date(2026, 11, 1), 1), (date(2027, 1, 1), 3)])
def test_an_edition_outside_the_trip_is_put_on_the_nearest_day(starts_on, day):
    stop, _ = editing.add(ItineraryFactory(), edition=EditionFactory(starts_on=starts_on))

    assert stop.day == day


def test_a_place_is_put_on_the_emptiest_day(trip):
    stop, _ = editing.add(trip, place=PlaceFactory())

    assert stop.day == 3


def test_a_place_is_not_put_on_a_day_on_which_it_is_shut():
    trip = ItineraryFactory()  # Its first day is a first Friday.

    stop, _ = editing.add(trip, place=PlaceFactory(opening_hours="08:00-17:00; Fr[1] off"))

    assert stop.day == 2


def test_a_place_that_suits_no_day_is_added_all_the_same():
    stop, is_new = editing.add(ItineraryFactory(), place=PlaceFactory(opening_hours="off"))

    assert (stop.day, is_new) == (1, True)


def test_adding_the_same_twice_is_adding_it_once(trip):
    place, edition = PlaceFactory(), EditionFactory()
    first, _ = editing.add(trip, place=place)
    editing.add(trip, edition=edition)
    before = version(trip)

    again, is_new = editing.add(trip, place=place)
    editing.add(trip, edition=edition)

    assert (again, is_new) == (first, False)
    assert trip.stops.count() == 5
    assert version(trip) == before


def test_later_moves_one_down_and_from_the_end_to_the_top_of_the_next_day(trip):
    editing.later(trip, stop=key(trip, "a"), version=0)
    once = order(trip)
    editing.later(trip, stop=key(trip, "a"), version=1)

    assert once == ["1b", "1a", "2c"]
    assert order(trip) == ["1b", "2a", "2c"]


def test_earlier_moves_one_up_and_from_the_top_to_the_end_of_the_day_before(trip):
    editing.earlier(trip, stop=key(trip, "c"), version=0)
    once = order(trip)
    editing.earlier(trip, stop=key(trip, "c"), version=1)

    assert once == ["1a", "1b", "1c"]
    assert order(trip) == ["1a", "1c", "1b"]


def test_the_first_stop_of_all_cannot_go_earlier_and_nothing_is_kept_for_undo(trip):
    editing.earlier(trip, stop=key(trip, "a"), version=0)

    assert order(trip) == ["1a", "1b", "2c"]
    assert version(trip) == 0


def test_to_another_day_is_to_its_end(trip):
    editing.to_day(trip, stop=key(trip, "a"), day=2, version=0)

    assert order(trip) == ["1b", "2c", "2a"]


def test_a_time_is_set_and_cleared(trip):
    stop = key(trip, "a")

    editing.set_time(trip, stop=stop, starts_at=time(9, 30), version=0)
    assert Stop.objects.get(pk=stop).starts_at == time(9, 30)

    editing.set_time(trip, stop=stop, starts_at=None, version=1)
    assert Stop.objects.get(pk=stop).starts_at is None


def test_every_edit_can_be_undone_step_by_step(trip):
    stop = key(trip, "a")
    editing.set_time(trip, stop=stop, starts_at=time(9, 30), version=0)
    editing.to_day(trip, stop=stop, day=3, version=1)
    editing.remove(trip, stop=stop, version=2)
    editing.change(trip, version=3, days=1)

    seen = []
    for number in range(4, 8):
        assert editing.undo(trip, version=number)
        seen.append(order(trip))

    assert seen[0] == ["1b", "2c"]
    assert seen[1] == ["1b", "2c", "3a"]
    assert seen[3] == ["1a", "1b", "2c"]
    assert Stop.objects.get(pk=stop).starts_at is None
    trip.refresh_from_db()
    assert trip.days == 3
    assert not editing.undo(trip, version=version(trip))


def test_undo_reaches_twenty_steps_back(trip):
    stop = key(trip, "a")
    for number in range(25):
        editing.set_time(trip, stop=stop, starts_at=time(number % 24, number), version=number)

    steps = 0
    while editing.undo(trip, version=version(trip)):
        steps += 1

    assert steps == 20


def test_undo_leaves_out_a_place_that_has_been_deleted_since(trip):
    stop = trip.stops.get(name_en="a")
    editing.remove(trip, stop=stop.pk, version=0)
    stop.place.delete()

    editing.undo(trip, version=1)

    back = trip.stops.get(name_en="a")
    assert back.place is None


def test_undo_keeps_the_gateway_where_the_one_before_has_been_deleted_since():
    trip = ItineraryFactory()
    ferry, airport = trip.gateway, GatewayFactory(slug="bwx", kind="airport")
    editing.change(trip, version=0, gateway=airport, days=5)
    ferry.delete()

    assert editing.undo(trip, version=1)

    trip.refresh_from_db()
    assert (trip.gateway, trip.days) == (airport, 3)


@pytest.mark.parametrize("count", [3, 60])
def test_a_move_takes_the_same_few_queries_however_long_the_day(
    count, django_assert_max_num_queries
):
    trip = ItineraryFactory()
    stops = [StopFactory(itinerary=trip, day=2) for _ in range(count)]

    with django_assert_max_num_queries(20):
        editing.earlier(trip, stop=stops[-1].pk, version=0)
    with django_assert_max_num_queries(20):
        editing.to_day(trip, stop=stops[-1].pk, day=1, version=1)
    with django_assert_max_num_queries(30):
        editing.change(trip, version=2, days=1)

    assert trip.stops.filter(day=1).count() == count


def test_a_form_from_another_tab_changes_nothing(trip):
    editing.remove(trip, stop=key(trip, "a"), version=0)

    for edit in (
        lambda: editing.remove(trip, stop=key(trip, "b"), version=0),
        lambda: editing.later(trip, stop=key(trip, "b"), version=0),
        lambda: editing.change(trip, version=0, days=1),
        lambda: editing.undo(trip, version=0),
    ):
        with pytest.raises(StaleTrip):
            edit()

    assert order(trip) == ["1b", "2c"]


def test_a_stop_of_another_trip_cannot_be_touched(trip):
    other = StopFactory(itinerary=ItineraryFactory())

    with pytest.raises(Stop.DoesNotExist):
        editing.remove(trip, stop=other.pk, version=0)


def test_a_shorter_trip_keeps_the_stops_of_its_cut_days(trip):
    StopFactory(itinerary=trip, day=3, name_en="d")
    StopFactory(itinerary=trip, day=3, name_en="e")

    moved = editing.change(trip, version=0, days=1)

    assert moved == 3
    assert order(trip) == ["1a", "1b", "1c", "1d", "1e"]


def test_other_days_and_another_gateway(trip):
    airport = GatewayFactory(slug="bwx", kind="airport")

    editing.change(trip, version=0, arrives_on=date(2027, 1, 1), gateway=airport)

    trip.refresh_from_db()
    assert (trip.arrives_on, trip.gateway) == (date(2027, 1, 1), airport)


def test_a_key_cannot_be_guessed():
    keys = {ItineraryFactory().key for _ in range(50)}

    assert len(keys) == 50
    assert min(len(key) for key in keys) >= 22
