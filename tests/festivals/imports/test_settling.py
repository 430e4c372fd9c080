"""Rows that are a question: what a person says, and what no file may decide."""

from datetime import date

import pytest

from festivals import importing
from festivals.lifecycle import StepRefused
from festivals.models import Edition
from tests.factories import EditionFactory, FestivalFactory
from tests.festivals.imports.files import NOW, apply, keep, report

pytestmark = pytest.mark.django_db


def test_an_unclear_row_is_settled_in_place():
    festival = FestivalFactory(slug="padi")
    batch = keep(("Festival Panen Raya", "minggu ke-2 Juni"))
    row = batch.rows.get()

    importing.settle(row, festival=festival, starts_on=date(2027, 6, 12), ends_on=date(2027, 6, 13))
    apply(batch)

    assert row.outcome == "new"
    assert festival.editions.get().ends_on == date(2027, 6, 13)


def test_a_row_settled_to_what_another_row_says_is_a_duplicate():
    festival = FestivalFactory(name_id="Petik Laut Muncar")
    batch = keep(("Petik Laut Muncar", "20 Juni"), ("Larung Sesaji", "20 Juni"))
    row = batch.rows.get(name="Larung Sesaji")

    importing.settle(row, festival=festival, starts_on=date(2027, 6, 20), ends_on=date(2027, 6, 20))

    assert (row.outcome, row.reason_values) == ("duplicate", {"row": 2})


EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@b\r\n"
    "DTSTAMP:20270101T000000Z\r\nDTSTART;VALUE=DATE:20270505\r\nSUMMARY:Gandrung Sewu\r\n"
    "STATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_a_cancelled_event_is_never_entered_however_it_is_settled():
    festival = FestivalFactory(name_id="Gandrung Sewu")
    said = {"file_name": "k.ics", "source": "Office", "year": 2027, "at": NOW, "by": None}
    row = importing.keep(EVENT.encode(), **said).rows.get()

    day = date(2027, 5, 5)
    settled = importing.settle(row, festival=festival, starts_on=day, ends_on=day)

    assert (row.outcome, settled.outcome) == ("unclear", "unclear")
    assert apply(row.batch) == {}
    assert not Edition.objects.exists()


def test_a_row_near_several_days_or_of_another_year_is_a_question():
    monthly = FestivalFactory(name_id="Padhang Ulanan")
    for month in range(1, 13):
        EditionFactory(festival=monthly, starts_on=date(2027, month, 5))
    EditionFactory(festival__name_id="Kuwung", starts_on=date(2026, 12, 20))
    EditionFactory(festival__name_id="Tumpeng Sewu", starts_on=date(2025, 6, 7), status="held")

    found = report(
        ("Padhang Ulanan", "18 Mei"), ("Kuwung", "10 Jan 2027"), ("Tumpeng Sewu", "8 Juni 2025")
    )

    assert [made.outcome for made in found] == ["unclear"] * 3
    assert report(("Padhang Ulanan", "5 Mei"))[0].outcome == "same"


def test_a_plan_that_is_kept_is_not_overwritten_by_a_file():
    edition = EditionFactory(festival__name_id="Kuwung", starts_on=date(2027, 5, 7), status="held")
    Edition.objects.filter(pk=edition.pk).update(
        planned_starts_on=date(2027, 5, 5), planned_ends_on=date(2027, 5, 5)
    )

    assert report(("Kuwung", "5 Mei"))[0].outcome == "same"
    assert report(("Kuwung", "9 Mei"))[0].outcome == "unclear"


def test_a_row_that_is_done_is_not_settled_again():
    festival = FestivalFactory(name_id="Kuwung")
    batch = keep(("Kuwung", "5 Mei"))
    apply(batch)
    row = batch.rows.get()

    with pytest.raises(StepRefused):
        importing.settle(
            row, festival=festival, starts_on=date(2027, 5, 9), ends_on=date(2027, 5, 9)
        )
    with pytest.raises(StepRefused):
        importing.leave(row)
    row.refresh_from_db()
    assert row.edition is not None


def test_a_cancelled_edition_is_never_brought_back_by_a_file():
    EditionFactory(
        festival__name_id="Petik Laut Muncar",
        starts_on=date(2027, 6, 20),
        status=Edition.Status.CANCELLED,
    )

    (made,) = report(("Petik Laut Muncar", "20 Juni"))

    assert made.outcome == "unclear"
    assert made.reason.startswith("It is cancelled.")
