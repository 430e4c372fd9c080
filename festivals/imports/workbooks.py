"""Workbooks (.xlsx) -> rows of cells, merged ones filled.

A file that could do harm or cannot be what it says (macros, a zip bomb, merges over millions of
cells, formulas without values) is refused as a whole with a sentence, before it is unpacked.
"""

import io
import zlib
from collections.abc import Iterator
from contextlib import suppress
from lzma import LZMAError
from typing import IO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from festivals.dates.reading import gettext_noop
from festivals.imports.rows import MOST_COLUMNS, MOST_ROWS, Cells, FileRefused, too_many

MOST_UNPACKED = 60_000_000  # Bytes.
MOST_CELLS, MOST_COVERED = 2 * MOST_ROWS * MOST_COLUMNS, MOST_ROWS * MOST_COLUMNS
UNFOLDED = {"mergeCell", "hyperlink", "comment"}  # openpyxl makes each cell that these cover.
NO_PART = (expat.ExpatError, BadZipFile, zlib.error, LZMAError, RuntimeError, OSError, EOFError)


def cells_of_workbook(content: bytes) -> Iterator[tuple[int, Cells]]:
    """The cells of the first sheet with rows in it, merged ones filled."""
    check_archive(content)
    try:
        values = load_workbook(io.BytesIO(content), data_only=True)
        formulas = load_workbook(io.BytesIO(content))
    except Exception as error:  # openpyxl raises whatever the XML inside makes it stumble over.
        raise FileRefused(
            gettext_noop("The spreadsheet cannot be opened. Save it anew as .xlsx and send that.")
        ) from error
    sheets = [sheet for sheet in values.worksheets if sheet.max_row > 1]
    if not sheets:
        raise FileRefused(gettext_noop("The spreadsheet has no rows."))
    sheet = sheets[0]
    if sheet.max_row > MOST_ROWS * 2:
        raise too_many(sheet.max_row)
    check_formulas(sheet, formulas[sheet.title])
    merged = filled(sheet)
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        yield number, [merged.get((cell.row, cell.column), cell.value) for cell in row]


def check_archive(content: bytes) -> None:
    """Refuse macros, bombs and archives that are no workbook, before anything is unpacked."""
    try:
        archive = ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except BadZipFile as error:
        raise FileRefused(
            gettext_noop("The spreadsheet is damaged. Save it anew as .xlsx and send that.")
        ) from error
    names = [entry.filename.lower() for entry in entries]
    if any("vbaproject" in name for name in names):
        raise FileRefused(
            gettext_noop("The spreadsheet holds macros. Save it as .xlsx without them.")
        )
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED or len(entries) > 2000:
        raise FileRefused(
            gettext_noop("The spreadsheet unpacks to more than %(most)s MB. Send only the table."),
            most=MOST_UNPACKED // 1_000_000,
        )
    if "xl/workbook.xml" not in names:
        raise FileRefused(
            gettext_noop("This is no spreadsheet. Send .xlsx, .csv or .ics; not %(name)s."),
            name="zip",
        )
    extent = Extent()
    for entry in entries:
        with suppress(*NO_PART, LookupError), archive.open(entry) as part:
            extent.read(part)


class Extent:
    """What the parts of a workbook unfold to, counted as a stream before anything is built.

    Any part may be a sheet, whatever its name; one that is no XML counts nothing.
    """

    def __init__(self) -> None:
        self.rows = self.cells = self.covered = 0

    def read(self, part: IO[bytes]) -> None:
        """Count one part; refuse as soon as there is too much."""
        self.rows = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self.count
        while piece := part.read(65_536):
            parser.Parse(piece)
            self.check()

    def count(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self.rows += name == "row"
        self.cells += name in ("row", "c")
        if name in UNFOLDED:
            self.covered += area(attributes.get("ref", ""))

    def check(self) -> None:
        if self.rows > MOST_ROWS * 2:
            raise too_many(self.rows)
        if self.cells > MOST_CELLS or self.covered > MOST_COVERED:
            raise FileRefused(
                gettext_noop(
                    "The spreadsheet has more than %(most)s cells, or merges as many. "
                    "Send only the table."
                ),
                most=MOST_COVERED if self.covered > MOST_COVERED else MOST_CELLS,
            )


def area(reference: str) -> int:
    """How many cells "A1:C3" or "A:C" covers; 0 where it is no reference."""
    try:
        left, top, right, bottom = range_boundaries(reference)
    except ValueError:
        return 0
    return ((right or 16_384) - (left or 1) + 1) * ((bottom or 1_048_576) - (top or 1) + 1)


def check_formulas(sheet: Worksheet, formulas: Worksheet) -> None:
    """Refuse formulas whose value was never saved: nobody could tell what they show."""
    for row in formulas.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS):
        for cell in row:
            if cell.data_type == "f" and sheet[cell.coordinate].value is None:
                raise FileRefused(
                    gettext_noop(
                        "Cell %(cell)s holds a formula without a value. Open the file, save it, "
                        "and send it again."
                    ),
                    cell=cell.coordinate,
                )


def filled(sheet: Worksheet) -> dict[tuple[int, int], object]:
    """The value of a merged cell for each cell it covers in its own column."""
    found: dict[tuple[int, int], object] = {}
    for merged in sheet.merged_cells.ranges:
        value = sheet.cell(merged.min_row, merged.min_col).value
        if merged.max_row - merged.min_row < MOST_ROWS:
            for row in range(merged.min_row, merged.max_row + 1):
                found[row, merged.min_col] = value
    return found
