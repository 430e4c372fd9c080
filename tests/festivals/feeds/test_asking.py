"""What a feed can be asked for, and what it answers to what it cannot."""

from datetime import date, timedelta

import pytest

from festivals.models import Edition
from tests.factories import EditionFactory, FestivalFactory, InterestFactory, PlaceFactory
from tests.festivals.feeds.asked import FEED, calendar_in, events_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def uids(client, query: str = "") -> set[str]:
    return {str(event["UID"]) for event in events_in(client.get(f"{FEED}?{query}"))}


def test_the_filters_of_the_page_narrow_the_feed_and_name_it(client):
    surf = EditionFactory(festival__interests=["surf"])
    EditionFactory()

    response = client.get(f"{FEED}?interest=surf&district=licin")

    assert [event["UID"] for event in events_in(response)] == [surf.uid]
    assert calendar_in(response)["NAME"] == "Festivals of Banyuwangi: Surf · Licin"


def test_the_name_of_a_calendar_has_no_character_that_readers_take_back_differently(client):
    InterestFactory(slug="surf", name_en="Surf, dive; \\ and swim")

    response = client.get(f"{FEED}?interest=surf")

    assert b"\r\nNAME:Festivals of Banyuwangi: Surf \xc2\xb7 dive" in response.content
    assert b"\\" not in response.content.split(b"X-WR-CALNAME:")[1].split(b"\r\n")[0]


@pytest.mark.parametrize("name", ["festival", "place"])
def test_a_feed_of_one_festival_and_one_of_a_place(client, name):
    edition = EditionFactory()
    EditionFactory()
    slug = {"festival": edition.festival.slug, "place": edition.where.slug}[name]

    assert uids(client, f"{name}={slug}") == {edition.uid}


def test_a_feed_begins_sixty_days_ago_and_has_no_end(client):
    old, kept, far = (
        EditionFactory(starts_on=day)
        for day in (TODAY - timedelta(days=61), TODAY - timedelta(days=60), date(2040, 1, 1))
    )

    assert uids(client) == {kept.uid, far.uid}
    assert uids(client, "past=all") == {old.uid, kept.uid, far.uid}
    assert uids(client, f"from={old.starts_on}") == {old.uid, kept.uid, far.uid}


def test_a_long_festival_is_told_until_sixty_days_after_its_last_day(client):
    edition = EditionFactory(starts_on=date(2026, 8, 1), ends_on=date(2026, 9, 25))

    assert uids(client) == {edition.uid}


def test_a_projected_edition_is_left_out_until_it_is_asked_for(client):
    edition = EditionFactory(projected=True)

    assert uids(client) == set()
    assert uids(client, "projected=1") == {edition.uid}


def test_the_query_string_of_a_page_is_taken_as_it_stands(client):
    edition = EditionFactory()

    assert uids(client, "category=ritual&page=2&days=civil") == {edition.uid}


def test_a_feed_without_an_event_is_a_calendar_with_its_name(client):
    InterestFactory(slug="surf")

    response = client.get(f"{FEED}?interest=surf")

    assert events_in(response) == []
    assert calendar_in(response)["NAME"] == "Festivals of Banyuwangi: Surf"


@pytest.mark.parametrize(
    ("query", "allowed"),
    [
        ("interest=nix", "arts, surf"),
        ("category=opera", "ritual, dance"),
        ("cancelled=hide", "keep, strike, drop"),
        ("projected=maybe", "1, yes"),
        ("past=some", "all"),
        ("festival=nix", "kuwung"),
        ("kategori=ritual", "category, interest, district"),
    ],
)
@pytest.mark.parametrize("language", ["en", "id"])
def test_what_is_not_known_is_400_with_what_is(client, query, allowed, language):
    EditionFactory(festival__slug="kuwung", festival__interests=["surf", "arts"])

    response = client.get(f"/{language}/calendar.ics?{query}")

    assert response.status_code == 400
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert allowed in response.content.decode()
    assert query.split("=")[0] in response.content.decode()


@pytest.mark.parametrize("query", ["from=2026-13-01", "near=here", "from=2027-02-01&to=2027-01-01"])
def test_what_cannot_be_read_is_400_with_a_sentence(client, query):
    response = client.get(f"{FEED}?{query}")

    assert response.status_code == 400
    assert response.content.decode().startswith(("from: ", "near: ", "to: "))


@pytest.mark.parametrize("value", ["x%0d%0aSet-Cookie:%20a=b", "%00", "%ff", "x" * 500])
def test_a_hostile_value_is_said_back_as_text_and_no_header(client, value):
    response = client.get(f"{FEED}?category={value}")

    assert response.status_code == 400
    assert not response.cookies
    assert len(response.content) < 1000


def test_a_query_string_without_end_is_414_in_one_line(client):
    response = client.get(f"{FEED}?q={'x' * 4000}")

    assert response.status_code == 414
    assert response["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize("count", [10, 1000])
def test_the_feed_takes_the_same_few_queries_however_long(
    client, django_assert_num_queries, keeping, count
):
    place = PlaceFactory(slug="boom")
    festival = FestivalFactory(slug="kuwung", place=place, interests=["surf", "arts"])
    Edition.objects.bulk_create(
        EditionFactory.build(festival=festival, starts_on=TODAY + timedelta(days=n))
        for n in range(count)
    )
    all_labels = f"{FEED}?district=licin&place=boom&interest=surf&festival=kuwung"

    with django_assert_num_queries(4):  # First, with every event written and kept.
        first = client.get(FEED)
    with django_assert_num_queries(3):  # One for all labels, none for the hour and the events.
        narrowed = client.get(all_labels)
    with django_assert_num_queries(1):
        kept = client.get(all_labels)

    assert [len(events_in(answer)) for answer in (first, narrowed, kept)] == [count] * 3


def test_a_first_feed_of_labels_takes_one_query_more(client, django_assert_num_queries, keeping):
    """Two that read, of which one is for all labels; two that keep the events and the hour."""
    EditionFactory(festival__slug="kuwung", festival__interests=["surf"])

    with django_assert_num_queries(5):
        client.get(f"{FEED}?district=licin&interest=surf&festival=kuwung")


@pytest.mark.parametrize("query", ["cancelled=hide&cancelled=keep", "from=x&from=2026-01-01",
                                   "q=a&q=b", "past=some&past=all"])  # fmt: skip
def test_a_second_value_of_what_takes_one_is_refused(client, query):
    response = client.get(f"{FEED}?{query}")

    assert response.status_code == 400
    assert query.split("=")[0] in response.content.decode()


def test_many_unknown_names_are_one_sentence(client):
    response = client.get(f"{FEED}?{'&'.join(f'a{n}=1' for n in range(300))}")

    assert response.status_code == 400
    assert len(response.content) < 500


def test_a_day_that_cannot_be_read_is_told_how_to_be_written(client):
    assert "2027-06-13" in client.get(f"{FEED}?from=13.6.2027").content.decode()
