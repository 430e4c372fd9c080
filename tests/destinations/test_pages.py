"""List and pages of places as visitors get them. The site's day is Tuesday, 24 November 2026."""

from datetime import date, time

import pytest
from wagtail.models import PageViewRestriction

from destinations import closing
from destinations.models import Fee, Place, Requirement
from tests.factories import DistrictFactory, EditionFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def page(client, language="en"):
    return client.get(f"/{language}/destinations/kawah-ijen/").content.decode()


def test_a_page_says_what_the_facts_say_today(client, ijen):
    html = page(client)

    assert "Open today 02:00–12:00" in html
    assert "Closed next on Friday 4 December." in html
    assert "From age 12." in html
    assert "Health letter" in html
    assert "1 day before" in html
    assert "Sulphur gas" in html
    assert "Blue fire" in html
    assert "5 h 30 min" in html


def test_a_page_says_when_the_hours_of_the_day_are_over(client, ijen, monkeypatch):
    monkeypatch.setattr("tourism.base.middleware.FIXED_HOUR", time(13))

    html = page(client)

    assert "Closed by now; today was 02:00–12:00" in html
    assert "place-status--closed" in html


def test_each_language_shows_its_own_words(client, ijen):
    english, indonesian = page(client), page(client, "id")

    assert "Kawah Ijen" in indonesian
    assert "Gas belerang" in indonesian
    assert "Gas belerang" not in english
    assert '<html lang="id">' in indonesian


def test_minutes_from_a_gateway_leave_out_the_walk_that_belongs_to_the_visit(client, ijen):
    response = client.get("/en/destinations/kawah-ijen/")

    (way,) = response.context["ways"]
    assert 80 <= way.leg.minutes <= 120
    assert "1 h 40 min" in response.content.decode()


def test_a_fee_that_nobody_has_seen_says_please_check(client, ijen):
    fee = Fee.objects.create(
        place=ijen, audience="foreign", weekday_idr=100_000, holiday_idr=150_000, year=2023
    )
    doubtful = page(client)
    fee.verified = True
    fee.save()

    assert "100,000" in doubtful
    assert "tariff of 2023" in doubtful
    assert "Please check." in doubtful
    assert "Please check." not in page(client)


def test_a_closure_shuts_the_place_at_once_with_its_reason(client, ijen):
    closing.close(
        ijen,
        starts_on=date(2026, 11, 20),
        ends_on=date(2026, 11, 30),
        reason_en="Volcano level II.",
        reason_id="Status gunung level II.",
    )

    assert "Closed today" in page(client)
    assert "Volcano level II." in page(client)
    assert "Until 30 November 2026." in page(client)


def test_a_place_whose_hours_nobody_knows_says_so(client, ijen):
    ijen.opening_hours = ""
    ijen.save()

    assert "Hours not known" in page(client)
    assert "Nobody has told us the hours." in page(client)


def test_festivals_near_it_are_shown_once_each(client, ijen, festival_page):
    near = PlaceFactory(latitude=-8.09, longitude=114.24)
    edition = EditionFactory(festival__place=near, festival__name_en="Jazz")
    EditionFactory(festival=edition.festival, starts_on=date(2026, 12, 19))
    EditionFactory(festival__place=PlaceFactory(latitude=-8.6, longitude=114.3))

    response = client.get("/en/destinations/kawah-ijen/")

    assert response.context["festivals_near"] == [edition]
    assert "Jazz" in response.content.decode()


def test_the_map_is_a_drawing_that_works_without_a_script(client, ijen):
    html = page(client)

    assert 'viewBox="' in html
    assert "/map/base.svg#land" in html
    assert "data-lat=" in html


def test_the_page_can_be_put_into_a_trip(client, ijen):
    html = page(client)

    assert f'name="place" value="{ijen.pk}"' in html
    assert "csrfmiddlewaretoken" in html


def test_hours_are_told_with_the_clock_of_the_place(client, ijen):
    html = page(client)

    assert "Open today 02:00–12:00 WIB" in html
    assert "02:00–05:00 WIB" in html
    assert "Hours on the clock of the place, WIB." in html

    ijen.timezone = "Asia/Makassar"
    ijen.save()

    assert "Open today 02:00–12:00 WITA" in page(client)


def test_a_closure_says_who_said_so_and_when_it_was_entered(client, ijen):
    closing.close(
        ijen, starts_on=date(2026, 11, 20), ends_on=None, reason_en="Level II.",
        reason_id="Level II.", source="Park office",
    )  # fmt: skip

    html = page(client)

    assert "Park office; entered" in html
    assert "By its usual hours" not in html


def test_a_page_can_be_passed_on_and_says_whose_work_it_is(client, ijen):
    ijen.source = "seen liputan6.com/3863038; a letter"
    ijen.save()

    html = page(client)

    assert '<a href="http://testserver/en/destinations/kawah-ijen/">' in html
    assert 'Seen at: <a href="https://liputan6.com"' in html
    assert "The picture is a drawing of our own." in html


def test_other_places_near_it_are_shown_nearest_first(client, ijen, destination_page):
    for slug, latitude in (("lake", -8.12), ("camp", -8.08), ("far", -8.6)):
        destination_page(PlaceFactory(slug=slug, latitude=latitude, longitude=114.224))

    near = client.get("/en/destinations/kawah-ijen/").context["places_near"]

    assert [page.slug for page in near] == ["camp", "lake"]


@pytest.mark.parametrize("rows", [1, 30])
def test_a_destination_page_takes_the_same_few_queries(
    client, ijen, destination_page, django_assert_max_num_queries, rows
):
    place = PlaceFactory(latitude=-8.09, longitude=114.24)
    for _ in range(rows):
        EditionFactory(festival__place=place)
        PlaceFactory(kind=Place.Kind.STATION)
        Requirement.objects.create(place=ijen, kind="guide", name_en="Guide", name_id="Pemandu")

        destination_page(PlaceFactory(latitude=-8.09, longitude=114.24))

    with django_assert_max_num_queries(12):
        client.get("/en/destinations/kawah-ijen/?day=2026-12-06")


def test_a_page_behind_a_password_shows_nothing_without_it(client, ijen):
    page_in_english = ijen.pages.get(locale__language_code="en")
    PageViewRestriction.objects.create(
        page=page_in_english, restriction_type="password", password="secret"
    )

    response = client.get("/en/destinations/kawah-ijen/")

    assert "The story of" not in response.content.decode()
    assert "Sulphur gas" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert "Gas belerang" in page(client, "id")


def test_an_unpublished_page_is_not_found(client, ijen):
    ijen.pages.get(locale__language_code="en").unpublish()

    assert client.get("/en/destinations/kawah-ijen/").status_code == 404
    assert client.get("/id/destinations/kawah-ijen/").status_code == 200
    assert client.get("/en/destinations/").context["page_obj"].paginator.count == 0


def test_the_language_switch_leads_home_where_a_page_has_no_translation(client, ijen):
    ijen.pages.get(locale__language_code="en").unpublish()

    assert 'href="/en/" lang="en"' in page(client, "id")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"latitude": 95}, "less than or equal to 90"),
        ({"opening_hours": "8-16"}, "Write hours with minutes: 08:00-16:00."),
        ({"opening_hours": "08.00-16.00"}, "Write a colon between hours and minutes"),
        ({"opening_hours": "Senin 08:00-16:00"}, "Write days in two English letters"),
        ({"best_months": [13]}, "A month runs from 1 to 12."),
    ],
)
def test_wrong_facts_are_refused_with_a_sentence_that_says_what_to_do(values, sentence):
    place = PlaceFactory.build(district=DistrictFactory(), **values)

    with pytest.raises(Exception, match=sentence):
        place.full_clean()
