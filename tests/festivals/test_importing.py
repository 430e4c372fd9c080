"""Write door of imports: a report row by row, unclear rows settled, clear ones entered once."""

import io
import json
import tomllib
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from festivals import importing, recording, scheduling
from festivals.imports import reports
from festivals.imports.rows import FileRefused
from festivals.lifecycle import StepRefused
from festivals.models import Edition, EditionChange, Import, ImportRow
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory
from tests.festivals.dates.past import SAMPLE

HERE = Path(__file__).parent / "imports"
BOOK = (HERE / "kalender-2019.xlsx").read_bytes()
EXPECTED = json.loads((HERE / "kalender-2019.expected.json").read_text(encoding="utf-8"))
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
ENTERED = ("new", "same", "changed")

pytestmark = pytest.mark.django_db


@pytest.fixture
def sample():
    """The festivals of the sample data, by name only."""
    place = PlaceFactory()
    for row in tomllib.loads(SAMPLE.read_text(encoding="utf-8"))["festival"]:
        names = {name: row[name] for name in ("slug", "name_en", "name_id")}
        FestivalFactory(**names, place=place)


def table(*rows):
    return "\n".join(["Event;Tanggal;Keterangan", *(";".join(row) for row in rows)]).encode()


def report(*rows, source="Office", year=2027):
    return reports.report(reports.read(table(*rows), "k.csv"), source=source, year=year)


def keep(*rows, source="Office", year=2027):
    content = table(*rows)
    said = {"file_name": "k.csv", "source": source, "year": year, "at": NOW, "by": None}
    return importing.keep(content, **said)


def apply(batch, **more):
    return importing.apply(batch, at=NOW, by=None, **more)


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


def test_the_same_file_twice_changes_nothing(sample):
    first = importing.keep(BOOK, file_name="k.xlsx", source="B", year=2019, at=NOW, by=None)
    apply(first)
    before = EditionChange.objects.count()

    again = importing.keep(BOOK, file_name="k.xlsx", source="B", year=2019, at=NOW, by=None)
    done = apply(again)

    assert done == {"same": 23, "duplicate": 1}
    assert EditionChange.objects.count() == before
    assert again.missing == []


def test_applying_a_file_twice_is_the_same_as_once():
    FestivalFactory(name_id="Petik Laut Muncar")
    batch = keep(("Petik Laut Muncar", "20 Juni"))
    apply(batch)

    assert apply(batch) == {}
    assert Edition.objects.count() == 1


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


def test_a_row_is_known_again_by_its_source_though_its_day_is_far_away():
    FestivalFactory(name_id="Ethno Carnival")
    apply(keep(("Ethno Carnival", "10 Juli")))

    apply(keep(("Ethno Carnival", "11 November")))

    assert [row.starts_on for row in Edition.objects.all()] == [date(2027, 11, 11)]


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


def test_a_cancelled_edition_is_never_brought_back_by_a_file():
    EditionFactory(
        festival__name_id="Petik Laut Muncar",
        starts_on=date(2027, 6, 20),
        status=Edition.Status.CANCELLED,
    )

    (made,) = report(("Petik Laut Muncar", "20 Juni"))

    assert made.outcome == "unclear"
    assert made.reason.startswith("It is cancelled.")


def test_an_unclear_row_is_settled_in_place():
    festival = FestivalFactory(slug="padi")
    batch = keep(("Festival Panen Raya", "minggu ke-2 Juni"))
    row = batch.rows.get()

    importing.settle(row, festival=festival, starts_on=date(2027, 6, 12), ends_on=date(2027, 6, 13))
    apply(batch)

    assert row.outcome == "new"
    assert festival.editions.get().ends_on == date(2027, 6, 13)


def test_what_a_person_has_settled_is_known_in_the_next_file():
    festival = FestivalFactory(slug="padi")
    batch = keep(("Festival Panen Raya", "12 Juni"))
    importing.settle(
        batch.rows.get(), festival=festival, starts_on=date(2027, 6, 12), ends_on=date(2027, 6, 12)
    )
    apply(batch)

    (made,) = report(("Festival Panen Raya", "12 Juni"))

    assert (made.outcome, made.slug) == ("same", "padi")


def test_a_row_settled_to_what_another_row_says_is_a_duplicate():
    festival = FestivalFactory(name_id="Petik Laut Muncar")
    batch = keep(("Petik Laut Muncar", "20 Juni"), ("Larung Sesaji", "20 Juni"))
    row = batch.rows.get(name="Larung Sesaji")

    importing.settle(row, festival=festival, starts_on=date(2027, 6, 20), ends_on=date(2027, 6, 20))

    assert (row.outcome, row.reason_values) == ("duplicate", {"row": 2})


def test_rows_that_are_gone_are_named_and_a_fifth_of_them_has_to_be_meant():
    for name in "ABCDE":
        FestivalFactory(name_id=f"Festival {name * 6}")
    rows = [(f"Festival {name * 6}", f"{day} Juni") for day, name in enumerate("ABCDE", start=1)]
    apply(keep(*rows))

    fewer = keep(*rows[:3])

    assert fewer.missing == ["Festival DDDDDD", "Festival EEEEEE"]
    with pytest.raises(importing.RowsGone, match="2 of 5 rows"):
        apply(fewer)
    apply(fewer, although_gone=True)
    assert Edition.objects.count() == 5


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


def test_an_empty_file_is_refused_and_nothing_is_kept():
    with pytest.raises(FileRefused, match="The file is empty"):
        importing.keep(b"  \n", file_name="k", source="s", year=2027, at=NOW, by=None)

    assert not Import.objects.exists()


def test_a_calendar_file_is_known_by_its_uids():
    FestivalFactory(name_id="Tour de Ijen", slug="tour")
    ics = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@b\r\n"
        b"SUMMARY:Tour de Ijen\r\nDTSTART;VALUE=DATE:20270926\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    said = {"file_name": "k.ics", "source": "UCI", "year": 2027, "at": NOW, "by": None}
    apply(importing.keep(ics, **said))
    renamed = ics.replace(b"Tour de Ijen", b"Quite another name").replace(b"0926", b"0930")

    apply(importing.keep(renamed, **said))

    (edition,) = Edition.objects.all()
    assert (edition.starts_on, edition.status) == (date(2027, 9, 30), "rescheduled")


def run(*arguments):
    out = io.StringIO()
    call_command("import_editions", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_prints_rows_and_a_dry_run_writes_nothing(sample):
    path = str(HERE / "kalender-2019.xlsx")

    rows = json.loads(run(path, "--year", "2019", "--dry-run", "--format", "json"))

    assert rows[6] == {
        "row": 10,
        "name": "Blue Fire Ijen Challenge",
        "outcome": "new",
        "slug": "blue-fire-ijen-challenge",
        "first": "2019-07-13",
        "last": "2019-07-13",
        "reason": "",
    }
    assert not Edition.objects.exists()
    assert not Import.objects.exists()


def test_the_command_enters_what_is_clear(sample):
    text = run(str(HERE / "kalender-2019.xlsx"), "--year", "2019")

    assert "unclear   Festival Kampung Baru Sukses: ?, no day. “TBA”" in text
    assert Edition.objects.count() == 23
    assert ImportRow.objects.filter(is_done=True).count() == 24


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nothing.xlsx", "--year", "2019"), "cannot be read: No such file"),
        ((str(SAMPLE), "--year", "1845"), "give a year from 2000 to 2052"),
        (("http://127.0.0.1/k.ics", "--year", "2027"), "lies in a private network"),
        ((str(SAMPLE), "--year", "2027"), "No header was found"),
    ],
)
def test_the_command_refuses_with_a_sentence(arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(*arguments)


def test_two_rows_of_one_name_stay_two_editions_when_the_file_comes_again():
    FestivalFactory(name_id="Gandrung Sewu")
    rows = (("Gandrung Sewu", "5 Mei"), ("Gandrung Sewu", "5 Oktober"))
    apply(keep(*rows))

    assert {made.outcome for made in report(*rows)} == {"same"}
    moved = report(("Gandrung Sewu", "12 Mei"), rows[1])
    assert [(made.outcome, made.edition.starts_on.month) for made in moved] == [
        ("changed", 5),
        ("same", 10),
    ]


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


def test_names_in_other_letters_are_told_apart():
    festival = FestivalFactory()
    batch = keep(("???", "5 Mei"))
    day = date(2027, 5, 5)
    importing.settle(batch.rows.get(), festival=festival, starts_on=day, ends_on=day)
    apply(batch)

    assert report(("爪哇", "7 Mei"))[0].outcome == "unclear"


def test_a_tentative_row_that_is_sure_now_confirms_the_day():
    FestivalFactory(name_id="Kuwung")
    apply(keep(("Kuwung", "5 Mei", "Tentatif")))
    assert Edition.objects.get().status == "proposed"

    apply(keep(("Kuwung", "5 Mei", "")))

    assert Edition.objects.get().status == "confirmed"


def test_the_share_that_is_gone_is_of_the_earlier_file():
    names = ["Kuwung", "Melasti", "Padi Nusantara", "Tumpeng Sewu"]
    more = ["Barong Ider Bumi", "Gandrung Sewu", "Puter Kayun", "Resik Lawon", "Jazz Pantai"]
    for name in names + more:
        FestivalFactory(name_id=name)
    days = dict(zip(names + more, range(1, 29, 3), strict=False))
    apply(keep(*((name, f"{days[name]} Mei") for name in names)))

    batch = keep(*((name, f"{days[name]} Mei") for name in [*names[:3], *more]))

    with pytest.raises(importing.RowsGone):
        apply(batch)


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
