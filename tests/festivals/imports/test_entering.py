"""Clear rows go through a door each: entered, named, moved, or refused with a sentence."""

from datetime import date, time

import pytest

from festivals import importing, recording, scheduling
from festivals.imports import reports
from festivals.imports.rows import FileRefused
from festivals.models import Edition, Import
from tests.factories import EditionFactory, FestivalFactory
from tests.festivals.imports.files import NOW, apply, keep, report
from tests.festivals.imports.real import BOOK, ENTERED, EXPECTED

pytestmark = pytest.mark.django_db


def test_the_calendar_of_an_office_is_taken_for_what_it_means(sample):
    found = reports.report(reports.read(BOOK, "k.xlsx"), source="Office", year=2019)

    for row in EXPECTED:
        mine = [made for made in found if row.get("name", made.row.name) == made.row.name]
        mine = [made for made in mine if row.get("slug", made.slug) == made.slug]
        if "expect" in row:
            assert row["expect"] in {made.outcome for made in mine}, row
        else:
            days = {
                (made.span.first.isoformat(), made.span.last.isoformat())
                for made in mine
                if made.outcome in ENTERED
            }
            assert days == {(row["first"], row["last"])}, row
    assert len(found) == len(EXPECTED)
    assert not Edition.objects.exists()


def test_clear_rows_are_entered_with_their_source(sample):
    batch = importing.keep(BOOK, file_name="k.xlsx", source="B-Fest", year=2019, at=NOW, by=None)

    done = apply(batch)

    assert done == {"new": 23, "duplicate": 1}
    tour = Edition.objects.get(festival__slug="tour-de-banyuwangi-ijen")
    assert (tour.starts_on, tour.ends_on) == (date(2019, 9, 25), date(2019, 9, 28))
    assert (tour.status, tour.starts_at, tour.source) == ("confirmed", time(19), "B-Fest 2019")
    assert tour.changes.get().document == "B-Fest 2019, 22"
    gredoan = Edition.objects.get(festival__slug="gredoan-macan-putih")
    assert gredoan.status == "proposed"


def test_another_day_moves_what_is_confirmed_and_keeps_its_uid():
    festival = FestivalFactory(name_id="Petik Laut Muncar")
    apply(keep(("Petik Laut Muncar", "20 Juni")))
    uid = Edition.objects.get().uid

    (made,) = report(("Petik Laut Muncar", "27 Juni"))
    apply(keep(("Petik Laut Muncar", "27 Juni")))

    assert made.outcome == "changed"
    edition = festival.editions.get()
    assert (edition.uid, edition.status, edition.moved_from) == (
        uid,
        "rescheduled",
        date(2027, 6, 20),
    )


@pytest.mark.parametrize(
    ("status", "note", "after"),
    [
        ("projected", "", "confirmed"),
        ("projected", "tentatif", "proposed"),
        ("proposed", "", "rescheduled"),
        ("postponed", "", "rescheduled"),
    ],
)
def test_what_was_open_is_named_by_the_file(status, note, after):
    edition = EditionFactory(
        festival__name_id="Petik Laut Muncar", starts_on=date(2027, 6, 20), status=status
    )

    apply(keep(("Petik Laut Muncar", "22 Juni", note)))

    edition.refresh_from_db()
    assert (edition.status, edition.starts_on) == (after, date(2027, 6, 22))


def test_what_was_held_keeps_its_days_and_learns_its_plan():
    edition = EditionFactory(
        festival__name_id="Seblang Bakungan",
        starts_on=date(2025, 6, 12),
        status=Edition.Status.HELD,
    )

    apply(keep(("Seblang Bakungan", "15 Juni"), year=2025))

    edition.refresh_from_db()
    assert (edition.starts_on, edition.planned_starts_on) == (date(2025, 6, 12), date(2025, 6, 15))
    assert report(("Seblang Bakungan", "15 Juni"), year=2025)[0].outcome == "same"


def test_one_row_that_a_door_refuses_stops_no_other():
    FestivalFactory(name_id="Petik Laut Muncar")
    late = EditionFactory(festival__name_id="Seblang Olehsari", starts_on=date(2027, 3, 12))
    batch = keep(("Seblang Olehsari", "15 Maret"), ("Petik Laut Muncar", "20 Juni"))
    recording.change(
        late, at=NOW, authority="village", status=Edition.Status.CANCELLED, reason="No dancer"
    )

    done = apply(batch)

    assert done == {"new": 1}
    refused = batch.rows.get(name="Seblang Olehsari")
    assert (refused.outcome, refused.is_done) == ("unclear", False)
    assert refused.reason.startswith("Changed by")


def test_what_an_editor_did_after_the_report_is_not_overwritten():
    edition = EditionFactory(
        festival__name_id="Gandrung Sewu", starts_on=date(2027, 5, 4), status="projected"
    )
    batch = keep(("Gandrung Sewu", "5 Mei"))
    scheduling.confirm(edition, starts_on=date(2027, 5, 20), at=NOW, authority="village")

    apply(batch)

    edition.refresh_from_db()
    assert edition.starts_on == date(2027, 5, 20)
    assert batch.rows.get().outcome == "unclear"


def test_an_empty_file_is_refused_and_nothing_is_kept():
    with pytest.raises(FileRefused, match="The file is empty"):
        importing.keep(b"  \n", file_name="k", source="s", year=2027, at=NOW, by=None)

    assert not Import.objects.exists()
