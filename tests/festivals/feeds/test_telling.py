"""What is written anew, and which stamps it gets: LAST-MODIFIED and SEQUENCE."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import InternalError, connection, transaction

from destinations.models import Place
from festivals import recording, scheduling
from festivals.feeds import telling
from festivals.models import Edition, EditionChange, FeedEntry, Festival
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory
from tests.festivals.feeds.asked import FEED, LATER, events_in, the_event
from tourism.base.promptly import promptly

pytestmark = pytest.mark.django_db
OFFICE = EditionChange.Authority.OFFICE
EARLIER = datetime(2026, 1, 1, tzinfo=UTC)


def sequence(client) -> int:
    return int(the_event(client)["SEQUENCE"])


def modified(client) -> datetime:
    return the_event(client)["LAST-MODIFIED"].dt


@pytest.fixture
def edition() -> Edition:
    """An edition of which nothing was touched since the first of January."""
    edition = EditionFactory(starts_at=time(9), ends_at=time(10))
    for model in (Edition, Festival, Place):
        model.objects.update(updated_at=EARLIER)
    return edition


def test_a_first_event_is_stamped_with_its_rows(client, edition):
    event = the_event(client)

    assert event["LAST-MODIFIED"].dt == event["DTSTAMP"].dt == EARLIER
    assert event["CREATED"].dt == edition.created_at.replace(microsecond=0)


def test_a_new_name_is_a_later_stamp_and_asks_nobody_again(client, edition):
    before = sequence(client)
    Festival.objects.update(name_en="Another", updated_at=LATER)

    assert modified(client) == LATER
    assert sequence(client) == before


def test_what_is_written_past_the_stamps_gets_a_later_one_all_the_same(client, edition):
    before = modified(client)
    Festival.objects.update(name_en="Another")

    assert modified(client) == before + timedelta(seconds=1)


def test_what_no_calendar_shows_changes_no_byte(client, edition):
    before = client.get(FEED).content
    Festival.objects.update(source="Another source", updated_at=LATER)
    Place.objects.update(visit_minutes=90, updated_at=LATER)

    assert client.get(FEED).content == before


def test_another_place_or_clock_asks_for_attention_once_each(client, edition):
    before = sequence(client)

    Place.objects.update(name_en="Taman Blambangan")
    renamed = sequence(client)
    Place.objects.update(timezone=Place.Clock.WITA)
    on_another_clock = sequence(client)

    assert (renamed, on_another_clock) == (before + 1, before + 2)
    assert sequence(client) == on_another_clock


def test_a_move_counts_once_though_the_place_is_renamed_too(client, edition):
    before = sequence(client)
    Place.objects.update(name_en="Taman Blambangan")

    scheduling.move(edition, starts_on=edition.starts_on + timedelta(days=1), at=LATER,
                    authority=OFFICE)  # fmt: skip

    assert sequence(client) == before + 1


def test_a_count_once_raised_is_never_taken_back(client, edition):
    Place.objects.update(name_en="Taman Blambangan")
    raised = sequence(client)

    scheduling.cancel(edition, at=LATER, authority=OFFICE, reason="Rain")

    assert sequence(client) == raised + 1


def test_the_name_of_a_place_in_one_language_counts_in_that_language(client, edition):
    both = [int(the_event(client, f"/{code}/calendar.ics")["SEQUENCE"]) for code in ("en", "id")]
    Place.objects.update(name_en="Taman Blambangan")

    after = [int(the_event(client, f"/{code}/calendar.ics")["SEQUENCE"]) for code in ("en", "id")]

    assert after == [both[0] + 1, both[1]]


def test_other_usual_hours_count_also_where_only_words_tell_them(client):
    edition = EditionFactory(days=3, festival__usual_start=time(9))
    before = sequence(client)
    Festival.objects.filter(pk=edition.festival_id).update(usual_start=time(20))

    assert sequence(client) == before + 1


@pytest.mark.parametrize("status", ["confirm", "cancel", "postpone"])
def test_another_status_counts(client, status):
    edition = EditionFactory(status=Edition.Status.PROPOSED)
    before = sequence(client)

    getattr(scheduling, status)(edition, at=LATER, authority=OFFICE, reason="So it was decided")

    assert sequence(client) == before + 1


def test_a_note_or_a_fee_does_not_count(client, edition):
    before = sequence(client)

    recording.change(edition, at=LATER, authority=OFFICE, note_en="Bring a hat.")
    Festival.objects.update(entry=Festival.Entry.TICKET)

    assert sequence(client) == before
    assert modified(client) > EARLIER


def test_one_change_writes_one_event(client, monkeypatch):
    rows = EditionFactory.create_batch(5)
    client.get(FEED)
    written = []
    monkeypatch.setattr(
        telling,
        "event_of",
        lambda told, **stamps: written.append(told.edition.pk) or original(told, **stamps),
    )
    Edition.objects.filter(pk=rows[2].pk).update(note_en="Bring a hat.")

    client.get(FEED)

    assert set(written) == {rows[2].pk}


original = telling.event_of


def test_two_hosts_share_what_was_told(client, edition, settings):
    settings.ALLOWED_HOSTS = ["testserver", "www.example.org"]
    first = client.get(FEED)

    assert client.get(FEED, headers={"host": "www.example.org"}).content == first.content
    assert FeedEntry.objects.count() == 1


def test_a_database_that_takes_no_writes_still_tells(client, edition):
    """But nobody may keep it: the next who asks would be told it as if it were the first time."""

    def refuse(execute, sql, params, many, context):
        if "festivals_feedentry" in sql and sql.lstrip().startswith("INSERT"):
            raise InternalError("cannot execute INSERT in a read-only transaction")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        refused = client.get(FEED)
    transaction.set_rollback(False)  # Nothing reached the database.

    assert refused["Cache-Control"] == "no-store"
    assert refused.content == client.get(FEED).content


def test_no_event_is_fetched_by_itself(client, django_assert_num_queries):
    place = PlaceFactory()
    EditionFactory.create_batch(
        3,
        festival=FestivalFactory(interests=["surf"]),
        place=place,
        projected=True,
        note_en="A note",
        starts_on=LATER.date(),
    )

    with django_assert_num_queries(4):  # Two for the hour, one reads all, one keeps the new.
        response = client.get(f"{FEED}?projected=1")

    assert len(events_in(response)) == 3


def test_what_somebody_else_told_meanwhile_is_gone_on_from(client, edition, monkeypatch):
    """Their reader has SEQUENCE 7 already; ours must not be told 1 and theirs lost."""
    client.get(FEED)
    Place.objects.update(name_en="Taman Blambangan")
    keep, calls = telling.keep, []

    def keep_after_another(entries):
        if not calls:
            FeedEntry.objects.update(digest="theirs", sequence=7)
        calls.append(entries)
        return keep(entries)

    monkeypatch.setattr(telling, "keep", keep_after_another)

    assert sequence(client) == 8
    assert len(calls) == 2
    assert FeedEntry.objects.get().sequence == 8


def test_a_writer_of_sqlite_is_not_waited_for():
    with promptly():
        timeout = connection.connection.execute if connection.vendor == "sqlite" else None
        waits = timeout("PRAGMA busy_timeout").fetchone()[0] if timeout else 0

    assert waits == 0


def test_the_same_hour_said_by_itself_changes_no_byte(client):
    festival = FestivalFactory(usual_start=time(9), usual_minutes=60)
    edition = EditionFactory(festival=festival)
    before = client.get(FEED).content

    recording.change(edition, starts_at=time(9), at=LATER, authority=OFFICE)

    assert client.get(FEED).content == before


def test_a_place_named_like_an_escape_asks_once(client, edition):
    Place.objects.update(name_en="C:\\temp\\Nusa")
    named = sequence(client)

    for number in range(3):
        Festival.objects.update(name_en=f"Another {number}")
        assert sequence(client) == named
