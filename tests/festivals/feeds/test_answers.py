"""The feed over HTTP: what may be kept, by whom, and when it is told anew."""

import gzip
import re
from datetime import UTC, date, datetime, timedelta

import brotli
import pytest
from django.core.cache import cache
from django.utils.http import http_date, parse_http_date

from destinations.models import District, Place
from festivals import decreeing, projecting, scheduling
from festivals.models import Decree, Edition, EditionChange, Festival, FestivalPage
from tests.factories import DistrictFactory, EditionFactory, FestivalFactory, InterestFactory
from tests.festivals.feeds.asked import FEED, LATER, events_in
from tests.festivals.sample_rules import TUMPENG
from tourism.base.models import ShownSince

pytestmark = pytest.mark.django_db
OFFICE = EditionChange.Authority.OFFICE


@pytest.fixture(autouse=True)
def keeps_answers(settings):
    settings.KEEP_PAGES = True
    cache.clear()


@pytest.fixture
def edition() -> Edition:
    return EditionFactory(
        festival__interests=["surf"], festival__rule_in_words_en="2 Syawal.", days=2
    )


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


def rename(edition: Edition) -> None:
    Festival.objects.update(name_en="Another name")


def rename_place(edition: Edition) -> None:
    Place.objects.update(name_en="Another place")


def rename_district(edition: Edition) -> None:
    District.objects.update(name_en="Another district")


def move_place(edition: Edition) -> None:
    Place.objects.update(latitude=-8.3)


def change_hours(edition: Edition) -> None:
    Festival.objects.update(usual_start="09:00", usual_minutes=60)


def change_entry(edition: Edition) -> None:
    Festival.objects.update(entry=Festival.Entry.TICKET)


def cancel(edition: Edition) -> None:
    scheduling.cancel(edition, at=LATER, authority=OFFICE, reason="Rain")


def give_an_interest(edition: Edition) -> None:
    edition.festival.interests.add(InterestFactory(slug="dive"))


def rename_interest(edition: Edition) -> None:
    edition.festival.interests.update(name_en="Waves")


def another_rule(edition: Edition) -> None:
    Festival.objects.update(rule_in_words_en="The elders decide.")


def fill_in_a_note(edition: Edition) -> None:
    Edition.objects.update(note_en="A note that was missing in this language")


def delete(edition: Edition) -> None:
    edition.delete()


CHANGES = (
    *(rename, rename_place, rename_district, move_place, change_hours, change_entry, cancel),
    *(give_an_interest, rename_interest, another_rule, fill_in_a_note, delete),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_feed_is_told_anew_after(client, edition, change):
    before = client.get(FEED)
    change(edition)

    by_etag = client.get(FEED, headers={"if-none-match": before["ETag"]})
    by_hour = client.get(FEED, headers={"if-modified-since": before["Last-Modified"]})

    assert (by_etag.status_code, by_hour.status_code) == (200, 200)
    assert by_etag.content == by_hour.content != before.content


def test_a_name_in_the_other_language_leaves_the_feed_as_it_is(client, edition):
    before = client.get(FEED)
    Festival.objects.update(name_id="Nama lain")

    again = client.get(FEED, headers={"if-none-match": before["ETag"]})

    assert again.status_code == 304


def test_a_page_that_is_published_or_taken_down_changes_the_address_told(
    client, edition, festival_page
):
    before = client.get(FEED)
    festival_page(edition.festival)
    published = client.get(FEED, headers={"if-none-match": before["ETag"]})
    FestivalPage.objects.get(locale__language_code="en").unpublish()
    taken_down = client.get(FEED, headers={"if-none-match": published["ETag"]})

    addresses = [events_in(response)[0]["URL"] for response in (before, published, taken_down)]
    assert addresses[0] == addresses[2] != addresses[1]


def test_a_row_that_leaves_the_window_at_midnight_leaves_the_feed(client, edition, settings):
    before = client.get(FEED)
    settings.TODAY = edition.ends_on + timedelta(days=61)

    after = client.get(FEED, headers={"if-none-match": before["ETag"]})

    assert (len(events_in(before)), len(events_in(after))) == (1, 0)


def test_a_district_that_gets_the_place_gets_its_festivals(client, edition):
    DistrictFactory(slug="muncar")
    path = f"{FEED}?district=muncar"
    before = client.get(path)
    Place.objects.update(district=District.objects.get(slug="muncar"))

    after = client.get(path, headers={"if-none-match": before["ETag"]})

    assert (len(events_in(before)), len(events_in(after))) == (0, 1)


def test_a_decree_that_moves_a_date_is_told(client):
    year = {"first": date(2029, 1, 1), "last": date(2029, 12, 31), "at": LATER}
    festival = FestivalFactory(slug="tumpeng-sewu", date_rule=TUMPENG)
    projecting.project(festival, **year)
    decree = Decree(
        kind="month",
        year=1450,
        month=12,
        day=date(2029, 4, 16),
        source="KMA 5/2029",
        seen_on=date(2029, 4, 14),
    )
    before = client.get(f"{FEED}?projected=1")

    decreeing.enact(decree, **year)
    after = client.get(f"{FEED}?projected=1", headers={"if-none-match": before["ETag"]})

    (was,), (now,) = events_in(before), events_in(after)
    assert (was.start, now.start) == (date(2029, 4, 15), date(2029, 4, 19))
    assert (was["UID"], int(was["SEQUENCE"]) + 1) == (now["UID"], int(now["SEQUENCE"]))


def test_other_words_after_a_release_are_told_though_no_row_was_written(
    client, edition, monkeypatch
):
    before = client.get(FEED)
    for module in ("tourism.base.steady", "festivals.feeds.telling"):
        monkeypatch.setattr(f"{module}.build", lambda: "another")
    monkeypatch.setattr("festivals.feeds.events.summary_of", lambda edition: "Other words")

    after = client.get(FEED, headers={"if-none-match": before["ETag"]})

    assert events_in(after)[0]["SUMMARY"] == "Other words"
    assert events_in(after)[0]["LAST-MODIFIED"].dt > events_in(before)[0]["LAST-MODIFIED"].dt


def test_a_release_that_changes_no_word_changes_no_byte(client, edition, monkeypatch):
    before = client.get(FEED)
    for module in ("tourism.base.steady", "festivals.feeds.telling"):
        monkeypatch.setattr(f"{module}.build", lambda: "another")

    assert client.get(FEED, headers={"if-none-match": before["ETag"]}).status_code == 304


def test_an_old_hour_is_told_anew(client, edition):
    client.get(FEED)
    long_ago = http_date(datetime(2020, 1, 1, tzinfo=UTC).timestamp())

    assert client.get(FEED, headers={"if-modified-since": long_ago}).status_code == 200
