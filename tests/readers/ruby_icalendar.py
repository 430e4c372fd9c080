"""The `icalendar` gem, which reads calendars in Ruby on Rails (Discourse, OpenProject).

`icalendar.rb` is the script; its traps are told there.
"""

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache

from tests.readers.processes import HERE, only, read_through
from tests.readers.reading import Answer, ReadCalendar


@cache
def missing() -> str | None:
    asked = ["ruby", "-e", 'require "icalendar"']
    if (
        shutil.which("ruby")
        and not subprocess.run(asked, check=False, capture_output=True).returncode
    ):
        return None
    return "Ruby's icalendar is not installed (Debian and Ubuntu: apt install ruby ruby-icalendar)."


def read(raw: bytes) -> ReadCalendar:
    return only(read_each([raw]))


def read_each(raws: Sequence[bytes]) -> list[Answer]:
    return read_through(["ruby", str(HERE / "icalendar.rb")], raws)
