"""A trip as visitors get it, in both languages, with all that may go wrong."""

import re
from datetime import date

import pytest
from django.test import Client

from festivals.models import Edition
from itineraries.models import Itinerary
from tests.factories import EditionFactory, PlaceFactory
from tests.itineraries.asking import head, text, url
from tests.itineraries.factories import ItineraryFactory, StopFactory

pytestmark = pytest.mark.django_db


def test_the_start_form_asks_four_things_and_offers_the_ferry(client):
    html = text(client.get("/en/plan/"))

    assert html.count("<label") == 4
    assert "selected>Ketapang ferry port" in html


def test_a_trip_begins_under_a_secret_address_and_survives_another_browser(client):
    response = client.post("/en/plan/", head())

    assert response.status_code == 303
    assert re.fullmatch(r"/en/plan/[\w-]{22}/", response["Location"])
    other = Client().get(response["Location"])
    assert other.status_code == 200
    assert "Fri 4 December" in text(other)


def test_the_plan_address_leads_to_the_trip_of_this_browser(client):
    address = client.post("/en/plan/", head())["Location"]

    assert client.get("/en/plan/")["Location"] == address
    assert client.get("/en/plan/?new").status_code == 200
    assert Client().get("/en/plan/").status_code == 200


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"arrives_on": "2026-02-31"}, "Enter a valid date."),
        ({"arrives_on": "0001-01-01"}, "Give a day between 2009 and 2051."),
        ({"days": "0"}, "greater than or equal to 1"),
        ({"days": "99"}, "less than or equal to 21"),
        ({"gateway": "999"}, "Select a valid choice."),
        ({"arrives_at": "25:00"}, "Enter a valid time."),
    ],
)
def test_a_wrong_answer_is_400_with_a_sentence_and_keeps_what_was_typed(client, values, words):
    response = client.post("/en/plan/", head(**values))

    assert response.status_code == 400
    assert words in text(response)
    assert 'value="11:00"' in text(response) or "arrives_at" in values
    assert not Itinerary.objects.exists()


def test_the_sentence_is_in_the_pages_language(client):
    response = client.post("/id/plan/", head(arrives_on="2026-02-31"))

    assert "Masukkan tanggal yang valid." in text(response)


def test_an_edition_begins_a_trip_on_its_first_day(client):
    edition = EditionFactory(starts_on=date(2026, 12, 5))

    response = client.post("/en/plan/add/", {"edition": edition.pk}, follow=True)

    trip = Itinerary.objects.get()
    assert trip.arrives_on == date(2026, 12, 5)
    assert f"{edition.festival.name_en} is in your trip, on day 1." in text(response)


def test_an_edition_of_today_begins_a_trip_today(client):
    edition = EditionFactory(starts_on=date(2026, 11, 24))

    response = client.post("/en/plan/add/", {"edition": edition.pk}, follow=True)

    assert Itinerary.objects.get().arrives_on == date(2026, 11, 24)
    assert "Not on this day." not in text(response)


def test_a_place_begins_a_trip_tomorrow(client):
    client.post("/en/plan/add/", {"place": PlaceFactory().pk})

    assert Itinerary.objects.get().arrives_on == date(2026, 11, 25)


def test_adding_goes_to_the_trip_of_this_browser_and_twice_is_once(client):
    client.post("/en/plan/", head())
    place = PlaceFactory()

    client.post("/en/plan/add/", {"place": place.pk})
    response = client.post("/en/plan/add/", {"place": place.pk}, follow=True)

    assert Itinerary.objects.get().stops.count() == 1
    assert "was in your trip already" in text(response)


def test_a_link_opened_in_another_browser_takes_what_is_added_there():
    trip, other = ItineraryFactory(), Client()
    other.get(url(trip))

    other.post("/en/plan/add/", {"place": PlaceFactory().pk})

    assert trip.stops.count() == 1


@pytest.mark.parametrize(
    "values", [{"edition": "999"}, {"place": "999"}, {"place": "x"}, {}, {"edition": "9" * 40}]
)
def test_what_is_not_there_cannot_be_added(client, values):
    assert client.post("/en/plan/add/", values).status_code == 404
    assert not Itinerary.objects.exists()


def test_a_gateway_cannot_be_added(client, gateway):
    assert client.post("/en/plan/add/", {"place": gateway.pk}).status_code == 404


def test_a_festival_without_a_day_can_be_added_and_says_so(client):
    undated = EditionFactory(
        precision=Edition.Precision.MONTH, starts_on=date(2026, 12, 1), days=31
    )

    response = client.post("/en/plan/add/", {"edition": undated.pk}, follow=True)

    assert "No day yet." in text(response)


def test_a_link_does_not_take_the_place_of_ones_own_trip(client):
    own = client.post("/en/plan/", head())["Location"]
    other = ItineraryFactory()

    html = text(client.get(url(other)))
    client.post("/en/plan/add/", {"place": PlaceFactory().pk})
    assert client.get("/en/plan/")["Location"] == own
    assert other.stops.count() == 0
    assert "Use this one in this browser" in html

    client.post(url(other, "use/"))
    assert client.get("/en/plan/")["Location"] == url(other)


def test_a_full_trip_says_so_and_takes_no_more(client, monkeypatch):
    monkeypatch.setattr("itineraries.editing.MOST_STOPS", 1)
    client.post("/en/plan/add/", {"place": PlaceFactory().pk})

    response = client.post("/en/plan/add/", {"place": PlaceFactory().pk}, follow=True)

    assert "Your trip is full: it holds 1 stops." in text(response)
    assert Itinerary.objects.get().stops.count() == 1


def test_a_plan_shows_stops_in_order_with_road_minutes_and_times(client):
    trip = ItineraryFactory()
    StopFactory(itinerary=trip, name_en="Museum")
    StopFactory(
        itinerary=trip, name_en="Kemiren", place__latitude=-8.2045, place__longitude=114.321,
        place__road_node="kemiren",
    )  # fmt: skip

    html = text(client.get(url(trip)))

    assert html.index("Museum") < html.index("Kemiren")
    assert "17 min" in html
    assert "leave at 08:00" in html


def test_a_plan_says_what_will_not_work(client):
    trip = ItineraryFactory()
    StopFactory(itinerary=trip, place__opening_hours="08:00-17:00; Fr[1] off")
    StopFactory(
        itinerary=trip, edition=EditionFactory(starts_on=date(2026, 12, 20)), place=None, day=2
    )

    html = text(client.get(url(trip)))

    assert "2 things will not work" in html
    assert "Closed on this day." in html
    assert "It is on Sunday 20 December 2026." in html


def test_a_stop_of_a_deleted_place_stays_and_says_so(client):
    stop = StopFactory(name_en="Old Beach")
    stop.place.delete()

    response = client.get(url(stop.itinerary))

    assert response.status_code == 200
    assert "Old Beach" in text(response)
    assert "This place has been taken off the site." in text(response)


@pytest.mark.parametrize("action", ["", "trip.ics"])
@pytest.mark.parametrize("key", ["nobodyknows", "a%00b", "%00", "a%20b", "x" * 500])
def test_an_unknown_key_is_404(client, key, action):
    assert client.get(f"/en/plan/{key}/{action}").status_code == 404


def test_a_get_changes_nothing(client):
    trip = ItineraryFactory()

    assert client.get(url(trip, "edit/")).status_code == 405
    assert client.get("/en/plan/add/").status_code == 405


def test_a_secret_page_is_not_cached_indexed_or_told_on(client):
    response = client.get(url(ItineraryFactory()))

    assert response["Cache-Control"] == "private, no-cache"
    assert response["Referrer-Policy"] == "same-origin"
    assert "noindex" in response["X-Robots-Tag"]
    cookie = response.cookies["trip"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_festivals_in_these_days_are_offered(client):
    trip = ItineraryFactory()
    EditionFactory(starts_on=date(2026, 12, 5), festival__name_en="Kuwung")
    EditionFactory(starts_on=date(2026, 12, 5), cancelled=True, festival__name_en="Rained off")

    html = text(client.get(url(trip)))

    assert "Kuwung" in html
    assert "Rained off" not in html


def test_both_languages_show_the_same_trip_in_their_own_words(client):
    stop = StopFactory(name_en="Crater", name_id="Kawah")

    english = text(client.get(url(stop.itinerary)))
    indonesian = text(client.get(url(stop.itinerary, language="id")))

    assert "Crater" in english
    assert "Kawah" in indonesian
    assert "Crater" not in indonesian


@pytest.mark.parametrize("count", [3, 60])
def test_a_plan_takes_the_same_few_queries_however_long(
    client, django_assert_max_num_queries, count
):
    trip = ItineraryFactory()
    for n in range(count):
        edition = EditionFactory() if n % 2 else None
        more = {"edition": edition, "place": None} if edition else {}
        StopFactory(itinerary=trip, day=1 + n % 3, **more)

    with django_assert_max_num_queries(14):
        client.get(url(trip))
