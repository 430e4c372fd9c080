"""Spreadsheets as offices send them, and files that are refused with a sentence."""

import io
import zipfile
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from openpyxl import Workbook

from festivals.dates.spans import Span
from festivals.imports import calendars, sheets
from festivals.imports.days import Named, Unclear
from festivals.imports.reports import Reader
from festivals.imports.rows import FileRefused

HEAD = ["No", "Nama Event", "Tanggal", "Waktu", "Tempat"]


def book(*rows, merge=()):
    workbook = Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append(list(row))
    for area in merge:
        sheet.merge_cells(area)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def read(content, name="k.xlsx"):
    return sheets.rows_of(content, name)


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


def packed(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>'
)


def with_sheet(inner, at="xl/worksheets/sheet1.xml"):
    """A book whose sheet is this XML, under any name."""
    source = zipfile.ZipFile(io.BytesIO(book(HEAD, [1, "A", "1 Juli"])))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                name, content = at, SHEET % inner
            elif name == "xl/_rels/workbook.xml.rels":
                content = content.replace(b"/xl/worksheets/sheet1.xml", f"/{at}".encode())
            archive.writestr(name, content)
    return file.getvalue()


def merges(*references):
    cells = "".join(f'<mergeCell ref="{reference}"/>' for reference in references)
    return f"<sheetData/><mergeCells>{cells}</mergeCells>"


@pytest.mark.parametrize(
    ("inner", "sentence"),
    [
        (merges("A1:XFD1048576"), "or merges as many"),
        (merges(*(f"A{row}:XFD{row + 9}" for row in range(1, 100, 10))), "or merges as many"),
        ('<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>', "or merges as many"),
        (f"<sheetData><row>{'<c/>' * 700_000}</row></sheetData>", "more than 600000 cells"),
        (f"<sheetData>{'<row/>' * 10_500}</sheetData>", r"has 1\d{4} rows; send one year"),
    ],
    ids=["one merge", "many merges", "a link", "cells", "rows"],
)
@pytest.mark.parametrize("at", ["xl/worksheets/sheet1.xml", "xl/other.bin"])
def test_a_small_book_that_unfolds_to_a_huge_one_is_refused_unread(
    monkeypatch, inner, sentence, at
):
    content = with_sheet(inner, at)
    monkeypatch.setattr(sheets, "load_workbook", lambda *args, **named: pytest.fail("loaded"))

    assert len(content) < 10_000
    with pytest.raises(FileRefused, match=sentence):
        read(content)


def test_a_title_merged_over_whole_rows_is_no_harm():
    (row,) = read(book(["KALENDER"], [], HEAD, [1, "A", "1 Juli"], merge=["A1:XFD2"]))

    assert row.name == "A"


@pytest.mark.parametrize("hour", ["19.0٣", "1٩.00"])
def test_digits_of_another_script_are_no_hour(hour):
    (row,) = read(book(HEAD, [1, "A", "1 Juli", hour]))

    assert row.time == ""


def test_a_formula_without_a_value_is_refused_with_its_cell():
    with pytest.raises(FileRefused, match="Cell C2 holds a formula without a value"):
        read(book(HEAD, [1, "A", "=TODAY()"]))


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"x" * 50_000_000, "k.csv", "The file has 50 MB; send one of at most 10 MB."),
        (packed(xl__vbaProject_bin=b"x", xl__workbook_xml=b"x"), "k.xlsm", "holds macros"),
        (packed(xl__workbook_xml=b"0" * 70_000_000), "k.xlsx", "unpacks to more than 60 MB"),
        (packed(word__document_xml=b"x"), "k.xlsx", "This is no spreadsheet"),
        (packed(xl__workbook_xml=b"x"), "k.xlsx", "cannot be opened"),
        (b"PK\x03\x04" + b"0" * 100, "k.xlsx", "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 100, "k.xls", "an old .xls file"),
        (b"%PDF-1.7 \x00", "k.pdf", "This is no spreadsheet"),
        (b"just words\nand more\n", "k.csv", "No header was found. Name the columns"),
        (b"Event,Date\n" + b"A,1 Jan\n" * 100_000, "k.csv", "send one year, at most 5000"),
    ],
    ids=range(10),
)
def test_a_file_that_cannot_be_what_it_says_is_refused_with_what_to_send(content, name, sentence):
    with pytest.raises(FileRefused, match=sentence):
        read(content, name)


def test_a_book_without_rows_is_refused():
    with pytest.raises(FileRefused, match="has no rows"):
        read(book())


ICS = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:a@office
SUMMARY:Tour de Ijen
DTSTART;VALUE=DATE:20190925
DTEND;VALUE=DATE:20190929
LOCATION:Paltuding
END:VEVENT
BEGIN:VEVENT
UID:b@office
SUMMARY:Gandrung
DTSTART:20191012T190000
DTEND:20191012T230000
STATUS:TENTATIVE
END:VEVENT
BEGIN:VEVENT
UID:c@office
SUMMARY:Pentas
DTSTART:20191012T190000
RRULE:FREQ=WEEKLY
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")


def test_a_calendar_gives_its_events_with_their_uid():
    tour, gandrung, weekly = calendars.rows_of(ICS)

    assert calendars.is_calendar(ICS)
    assert (tour.uid, tour.when, tour.until) == ("a@office", date(2019, 9, 25), date(2019, 9, 28))
    assert (gandrung.time, gandrung.note) == ("19:00", "tentatif")
    assert weekly.when == "setiap"


def test_a_broken_calendar_is_refused():
    with pytest.raises(FileRefused, match="The calendar cannot be read"):
        calendars.rows_of(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:99\r\nEND:VCALENDAR\r\n")


def events(*bodies):
    inner = "".join(f"BEGIN:VEVENT\n{body}\nEND:VEVENT\n" for body in bodies)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{inner}END:VCALENDAR\n"
    return calendars.rows_of(text.replace("\n", "\r\n").encode())


def days(row):
    """What the report makes of the days of a row."""
    return Reader.days(SimpleNamespace(year=2027), row)


GOOD = "UID:good@office\nSUMMARY:Seblang\nDTSTART;VALUE=DATE:20270504"


@pytest.mark.parametrize(
    ("broken", "shown"),
    [
        ("DTSTART:foo", "foo"),
        ("DTSTART:2027", "2027"),
        ("DTSTART;VALUE=TIME:190000", "190000"),
        ("DTSTART;VALUE=DATE:20270504\nDTSTART;VALUE=DATE:20270505", "20270504 / 20270505"),
        ("DTSTART;VALUE=DATE:20270504\nDTEND:x", "x"),
        ("DTSTART;VALUE=DATE:20270504\nDTEND;VALUE=DATE:00010101", "0001-01-01"),
        ("DTSTART:20270504T190000\nDTEND:00010101T000000", "0001-01-01"),
        ("DTSTART;VALUE=DATE:20270504\nDURATION:x", "x"),
        ("DTSTART;VALUE=DATE:20270504\nDURATION:P9999999D", "P9999999D"),
        ("DTSTART;VALUE=DATE:20270504\nDURATION:-P3D", "2027-05-04 / 2027-04-30"),
    ],
)
def test_an_event_with_a_broken_day_is_unclear_and_the_others_stay(broken, shown):
    first, second = events(f"UID:a@office\nSUMMARY:Gandrung\n{broken}", GOOD)

    assert (first.uid, first.name) == ("a@office", "Gandrung")
    assert isinstance(days(first), Unclear)
    assert days(first).values == {"text": shown}
    assert days(second) == Named(Span(date(2027, 5, 4), date(2027, 5, 4)))


def test_a_name_given_twice_is_the_first():
    (row,) = events(f"SUMMARY:Gandrung\n{GOOD}\nSTATUS:CANCELLED\nSTATUS:x\nLOCATION;VALUE=DATE:y")

    assert (row.name, row.is_cancelled) == ("Gandrung", True)


@pytest.mark.parametrize(
    ("moments", "first", "last", "time"),
    [
        ("DTSTART:20270504T220000Z\nDTEND:20270505T000000Z", 5, 5, "05:00"),
        ("DTSTART;TZID=Asia/Tokyo:20270505T010000\nDURATION:PT1H", 4, 4, "23:00"),
        ("DTSTART:20270504T220000\nDTEND:20270504T233000", 4, 4, "22:00"),
        ("DTSTART;VALUE=DATE:20270504\nDURATION:P3D", 4, 6, ""),
        ("DTSTART;VALUE=DATE:20270504\nDURATION:P1D", 4, 4, ""),
        ("DTSTART:20270504T190000\nDURATION:P2DT1H", 4, 6, "19:00"),
        ("DTSTART:20270504T220000Z\nDURATION:P1D", 5, 6, "05:00"),
    ],
)
def test_hours_are_those_of_java_and_a_length_gives_the_last_day(moments, first, last, time):
    (row,) = events(f"UID:a\nSUMMARY:Gandrung\n{moments}")

    assert days(row) == Named(Span(date(2027, 5, first), date(2027, 5, last)))
    assert row.time == time
