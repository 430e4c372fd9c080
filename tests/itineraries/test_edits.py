"""Forms that change a trip, in order, twice, from two tabs, and with garbage in them."""

import pytest

from tests.itineraries.asking import head, send, text, url
from tests.itineraries.factories import ItineraryFactory, StopFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "order"),
    [
        ({"do": "later"}, [(1, "b"), (1, "a")]),
        ({"do": "earlier"}, [(1, "a"), (1, "b")]),
        ({"do": "day", "day": "3"}, [(1, "b"), (3, "a")]),
        ({"do": "remove"}, [(1, "b")]),
        ({"do": "time", "starts_at": "13:30"}, [(1, "a"), (1, "b")]),
    ],
)
def test_a_stop_is_moved_timed_and_removed_by_forms_alone(client, values, order):
    trip = ItineraryFactory()
    stop = StopFactory(itinerary=trip, name_en="a")
    StopFactory(itinerary=trip, name_en="b")

    response = send(client, trip, stop=stop.pk, **values)

    assert response.status_code == 303
    assert list(trip.stops.values_list("day", "name_en")) == order


def test_undo_is_one_button(client):
    stop = StopFactory()
    trip = stop.itinerary
    send(client, trip, do="remove", stop=stop.pk)
    trip.refresh_from_db()

    response = client.post(url(trip, "edit/"), {"do": "undo", "version": trip.version}, follow=True)

    assert "Undone." in text(response)
    assert trip.stops.count() == 1


def test_a_double_submit_moves_once(client):
    trip = ItineraryFactory()
    stop = StopFactory(itinerary=trip)
    StopFactory(itinerary=trip)
    StopFactory(itinerary=trip)

    first = send(client, trip, do="later", stop=stop.pk)
    second = send(client, trip, do="later", stop=stop.pk)

    assert (first.status_code, second.status_code) == (303, 409)
    assert list(trip.stops.values_list("pk", flat=True)).index(stop.pk) == 1


def test_the_second_of_two_tabs_sees_the_plan_as_it_stands(client):
    trip = ItineraryFactory()
    stop, other = StopFactory(itinerary=trip), StopFactory(itinerary=trip, name_en="Kemiren")
    send(client, trip, do="remove", stop=stop.pk)

    response = send(client, trip, do="remove", stop=stop.pk)

    assert response.status_code == 409
    assert "The plan was changed in another tab" in text(response)
    assert f"stop-{other.pk}" in text(response)


def test_a_stop_that_is_not_there_is_409_with_the_plan(client):
    trip = ItineraryFactory()

    assert send(client, trip, do="remove", stop=12345).status_code == 409


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"do": "day", "day": "99"}, "Choose a day from 1 to 3."),
        ({"do": "day"}, "Choose a day from 1 to 3."),
        ({"do": "time", "starts_at": "25:00"}, "Enter a valid time."),
        ({"do": "explode"}, "Select a valid choice."),
        ({"do": "later", "version": "x"}, "Enter a whole number."),
        ({"do": "later", "stop": ""}, "Choose which stop to change."),
    ],
)
def test_garbage_in_a_form_is_400_with_the_plan_and_a_sentence(client, values, words):
    stop = StopFactory(name_en="Kemiren")

    response = send(client, stop.itinerary, **{"stop": stop.pk} | values)

    assert response.status_code == 400
    assert words in text(response)
    assert "Kemiren" in text(response)


def test_dates_are_changed_and_no_stop_is_lost(client):
    trip = ItineraryFactory()
    StopFactory(itinerary=trip, day=3)

    response = client.post(url(trip, "change/"), head(days="1", version=trip.version), follow=True)

    assert "1 stop moved to its last day" in text(response)
    assert trip.stops.get().day == 1


def test_wrong_dates_come_back_with_the_plan(client):
    stop = StopFactory(name_en="Kemiren")

    response = client.post(url(stop.itinerary, "change/"), head(days="0", version=0))

    assert response.status_code == 400
    assert "Kemiren" in text(response)
    stop.itinerary.refresh_from_db()
    assert stop.itinerary.days == 3


def test_dates_changed_in_another_tab_are_409(client):
    trip = ItineraryFactory(version=4)

    assert client.post(url(trip, "change/"), head(version=3)).status_code == 409
