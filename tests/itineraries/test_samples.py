"""Sample plans become trips: where they are offered, when they begin, and once each."""

import re
from datetime import date

import pytest
from django.core.management import call_command

from destinations.models import Place
from festivals.models import Edition
from itineraries import editing, samples, sampling, showing
from itineraries.models import Itinerary, new_key
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory
from tests.itineraries.asking import text

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
ADDRESS = "/en/plan/sample/"


@pytest.fixture
def coast():
    """The plan of the north, on places that are always open but for the ones a test changes."""
    plan = samples.found("savanna-and-reef")
    for slug in plan.places - {"ketapang-ferry"}:
        PlaceFactory(slug=slug, opening_hours="07:00-17:00", visit_minutes=60)
    return plan


@pytest.fixture
def rite():
    plan = samples.found("tumpeng-sewu")
    for slug in plan.places - {"ketapang-ferry"}:
        PlaceFactory(slug=slug, opening_hours="24/7")
    return plan, FestivalFactory(slug="tumpeng-sewu")


def send(client, **values):
    form = {"sample": "savanna-and-reef", "key": sampling.signed_key()}
    return client.post(ADDRESS, form | values)


def begun(plan, **values):
    return sampling.begin_once(
        plan, **{"today": TODAY, "arrives_on": None, "key": new_key()} | values
    )


def test_a_sample_plan_becomes_the_trip_of_this_browser(client, coast):
    response = send(client, arrives_on="2026-12-10")

    assert response.status_code == 303
    assert re.fullmatch(r"/en/plan/[\w-]{22}/", response["Location"])
    trip = Itinerary.objects.get()
    assert (trip.arrives_on, trip.days, trip.stops.count()) == (date(2026, 12, 10), 3, 6)
    assert client.get("/en/plan/")["Location"] == response["Location"]
    assert "Place baluran-bekol" in text(client.get(response["Location"]))


def test_the_same_form_sent_twice_makes_one_trip(client, coast):
    key = sampling.signed_key()

    first, second = (send(client, key=key, arrives_on="2026-12-10") for _ in range(2))

    assert first["Location"] == second["Location"]
    assert Itinerary.objects.count() == 1


def test_a_form_sent_again_does_not_undo_what_was_changed_since(client, coast):
    key = sampling.signed_key()
    send(client, key=key)
    trip = Itinerary.objects.get()
    editing.remove(trip, stop=trip.stops.first().pk, version=trip.version)

    send(client, key=key)

    assert Itinerary.objects.get().stops.count() == 5


def test_another_day_on_the_same_form_is_another_trip(client, coast):
    key = sampling.signed_key()

    for day in ("2026-12-10", "2026-12-11"):
        send(client, key=key, arrives_on=day)

    assert Itinerary.objects.count() == 2


def test_a_secret_that_is_none_of_ours_is_not_taken(client, coast):
    send(client, key="a-word-anybody-can-guess")

    assert Itinerary.objects.get().key != "a-word-anybody-can-guess"


def test_without_a_day_it_begins_on_the_next_one_on_which_all_is_open(coast):
    Place.objects.filter(slug="baluran-bekol").update(opening_hours="Sa-Su 07:00-17:00")

    trip = begun(coast)

    assert trip.arrives_on == date(2026, 11, 27)  # A Friday: Bekol is on the second day.


def test_where_something_is_always_shut_it_begins_tomorrow_and_the_plan_says_so(coast):
    Place.objects.filter(slug="baluran-bekol").update(opening_hours="off")

    trip = begun(coast)

    assert trip.arrives_on == date(2026, 11, 25)
    assert showing.trip_of(trip).troubles


def test_a_day_that_was_chosen_is_kept_even_if_something_is_shut(coast):
    Place.objects.filter(slug="baluran-bekol").update(opening_hours="Sa-Su 07:00-17:00")

    assert begun(coast, arrives_on=date(2026, 12, 1)).arrives_on == date(2026, 12, 1)


def test_there_is_nothing_to_undo_at_first(coast):
    trip = begun(coast)

    assert (trip.past, trip.version) == ([], 0)


def test_a_plan_with_a_festival_goes_where_the_festival_goes(rite):
    plan, festival = rite
    edition = EditionFactory(festival=festival, starts_on=date(2027, 5, 9))

    trip = begun(plan)

    assert trip.arrives_on == date(2027, 5, 8)
    assert trip.stops.get(edition=edition).day == 2


def test_a_festival_too_near_to_arrive_for_is_left_for_the_next_one(rite):
    plan, festival = rite
    EditionFactory(festival=festival, starts_on=date(2026, 11, 25))
    EditionFactory(festival=festival, starts_on=date(2027, 5, 9))

    assert begun(plan).arrives_on == date(2027, 5, 8)


def test_a_plan_whose_festival_has_no_date_is_not_there(client, rite):
    assert send(client, sample="tumpeng-sewu").status_code == 404
    assert not Itinerary.objects.exists()


def test_plans_are_offered_where_their_places_and_dates_are(coast):
    places = coast.places
    dates = {"tumpeng-sewu": [date(2026, 11, 25), date(2027, 5, 9)]}
    everywhere = {slug for plan in samples.all_plans() for slug in plan.places}

    assert [offer.plan for offer in samples.offers(places, {}, TODAY)] == [coast]
    assert samples.offers(places - {"kemiren"}, {}, TODAY) == []
    offered = {
        offer.plan.slug: offer.arrives_on for offer in samples.offers(everywhere, dates, TODAY)
    }
    assert offered["tumpeng-sewu"] == date(2027, 5, 8)
    assert offered["crater-and-coast"] is None


@pytest.mark.parametrize("sample", ["", "atlantis"])
def test_a_plan_that_is_not_there_is_404(client, sample):
    assert send(client, sample=sample).status_code == 404


@pytest.mark.parametrize(
    ("day", "words"), [("2026-02-31", "Enter a valid date."), ("0001-01-01", "between 2009")]
)
def test_a_wrong_day_is_400_with_a_sentence_and_a_form(client, coast, day, words):
    response = send(client, arrives_on=day)

    assert response.status_code == 400
    assert words in text(response)
    assert "<form" in text(response)
    assert not Itinerary.objects.exists()


def test_a_sample_is_not_begun_by_a_link(client):
    assert client.get(ADDRESS).status_code == 405


def test_every_shipped_plan_can_be_done_on_the_shipped_places():
    Place.objects.all().delete()
    call_command("load_sample_data", verbosity=0)
    first_of_may = date(2027, 4, 26)

    for plan in samples.all_plans():
        trip = begun(plan, today=first_of_may)
        found = showing.trip_of(trip)
        assert trip.stops.count() == len(plan.stops), plan.slug
        assert found.troubles + found.doubts == [], plan.slug
        assert plan.text_en
        assert plan.text_id

    assert Edition.objects.filter(stops__isnull=False).count() == 1
