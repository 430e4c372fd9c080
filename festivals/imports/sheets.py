"""Spreadsheets (.xlsx, .csv) -> rows. Any header, sections by month, true dates and numbers.

A file of another kind, or with too many rows, is refused as a whole with a sentence.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from openpyxl.utils.datetime import from_excel

from festivals.dates.reading import gettext_noop
from festivals.imports.daywords import month_of
from festivals.imports.rows import MOST_COLUMNS, MOST_ROWS, Cells, FileRefused, RawRow, too_many
from festivals.imports.workbooks import cells_of_workbook

HEADER_WITHIN = 30
HEADERS = {  # A column by the words its head may hold; the first that fits.
    "until": r"selesai|berakhir|sampai|tanggal akhir|\bend\b|until",
    "when": r"tanggal|tgl|date|hari|pelaksanaan|jadwal|when|mulai|start",
    "month": r"^bulan$|^month$",
    "time": r"waktu|jam|pukul|time",
    "place": r"tempat|lokasi|venue|location|place",
    "district": r"kecamatan|district",
    "note": r"keterangan|^ket|note|catatan|status|remark",
    "name": r"nama|event|kegiatan|acara|festival|agenda|name|judul|title",
    "number": r"^(no|nomor|nr|#)\.?$",
}
SERIALS = (36526.0, 55153.0)  # Days of 2000 to 2050 as Excel counts them.


def rows_of(content: bytes, file_name: str) -> list[RawRow]:
    """The rows of a spreadsheet by its content; the name only helps to say what is wrong."""
    if content[:4] == b"PK\x03\x04":
        return named_rows(cells_of_workbook(content))
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise FileRefused(
            gettext_noop("This is an old .xls file, or one with a password. Save it as .xlsx.")
        )
    if b"\x00" in content or file_name.lower().endswith((".pdf", ".doc", ".docx", ".xlsm")):
        raise FileRefused(
            gettext_noop("This is no spreadsheet. Send .xlsx, .csv or .ics; not %(name)s."),
            name=file_name[-60:],
        )
    return named_rows(cells_of_csv(content))


def cells_of_csv(content: bytes) -> Iterator[tuple[int, Cells]]:
    """The cells of a text table, whatever its signs and its encoding."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    sample = text[:4000]
    delimiter = max(",;\t|", key=sample.count)
    try:
        reader = csv.reader(io.StringIO(text), delimiter=delimiter)
        for number, cells in enumerate(reader, start=1):
            yield number, list(cells[:MOST_COLUMNS])
    except csv.Error as error:
        raise FileRefused(gettext_noop("The table cannot be read. Save it as .xlsx.")) from error


def named_rows(table: Iterable[tuple[int, Cells]]) -> list[RawRow]:
    """Find the header, then read each row below it by its columns."""
    columns: dict[str, int] = {}
    found: list[RawRow] = []
    month: int | None = None
    for number, cells in table:
        if not columns:
            columns = header(cells)
            if not columns and number >= HEADER_WITHIN:
                break
            continue
        if section := section_month(cells):
            month = section
            continue
        if row := row_of(number, cells, columns, month):
            found.append(row)
        if len(found) > MOST_ROWS:
            raise too_many(len(found))
    if not columns:
        raise FileRefused(
            gettext_noop(
                "No header was found. Name the columns in one row, as in: No, Nama Event, "
                "Tanggal, Waktu, Tempat."
            )
        )
    return found


def header(cells: Cells) -> dict[str, int]:
    """The columns by their names, if the row names at least an event and a date."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        words = re.sub(r"\s+", " ", str(cell or "").lower()).strip()
        if not words or len(words) > 40:
            continue
        fits = (name for name, pattern in HEADERS.items() if re.search(pattern, words))
        if (name := next(fits, None)) and name not in found:
            found[name] = place
    has_date = "when" in found or "until" in found or "month" in found
    if "when" not in found and "until" in found:
        found["when"] = found.pop("until")
    if "when" not in found and "time" in found:
        found["when"] = found.pop("time")  # "Waktu pelaksanaan" may be the date itself.
        has_date = True
    return found if "name" in found and has_date else {}


def section_month(cells: Cells) -> int | None:
    """The month of a row that holds nothing else: "OKTOBER 2024"."""
    texts = [str(cell).strip().lower() for cell in cells if cell not in (None, "")]
    if len(set(texts)) != 1:
        return None
    words = re.findall(r"[a-z]+|\d+", texts[0])
    rest = [word for word in words if word != "bulan"]
    is_month = rest and month_of(rest[0]) and all(word.isdigit() for word in rest[1:])
    return month_of(rest[0]) if is_month and len(rest) <= 2 and len(rest[-1]) != 2 else None


def row_of(number: int, cells: Cells, columns: dict[str, int], month: int | None) -> RawRow | None:
    """One row; None where it names nothing: an empty one, or a remark below the table."""

    def cell(name: str) -> object:
        place = columns.get(name)
        return cells[place] if place is not None and place < len(cells) else None

    name = re.sub(r"\s+", " ", str(cell("name") or "")).strip()
    filled = [value for value in cells if value not in (None, "")]
    if not name or len(filled) == 1:
        return None
    own_month = month_of(str(cell("month") or "").lower().strip()) if "month" in columns else None
    place = ", ".join(str(cell(part)).strip() for part in ("place", "district") if cell(part))
    return RawRow(
        number=number,
        name=name[:200],
        when=dated(cell("when")),
        until=dated(cell("until")),
        month=own_month or month,
        time=clock(cell("time")),
        place=place[:200],
        note=str(cell("note") or "").strip()[:255],
    )


def dated(value: object) -> object:
    """A true date where the cell holds one, also as the number that Excel keeps for it."""
    if isinstance(value, float | int) and not isinstance(value, bool):
        if SERIALS[0] <= value <= SERIALS[1]:
            return from_excel(value)
        return str(int(value)) if float(value).is_integer() else str(value)
    return value


def clock(value: object) -> str:
    """The hour as 19:00, from a true time or from "19.00 WIB s/d selesai"; "" where none is."""
    if isinstance(value, datetime | time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return ""
    found = re.search(r"\b([01]?[0-9]|2[0-3])[.:]([0-5][0-9])\b", str(value or ""))
    return f"{int(found[1]):02}:{found[2]}" if found else ""
