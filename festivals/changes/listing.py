"""The change list as one reader sees it: lines that touch what a filter leaves, and where to go on.

A line that brings an edition into the filter tells it whole; one that takes it out is a
tombstone, `removed`. So whoever applies the lines in order holds what the filter holds.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from datetime import datetime

from festivals.changes.membership import Membership, membership_of
from festivals.changes.states import State, severity
from festivals.filters import FEED_ONLY, FeedFilter
from festivals.models import Notice
from tourism.base.filters import canonical

MOST = 200  # Lines in one answer.
MOST_READ = 2000  # Lines that are looked at for one answer.
LATEST = "latest"
MANNERS = FEED_ONLY
WORDS = {"name": "name", "note": "note", "place_name": "place"}
Kind = Notice.Kind


class CursorRefused(ValueError):
    """A cursor that this list never gave to a reader of this filter."""


@dataclass(frozen=True)
class Line:
    """One change of what a filter leaves. `old` and `new` hold only what differs."""

    number: int
    at: datetime
    kind: str
    severity: str
    state: State  # Of the edition after it; of one that is gone, before.
    old: State
    new: State
    authority: str
    reason: str
    document: str


@dataclass(frozen=True)
class Part:
    """Some lines, the cursor that follows them, and whether there is more to read now."""

    lines: list[Line]
    next: str
    more: bool


def part_after(filters: FeedFilter, since: str, *, limit: int, language: str) -> Part:
    """The lines after a cursor ("": from the beginning; "latest": from now on), oldest first.

    Raises `CursorRefused`. No more than `MOST_READ` lines are looked at; where that gives fewer
    than `limit`, the cursor goes on behind them.
    """
    name, last = name_of(filters), last_number()
    at = last if since == LATEST else number_in(since, name) if since else 0
    if at > last:
        raise CursorRefused
    members, lines = membership_of(filters), []
    rows = Notice.objects.filter(pk__gt=at, pk__lte=last).order_by("pk")
    for row in rows[:MOST_READ].iterator(chunk_size=limit):
        at = row.pk
        if line := line_of(row, members, language):
            lines.append(line)
        if len(lines) == limit:
            break
    return Part(lines, cursor_at(at, name), more=at < last)


def latest(
    filters: FeedFilter, *, limit: int, language: str, before: int | None = None
) -> tuple[list[Line], int | None]:
    """The newest lines first, for people; and the number to go on before, or None at the end.

    That an edition was entered which was over by then is no news.
    """
    members, lines, at = membership_of(filters), [], None
    rows = Notice.objects.order_by("-pk")
    rows = rows.filter(pk__lt=before) if before else rows
    for row in rows[:MOST_READ].iterator(chunk_size=limit):
        at = row.pk
        line = line_of(row, members, language)
        if line and not is_history(line):
            lines.append(line)
        if len(lines) == limit:
            break
    is_more = at is not None and Notice.objects.filter(pk__lt=at).exists()
    return lines, at if is_more else None


def line_of(row: Notice, members: Membership, language: str) -> Line | None:
    """One line as the readers of a filter see it in a language; None where it is not for them."""
    old = spoken(row.old, language) if row.old and members.holds(row.old) else {}
    new = spoken(row.new, language) if row.new and members.holds(row.new) else {}
    if not (old or new):
        return None
    level = severity(row.old if old else None, row.new if new else None)
    if old and new:
        names = [name for name in new if old[name] != new[name]]
        if not names:
            return None  # Only the other language reads differently.
        old, new = ({name: state[name] for name in names} for state in (old, new))
    return Line(
        number=row.pk,
        at=row.at,
        kind=row.kind if new else Kind.REMOVED,
        severity=level,
        state=spoken(row.new or row.old or {}, language),
        old=old,
        new=new,
        authority=row.authority,
        reason=row.reason,
        document=row.document,
    )


def is_history(line: Line) -> bool:
    return line.kind == Kind.ADDED and line.state["last"] < line.at.date().isoformat()


def spoken(state: State, language: str) -> State:
    """A state in one language: `name` for `name_en`."""
    others = ("_en", "_id")
    found = {name: value for name, value in state.items() if not name.endswith(others)}
    return found | {word: state[f"{name}_{language}"] for word, name in WORDS.items()}


def last_number() -> int:
    return Notice.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def name_of(filters: FeedFilter) -> str:
    """What is another for another set. The language and the feed's manners do not matter."""
    query = canonical(filters, beside=())
    for name in MANNERS:
        query.pop(name, None)
    said = f"{query.urlencode()}&{filters.holds_projected}&{filters.cancelled_as == 'drop'}"
    return hashlib.blake2b(said.encode(), digest_size=6).hexdigest()


def cursor_at(number: int, name: str) -> str:
    """A place in the list for the readers of one filter, not to be read by them."""
    return base64.urlsafe_b64encode(f"{number}.{name}".encode()).decode().rstrip("=")


def number_in(cursor: str, name: str) -> int:
    try:
        written = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        number, _, of = written.decode("ascii").partition(".")
    except (binascii.Error, ValueError):
        raise CursorRefused from None
    if of != name or not number.isdecimal() or cursor != cursor_at(int(number), name):
        raise CursorRefused
    return int(number)
