"""Rows -> the office's year: festival by month, with what collides and what is empty.

Words used here:
    mark    one edition in its month
    clash   two editions that take each other's people: near each other at the same hours, or
            two flagships in one weekend
    gap     a weekend without any festival
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from django.utils.dates import MONTHS_3

from destinations.geography import distance_km
from festivals.models.editions import Edition
from festivals.models.festivals import Festival
from festivals.wording import in_words

SATURDAY, FRIDAY = 5, 4
NEAR_KM = 3.0
WEEKEND = timedelta(days=2)


@dataclass
class Mark:
    """One edition on the board."""

    edition: Edition
    is_clash: bool = False

    @property
    def label(self) -> str:
        """Its days as numbers, or a question mark where only the month is known."""
        if not self.edition.is_dated:
            return "?"
        first, last = self.edition.starts_on, self.edition.ends_on
        if first == last:
            return str(first.day)
        return f"{first.day}–{last.day}"

    @property
    def words(self) -> str:
        """Its days and its state, for who cannot see the form."""
        first, last = self.edition.starts_on, self.edition.ends_on
        days = in_words(first) if first == last else f"{in_words(first, last)} – {in_words(last)}"
        return f"{days}, {self.edition.status_name}"

    @property
    def form(self) -> str:
        clash = " edition-mark--clash" if self.is_clash else ""
        return f"edition-mark--{self.edition.certainty}{clash}"


@dataclass
class Row:
    """One festival: its marks by month, January first."""

    festival: Festival
    months: list[list[Mark]] = field(default_factory=lambda: [[] for _ in range(12)])


@dataclass(frozen=True)
class Clash:
    """Two editions, the day they share, and why that matters: "near" or "flagships"."""

    first: Edition
    second: Edition
    day: date
    kind: str


@dataclass(frozen=True)
class Board:
    """The year of the office."""

    year: int
    rows: list[Row]
    clashes: list[Clash]
    gaps: list[date]  # The Saturdays of empty weekends.
    counts: Mapping[str, int]  # By status.
    dated: list[int]  # Dated editions of each month.

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def heads(self) -> list[tuple[int, str, int]]:
        """Number, name and dated editions of each month."""
        return [(n + 1, str(MONTHS_3[n + 1]).title(), count) for n, count in enumerate(self.dated)]


def board_of(year: int, festivals: Iterable[Festival], editions: Iterable[Edition]) -> Board:
    """Lay the editions of a year out; festivals without any stand at the end."""
    rows = {festival.pk: Row(festival) for festival in festivals}
    marks: dict[int, Mark] = {}
    counts: dict[str, int] = defaultdict(int)
    shown = [e for e in editions if e.starts_on.year == year and e.festival_id in rows]
    for edition in shown:
        marks[edition.pk] = mark = Mark(edition)
        rows[edition.festival_id].months[edition.starts_on.month - 1].append(mark)
        counts[edition.status] += 1
    on = [e for e in shown if e.is_dated and e.is_taking_place]
    clashes = clashes_of(on)
    for clash in clashes:
        marks[clash.first.pk].is_clash = marks[clash.second.pk].is_clash = True
    dated = [sum(e.starts_on.month == month for e in on) for month in range(1, 13)]
    return Board(year, in_order(rows.values()), clashes, gaps_of(year, on), counts, dated)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """By the first day in the year, then by name."""

    def key(row: Row) -> tuple[date, str]:
        days = [mark.edition.starts_on for marks in row.months for mark in marks]
        return min(days, default=date.max), row.festival.slug

    return sorted(rows, key=key)


def clashes_of(editions: list[Edition]) -> list[Clash]:
    """Pairs that share a day and a neighbourhood and hours, and flagships of one weekend."""
    by_day: dict[date, list[Edition]] = defaultdict(list)
    for edition in editions:
        for day in edition.span.each():
            by_day[day].append(edition)
    found: dict[tuple[int, int], Clash] = {}
    for day, rows in sorted(by_day.items()):
        for one, other in combinations(rows, 2):
            if one.festival_id != other.festival_id and collide(one, other):
                found.setdefault((one.pk, other.pk), Clash(one, other, day, "near"))
    flagships = [edition for edition in editions if edition.festival.flagship]
    for one, other in combinations(flagships, 2):
        day = shared_weekend(one, other)
        if day and one.festival_id != other.festival_id:
            found.setdefault((one.pk, other.pk), Clash(one, other, day, "flagships"))
    return sorted(found.values(), key=lambda clash: clash.day)


def collide(one: Edition, other: Edition) -> bool:
    """Whether they draw on the same people: near each other, at hours that overlap."""
    if distance_km(one.where.point, other.where.point) > NEAR_KM:
        return False
    if None in (one.begins_at, other.begins_at, one.minutes, other.minutes):
        return one.begins_at == other.begins_at
    (a, b), (c, d) = hours_of(one), hours_of(other)
    return a < d and c < b


def hours_of(edition: Edition) -> tuple[int, int]:
    """From and to, in minutes of the day."""
    begins = edition.begins_at
    start = begins.hour * 60 + begins.minute if begins else 0
    return start, start + (edition.minutes or 24 * 60)


def shared_weekend(one: Edition, other: Edition) -> date | None:
    """The Friday of a weekend (Friday to Sunday) in which both are on, or None."""
    first = max(one.starts_on, other.starts_on)
    before = first - timedelta(days=(first.weekday() - FRIDAY) % 7)
    for friday in (before, before + timedelta(days=7)):
        last = friday + WEEKEND
        if all(each.starts_on <= last and each.ends_on >= friday for each in (one, other)):
            return friday
    return None


def gaps_of(year: int, editions: Iterable[Edition]) -> list[date]:
    """The Saturdays of weekends on which nothing is on."""
    taken = {day for edition in editions for day in edition.span.each()}
    first = date(year, 1, 1)
    saturday = first + timedelta(days=(SATURDAY - first.weekday()) % 7)
    found = []
    while saturday.year == year:
        if not {saturday, saturday + timedelta(days=1)} & taken:
            found.append(saturday)
        saturday += timedelta(days=7)
    return found
