"""An iCalendar file as somebody else's software read it.

Words used here:
    reader    a program or library that reads iCalendar and shares no code with the others
    answer    what a reader made of one file: a `ReadCalendar`, or why it could not read it
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


class Unreadable(Exception):
    """A reader gave up on a file, or says itself that something in it is broken."""


@dataclass(frozen=True)
class Read:
    """One event, each value as the reader's own interface gives it.

    `start` and `end` are a `date` where the event is all day (the end is the first day
    after it), an aware `datetime` in UTC where the reader knows the instant, and a naive
    `datetime` where it found no zone. None is what the event does not say; a `sequence`
    that is not said is 0, an event whose transparency is not said is opaque (RFC 5545).
    """

    uid: str
    start: date | None = None
    end: date | None = None
    status: str | None = None
    summary: str | None = None
    description: str | None = None
    location: str | None = None
    sequence: int = 0
    transparent: bool = False
    categories: tuple[str, ...] = ()
    url: str | None = None
    geo: tuple[float, float] | None = None  # Latitude, longitude.


@dataclass(frozen=True)
class ReadCalendar:
    """A file: `name` is its NAME (RFC 7986), `shown_name` its X-WR-CALNAME."""

    events: tuple[Read, ...]
    name: str | None = None
    shown_name: str | None = None


Answer = ReadCalendar | Unreadable


@dataclass(frozen=True)
class Reader:
    """A reader by name; `missing` says how to get it where it is not installed."""

    name: str
    read_each: Callable[[Sequence[bytes]], list[Answer]]
    missing: Callable[[], str | None] = lambda: None


def calendar_read(events: Sequence[Read], **names: str | None) -> ReadCalendar:
    """The events in the order of their UIDs; events that share one stay as they were."""
    return ReadCalendar(tuple(sorted(events, key=lambda event: event.uid)), **names)


def one_by_one(read: Callable[[bytes], ReadCalendar]) -> Callable[[Sequence[bytes]], list[Answer]]:
    """Many files for a reader that lives in this process."""

    def answer(raw: bytes) -> Answer:
        try:
            return read(raw)
        except Unreadable as refusal:
            return refusal

    return lambda raws: [answer(raw) for raw in raws]


def text_of(value: Any) -> str | None:
    """A plain string of a library's own kind of string."""
    return None if value is None else str(value)
