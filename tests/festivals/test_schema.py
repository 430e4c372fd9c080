"""What machines read of a festival: its editions in the words of schema.org."""

from datetime import date, time

import pytest

from festivals.models import Edition
from tests.factories import EditionFactory, FestivalFactory
from tests.schema_org import facts_in, faults

pytestmark = pytest.mark.django_db
STATUS = Edition.Status


@pytest.fixture
def festival(festival_page):
    made = FestivalFactory(
        slug="keboan",
        name_en="Keboan </script><b>",
        usual_start=time(8),
        usual_minutes=120,
        organiser_en="The village of Aliyan",
        place__village="Aliyan",
    )
    festival_page(made)
    return made


def facts(client, path="/en/festivals/keboan/"):
    found = facts_in(client.get(path).content.decode())
    assert [fault for fact in found for fault in faults(fact)] == []
    return found


def events(client, path="/en/festivals/keboan/"):
    return [fact for fact in facts(client, path) if fact["@type"] == "Event"]


def test_an_edition_is_told_with_hours_place_and_organiser(client, festival):
    edition = EditionFactory(festival=festival, starts_on=date(2026, 12, 5), days=2)

    [event] = events(client)

    assert event["identifier"] == edition.uid
    assert event["name"] == "Keboan </script><b>"
    assert (event["startDate"], event["endDate"]) == (
        "2026-12-05T08:00:00+07:00",
        "2026-12-06T10:00:00+07:00",
    )
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["organizer"] == {"@type": "Organization", "name": "The village of Aliyan"}
    assert event["location"]["geo"]["latitude"] == -8.211
    assert event["location"]["address"]["addressLocality"] == "Aliyan, Licin"
    assert event["inLanguage"] == "en"
    assert event["url"] == "http://testserver/en/festivals/keboan/"
    assert "offers" not in event
    assert "isAccessibleForFree" not in event


def test_a_name_cannot_end_the_block(client, festival):
    EditionFactory(festival=festival)

    html = client.get("/en/festivals/keboan/").content.decode()

    assert "</script><b>" not in html
    assert "\\u003c/script\\u003e" in html


def test_without_an_hour_the_days_are_told(client, festival):
    festival.usual_start = None
    festival.save()
    EditionFactory(festival=festival, starts_on=date(2026, 12, 5), days=2)

    [event] = events(client)

    assert (event["startDate"], event["endDate"]) == ("2026-12-05", "2026-12-06")


def test_machines_are_told_what_is_named_and_coming_and_the_last_one(client, festival):
    for day in (date(2024, 6, 1), date(2025, 6, 1)):
        EditionFactory(festival=festival, starts_on=day, status=STATUS.HELD)
    EditionFactory(festival=festival, starts_on=date(2027, 6, 1))
    EditionFactory(festival=festival, starts_on=date(2028, 6, 1), projected=True)
    EditionFactory(festival=festival, starts_on=date(2027, 9, 1), days=30, precision="month")

    assert [event["startDate"][:10] for event in events(client)] == ["2025-06-01", "2027-06-01"]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (STATUS.PROPOSED, "EventScheduled"),
        (STATUS.CONFIRMED, "EventScheduled"),
        (STATUS.RESCHEDULED, "EventRescheduled"),
        (STATUS.POSTPONED, "EventPostponed"),
        (STATUS.CANCELLED, "EventCancelled"),
        (STATUS.HELD, "EventScheduled"),
    ],
)
def test_each_status_has_its_word(client, festival, status, told):
    EditionFactory(festival=festival, status=status, moved_from=date(2026, 12, 1))

    [event] = events(client)

    assert event["eventStatus"] == f"https://schema.org/{told}"
    before = "2026-12-01T08:00:00+07:00" if status == STATUS.RESCHEDULED else None
    assert event.get("previousStartDate") == before


@pytest.mark.parametrize(("entry", "is_free"), [("free", True), ("ticket", False)])
def test_what_it_costs_is_told_where_somebody_has_said_it(client, festival, entry, is_free):
    festival.entry = entry
    festival.save()
    EditionFactory(festival=festival)

    [event] = events(client)

    assert event["isAccessibleForFree"] is is_free
    offer = {"@type": "Offer", "price": 0, "priceCurrency": "IDR"}
    assert event.get("offers") == (offer if is_free else None)


def test_both_languages_tell_of_the_same_edition(client, festival):
    EditionFactory(festival=festival)

    [english], [indonesian] = events(client), events(client, "/id/festivals/keboan/")

    assert english["identifier"] == indonesian["identifier"]
    assert (indonesian["name"], indonesian["inLanguage"]) == (festival.name_id, "id")


def test_the_breadcrumb_is_told(client, festival):
    [way] = facts(client)

    assert way["@type"] == "BreadcrumbList"
    assert [step["item"] for step in way["itemListElement"]] == [
        "http://testserver/en/",
        "http://testserver/en/festivals/",
        "http://testserver/en/festivals/keboan/",
    ]


def test_an_unknown_property_a_wrong_type_and_a_naive_hour_are_faults():
    event = {
        "@type": "Event",
        "colour": "red",
        "isAccessibleForFree": "yes",
        "startDate": "2026-12-05T08:00",
        "location": {"@type": "Place", "geo": {"@type": "Planet"}},
    }

    assert len(list(faults(event))) == 5
