"""`sabre/vobject`, which reads calendars in Nextcloud, ownCloud and Baikal; here Debian's 2.1.

`sabre.php` is the script; its traps are told there.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.readers.processes import HERE, only, read_through
from tests.readers.reading import Answer, ReadCalendar

LIBRARY = Path("/usr/share/php/Sabre/VObject/autoload.php")
PHP = ("php", "-d", "memory_limit=-1", "-d", "display_errors=stderr")


def missing() -> str | None:
    if shutil.which("php") and LIBRARY.exists():
        return None
    return (
        "sabre/vobject is not installed (Debian and Ubuntu: apt install php-cli php-sabre-vobject)."
    )


def read(raw: bytes) -> ReadCalendar:
    return only(read_each([raw]))


def read_each(raws: Sequence[bytes]) -> list[Answer]:
    return read_through([*PHP, str(HERE / "sabre.php"), str(LIBRARY)], raws)
