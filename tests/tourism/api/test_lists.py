"""What each list and each item tells, and of what."""

from datetime import date, time, timedelta

import pytest
from wagtail.models import PageViewRestriction

from destinations.models import Closure, Fee, Requirement
from festivals.models import Edition
from festivals.models.programme import ProgrammePart
from tests.factories import EditionFactory, FestivalFactory, InterestFactory, PlaceFactory
from tests.tourism.api.asked import problem, slugs, told, uids

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture
def edition(festival_page):
    edition = EditionFactory(
        festival__slug="kuwung",
        festival__name_en="Kuwung Night",
        festival__name_id="Malam Kuwung",
        festival__interests=["dance", "arts"],
        festival__usual_start=time(19),
        festival__usual_minutes=180,
        festival__rule_in_words_en="The first Saturday of December.",
        festival__place__slug="taman-blambangan",
        days=2,
        festival__source="Rule seen at kompas.com; the rest recalled",
        source="banyuwangikab.go.id/a, seen 2026-11-20",
    )
    festival_page(edition.festival)
    return edition


def test_the_root_names_the_lists_the_licence_and_the_page_for_people(client):
    root = told(client, "")

    assert root["documentation"] == "http://testserver/en/api/"
    assert root["license"]["name"] == "BSD-3-Clause"
    for name in ("editions", "festivals", "places", "districts", "interests", "holidays"):
        assert root[name] == f"http://testserver/api/v1/{name}"
    assert client.get("/api/v1").headers["Location"] == "/api/v1/"


def test_an_edition_is_told_whole(client, edition):
    row = told(client, f"editions/{edition.uid}")

    assert told(client, "editions")["items"] == [row]
    assert row["festival"] == {
        "slug": "kuwung",
        "name": "Kuwung Night",
        "names": {"id": "Malam Kuwung", "en": "Kuwung Night"},
    }
    assert row["url"] == "http://testserver/en/festivals/kuwung/"
    assert (row["start_date"], row["end_date"]) == ("2026-12-05", "2026-12-06")
    assert row["start_time"] == "2026-12-05T19:00:00+07:00"
    assert row["end_time"] == "2026-12-06T22:00:00+07:00"
    assert row["timezone"] == "Asia/Jakarta"
    assert row["event_status"] == "https://schema.org/EventScheduled"
    assert row["place"]["point"] == {"latitude": -8.211, "longitude": 114.374}
    assert row["place"]["district"]["slug"] == "licin"
    assert row["interests"] == ["arts", "dance"] or row["interests"] == ["dance", "arts"]
    assert row["source"] == "https://banyuwangikab.go.id/a"
    assert row["window"] is None


def test_a_reckoned_edition_says_between_which_days_and_why(client):
    edition = EditionFactory(
        projected=True,
        earliest_on=date(2026, 12, 4),
        latest_on=date(2026, 12, 6),
        reasons=["sighting"],
    )

    window = told(client, "editions?projected=1")["items"][0]["window"]

    assert (window["earliest"], window["latest"]) == ("2026-12-04", "2026-12-06")
    assert window["reasons"] == [{"code": "sighting", "words": edition.doubts[0]}]


def test_a_moved_edition_keeps_its_uid_and_says_from_when(client):
    edition = EditionFactory(
        status=Edition.Status.RESCHEDULED, moved_from=date(2026, 12, 1), sequence=2
    )

    row = told(client, f"editions/{edition.uid}")

    assert row["moved_from"] == "2026-12-01"
    assert row["sequence"] == 2
    assert row["event_status"] == "https://schema.org/EventRescheduled"


def test_an_edition_without_a_day_is_told_by_its_uid_and_says_so(client):
    edition = EditionFactory(
        starts_on=date(2026, 12, 1), days=31, precision="month", festival__usual_start=time(9)
    )

    row = told(client, f"editions/{edition.uid}")

    assert uids(client) == set()
    assert (row["precision"], row["start_time"]) == ("month", None)


def test_an_edition_of_a_festival_without_a_page_has_no_address(client):
    edition = EditionFactory()

    assert told(client, f"editions/{edition.uid}")["url"] is None
    problem(client, f"festivals/{edition.festival.slug}", 404)


def test_a_festival_is_told_with_its_programme_and_next_edition(client, edition):
    ProgrammePart.objects.create(
        festival=edition.festival, day=1, at=time(19, 30), words_en="Floats", words_id="Pawai"
    )
    EditionFactory(festival=edition.festival, starts_on=date(2027, 12, 4))

    festival = told(client, "festivals/kuwung")

    assert told(client, "festivals")["items"] == [festival]
    assert festival["rule"] == "The first Saturday of December."
    assert festival["programme"] == [{"day": 1, "time": "19:30:00", "words": "Floats"}]
    assert festival["next_edition"]["uid"] == edition.uid
    assert festival["entry"] is None
    assert festival["sources"] == ["https://kompas.com"]


def test_what_is_called_off_is_not_the_next_edition(client, edition):
    edition.status = Edition.Status.CANCELLED
    edition.save()

    assert told(client, "festivals/kuwung")["next_edition"] is None


def test_a_festival_behind_a_password_or_taken_back_is_not_told(client, edition, festival_page):
    other = FestivalFactory(slug="gandrung")
    pages = festival_page(other)
    PageViewRestriction.objects.create(page=pages["en"], restriction_type="login")

    assert slugs(client, "festivals?lang=en") == ["kuwung"]
    problem(client, "festivals/gandrung", 404)
    assert slugs(client, "festivals?lang=id") == ["gandrung", "kuwung"]
    pages["id"].unpublish()
    assert slugs(client, "festivals?lang=id") == ["kuwung"]


def test_a_place_is_told_with_what_it_asks_of_a_visitor(client, destination_page):
    place = PlaceFactory(slug="kawah-ijen", interests=["trek"], best_months=[6, 7])
    Fee.objects.create(
        place=place, audience="foreign", weekday_idr=100_000, holiday_idr=150_000, year=2024
    )
    Requirement.objects.create(
        place=place, kind="health", name_en="Health letter", name_id="Surat sehat", lead_days=1
    )
    _over, on = [
        Closure.objects.create(
            place=place,
            starts_on=day,
            ends_on=day + timedelta(days=1),
            reason_en="Gas",
            reason_id="Gas",
        )
        for day in (TODAY - timedelta(days=9), TODAY)
    ]
    destination_page(place)

    row = told(client, "places/kawah-ijen")

    assert told(client, "places")["items"] == [row]
    assert row["url"] == "http://testserver/en/destinations/kawah-ijen/"
    assert row["opening_hours"] == "Mo-Su 08:00-17:00"
    assert row["fees"][0]["holiday"] == 150_000
    assert row["requirements"][0]["name"] == "Health letter"
    assert [closure["start_date"] for closure in row["closures"]] == [on.starts_on.isoformat()]
    assert row["best_months"] == [6, 7]


def test_what_no_page_prints_is_not_told(client, edition, destination_page):
    place = edition.where
    place.source, place.note_en = "recalled, low; ask Bu Rini", "Key at the neighbour's"
    place.save()
    Fee.objects.create(
        place=place,
        audience="foreign",
        weekday_idr=1,
        holiday_idr=1,
        year=2024,
        source="ask Bu Rini",
    )
    destination_page(place)

    for path in ("editions", "festivals", "places"):
        text = client.get(f"/api/v1/{path}?lang=en").content.decode()
        assert place.slug in text
        for secret in ("recalled", "Bu Rini", "neighbour"):
            assert secret not in text


def test_a_place_without_a_page_is_not_told(client):
    PlaceFactory(slug="venue")

    assert slugs(client, "places") == []
    problem(client, "places/venue", 404)


def test_districts_and_interests_are_told_with_both_names(client):
    InterestFactory(slug="surf", name_id="Selancar", sort_order=2)
    InterestFactory(slug="dive", sort_order=1)
    PlaceFactory()

    assert slugs(client, "interests") == ["dive", "surf"]
    assert told(client, "interests/surf")["names"] == {"id": "Selancar", "en": "Surf"}
    assert told(client, "districts/licin")["regency"] == "Banyuwangi"
    assert slugs(client, "districts") == ["licin"]


def test_the_holidays_of_a_year_say_which_are_decreed_and_which_reckoned(client):
    days = told(client, "holidays?year=2027")["items"]
    by_name = {row["names"]["en"]: row for row in days}

    assert by_name["Independence Day"]["date"] == "2027-08-17"
    assert by_name["Eid al-Fitr (estimated)"]["is_estimated"]
    assert by_name["Nyepi 2027"]["kind"] == "decree"
    assert by_name["Nyepi 2027"]["source"]
    assert days == sorted(days, key=lambda row: row["date"])
    assert all(row["date"].startswith("2026") for row in told(client, "holidays")["items"])


def test_one_day_says_what_it_is(client):
    assert told(client, "holidays/2026-08-17?lang=id")["items"][0]["name"].startswith("Hari Kem")
    for day in ("2026-08-18", "2026-8-17", "2026-13-01", "nix", "1800-01-01"):
        problem(client, f"holidays/{day}", 404)


@pytest.mark.parametrize("path", ["editions/nix", "places/nix", "districts/nix", "interests/nix"])
def test_what_is_not_there_is_a_problem(client, path):
    assert problem(client, path, 404)["title"] == "Nothing is at this address"


@pytest.mark.parametrize("count", [10, 100])
def test_a_list_takes_the_same_few_queries_however_long(
    client, django_assert_max_num_queries, festival_page, destination_page, count
):
    for n in range(count):
        place = PlaceFactory(interests=["surf", "dive"])
        festival = FestivalFactory(place=place, interests=["surf", "arts"])
        EditionFactory(festival=festival, starts_on=TODAY + timedelta(days=n))
        festival_page(festival)
        destination_page(place)

    for path, most in {"editions": 4, "festivals": 7, "places": 8}.items():
        with django_assert_max_num_queries(most):
            assert len(told(client, f"{path}?limit=200")["items"]) == count
