"""A private feed over HTTP: the bytes of the public one, under an address that can end."""

import gzip
import logging
from datetime import timedelta

import brotli
import pytest
from django.core.cache import cache, caches
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from festivals import subscribing
from festivals.models import FeedDay, Subscription
from festivals.operators.agents import app_of
from festivals.operators.feed import WRONG
from tests.factories import EditionFactory
from tests.festivals.feeds.asked import events_in
from tests.festivals.operators.signing import NOW, feed_of
from tourism.base.models import ShownWrite

pytestmark = pytest.mark.django_db
TOKEN = "t" * 32
FEED = f"/en/feeds/{TOKEN}.ics"
TODAY = NOW.date() + timedelta(days=1)
GOOGLE = "Mozilla/5.0 (compatible; Google-Calendar-Importer/1.0)"


@pytest.fixture(autouse=True)
def keeps_answers(settings):
    settings.KEEP_PAGES = True
    cache.clear()
    caches["limits"].clear()


@pytest.fixture
def feed(operator) -> Subscription:
    return feed_of(operator)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "category=ritual",
        "category=ritual&interest=surf&district=licin&q=festival",
        "category=ritual&projected=1",
        "projected=1&cancelled=strike",
        "cancelled=drop",
        "from=2026-01-01&to=2027-01-01&cancelled=strike&past=all",
    ],
)
@pytest.mark.parametrize("language", ["en", "id"])
def test_the_bytes_are_those_of_the_public_feed(client, operator, query, language):
    EditionFactory(festival__interests=["surf"])
    EditionFactory(projected=True)
    EditionFactory(cancelled=True)
    feed_of(operator, query, language=language)

    private = client.get(f"/{language}/feeds/{TOKEN}.ics")
    public = client.get(f"/{language}/calendar.ics?{query}")

    assert private.content == public.content
    assert private["ETag"] == public["ETag"]
    assert private["Content-Type"] == public["Content-Type"]
    assert private["Content-Language"] == language
    assert TOKEN.encode() not in private.content


def test_it_speaks_its_own_language_under_either_prefix(client, operator):
    edition = EditionFactory()
    feed_of(operator, language="id")

    response = client.get(FEED)

    assert edition.festival.name_id.encode() in response.content
    assert response["Content-Language"] == "id"


def test_who_has_the_bytes_gets_a_304(client, feed):
    EditionFactory()
    first = client.get(FEED)

    by_etag = client.get(FEED, headers={"if-none-match": first["ETag"]})
    by_hour = client.get(FEED, headers={"if-modified-since": first["Last-Modified"]})

    assert (by_etag.status_code, by_hour.status_code) == (304, 304)
    assert by_etag["Cache-Control"] == "private, max-age=60"
    assert by_etag["Referrer-Policy"] == "no-referrer"


def test_it_is_compressed_as_the_public_one_is(client, feed):
    EditionFactory()
    plain = client.get(FEED).content

    for coding, read in (("gzip", gzip.decompress), ("br", brotli.decompress)):
        response = client.get(FEED, headers={"accept-encoding": coding})
        assert response["Content-Encoding"] == coding
        assert read(response.content) == plain


def test_no_server_on_the_way_keeps_it_and_no_search_engine_shows_it(client, feed):
    response = client.get(FEED)

    assert response["Cache-Control"] == "private, max-age=60"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert not response.cookies


def test_a_304_is_two_queries(client, feed, django_assert_num_queries):
    EditionFactory()
    etag = client.get(FEED)["ETag"]

    with django_assert_num_queries(2):
        client.get(FEED, headers={"if-none-match": etag})


def test_a_changed_filter_changes_the_feed_and_not_its_address(client, feed):
    EditionFactory(festival__category="sport")
    assert len(events_in(client.get(FEED))) == 1

    feed.query = "category=ritual"
    feed.save()

    assert events_in(client.get(FEED)) == []


def test_an_address_that_has_ended_says_so_on_the_day_it_ended_in_the_same_bytes(client, operator):
    feed = feed_of(operator, language="id")
    subscribing.end(feed, today=TODAY)

    first, again = client.get(FEED), client.get(FEED)

    assert first.status_code == again.status_code == 410
    assert first.content == again.content
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert first["Content-Language"] == "id"
    calendar = Calendar.from_ical(first.content)
    (event,) = calendar.walk("VEVENT")
    assert event["DTSTART"].dt == TODAY
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert "http://testserver/id/operators/" in event["DESCRIPTION"]
    assert not calendar.errors
    assert not event.errors


def test_an_address_that_was_changed_ends_and_the_new_one_opens(client, feed):
    subscribing.give_address(
        feed, token="n" * 32, instead_of=feed.keys.get().pk, today=TODAY, at=NOW
    )

    assert client.get(FEED).status_code == 410
    assert client.get(f"/en/feeds/{'n' * 32}.ics").status_code == 200


def test_an_address_that_never_was_is_one_line(client):
    response = client.get("/en/feeds/nothing.ics")

    assert response.status_code == 404
    assert response.content == b"There is no feed at this address."
    assert response["Content-Type"].startswith("text/plain")


def test_who_tries_many_addresses_is_told_to_wait_and_nobody_else_is(client, feed):
    for number in range(WRONG.times):
        assert client.get(f"/en/feeds/wrong-{number}.ics").status_code == 404

    response = client.get("/en/feeds/wrong.ics")

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= WRONG.seconds
    assert response.content.startswith(b"Too many wrong addresses.")
    assert client.get(FEED).status_code == 200  # A right one is answered all the same.
    assert client.get("/en/feeds/wrong.ics", REMOTE_ADDR="198.51.100.7").status_code == 404


def test_the_feeds_of_a_deleted_account_have_never_been(client, feed):
    feed.operator.user.delete()

    assert client.get(FEED).status_code == 404


def test_a_post_is_refused(client, feed):
    assert client.post(FEED).status_code == 405


def test_no_secret_is_written_to_the_log(client, feed, caplog, settings):
    subscribing.end(feed, today=TODAY)
    django = logging.getLogger("django")
    stream = [handler for handler in django.handlers if handler.filters]
    assert stream, "the handler of the site's log leaves secrets out"

    record = logging.LogRecord("django.request", 30, "", 0, "Gone: %s", (FEED,), None)
    for handler in stream:
        handler.filter(record)

    assert record.getMessage() == "Gone: /en/feeds/***"


def test_a_fetch_is_counted_by_day_and_app_without_the_address_of_who_fetches(client, feed):
    client.get(FEED, headers={"user-agent": GOOGLE})

    feed.refresh_from_db()
    day = FeedDay.objects.get()
    assert (day.day, day.app, day.count) == (TODAY, "google", 1)
    assert (feed.seen_at, feed.seen_app) == (NOW, "google")
    assert {field.name for field in FeedDay._meta.fields} == {
        *("id", "subscription", "day", "app", "count")
    }


def test_it_is_written_once_in_a_quarter_of_an_hour_and_counts_what_came_between(client, feed):
    client.get(FEED, headers={"user-agent": GOOGLE})
    with CaptureQueriesContext(connection) as captured:
        client.get(FEED, headers={"user-agent": GOOGLE})
        client.get(FEED, headers={"user-agent": "Thunderbird/115"})
    assert not [q for q in captured if "UPDATE" in q["sql"] or "INSERT" in q["sql"]]

    Subscription.objects.update(seen_at=NOW - timedelta(minutes=16))
    client.get(FEED, headers={"user-agent": GOOGLE})

    counts = dict(FeedDay.objects.values_list("app", "count"))
    assert counts == {"google": 3, "thunderbird": 1}


def test_a_fetch_drops_no_kept_page(client, feed):
    EditionFactory()
    client.get(FEED)
    Subscription.objects.update(seen_at=None)
    before = ShownWrite.objects.stamp()

    client.get(FEED)

    assert Subscription.objects.get().seen_at == NOW
    assert ShownWrite.objects.stamp() == before


def test_a_database_that_takes_no_writes_is_no_reason_to_answer_nothing(client, feed, monkeypatch):
    def locked(**counts):
        raise OperationalError("database is locked")

    monkeypatch.setattr(FeedDay.objects, "create", locked)

    assert client.get(FEED).status_code == 200
    feed.refresh_from_db()
    assert feed.seen_at is None


def test_of_two_that_write_in_one_quarter_one_does(feed):
    counts = {"app": "google", "counts": {"google": 1}, "at": NOW, "day": TODAY}
    twin = Subscription.objects.get()

    assert subscribing.note_fetches(feed, **counts)
    assert not subscribing.note_fetches(twin, **counts)


def test_the_nightly_command_forgets_what_is_older_than_ninety_days(client, feed, settings):
    old, young = TODAY - timedelta(days=91), TODAY - timedelta(days=90)
    for day in (old, young):
        feed.days.create(day=day, app="google", count=1)
    subscribing.give_address(feed, token="n" * 32, instead_of=feed.keys.get().pk, today=old, at=NOW)
    gone = feed_of(feed.operator, token="g" * 32)
    subscribing.end(gone, today=old)

    call_command("project_editions")

    assert list(feed.days.values_list("day", flat=True)) == [young]
    assert list(Subscription.objects.all()) == [feed]
    assert client.get(FEED).status_code == 404
    assert client.get(f"/en/feeds/{'n' * 32}.ics").status_code == 200


@pytest.mark.parametrize(
    ("agent", "app"),
    [
        ("Google-Calendar-Importer", "google"),
        ("Mozilla/5.0 (compatible; Googlebot/2.1)", "other"),
        ("iOS/17.5.1 (21F90) dataaccessd/1.0", "apple"),
        ("macOS/14.5 (23F79) CalendarAgent/1108.1", "apple"),
        ("Mac+OS+X/10.15.7 (19H2) CalendarAgent/930.5.1", "apple"),
        ("iCal/5.0.3 (1605.4) CalendarStore/5.0.3", "apple"),
        ("Microsoft Outlook 16.0.17531; Pro", "outlook"),
        ("Mozilla/4.0 (compatible; ms-office; MSOffice 16) Microsoft Office/16.0", "outlook"),
        ("Microsoft.Exchange/15.20 (Calendar sharing)", "outlook"),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Thunderbird/115.11",
            "thunderbird",
        ),
        ("Mozilla/5.0 (iPhone) AppleWebKit/605 FxiOS/127.0 Mobile Safari/605", "other"),
        ("curl/8.5.0", "other"),
        ("", "other"),
        ("x" * 5000, "other"),
    ],
)
def test_an_app_is_known_by_what_it_calls_itself(agent, app):
    assert app_of(agent) == app


def test_only_the_operator_sees_who_came(desk, client, feed, homes):
    Client().get(FEED, headers={"user-agent": GOOGLE})

    assert "Google Calendar 1" in desk.get("/en/operators/desk/").content.decode()
