"""A row of somebody's calendar as it was read, how many there may be, and why a file is refused."""

from dataclasses import dataclass

from festivals.dates.reading import Sentence, gettext_noop

MOST_BYTES, MOST_ROWS, MOST_COLUMNS = 10_000_000, 5_000, 60
Cells = list[object]


class FileRefused(Sentence):
    """A file that is not read; the sentence says what to send instead."""


@dataclass(frozen=True)
class RawRow:
    """One row: its number in the file (from 1), and its cells as text or as true dates.

    `uid` names the row in its source for ever, where the source gives it such a name.
    """

    number: int
    name: str
    when: object
    until: object = None
    month: int | None = None  # Of a section or a column of months, where the date has none.
    time: str = ""
    place: str = ""
    note: str = ""
    uid: str = ""
    is_cancelled: bool = False


def too_many(rows: int) -> FileRefused:
    return FileRefused(
        gettext_noop("The table has %(rows)s rows; send one year, at most %(most)s."),
        rows=rows,
        most=MOST_ROWS,
    )


def too_big(size: int) -> FileRefused:
    """What to say of a file of so many bytes, or of so many at least."""
    return FileRefused(
        gettext_noop("The file has %(size)s MB; send one of at most %(most)s MB."),
        size=-(-size // 1_000_000),
        most=MOST_BYTES // 1_000_000,
    )
