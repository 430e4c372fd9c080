"""The calendar as visitors get it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override

from festivals.models import Edition, EditionChange
from tests.factories import (
    DistrictFactory,
    EditionFactory,
    FestivalFactory,
    PlaceFactory,
)

pytestmark = pytest.mark.django_db

DECEMBER = "/en/calendar/2026/12/"
AT = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def glagah():
    return PlaceFactory(district=DistrictFactory(slug="glagah"))


def text(response) -> str:
    return response.content.decode()


def parts(client, path: str) -> dict[str, list[str]]:
    found = client.get(path).context["parts"]
    return {name: [row.festival.name_en for row in rows] for name, rows in found.items()}


def test_the_calendar_opens_on_todays_month(client):
    assert "<h1" in text(client.get("/en/calendar/"))
    assert client.get("/en/calendar/").context["month"].first == date(2026, 11, 1)


def test_grid_and_list_show_the_same_editions(client):
    edition = EditionFactory(festival__name_en="Kuwung")

    response = client.get(DECEMBER)

    assert response.context["editions"] == [edition]
    assert text(response).count("Kuwung") >= 2


def test_a_long_festival_is_found_by_any_of_its_days(client):
    edition = EditionFactory(starts_on=date(2026, 11, 20), days=14)

    assert client.get(DECEMBER).context["editions"] == [edition]


def test_what_was_held_in_july_2025_is_shown(client):
    EditionFactory(
        starts_on=date(2025, 7, 12), status=Edition.Status.HELD, festival__name_en="Carnival"
    )

    page = text(client.get("/en/calendar/2025/7/"))

    assert "Carnival" in page
    assert "certainty--held" in page


def test_a_projected_date_shows_its_window(client):
    EditionFactory(projected=True, earliest_on=date(2026, 11, 25), latest_on=date(2026, 12, 15))

    assert "between 25 Nov and 15 Dec 2026" in text(client.get(DECEMBER))


def test_a_festival_without_a_day_stands_under_its_month(client):
    EditionFactory(
        festival__name_en="Film Festival",
        festival__date_rule={"calendar": "announced", "typical_months": [7, 12]},
        starts_on=date(2027, 7, 1),
        ends_on=date(2027, 12, 31),
        precision=Edition.Precision.MONTH,
        projected=True,
    )

    def undated(month):
        return len(client.get(f"/en/calendar/2027/{month}/").context["undated"])

    assert [undated(7), undated(9), undated(12)] == [1, 0, 1]
    assert "Date to be announced" in text(client.get("/en/calendar/2027/7/"))


def test_moved_and_cancelled_festivals_stay_visible_with_the_old_day(client):
    EditionFactory(status=Edition.Status.RESCHEDULED, moved_from=date(2026, 12, 1))
    EditionFactory(cancelled=True)

    page = text(client.get(DECEMBER))

    assert "from 1 Dec 2026" in page
    assert "certainty--cancelled" in page


def test_filters_narrow_by_interest_category_and_district(client, glagah):
    surf = EditionFactory(festival__interests=["surf"], festival__category="sport")
    dance = EditionFactory(festival__category="dance", festival__place=glagah)

    def found(query):
        return client.get(f"{DECEMBER}?{query}", follow=True).context["editions"]

    assert found("interest=surf") == [surf]
    assert found("category=dance") == [dance]
    assert found("district=glagah") == [dance]
    assert found("category=dance&category=sport") == [surf, dance]
    assert found("category=dance&interest=surf") == []


def test_an_edition_held_elsewhere_is_found_in_the_district_it_is_held_in(client, glagah):
    edition = EditionFactory(place=glagah)

    assert client.get(f"{DECEMBER}?district=glagah").context["editions"] == [edition]
    assert client.get(f"{DECEMBER}?district=licin").context["editions"] == []


def test_the_same_query_string_serves_both_languages(client):
    edition = EditionFactory(festival__interests=["surf"])

    response = client.get("/id/calendar/2026/12/?interest=surf")

    assert response.context["editions"] == [edition]
    assert 'href="/en/calendar/2026/12/?interest=surf"' in text(response)


def test_steps_keep_the_filters(client):
    page = text(client.get(f"{DECEMBER}?category=dance"))

    assert "/en/calendar/2027/1/?category=dance" in page
    assert "/en/calendar/2026/11/?category=dance" in page


def test_what_is_on_can_be_taken_off_one_by_one(client):
    page = text(client.get(f"{DECEMBER}?category=dance&category=sport"))

    assert 'href="/en/calendar/2026/12/?category=sport"' in page
    assert 'href="/en/calendar/2026/12/"' in page


def test_an_empty_month_says_what_to_try(client):
    assert "Look at another month" in text(client.get(DECEMBER))
    assert "Take a filter off" in text(client.get(f"{DECEMBER}?category=dance"))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/calendar/2026/13/", 404),
        ("/en/calendar/2026/0/", 404),
        ("/en/calendar/1/1/", 404),
        ("/en/calendar/99999/1/", 404),
        ("/en/calendar/2026/zwei/", 404),
        ("/en/calendar/2026/12/?category=opera", 400),
        ("/en/calendar/2026/12/?interest=%00", 400),
        ("/en/calendar/2026/12/?district=" + "x" * 2900, 400),
        ("/en/calendar/2026/12/?" + "x" * 3001, 414),
        ("/en/calendar/2026/12/?" + "x" * 2_000_000, 414),
    ],
)
def test_bad_addresses_get_the_right_status(client, path, status):
    assert client.get(path).status_code == status


def test_an_unknown_filter_value_is_answered_in_the_pages_language(client):
    EditionFactory()

    response = client.get("/id/calendar/2026/12/?category=opera")

    assert response.context["editions"] == []
    assert "opera" in text(response)
    assert "bukan salah satu dari pilihan" in text(response)


def test_a_festival_with_a_page_is_a_link_and_one_without_is_not(client, festival_page):
    with_page, without = FestivalFactory(), FestivalFactory()
    EditionFactory(festival=with_page)
    EditionFactory(festival=without)
    festival_page(with_page)

    page = text(client.get(DECEMBER))

    with override("en"):
        assert reverse("festivals:festival", args=[with_page.slug]) in page
        assert reverse("festivals:festival", args=[without.slug]) not in page


@pytest.mark.parametrize("count", [10, 1000])
def test_the_month_takes_the_same_few_queries_however_many_rows(
    client, django_assert_num_queries, count
):
    festival = FestivalFactory(interests=["surf", "dive"])
    Edition.objects.bulk_create(
        EditionFactory.build(
            festival=festival, starts_on=date(2026, 12, 1) + timedelta(days=n % 31), days=1 + n % 3
        )
        for n in range(count)
    )

    with django_assert_num_queries(7):
        response = client.get(DECEMBER)

    assert len(response.context["editions"]) == count


def test_cells_carry_pasaran_hijri_and_javanese_days_and_a_link_takes_them_off(client):
    html = client.get(DECEMBER).content.decode()
    plain = client.get(f"{DECEMBER}?category=sea&days=civil").content.decode()

    assert "Legi" in html
    assert "29 Jumadilakir" in html
    assert "?days=civil" in html
    assert "Legi" not in plain
    assert 'href="/en/calendar/2026/12/?category=sea"' in plain
    assert '<input type="hidden" name="days" value="civil">' in plain
    assert "/en/calendar/2027/1/?category=sea&amp;days=civil" in plain


def test_this_month_parts_what_goes_on_from_what_comes_and_what_is_over(client):
    for name, day, days in (("Over", 2, 1), ("Going", 20, 9), ("Coming", 28, 1)):
        EditionFactory(festival__name_en=name, starts_on=date(2026, 11, day), days=days)

    found = parts(client, "/en/calendar/2026/11/")

    assert found == {"ongoing": ["Going"], "coming": ["Coming"], "over": ["Over"]}
    assert "Earlier in November" in text(client.get("/en/calendar/2026/11/"))


def test_a_month_without_today_is_one_list(client):
    EditionFactory(festival__name_en="Kuwung")

    assert parts(client, DECEMBER) == {"coming": ["Kuwung"]}


def test_a_festival_that_left_the_month_is_told_where_it_went_and_why(client):
    edition = EditionFactory(
        starts_on=date(2027, 2, 7),
        status=Edition.Status.RESCHEDULED,
        moved_from=date(2026, 12, 10),
        festival__name_en="Petik Laut",
    )
    EditionChange.objects.create(
        edition=edition, step="moved", reason="High waves", authority="weather", at=AT
    )

    page = text(client.get(DECEMBER))

    assert "Moved out of this month" in page
    assert "moved to Sunday 7 February 2027" in page
    assert "High waves (the weather or volcano service)" in page


def test_a_search_engine_keeps_a_month_once_and_none_of_its_filters(client):
    EditionFactory()
    EditionFactory(starts_on=date(2040, 1, 5))

    def head(path):
        return text(client.get(path)).split("</head>")[0]

    assert "noindex" not in head(DECEMBER)
    assert '<link rel="canonical" href="http://testserver/en/calendar/2026/11/">' in head(
        "/en/calendar/"
    )
    assert "noindex" in head(f"{DECEMBER}?category=dance")
    assert "noindex" in head("/en/calendar/2040/1/")
    assert "nofollow" in text(client.get("/en/calendar/2040/1/"))
