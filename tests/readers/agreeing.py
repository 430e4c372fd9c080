"""Where readers of iCalendar disagree about the same bytes.

They share no code and take different ways. Each has its own unfolding and its own escapes;
two know a zone by its name and never look at the VTIMEZONE (icalendar, sabre/vobject), two
look at it first (vobject, libical), two know nothing else (ical.js, Ruby's icalendar). Where
all agree, calendar apps will; where one differs, somebody will see it.

What is said as equal though it is not the same:
    - Instants are compared in UTC, whatever zone a reader tells them in (done on reading).
    - What is not said is what RFC 5545 says it then is: SEQUENCE 0, TRANSP OPAQUE (likewise).
    - A text with a backslash is not asked of Ruby's reader, which takes escapes back in the
      wrong order: a new line stands in it where the text says \\n.

Not compared are categories, place on the map and address: no app shows two of them alike.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from tests.readers import (
    c_libical,
    node_icaljs,
    php_sabre,
    python_icalendar,
    python_vobject,
    ruby_icalendar,
)
from tests.readers.reading import Answer, Read, ReadCalendar, Reader, one_by_one

RUBY = "Ruby's icalendar"
READERS = (
    Reader("icalendar", one_by_one(python_icalendar.read)),
    Reader("vobject", one_by_one(python_vobject.read)),
    Reader("ical.js", node_icaljs.read_each),
    Reader("libical", one_by_one(c_libical.read), c_libical.missing),
    Reader("sabre/vobject", php_sabre.read_each, php_sabre.missing),
    Reader(RUBY, ruby_icalendar.read_each, ruby_icalendar.missing),
)
NAMES = ("name", "shown_name")
FIELDS = (
    "start",
    "end",
    "status",
    "summary",
    "description",
    "location",
    "sequence",
    "transparent",
)

Event = tuple[str, int]  # Its UID, and which one of those that share it.
Said = dict[str, Any]  # Name of a reader -> what it says.


def available() -> list[Reader]:
    return [reader for reader in READERS if reader.missing() is None]


def left_out() -> list[str]:
    """How to get each reader that is not installed."""
    return [sentence for reader in READERS if (sentence := reader.missing())]


def disagreements(raw: bytes) -> list[str]:
    """A line for each value about which any two readers differ, and for each refusal."""
    (lines,) = disagreements_of([raw])
    return lines


def disagreements_of(raws: Sequence[bytes]) -> list[list[str]]:
    """The same for many files, in one process a reader."""
    answers = {reader.name: reader.read_each(raws) for reader in available()}
    return [
        list(compared({name: each[place] for name, each in answers.items()}))
        for place in range(len(raws))
    ]


def compared(answers: dict[str, Answer]) -> Iterator[str]:
    calendars = {n: read for n, read in answers.items() if isinstance(read, ReadCalendar)}
    for name in sorted(answers.keys() - calendars.keys()):
        yield f"{name} cannot read it: {str(answers[name])[:200]}"
    for field in NAMES:
        yield from differences(
            f"calendar: {field}", {n: getattr(read, field) for n, read in calendars.items()}
        )
    events = {name: numbered(read.events) for name, read in calendars.items()}
    for event in sorted({event for each in events.values() for event in each}):
        yield from compared_event(event, {name: each.get(event) for name, each in events.items()})


def compared_event(event: Event, said: dict[str, Read | None]) -> Iterator[str]:
    uid, place = event
    label = f"{uid} ({place})" if place else uid
    if blind := [name for name, read in said.items() if read is None]:
        yield f"{label}: not there for {', '.join(blind)}"
    seen = {name: read for name, read in said.items() if read is not None}
    for field in FIELDS:
        said_of_it = {name: getattr(read, field) for name, read in seen.items()}
        if any("\\" in value for value in said_of_it.values() if isinstance(value, str)):
            said_of_it.pop(RUBY, None)
        yield from differences(f"{label}: {field}", said_of_it)


def numbered(events: Sequence[Read]) -> dict[Event, Read]:
    """Events by UID; the second of one UID is (UID, 1)."""
    met: Counter[str] = Counter()
    found = {}
    for event in events:
        found[event.uid, met[event.uid]] = event
        met[event.uid] += 1
    return found


def differences(label: str, said: Said) -> Iterator[str]:
    """One line where not all say the same: who says what, shortened around the difference."""
    kinds: dict[Any, list[str]] = {}
    for name, value in said.items():
        kinds.setdefault(value, []).append(name)
    if len(kinds) > 1:
        same = shared_beginning([value for value in kinds if isinstance(value, str)])
        views = [f"{shown(value, same)} for {', '.join(who)}" for value, who in kinds.items()]
        yield f"{label} is {'; '.join(views)}"


def shared_beginning(texts: Sequence[str]) -> int:
    """How many characters all texts begin with alike."""
    return sum(
        1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False))
    )


def shown(value: Any, same: int) -> str:
    """A value; a long text from a little before the place where it differs."""
    if not isinstance(value, str):
        return str(value)
    start = max(0, same - 20)
    return f"{'...' if start else ''}{value[start : same + 40]!r}"
