"""`ical.js`, which reads calendars in Thunderbird, Nextcloud and many web apps.

It runs in the Node.js that comes with Playwright, so that no machine needs one of its own.
`icaljs.cjs` is the script; its traps are told there.
"""

from collections.abc import Sequence

from playwright._impl._driver import compute_driver_executable

from tests.readers.processes import HERE, only, read_through
from tests.readers.reading import Answer, ReadCalendar


def read(raw: bytes) -> ReadCalendar:
    return only(read_each([raw]))


def read_each(raws: Sequence[bytes]) -> list[Answer]:
    node, _ = compute_driver_executable()
    return read_through([str(node), str(HERE / "icaljs.cjs")], raws)
