"""One edition as calendar apps read it: its times, its state, its words."""

from datetime import date, datetime, time, timedelta

import pytest

from festivals import recording, scheduling
from festivals.models import Edition, EditionChange, Festival
from tests.factories import EditionFactory, PlaceFactory
from tests.festivals.feeds.asked import FEED, LATER, calendar_in, events_in, the_event

pytestmark = pytest.mark.django_db
VILLAGE = EditionChange.Authority.VILLAGE


def test_the_feed_is_a_calendar_with_a_name_a_source_and_a_refresh(client):
    EditionFactory()

    response = client.get(FEED)
    calendar = calendar_in(response)

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Festivals of Banyuwangi"
    assert "They change as it decides." in calendar["DESCRIPTION"]
    assert calendar["SOURCE"] == "http://testserver/en/calendar.ics"
    assert calendar["COLOR"] == "tomato"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in response.content
    assert b"X-PUBLISHED-TTL:PT1H\r\n" in response.content


def test_an_edition_of_one_day_with_hour_and_length_is_an_appointment(client):
    EditionFactory(festival__usual_start=time(14), festival__usual_minutes=180)

    event = the_event(client)

    assert event["DTSTART"].params["TZID"] == "Asia/Jakarta"
    assert event.start == datetime(2026, 12, 5, 14, tzinfo=event.start.tzinfo)
    assert event.end - event.start == timedelta(hours=3)
    assert event["TRANSP"] == "OPAQUE"


def test_an_appointment_may_end_after_midnight(client):
    EditionFactory(starts_at=time(20), ends_at=time(1, 30))

    event = the_event(client)

    assert event.end - event.start == timedelta(hours=5, minutes=30)


def test_an_edition_of_several_days_leaves_them_free_and_ends_the_day_after(client):
    EditionFactory(days=3, festival__usual_start=time(14), festival__usual_minutes=180)

    event = the_event(client)

    assert (event.start, event.end) == (date(2026, 12, 5), date(2026, 12, 8))
    assert event["TRANSP"] == "TRANSPARENT"
    assert "Each day from 14:00 to 17:00 WIB." in event["DESCRIPTION"]


def test_every_zone_that_is_named_is_explained_and_no_other(client):
    bali = PlaceFactory(timezone="Asia/Makassar")
    hours = {"festival__usual_start": time(9), "festival__usual_minutes": 60}
    EditionFactory()
    alone = [zone["TZID"] for zone in calendar_in(client.get(FEED)).walk("VTIMEZONE")]
    EditionFactory(**hours)
    EditionFactory(festival__place=bali, **hours)

    both = [zone["TZID"] for zone in calendar_in(client.get(FEED)).walk("VTIMEZONE")]

    assert (alone, both) == ([], ["Asia/Jakarta", "Asia/Makassar"])


def test_a_festival_at_a_gateway_on_bali_is_told_on_its_clock(client):
    gateway = PlaceFactory(kind="ferry", timezone="Asia/Makassar")
    EditionFactory(festival__place=gateway, starts_at=time(9), ends_at=time(10))

    event = the_event(client)

    assert event.start.utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize(
    ("status", "kept", "struck"),
    [
        (Edition.Status.PROPOSED, "TENTATIVE", "TENTATIVE"),
        (Edition.Status.CONFIRMED, "CONFIRMED", "CONFIRMED"),
        (Edition.Status.RESCHEDULED, "CONFIRMED", "CONFIRMED"),
        (Edition.Status.HELD, "CONFIRMED", "CONFIRMED"),
        (Edition.Status.POSTPONED, "CONFIRMED", "CANCELLED"),
        (Edition.Status.CANCELLED, "CONFIRMED", "CANCELLED"),
    ],
)
def test_each_status_is_said_in_icalendars_words(client, status, kept, struck):
    EditionFactory(status=status)

    assert the_event(client)["STATUS"] == kept
    assert the_event(client, f"{FEED}?cancelled=strike")["STATUS"] == struck


@pytest.mark.parametrize("choice", ["keep", "strike"])
@pytest.mark.parametrize(
    ("status", "word"), [("cancelled", "Cancelled"), ("postponed", "Postponed")]
)
def test_what_is_called_off_says_so_in_front_and_takes_nobodys_time(client, choice, status, word):
    EditionFactory(status=status, festival__name_en="Kuwung", starts_at=time(9), ends_at=time(10))

    event = the_event(client, f"{FEED}?cancelled={choice}")

    assert event["SUMMARY"] == f"{word}: Kuwung"
    assert event["TRANSP"] == "TRANSPARENT"


def test_what_is_called_off_is_left_out_where_that_is_asked_for(client):
    EditionFactory(cancelled=True)

    assert events_in(client.get(f"{FEED}?cancelled=drop")) == []


def test_a_projected_edition_is_tentative_and_says_its_window(client):
    EditionFactory(
        projected=True,
        festival__name_en="Kuwung",
        earliest_on=date(2026, 11, 25),
        latest_on=date(2026, 12, 15),
        reasons=["elders"],
        ask_on=date(2026, 11, 1),
    )

    event = the_event(client, f"{FEED}?projected=1")

    assert event["STATUS"] == "TENTATIVE"
    assert event["SUMMARY"] == "Kuwung (expected)"
    assert event["DESCRIPTION"].startswith(
        "Expected: its first day lies between 25 November and 15 December 2026. "
        "The office asks for the day on 1 November 2026.\n"
        "Why it may be another: the village elders decide."
    )


def test_a_festival_without_a_day_is_in_no_feed(client):
    EditionFactory(precision=Edition.Precision.MONTH)

    assert events_in(client.get(f"{FEED}?projected=1&past=all")) == []


def test_an_event_tells_how_sure_it_is_why_that_day_and_how_one_behaves(client):
    EditionFactory(
        festival__rule_in_words_en="2 Syawal.",
        festival__entry=Festival.Entry.FREE,
        festival__manners_en="Leave the street free.",
        festival__usual_start=time(14),
        note_en="With a market.",
    )

    assert the_event(client)["DESCRIPTION"] == (
        "Confirmed: the day is official.\n"
        "How its day is set: 2 Syawal.\n"
        "From 14:00 WIB.\n"
        "Free entry.\n"
        "With a market.\n"
        "Leave the street free."
    )


def test_an_event_tells_what_was_changed_last_by_whom_and_why(client):
    edition = EditionFactory()

    scheduling.move(
        edition,
        starts_on=date(2026, 12, 12),
        reason="The elders asked for it.",
        authority=VILLAGE,
        at=datetime(2026, 11, 20, 23, tzinfo=LATER.tzinfo),
    )

    assert (
        "Last change, 21 November 2026, by the village council: Moved from Saturday 5 December "
        "2026 to Saturday 12 December 2026. Reason: The elders asked for it."
    ) in the_event(client)["DESCRIPTION"]


def test_a_moved_festival_keeps_its_uid_and_counts_up(client):
    edition = EditionFactory()
    before = the_event(client)

    recording.change(edition, at=LATER, authority=VILLAGE, starts_on=date(2026, 12, 12),
                     ends_on=date(2026, 12, 12))  # fmt: skip
    after = the_event(client)

    assert after["UID"] == before["UID"]
    assert after.start == date(2026, 12, 12)
    assert int(after["SEQUENCE"]) == int(before["SEQUENCE"]) + 1


def test_an_event_has_its_place_its_point_and_what_people_come_for(client):
    place = PlaceFactory(name_en="Boom Beach", village="Mandar", latitude=-8.2, longitude=114.38)
    EditionFactory(festival__place=place, festival__interests=["surf", "arts"])

    event = the_event(client)

    assert event["LOCATION"] == "Boom Beach, Mandar, Licin, Banyuwangi"
    assert (event["GEO"].latitude, event["GEO"].longitude) == (-8.2, 114.38)
    assert [str(word) for word in event["CATEGORIES"].cats] == ["Ritual", "Arts", "Surf"]
    assert event["CLASS"] == "PUBLIC"


def test_an_edition_held_elsewhere_is_told_there(client):
    EditionFactory(place=PlaceFactory(name_en="Taman Blambangan"))

    assert the_event(client)["LOCATION"].startswith("Taman Blambangan, ")


def test_an_event_leads_to_its_page_where_there_is_one(client, festival_page):
    edition = EditionFactory()
    without = the_event(client)["URL"]
    festival_page(edition.festival)

    assert without == "http://testserver/en/calendar/"
    assert the_event(client)["URL"] == f"http://testserver/en/festivals/{edition.festival.slug}/"


def test_the_indonesian_feed_speaks_indonesian(client):
    EditionFactory(cancelled=True, festival__name_en="Dance", festival__name_id="Tari")

    event = the_event(client, "/id/calendar.ics")

    assert event["SUMMARY"] == "Dibatalkan: Tari"
    assert "Cancelled" not in event["DESCRIPTION"]


def test_one_edition_can_be_taken_as_a_file_under_the_uid_of_the_feed(client, festival_page):
    edition = EditionFactory()
    slug = edition.festival.slug
    festival_page(edition.festival)

    response = client.get(f"/en/festivals/{slug}/{edition.pk}.ics")

    assert [event["UID"] for event in events_in(response)] == [edition.uid]
    assert response["Content-Disposition"] == f'attachment; filename="{slug}-2026-12-05.ics"'
    assert calendar_in(response)["NAME"] == edition.festival.name_en
