"""Two who write at once, and one who reads: nothing is skipped, nothing comes twice.

On PostgreSQL, with real transactions that commit late; what is written is taken away again.
SQLite has one writer at a time.
"""

import random
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import InternalError, connection, transaction
from django.http import QueryDict

from festivals import recording
from festivals.changes.listing import Line, part_after
from festivals.changes.publishing import publish
from festivals.filters import FeedFilter
from festivals.models import ChangeList, Edition, EditionChange, Notice, Published
from tests.factories import DistrictFactory, EditionFactory

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
EACH = 500


@pytest.mark.django_db
def test_publishing_twice_adds_nothing():
    EditionFactory()

    assert publish(at=NOW)
    assert publish(at=NOW + timedelta(days=1))
    assert Notice.objects.count() == 1


@pytest.mark.django_db
def test_a_database_that_takes_no_writes_is_gone_on_with_later():
    EditionFactory()

    def refuse(execute, sql, params, many, context):
        if "festivals_changelist" in sql and not sql.startswith("SELECT"):
            raise InternalError("cannot execute INSERT in a read-only transaction")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        is_whole = publish(at=NOW)
    transaction.set_rollback(False)  # Nothing reached the database.

    assert not is_whole
    assert publish(at=NOW)


@pytest.fixture
def two(django_db_setup, django_db_blocker) -> Iterator[list[Edition]]:
    """Two editions that everybody sees, and that are gone after the test."""
    with django_db_blocker.unblock():
        if connection.vendor != "postgresql":
            pytest.skip("SQLite has one writer at a time.")
        DistrictFactory(slug="two-writers")
        editions = [EditionFactory(festival__place__district__slug="two-writers") for _ in "ab"]
        yield editions
        for model in (Notice, Published, ChangeList, EditionChange):
            model.objects.all()._raw_delete("default")
        for edition in editions:
            festival, place = edition.festival, edition.where
            edition.delete()
            festival.delete()
            place.delete()
        place.district.delete()
        connection.close()


def write(edition: Edition, seed: int) -> None:
    """Change an edition again and again; some transactions stay open for a while."""
    draw = random.Random(seed)
    try:
        for number in range(EACH):
            with transaction.atomic():
                recording.change(edition, note_en=f"{seed} {number}", at=NOW, authority="office")
                time.sleep(draw.choice([0, 0, 0.002]))
    finally:
        connection.close()


def test_a_reader_gets_each_change_of_two_writers_once(two):
    writers = [
        threading.Thread(target=write, args=(edition, seed)) for seed, edition in enumerate(two)
    ]
    filters = FeedFilter(QueryDict("district=two-writers"), Edition.objects.none())
    assert filters.is_valid()
    got: list[Line] = []
    cursor, rounds = "", 0
    for writer in writers:
        writer.start()
    while True:
        is_last = not any(writer.is_alive() for writer in writers)
        publish(at=NOW)
        part = part_after(filters, cursor, limit=200, language="en")
        got, cursor, rounds = got + part.lines, part.next, rounds + 1
        if is_last and not part.more:
            break

    numbers = [line.number for line in got]
    notes = [line.state["note"] for line in got if line.kind == Notice.Kind.CORRECTED]
    assert numbers == sorted(set(numbers))
    assert rounds > 10
    for seed in (0, 1):
        told = [note for note in notes if note.startswith(f"{seed} ")]
        assert told == [f"{seed} {number}" for number in range(EACH)]
