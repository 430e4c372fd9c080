"""The feed over HTTP: what may be kept, by whom, and when it is told anew."""

import gzip
import re
from datetime import UTC, datetime

import brotli
import pytest
from django.core.cache import cache
from django.utils.http import http_date, parse_http_date

from festivals.models import Festival
from tests.factories import InterestFactory
from tests.festivals.feeds.asked import FEED, LATER
from tourism.base.models import ShownSince

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keeping")]


def test_equal_rows_give_equal_bytes_and_a_304(client, edition):
    first = client.get(FEED)

    again = client.get(FEED, headers={"if-none-match": first["ETag"]})

    assert re.fullmatch(r'"[0-9a-f]{32}"', first["ETag"])
    assert client.get(FEED).content == first.content
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_bytes_are_equal_after_a_restart(client, edition):
    first = client.get(FEED)
    cache.clear()

    assert client.get(FEED).content == first.content


def test_who_remembers_the_hour_gets_a_304_too(client, edition):
    first = client.get(FEED)

    again = client.get(FEED, headers={"if-modified-since": first["Last-Modified"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again["Last-Modified"] == first["Last-Modified"]


def test_the_hour_only_grows(client, edition):
    hours = []
    for name in ("Kuwung", "Kuwung by night", "Kuwung"):
        Festival.objects.update(name_en=name)
        response = client.get(FEED, headers={"if-modified-since": hours[-1]} if hours else {})
        assert response.status_code == 200
        hours.append(response["Last-Modified"])

    stamps = [parse_http_date(hour) for hour in hours]
    assert stamps == sorted(set(stamps))


def test_the_hour_is_the_same_in_every_process_and_older_builds_have_none(client, edition):
    """One that began before a write and ends after it must not date itself as the newest."""
    first = client.get(FEED)
    cache.clear()  # As another process, or a restart, finds it.
    seen = ShownSince.objects.look()
    Festival.objects.update(name_en="Another")
    newer = client.get(FEED)

    assert ShownSince.objects.since("the state of the slow one", seen, at=LATER) is None
    assert parse_http_date(newer["Last-Modified"]) > parse_http_date(first["Last-Modified"])
    cache.clear()
    assert client.get(FEED)["Last-Modified"] == newer["Last-Modified"]


def test_what_takes_any_value_does_not_fill_the_cache(client, edition):
    client.get(FEED)
    before = len(cache._cache)
    for number in range(5):
        client.get(f"{FEED}?from=2026-11-0{number + 1}")
        client.get(f"{FEED}?page={number}")
        client.get(f"{FEED}?q=kuwung{number}")

    assert len(cache._cache) == before


def test_a_304_is_one_query(client, edition, django_assert_num_queries):
    etag = client.get(FEED)["ETag"]

    with django_assert_num_queries(1):
        client.get(FEED, headers={"if-none-match": etag})


def test_several_etags_and_weak_ones_are_understood(client, edition):
    etag = client.get(FEED)["ETag"]

    for held in (f'"other", {etag}', f"W/{etag}", "*"):
        assert client.get(FEED, headers={"if-none-match": held}).status_code == 304
    assert client.get(FEED, headers={"if-match": '"other"'}).status_code == 412


@pytest.mark.parametrize(
    ("accepted", "coding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("gzip;q=0", "", bytes),
        ("identity", "", bytes),
        ("", "", bytes),
    ],
)
def test_each_coding_holds_the_same_bytes_under_an_etag_of_its_own(
    client, edition, accepted, coding, unpack
):
    plain = client.get(FEED)

    packed = client.get(FEED, headers={"accept-encoding": accepted})
    again = client.get(FEED, headers={"accept-encoding": accepted, "if-none-match": packed["ETag"]})

    assert packed.get("Content-Encoding", "") == coding
    assert unpack(packed.content) == plain.content
    assert packed["ETag"] == (plain["ETag"][:-1] + f'-{coding}"' if coding else plain["ETag"])
    assert again.status_code == 304


def test_anyone_may_cache_the_feed_and_nobody_is_followed(client, edition):
    for headers in ({}, {"accept-encoding": "gzip", "accept-language": "id"}):
        response = client.get(FEED, headers=headers)

        assert response["Cache-Control"] == "public, max-age=60"
        assert response["Vary"].lower() == "accept-encoding"
        assert response["Content-Language"] == "en"
        assert not response.cookies


def test_a_head_request_is_answered_like_a_get_and_a_post_is_not(client, edition):
    got, headed = client.get(FEED), client.head(FEED)

    for name in ("ETag", "Last-Modified", "Content-Length", "Content-Type", "Cache-Control"):
        assert headed[name] == got[name]
    assert client.post(FEED).status_code == 405


def test_what_cannot_be_meant_is_kept_by_nobody(client, edition):
    wrong = client.get(f"{FEED}?interest=dive")
    InterestFactory(slug="dive")

    assert wrong["Cache-Control"] == "no-store"
    assert (wrong.status_code, client.get(f"{FEED}?interest=dive").status_code) == (400, 200)


def test_an_old_hour_is_told_anew(client, edition):
    client.get(FEED)
    long_ago = http_date(datetime(2020, 1, 1, tzinfo=UTC).timestamp())

    assert client.get(FEED, headers={"if-modified-since": long_ago}).status_code == 200
