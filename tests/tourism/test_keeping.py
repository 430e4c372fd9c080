"""Kept pages: quick, and never older than what they show."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from festivals.models import Edition, Festival
from tests.factories import EditionFactory
from tourism.base.models import ShownWrite
from tourism.base.writing import TABLE, WRITE

DECEMBER = "/en/calendar/2026/12/"


def text(client, path: str = DECEMBER) -> str:
    return client.get(path).content.decode()


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ('INSERT INTO "festivals_edition" ("id") VALUES (1)', "festivals_edition"),
        ('INSERT OR IGNORE INTO "festivals_edition" VALUES (1)', "festivals_edition"),
        ('UPDATE "festivals_edition" SET "note_en" = 1', "festivals_edition"),
        ('DELETE FROM "festivals_edition"', "festivals_edition"),
        ('TRUNCATE "festivals_edition", "x"', "festivals_edition"),
        ('SELECT 1 FROM "festivals_edition" FOR UPDATE', None),
        ('SAVEPOINT "x"', None),
    ],
)
def test_every_way_of_writing_is_known_by_its_words(sql, table):
    found = WRITE.match(sql)

    assert (found and found[1]) == table


def test_the_table_is_that_of_the_model():
    assert ShownWrite._meta.db_table == TABLE


def test_a_page_that_is_kept_is_answered_with_one_query(client, keeping):
    EditionFactory()
    first = text(client)

    with CaptureQueriesContext(connection) as captured:
        again = text(client)

    assert again == first
    assert len(captured) == 1


@pytest.mark.parametrize("path", ["/en/festivals/", "/id/destinations/"])
def test_lists_are_kept_too(client, homes, keeping, path):
    first = text(client, path)

    with CaptureQueriesContext(connection) as captured:
        assert text(client, path) == first
    assert len(captured) == 1


def test_a_sentence_that_is_said_once_is_kept_for_nobody(client, keeping):
    text(client)
    client.cookies["messages"] = "something"

    response = client.get(DECEMBER)

    assert "ETag" not in response


def test_a_new_day_has_pages_of_its_own(client, keeping, settings):
    assert 'aria-current="date"' not in text(client)

    settings.TODAY = date(2026, 12, 1)

    assert 'aria-current="date"' in text(client)


def test_a_kept_page_is_not_sent_twice(client, keeping):
    EditionFactory()
    response = client.get(DECEMBER)

    again = client.get(DECEMBER, headers={"If-None-Match": response["ETag"]})

    assert response["Cache-Control"] == "no-cache"
    assert (again.status_code, again.content) == (304, b"")


def test_a_kept_page_is_sent_compressed_to_who_takes_that(client, keeping):
    plain = text(client)

    response = client.get(DECEMBER, headers={"Accept-Encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) < len(plain) / 4


def rename(edition: Edition) -> None:
    Festival.objects.filter(pk=edition.festival_id).update(name_en="Renamed Fair")


def save(edition: Edition) -> None:
    edition.festival.name_en = "Renamed Fair"
    edition.festival.save()


def write_in_bulk(edition: Edition) -> None:
    edition.festival.name_en = "Renamed Fair"
    Festival.objects.bulk_update([edition.festival], ["name_en"])


@pytest.mark.parametrize("write", [rename, save, write_in_bulk])
def test_what_is_written_is_on_the_page_that_is_read_next(client, keeping, write):
    edition = EditionFactory(festival__name_en="Old Fair")
    assert "Renamed Fair" not in text(client)

    write(edition)

    assert "Renamed Fair" in text(client)


def test_what_is_not_yet_committed_is_not_kept_for_others(client, keeping):
    edition = EditionFactory(festival__name_en="Old Fair")
    with transaction.atomic():
        rename(edition)
        assert "Renamed Fair" in text(client)
        transaction.set_rollback(True)

    assert "Old Fair" in text(client)


def test_the_stamp_tells_a_writer_who_began_early_and_committed_late(db):
    ShownWrite.objects.all().delete()
    ShownWrite.objects.create(pk=7, at=timezone.now())
    before = ShownWrite.objects.stamp()

    ShownWrite.objects.create(pk=6, at=timezone.now())

    assert ShownWrite.objects.stamp() != before


def test_what_no_page_shows_leaves_pages_kept(client, keeping, django_user_model):
    before = ShownWrite.objects.stamp()

    client.session.save()
    call_command("clearsessions")

    assert ShownWrite.objects.stamp() == before


def test_old_rows_are_dropped(db):
    old = timezone.now() - timedelta(days=3)
    ShownWrite.objects.create(at=old)

    assert ShownWrite.objects.forget(before=timezone.now() - timedelta(days=2)) == 1
