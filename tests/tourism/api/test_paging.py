"""Page by page, while the calendar changes under whoever reads."""

from datetime import date, timedelta

import pytest

from festivals.models import Edition
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory
from tests.tourism.api.asked import problem, told

pytestmark = pytest.mark.django_db
FIRST = date(2026, 12, 1)


@pytest.fixture
def seven():
    festival = FestivalFactory()
    days = [0, 1, 1, 1, 2, 5, 9]
    return [EditionFactory(festival=festival, starts_on=FIRST + timedelta(days=n)) for n in days]


def followed(client, page) -> dict:
    return told(client, page["next"].removeprefix("http://testserver/api/v1/"))


def rows_of(client, path) -> list[str]:
    page = told(client, path)
    found = [row["uid"] for row in page["items"]]
    while page["next"]:
        page = followed(client, page)
        found += [row["uid"] for row in page["items"]]
    return found


@pytest.mark.parametrize("limit", [1, 2, 3, 6, 7, 8, 200])
def test_pages_of_any_size_hold_every_row_once_in_order(client, seven, limit):
    found = rows_of(client, f"editions?limit={limit}")

    assert found == [edition.uid for edition in seven]


def test_a_row_that_is_added_before_or_after_neither_doubles_nor_hides_another(client, seven):
    page = told(client, "editions?limit=3")
    before = EditionFactory(festival=seven[0].festival, starts_on=FIRST)
    after = EditionFactory(festival=seven[0].festival, starts_on=FIRST + timedelta(days=3))

    found = [row["uid"] for row in page["items"]]
    while page["next"]:
        page = followed(client, page)
        found += [row["uid"] for row in page["items"]]

    assert before.uid not in found
    assert sorted(found) == sorted([after.uid, *(edition.uid for edition in seven)])


def test_a_row_that_is_taken_away_hides_no_other(client, seven):
    page = told(client, "editions?limit=3")
    Edition.objects.filter(pk__in=[seven[0].pk, seven[2].pk]).delete()

    assert [row["uid"] for row in followed(client, page)["items"]] == [
        edition.uid for edition in seven[3:6]
    ]


def test_the_next_address_keeps_what_was_asked(client, seven):
    page = told(client, "editions?category=ritual&limit=2&lang=id")

    assert page["next"].startswith("http://testserver/api/v1/editions?")
    for part in ("category=ritual", "limit=2", "lang=id", "cursor="):
        assert part in page["next"]


def test_the_last_page_has_no_next(client, seven):
    assert told(client, "editions?limit=7")["next"] is None


@pytest.mark.parametrize("path", ["places", "festivals", "districts", "interests"])
def test_every_list_has_pages(client, festival_page, destination_page, path):
    for n in range(3):
        place = PlaceFactory(interests=[f"interest-{n}"], district__slug=f"district-{n}")
        destination_page(place)
        festival_page(FestivalFactory(place=place))

    page, found = told(client, f"{path}?limit=1"), []
    found += [row["slug"] for row in page["items"]]
    while page["next"]:
        page = followed(client, page)
        found += [row["slug"] for row in page["items"]]

    assert len(found) == len(set(found)) == 3


@pytest.mark.parametrize(
    "cursor", ["x", "x:y", "W10:x", "é", "..", "x" * 500, "WyIyMDI2LTEyLTAxIiwxXQ:sig"]
)
def test_a_broken_cursor_is_refused(client, seven, cursor):
    found = problem(client, f"editions?cursor={cursor}", 400)

    assert found["errors"][0]["parameter"] == "cursor"


def test_a_cursor_of_another_list_or_other_filters_is_refused(client, seven):
    cursor = told(client, "editions?limit=2")["next"].split("cursor=")[1]

    problem(client, f"editions?category=ritual&cursor={cursor}", 400)
    problem(client, f"districts?cursor={cursor}", 400)
    told(client, f"editions?limit=5&lang=id&cursor={cursor}")
