"""Spreadsheets as offices send them, and files that are refused with a sentence."""

from datetime import date, datetime

import pytest

from tests.festivals.imports.books import HEAD, book, read


def test_the_header_may_stand_anywhere_and_the_remark_below_is_no_row():
    found = read(
        book(
            ["KALENDER 2019"],
            [],
            HEAD,
            [1, " Petik  Laut ", datetime(2019, 9, 15), "19.00 WIB s/d selesai", "Muncar"],  # noqa: DTZ001  (a cell)
            [],
            [None, "Jadwal dapat berubah"],
        )
    )

    (row,) = found
    assert (row.number, row.name, row.time, row.place) == (4, "Petik Laut", "19:00", "Muncar")
    assert row.when == datetime(2019, 9, 15)  # noqa: DTZ001  (a cell)


@pytest.mark.parametrize(
    "head",
    [
        ["Event", "Date"],
        ["NAMA KEGIATAN", "HARI / TANGGAL"],
        ["Agenda", "Waktu Pelaksanaan"],
        ["Festival", "Tgl."],
    ],
)
def test_columns_are_known_by_many_names(head):
    (row,) = read(book(head, ["Seblang", "4 Oktober 2019"]))

    assert (row.name, row.when) == ("Seblang", "4 Oktober 2019")


def test_a_last_day_may_have_its_own_column():
    (row,) = read(
        book(["Event", "Tanggal Mulai", "Tanggal Selesai"], ["Tour", "25/09/2019", "28/09/2019"])
    )

    assert (row.when, row.until) == ("25/09/2019", "28/09/2019")


def test_a_merged_date_holds_for_all_its_rows():
    found = read(
        book(HEAD, [1, "A", "1 Juli"], [2, "B", None], [3, "C", "2 Juli"], merge=["C2:C3"])
    )

    assert [row.when for row in found] == ["1 Juli", "1 Juli", "2 Juli"]


def test_the_name_of_a_month_heads_the_rows_below_it():
    found = read(
        book(["Event", "Tanggal"], ["OKTOBER 2019"], ["A", 12], ["NOVEMBER"], ["B", "3-4"])
    )

    assert [(row.name, row.when, row.month) for row in found] == [("A", "12", 10), ("B", "3-4", 11)]


def test_a_date_kept_as_a_number_is_a_date():
    (row,) = read(book(HEAD, [1, "A", 43723]))

    assert row.when.date() == date(2019, 9, 15)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("No;Event;Tanggal\n1;Seblang;4 Okt\n", "4 Okt"),
        ("Event,Date\nSeblang,2019-10-04\n", "2019-10-04"),
        ("Event\tTanggal\nSeblang\t4 Okt\n", "4 Okt"),
    ],
)
def test_a_text_table_is_read_whatever_parts_its_cells(text, when):
    (row,) = read(text.encode("utf-8-sig"), "k.csv")

    assert (row.name, row.when) == ("Seblang", when)


@pytest.mark.parametrize("hour", ["19.0٣", "1٩.00"])
def test_digits_of_another_script_are_no_hour(hour):
    (row,) = read(book(HEAD, [1, "A", "1 Juli", hour]))

    assert row.time == ""
