"""The same words as the calendar's and the feed's, and the same sets."""

from datetime import date, time

import pytest

from festivals.models import Edition
from tests.factories import DistrictFactory, EditionFactory, FestivalFactory, PlaceFactory
from tests.festivals.feeds.asked import FEED, events_in
from tests.tourism.api.asked import problem, slugs, told, uids

pytestmark = pytest.mark.django_db

QUERIES = [
    "past=all",
    "category=sport&past=all",
    "category=sport&category=dance&past=all",
    "interest=surf&past=all",
    "district=glagah&past=all",
    "place=red-island&past=all",
    "festival=gandrung&past=all",
    "near=-8.60,114.00,20&past=all",
    "from=2026-12-01",
    "from=2026-12-01&to=2026-12-31",
    "to=2026-12-31&past=all",
    "status=cancelled&past=all",
    "status=projected&past=all",
    "time=night&past=all",
    "time=day&past=all",
    "free=yes&past=all",
    "family=yes&past=all",
    "q=gandrng&past=all",
    "projected=1&past=all",
    "cancelled=drop&past=all",
    "cancelled=keep&past=all",
]


@pytest.fixture
def five():
    glagah = DistrictFactory(slug="glagah")
    beach = PlaceFactory(slug="red-island", latitude=-8.59, longitude=114.02)
    EditionFactory(
        festival__slug="surf-cup",
        festival__category="sport",
        festival__place=beach,
        festival__interests=["surf"],
        festival__usual_start=time(9),
        festival__entry="ticket",
    )
    EditionFactory(
        festival__slug="gandrung",
        festival__name_en="Gandrung Sewu",
        festival__name_id="Gandrung Sewu",
        festival__category="dance",
        festival__place__district=glagah,
        festival__usual_start=time(19),
        festival__entry="free",
        festival__for_families=True,
        starts_on=date(2026, 12, 31),
        days=2,
    )
    EditionFactory(cancelled=True, starts_on=date(2027, 1, 9))
    EditionFactory(projected=True, starts_on=date(2027, 2, 9))
    EditionFactory(status=Edition.Status.HELD, starts_on=date(2026, 3, 1))


@pytest.mark.parametrize("query", QUERIES)
def test_the_api_tells_of_the_editions_of_the_feed(client, five, query):
    fed = {str(event["UID"]) for event in events_in(client.get(f"{FEED}?{query}"))}

    assert uids(client, query) == fed
    assert fed


def test_without_a_word_editions_are_announced_and_not_over(client, five):
    rows = told(client, "editions")["items"]

    assert [row["status"] for row in rows] == ["confirmed", "confirmed", "cancelled"]


def test_an_edition_is_told_until_its_last_day_is_over(client):
    edition = EditionFactory(starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 24))
    EditionFactory(starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 23))

    assert uids(client) == {edition.uid}


def test_a_box_holds_what_is_held_in_it_wherever_the_festival_is_at_home(client):
    inside = PlaceFactory(latitude=-8.6, longitude=114.0)
    at_home = EditionFactory(festival__place=inside)
    moved_in = EditionFactory(place=inside)
    EditionFactory(festival__place=inside, place=PlaceFactory())

    assert uids(client, "bbox=113.9,-8.7,114.1,-8.5") == {at_home.uid, moved_in.uid}
    assert uids(client, "bbox=114.0,-8.6,114.0,-8.6") == {at_home.uid, moved_in.uid}


@pytest.fixture
def places(destination_page):
    far = DistrictFactory(slug="glagah")
    for place in (
        PlaceFactory(slug="beach", kind="beach", interests=["surf"], latitude=-8.6),
        PlaceFactory(slug="crater", kind="trek", interests=["trek"], district=far),
        PlaceFactory(slug="island", kind="beach", name_en="Merah", longitude=113.9),
    ):
        destination_page(place)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["beach", "crater", "island"]),
        ("kind=beach", ["beach", "island"]),
        ("interest=surf&interest=trek", ["beach", "crater"]),
        ("district=glagah", ["crater"]),
        ("bbox=114.3,-8.7,114.4,-8.5", ["beach"]),
        ("near=-8.211,113.9,5", ["island"]),
        ("q=mrah", ["island"]),
    ],
)
def test_places_are_those_of_their_list(client, places, query, found):
    assert slugs(client, f"places?{query}".rstrip("?")) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("category=dance", ["gandrung"]),
        ("interest=surf", ["cup"]),
        ("district=licin", ["cup", "gandrung"]),
        ("free=yes", ["gandrung"]),
        ("family=yes", ["cup"]),
        ("q=gandrng", ["gandrung"]),
    ],
)
def test_festivals_are_those_of_their_list(client, festival_page, query, found):
    festival_page(
        FestivalFactory(slug="gandrung", name_en="Gandrung", category="dance", entry="free")
    )
    festival_page(FestivalFactory(slug="cup", interests=["surf"], for_families=True))

    page = client.get(f"/en/festivals/?{query}").context["pages"]

    assert slugs(client, f"festivals?{query}") == found
    assert sorted(row.slug for row in page) == found


@pytest.mark.parametrize(
    ("path", "name", "allowed"),
    [
        ("editions?kategori=ritual", "kategori", "category"),
        ("editions?category=opera", "category", "ritual"),
        ("editions?interest=nix", "interest", "surf"),
        ("editions?status=perhaps", "status", "confirmed"),
        ("editions?projected=maybe", "projected", "1"),
        ("editions?cancelled=hide", "cancelled", "drop"),
        ("editions?past=some", "past", "all"),
        ("editions?lang=fr", "lang", "en"),
        ("places?kind=moon", "kind", "beach"),
        ("festivals?from=2026-01-01", "from", "limit"),
        ("districts?q=x", "q", "cursor"),
        ("interests/surf?q=x", "q", "lang"),
    ],
)
@pytest.mark.parametrize("language", ["en", "id"])
def test_what_is_not_known_is_refused_with_what_is(client, path, name, allowed, language):
    EditionFactory(festival__interests=["surf"])

    found = problem(client, path, 400, **{"accept-language": language})

    (error,) = found["errors"]
    assert error["parameter"] == name
    assert allowed in error["allowed"]
    assert error["detail"] in found["detail"]
    assert found["type"] == "/en/api/#query"
    assert (
        found["title"]
        == {"en": "This cannot be asked", "id": "Ini tidak dapat ditanyakan"}[language]
    )


@pytest.mark.parametrize(
    "query",
    [
        "from=2026-13-01",
        "from=",
        "from=2026-12-01&from=2026-12-02",
        "near=here",
        "near=nan,nan,nan",
        "bbox=1,2,3",
        "bbox=nan,nan,nan,nan",
        "bbox=114,-8,113,-7",
        "bbox=113,-7,114,-8",
        "bbox=-181,-8,114,-7",
        "from=2027-02-01&to=2027-01-01",
        "limit=0",
        "limit=201",
        "limit=ten",
        "limit=%C2%B2",
        "limit=-1",
        "q=%00",
        "category=%00",
        "category=ritual&category=",
        f"q={'x' * 81}",
        "cursor=%00",
        "%00=1",
        "%ff=%ff",
        "category=x%0d%0aSet-Cookie:%20a=b",
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(client, query):
    found = problem(client, f"editions?{query}", 400)

    assert found["errors"][0]["detail"]


@pytest.mark.parametrize("year", ["2008", "2053", "20260", "x", "", "²⁰²⁶"])
def test_a_year_that_the_calendar_does_not_reach_is_refused(client, year):
    problem(client, f"holidays?year={year}", 400)
