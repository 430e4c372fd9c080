"""The trip as a calendar file."""

import pytest
from icalendar import Calendar

from tests.factories import PlaceFactory
from tests.itineraries.asking import url
from tests.itineraries.factories import ItineraryFactory, StopFactory

pytestmark = pytest.mark.django_db


def test_the_calendar_file_has_an_event_a_stop_on_the_clock_of_its_place(client):
    trip = ItineraryFactory()
    StopFactory(itinerary=trip, name_en="Museum")
    bali = PlaceFactory(
        latitude=-8.162, longitude=114.436, road_node="gilimanuk", timezone="Asia/Makassar"
    )
    StopFactory(itinerary=trip, place=bali)
    gone = StopFactory(itinerary=trip)
    gone.place.delete()

    response = client.get(url(trip, "trip.ics"))
    calendar = Calendar.from_ical(response.content)
    events = list(calendar.walk("VEVENT"))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert [event["DTSTART"].params["TZID"] for event in events] == [
        "Asia/Jakarta",
        "Asia/Makassar",
    ]
    assert events[0]["SUMMARY"] == "Museum"
    assert events[0]["URL"] == f"http://testserver{url(trip)}"
    assert "leave at 08:00" in events[0]["DESCRIPTION"]
    assert len({event["UID"] for event in events}) == 2


def test_equal_trips_give_equal_bytes_and_a_304(client):
    stop = StopFactory()
    address = url(stop.itinerary, "trip.ics")
    first = client.get(address)

    assert client.get(address).content == first.content
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
