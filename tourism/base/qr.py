"""An address as a square for the camera of a phone, as plain data for an SVG."""

from dataclasses import dataclass
from itertools import groupby

import segno

LONGEST = 700  # Letters; what is longer makes a square too fine for a phone to read.
QUIET = 4  # The light border, in modules, that ISO/IEC 18004 asks for.


@dataclass(frozen=True)
class QrCode:
    """A square of `size` modules to a side, its quiet zone outside of it; `path` is its ink."""

    size: int
    path: str

    @property
    def view_box(self) -> str:
        whole = self.size + 2 * QUIET
        return f"-{QUIET} -{QUIET} {whole} {whole}"


def qr_code(address: str) -> QrCode | None:
    """The square of an address; None where it is too long for one."""
    if len(address) > LONGEST:
        return None
    rows = segno.make(address, error="l", micro=False).matrix
    path = "".join(stripes(row, y) for y, row in enumerate(rows))
    return QrCode(len(rows), path)


def stripes(row: bytearray, y: int) -> str:
    """The dark runs of a row, a rectangle each."""
    found, x = [], 0
    for is_dark, run in groupby(row):
        width = len(list(run))
        if is_dark:
            found.append(f"M{x} {y}h{width}v1h-{width}z")
        x += width
    return "".join(found)
