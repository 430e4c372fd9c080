"""The list of festivals as visitors get it. The site's day is 24 November 2026."""

from datetime import date

import pytest

from festivals.models import Edition
from tests.factories import DistrictFactory, EditionFactory, FestivalFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def test_the_list_shows_each_festival_with_its_next_date(client, keboan):
    EditionFactory(festival=keboan, starts_on=date(2026, 12, 6))

    html = client.get("/en/festivals/").content.decode()

    assert "Keboan of Aliyan" in html
    assert "Sun 6 December 2026" in html


def test_a_month_that_is_over_is_not_given_as_the_next_one(client, festival_page):
    festival = FestivalFactory(date_rule={"calendar": "announced", "typical_months": [5, 12]})
    festival_page(festival)
    EditionFactory(
        festival=festival,
        starts_on=date(2026, 5, 1),
        ends_on=date(2026, 12, 31),
        precision=Edition.Precision.MONTH,
        projected=True,
    )

    html = client.get("/en/festivals/").content.decode()

    assert "December 2026, date to be announced" in html
    assert "May 2026" not in html


def test_the_list_narrows_by_the_same_words_as_the_calendar(client, keboan, festival_page):
    surf = FestivalFactory(
        category="sport",
        interests=["surf"],
        place=PlaceFactory(district=DistrictFactory(slug="pesanggaran")),
    )
    festival_page(surf)

    def found(query):
        pages = client.get(f"/en/festivals/?{query}").context["pages"]
        return [found.festival for found in pages]

    assert found("interest=surf") == found("category=sport") == [surf]
    assert found("district=pesanggaran") == [surf]
    assert found("category=ritual") == [keboan]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/festivals/?category=opera", 400),
        ("/en/festivals/?page=99", 404),
        ("/en/festivals/atlantis/", 404),
    ],
)
def test_bad_addresses_get_the_right_status(client, keboan, path, status):
    assert client.get(path).status_code == status


@pytest.mark.parametrize("count", [3, 24])
def test_the_list_takes_the_same_few_queries(
    client, festival_page, django_assert_max_num_queries, count
):
    for _ in range(count):
        edition = EditionFactory(festival__interests=["surf", "dive"])
        festival_page(edition.festival)

    with django_assert_max_num_queries(8):
        client.get("/en/festivals/")
