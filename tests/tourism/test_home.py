"""The front page as a visitor gets it. The site's day is Tuesday, 24 November 2026, 06:00."""

import re
from datetime import date, time

import pytest
from wagtail.images.tests.utils import get_test_image_file

from destinations import closing
from destinations.models import BestTime
from festivals.models import Edition, FestivalPage, Season
from itineraries import samples
from itineraries.models import Itinerary
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory
from tests.itineraries.factories import GatewayFactory
from tourism.base.models import CreditedImage
from tourism.home.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def front(client, homes):
    """Ask for the front page; `front()` is its text, `front(raw=True)` its HTML."""

    def ask(path="/en/", *, raw=False):
        html = client.get(path).content.decode()
        return html if raw else re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))

    return ask


@pytest.fixture
def ijen():
    place = PlaceFactory(
        slug="kawah-ijen",
        name_en="Ijen Crater",
        opening_hours="02:00-12:00; Fr[1] off",
        hours_note_en="Entry times change.",
        closing_rules_en="First Friday of each month",
        latitude=-8.0738,
        longitude=114.224,
        road_node="paltuding",
        last_mile_mode="walk",
    )
    HomePage.objects.update(now_at=place)
    BestTime.objects.create(
        place=place, name_en="Blue fire", name_id="Api biru", opens=time(2), closes=time(5)
    )
    return place


def november(day, **values):
    return EditionFactory(starts_on=date(2026, 11, day), **values)


def test_today_is_told_in_three_calendars(front):
    text = front()

    assert "Tuesday Kliwon, November 2026" in text
    assert "Javanese: 13 Jumadilakir 1960, year Be" in text
    assert "Hijri: 14 Jumadilakhir 1448 H By the crescent, reckoned." in text


def test_the_ribbon_carries_moons_and_bands_and_a_key_names_them(front):
    Season.objects.create(
        name_en="Break", name_id="Libur", starts_on=date(2026, 12, 21), ends_on=date(2027, 1, 2)
    )

    html = front(raw=True)

    assert html.count('class="year-ribbon__moon"') == 12 + 1  # One of them in the key.
    assert 'year-ribbon__band--ramadan" d="M28 104H112"' in html  # 8 to 28 February.
    assert 'year-ribbon__band--school" d="M80 110H124"' in html  # 21 to 31 December.
    assert all(name in front() for name in ("Ramadan", "Month of Suro", "School holidays"))


def test_the_year_is_a_table_too(front):
    EditionFactory(starts_on=date(2026, 12, 5))
    EditionFactory(starts_on=date(2026, 12, 6), projected=True)

    text = front()

    assert re.search(r"Dec 2026 1 1 National holidays: 25.* Full moons: 24 ", text)
    assert "Feb 2027 0 0" in text
    assert "Fasting and feasts: Ramadan from 8" in text


def test_the_next_festival_is_named_where_the_week_is_empty(front):
    EditionFactory(festival__name_en="Kuwung")

    text = front()

    assert "Nothing is on from today to Sunday." in text
    assert re.search(r"The next festival: Kuwung ?, Saturday 5 December", text)


def test_a_year_without_a_date_is_told_as_such(front):
    assert "No further date is known yet." in front()


def test_what_begins_this_evening_comes_first(front):
    november(24, festival__name_en="Morning Rite", starts_at=time(9))
    november(24, festival__name_en="Evening Dance", starts_at=time(19, 30))
    november(24, festival__name_en="Night Music", starts_at=time(21))

    text = front()

    assert re.search(r"Tonight Tuesday 24 November 19:30 .*Evening Dance.*Tonight .*Music", text)
    assert text.index("Evening Dance") < text.index("Night Music") < text.index("Morning Rite")


def test_one_that_is_on_already_says_until_when(front):
    november(24, festival__name_en="First")
    november(20, days=8, festival__name_en="Fair")

    assert re.search(r"On now until Fri 27 Nov .*Fair", front())


def test_a_past_hour_is_told_as_past_and_a_past_festival_not_at_all(front):
    november(24, festival__name_en="Dawn", starts_at=time(5))
    november(24, festival__name_en="Night", starts_at=time(1), ends_at=time(4))

    text = front()

    assert "since 05:00 WIB" in text
    assert "Night" not in text


def test_what_is_called_off_is_not_on(front):
    november(25, festival__name_en="Rained off", cancelled=True)

    assert "Rained off" not in front()


def test_the_lead_shows_what_its_page_says(front, festival_page):
    edition = november(28, festival__name_en="Kuwung")
    festival_page(edition.festival)
    FestivalPage.objects.filter(locale__language_code="en").update(summary="Lanterns on a river.")

    assert "Lanterns on a river." in front()


def test_a_weekend_tells_the_window_of_a_projected_date(front):
    EditionFactory(
        starts_on=date(2026, 12, 5),
        projected=True,
        earliest_on=date(2026, 12, 3),
        latest_on=date(2026, 12, 7),
    )

    text = front()

    assert re.search(r"5–6 Dec .*give or take 2 days", text)
    assert "No festival has a day in this weekend." in text


def test_without_a_place_nothing_is_said_of_now(front):
    assert " now" not in front()


def test_the_place_is_told_as_it_is_with_source_and_time(front, ijen):
    GatewayFactory()

    text = front()

    assert "Ijen Crater now Open until 12:00" in text
    assert "At 06:00 WIB on 24 November 2026, by its usual hours as recorded on" in text
    assert "Next: Wednesday 25 November Leave Ketapang ferry port by 23:25 Tue" in text
    assert "Blue fire 02:00–05:00" in text
    assert re.search(r"Closed next on Friday 4 December. First Friday of each month", text)


def test_a_closure_is_told_with_who_said_so(front, ijen):
    words = {"reason_en": "Volcano alert", "reason_id": "Siaga", "source": "PVMBG"}
    closing.close(ijen, starts_on=date(2026, 11, 20), ends_on=None, **words)

    text = front()

    assert "Ijen Crater now Closed Volcano alert Until further notice. PVMBG; entered" in text
    assert "Open until" not in text


def test_hours_that_nobody_knows_are_told_as_unknown(front, ijen):
    ijen.opening_hours = ""
    ijen.save()

    assert "Ijen Crater now Hours not known" in front()


def test_a_place_that_is_deleted_leaves_the_page_whole(front, ijen):
    ijen.delete()

    assert "The next three weekends" in front()


def test_a_trip_begins_right_here(client, front):
    gateway = GatewayFactory()
    html = front(raw=True)
    (form,) = re.findall(r'<form[^>]*action="/en/plan/">.*?</form>', html, re.S)

    names = set(re.findall(r'name="(\w+)"', form)) - {"csrfmiddlewaretoken"}
    assert names == {"arrives_on", "days", "gateway", "arrives_at"}
    values = {"arrives_on": "2026-12-04", "days": 3, "gateway": gateway.pk, "arrives_at": ""}
    assert client.post("/en/plan/", values).status_code == 303


def test_great_festivals_are_offered_to_plan_around(front):
    EditionFactory(festival=FestivalFactory(name_en="Gandrung Sewu", flagship=True))
    EditionFactory(festival=FestivalFactory(name_en="Small one"))

    text = front().split("A festival you must not miss")[1]

    assert "Gandrung Sewu" in text
    assert "Small one" not in text


def test_a_sample_plan_goes_from_the_front_page_to_a_trip(client, front):
    GatewayFactory()
    for slug in samples.found("savanna-and-reef").places - {"ketapang-ferry"}:
        PlaceFactory(slug=slug, opening_hours="24/7")
    html = front(raw=True)
    (form,) = re.findall(r'<form[^>]*action="/en/plan/sample/">.*?</form>', html, re.S)
    fields = dict(re.findall(r'name="(sample|key)" value="([^"]+)"', form))

    answers = [client.post("/en/plan/sample/", fields) for _ in range(2)]

    assert {answer.status_code for answer in answers} == {303}
    assert Itinerary.objects.count() == 1
    assert "3 days in Banyuwangi" in client.get(answers[0]["Location"]).content.decode()


def test_a_browser_with_a_trip_is_led_back_to_it(client, front):
    assert "This browser has a trip already." not in front()
    edition = EditionFactory()
    GatewayFactory()
    client.post("/en/plan/add/", {"edition": edition.pk})

    assert "This browser has a trip already." in front()


def test_the_page_speaks_the_other_language_too(front, ijen):
    november(24, starts_at=time(19))

    text = front("/id/")

    assert "Malam ini" in text
    assert "Tiga akhir pekan berikutnya" in text
    assert "Selasa Kliwon, November 2026" in text


@pytest.mark.parametrize("count", [0, 200])
def test_the_page_takes_the_same_few_queries_however_much_is_on(
    client, homes, ijen, django_assert_num_queries, count
):
    for n in range(count):
        edition = EditionFactory(starts_on=date(2026, 11, 24 + n % 6), days=1 + n % 9)
        Edition.objects.filter(pk=edition.pk).update(place=PlaceFactory())
    FestivalFactory(flagship=True)
    client.get("/en/")

    with django_assert_num_queries(16):
        client.get("/en/")


def test_the_picture_of_its_page_is_the_cover_of_the_lead(front, festival_page):
    edition = november(28)
    festival_page(edition.festival)
    assert "art/festival-ritual.svg" in front(raw=True)
    picture = CreditedImage.objects.create(
        title="Kuwung", credit="Office of Osing", file=get_test_image_file(size=(1000, 700))
    )
    FestivalPage.objects.update(cover=picture)

    html = front(raw=True)

    (lead,) = re.findall(r'<article class="edition-lead.*?</article>', html, re.S)
    assert "<picture>" in lead
    assert "Office of Osing" in lead
    assert "festival-ritual.svg" not in lead
