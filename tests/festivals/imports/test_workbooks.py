"""Files that could do harm or cannot be what they say: refused as a whole with a sentence."""

import io
import zipfile

import pytest

from festivals.imports import workbooks
from festivals.imports.rows import FileRefused
from tests.festivals.imports.books import HEAD, book, read


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
    monkeypatch.setattr(workbooks, "load_workbook", lambda *args, **named: pytest.fail("loaded"))

    assert len(content) < 10_000
    with pytest.raises(FileRefused, match=sentence):
        read(content)


def test_a_title_merged_over_whole_rows_is_no_harm():
    (row,) = read(book(["KALENDER"], [], HEAD, [1, "A", "1 Juli"], merge=["A1:XFD2"]))

    assert row.name == "A"


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
