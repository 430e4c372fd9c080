"""The same source again: its rows are known, nothing is doubled, what is gone is named."""

from datetime import date, time

import pytest

from festivals import importing
from festivals.models import Edition, EditionChange
from tests.factories import FestivalFactory
from tests.festivals.imports.files import NOW, apply, keep, report
from tests.festivals.imports.real import BOOK

pytestmark = pytest.mark.django_db


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


def test_a_row_is_known_again_by_its_source_though_its_day_is_far_away():
    FestivalFactory(name_id="Ethno Carnival")
    apply(keep(("Ethno Carnival", "10 Juli")))

    apply(keep(("Ethno Carnival", "11 November")))

    assert [row.starts_on for row in Edition.objects.all()] == [date(2027, 11, 11)]


def test_what_a_person_has_settled_is_known_in_the_next_file():
    festival = FestivalFactory(slug="padi")
    batch = keep(("Festival Panen Raya", "12 Juni"))
    importing.settle(
        batch.rows.get(), festival=festival, starts_on=date(2027, 6, 12), ends_on=date(2027, 6, 12)
    )
    apply(batch)

    (made,) = report(("Festival Panen Raya", "12 Juni"))

    assert (made.outcome, made.slug) == ("same", "padi")


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


def test_a_day_that_is_tentative_in_its_own_cell_is_proposed():
    FestivalFactory(name_id="Kuwung")

    apply(keep(("Kuwung", "5 Mei (tentatif)")))

    assert Edition.objects.get().status == "proposed"


def test_another_hour_of_the_same_day_is_a_change():
    FestivalFactory(name_id="Kuwung")

    def sent(hour):
        content = f"Event;Tanggal;Jam\nKuwung;5 Mei;{hour}".encode()
        said = {"file_name": "k.csv", "source": "Office", "year": 2027, "at": NOW, "by": None}
        return importing.keep(content, **said)

    apply(sent("19.00"))
    row = (batch := sent("15.00")).rows.get()
    apply(batch)

    assert (row.outcome, row.reason_values) == ("changed", {"then": "15:00", "now": "19:00"})
    assert Edition.objects.get().starts_at == time(15)
    assert sent("15.00").rows.get().outcome == "same"
