"""The feed as calendar apps read it: bytes, properties, caching."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from festivals import recording
from festivals.models import Edition, EditionChange, Festival
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory

pytestmark = pytest.mark.django_db

FEED = "/en/calendar.ics"
LATER = datetime(2030, 1, 1, tzinfo=UTC)


def events(response) -> list:
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def test_the_feed_is_a_calendar_with_a_name_a_source_and_a_refresh(client):
    EditionFactory()

    response = client.get(FEED)
    calendar = Calendar.from_ical(response.content)

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Festivals of Banyuwangi"
    assert calendar["SOURCE"] == "http://testserver/en/calendar.ics"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in response.content
    assert b"X-PUBLISHED-TTL;VALUE=DURATION:PT6H\r\n" in response.content


def test_lines_end_with_crlf_and_are_at_most_75_bytes(client):
    EditionFactory(festival__name_en="Gandrung; with, commas and a très long name " * 2)

    lines = client.get(FEED).content.split(b"\r\n")

    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)


def test_an_edition_of_one_day_with_hour_and_length_is_an_appointment(client):
    EditionFactory(festival__usual_start=time(14), festival__usual_minutes=180)

    (event,) = events(client.get(FEED))

    assert event["DTSTART"].params["TZID"] == "Asia/Jakarta"
    assert event.start == datetime(2026, 12, 5, 14, tzinfo=event.start.tzinfo)
    assert event.end - event.start == timedelta(hours=3)


def test_an_edition_of_several_days_leaves_them_free_and_ends_the_day_after(client):
    EditionFactory(days=3, festival__usual_start=time(14), festival__usual_minutes=180)

    (event,) = events(client.get(FEED))

    assert (event.start, event.end) == (date(2026, 12, 5), date(2026, 12, 8))
    assert event["TRANSP"] == "TRANSPARENT"


def test_every_zone_that_is_named_is_explained(client):
    bali = PlaceFactory(timezone="Asia/Makassar")
    EditionFactory(festival__usual_start=time(9), festival__usual_minutes=60)
    EditionFactory(festival__place=bali, festival__usual_start=time(9), festival__usual_minutes=60)

    zones = [z["TZID"] for z in Calendar.from_ical(client.get(FEED).content).walk("VTIMEZONE")]

    assert zones == ["Asia/Jakarta", "Asia/Makassar"]


@pytest.mark.parametrize(
    ("status", "seen"),
    [
        (Edition.Status.PROPOSED, "TENTATIVE"),
        (Edition.Status.CONFIRMED, "CONFIRMED"),
        (Edition.Status.RESCHEDULED, "CONFIRMED"),
        (Edition.Status.HELD, "CONFIRMED"),
        (Edition.Status.POSTPONED, "CANCELLED"),
        (Edition.Status.CANCELLED, "CANCELLED"),
    ],
)
def test_each_status_is_said_in_icalendars_words(client, status, seen):
    EditionFactory(status=status)

    (event,) = events(client.get(FEED))

    assert event["STATUS"] == seen


def test_a_projected_edition_is_left_out_until_it_is_asked_for(client):
    EditionFactory(
        projected=True,
        festival__name_en="Kuwung",
        earliest_on=date(2026, 11, 25),
        latest_on=date(2026, 12, 15),
    )

    (event,) = events(client.get(f"{FEED}?projected=yes"))

    assert events(client.get(FEED)) == []
    assert event["STATUS"] == "TENTATIVE"
    assert event["SUMMARY"] == "Expected: Kuwung"
    assert "Between 2026-11-25 and 2026-12-15" in event["DESCRIPTION"]


def test_a_festival_without_a_day_is_in_no_feed(client):
    EditionFactory(precision=Edition.Precision.MONTH)

    assert events(client.get(FEED)) == []


def test_the_filters_of_the_page_narrow_the_feed_and_name_it(client):
    surf = EditionFactory(festival__interests=["surf"])
    EditionFactory()

    response = client.get(f"{FEED}?interest=surf&district=licin")

    assert [event["UID"] for event in events(response)] == [surf.uid]
    assert b"\r\nNAME:Festivals of Banyuwangi: Surf\\, Licin\r\n" in response.content


@pytest.mark.parametrize("query", ["interest=nix", "category=opera", "projected=maybe"])
def test_an_unknown_filter_value_is_400_with_a_sentence(client, query):
    response = client.get(f"{FEED}?{query}")

    assert response.status_code == 400
    assert response["Content-Type"].startswith("text/plain")
    assert response.content.strip()


def test_a_moved_festival_keeps_its_uid_and_counts_up(client):
    edition = EditionFactory()
    (before,) = events(client.get(FEED))

    recording.change(
        edition,
        at=LATER,
        authority=EditionChange.Authority.VILLAGE,
        starts_on=date(2026, 12, 12),
        ends_on=date(2026, 12, 12),
    )
    (after,) = events(client.get(FEED))

    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) == int(before["SEQUENCE"]) + 1
    assert after["LAST-MODIFIED"].dt >= before["LAST-MODIFIED"].dt
    assert "Moved from 2026-12-05." in after["DESCRIPTION"]


def test_equal_rows_give_equal_bytes_and_a_304(client):
    EditionFactory(festival__usual_start=time(14), festival__usual_minutes=180)
    first = client.get(FEED)

    again = client.get(FEED, headers={"if-none-match": first["ETag"]})

    assert re.fullmatch(r'"[0-9a-f]+"', first["ETag"])
    assert client.get(FEED).content == first.content
    assert (again.status_code, again.content) == (304, b"")


def test_renaming_a_festival_changes_the_feed(client):
    edition = EditionFactory()
    before = client.get(FEED)
    edition.festival.name_en = "Kuwung by night"
    edition.festival.save()

    assert client.get(FEED, headers={"if-none-match": before["ETag"]}).status_code == 200


def test_a_new_name_stamps_the_event_anew_and_asks_nobody_again(client):
    edition = EditionFactory()
    Festival.objects.update(updated_at=LATER)

    (event,) = events(client.get(FEED))

    assert event["LAST-MODIFIED"].dt == event["DTSTAMP"].dt == LATER
    assert int(event["SEQUENCE"]) == edition.sequence


def test_anyone_may_cache_the_feed_and_nobody_is_followed(client):
    response = client.get(FEED)

    assert response["Cache-Control"] == "public, max-age=900"
    assert not response.cookies
    assert not re.search("cookie|accept-language", response.get("Vary", ""), re.I)


def test_an_event_leads_to_its_page_where_there_is_one(client, festival_page):
    edition = EditionFactory()
    festival_page(edition.festival)

    (event,) = events(client.get(FEED))

    assert event["URL"] == f"http://testserver/en/festivals/{edition.festival.slug}/"


def test_a_head_request_is_answered_like_a_get_and_a_post_is_not(client):
    EditionFactory()

    assert client.head(FEED)["ETag"] == client.get(FEED)["ETag"]
    assert client.post(FEED).status_code == 405


@pytest.mark.parametrize("count", [10, 1000])
def test_the_feed_takes_the_same_few_queries_however_long(
    client, django_assert_max_num_queries, count
):
    festival = FestivalFactory()
    Edition.objects.bulk_create(
        EditionFactory.build(festival=festival, starts_on=date(2026, 1, 1) + timedelta(days=n))
        for n in range(count)
    )

    with django_assert_max_num_queries(4):
        response = client.get(FEED)

    assert len(events(response)) == count
