"""Editions on the days of a week.

Words used here:
    bar      one edition on one day; an edition of several days is one bar from start to end
    whisker  a day on which a projected edition may begin, beside the one it is expected on
    ghost    the day from which an edition was moved away
    lane     the height at which a bar runs through a week, so that its parts stay in line
"""

from calendar import SUNDAY
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from festivals.models.editions import Edition
from festivals.wording import in_words, short_day, weekday_and_day

WIDEST_WHISKER = timedelta(days=5)  # A wider window is told in words; it would fill the sheet.


@dataclass(frozen=True)
class Bar:
    """One edition on one day."""

    edition: Edition
    day: date
    kind = "bar"

    @property
    def part(self) -> str:
        """ "only", or its place in a bar of several days: "start", "middle", "end"."""
        return part_of(self.day, self.edition.starts_on, self.edition.ends_on)

    @property
    def form(self) -> str:
        """How it is drawn, as class names: its part, how sure it is, its category."""
        part = "" if self.part == "only" else f"bar--{self.part} "
        return f"{part}bar--{self.edition.certainty} category-{self.edition.festival.category}"

    @property
    def number(self) -> int:
        """Which day of the edition this is; the first is 1."""
        return (self.day - self.edition.starts_on).days + 1

    @property
    def total(self) -> int:
        return (self.edition.ends_on - self.edition.starts_on).days + 1

    @property
    def sort_hour(self) -> str:
        """Its place in a list of the day: several days first, then by the hour."""
        return self.hour if self.part == "only" else ""

    @property
    def hour(self) -> str:
        """When it begins, where it lasts one day: "19:30"."""
        begins = self.edition.begins_at if self.part == "only" else None
        return f"{begins:%H:%M}" if begins else ""

    @property
    def words(self) -> str:
        """The day in full for screen readers, and the window of a projected one."""
        day = f"{weekday_and_day(self.day)} {self.day.year}"
        if not self.edition.has_window:
            return day
        window = _("its first day between %(first)s and %(last)s") % {
            "first": in_words(self.edition.earliest_on, self.edition.latest_on),
            "last": in_words(self.edition.latest_on),
        }
        return f"{day}, {window}"

    @property
    def state(self) -> str:
        """What is said beside the name: what became of it, its window, or its hour."""
        edition = self.edition
        if not edition.is_taking_place:
            return edition.status_name
        if edition.has_window:
            return f"{short_day(edition.earliest_on)}–{short_day(edition.latest_on)}"
        if edition.moved_from and edition.certainty == "moved":
            return _("from %(day)s") % {"day": short_day(edition.moved_from)}
        return _("last day") if self.part == "end" else self.hour

    @property
    def says_its_name(self) -> bool:
        """The name stands where the bar begins, and again on each Sunday it runs on to."""
        return self.part in {"only", "start"} or self.day.weekday() == SUNDAY


@dataclass(frozen=True)
class Whisker:
    """A day on which a projected edition may begin too."""

    edition: Edition
    day: date
    kind = "whisker"

    @property
    def form(self) -> str:
        edition = self.edition
        part = part_of(
            self.day,
            min(edition.earliest_on, edition.starts_on),
            max(edition.latest_on, edition.ends_on),
        )
        return f"whisker--{part} category-{edition.festival.category}"


@dataclass(frozen=True)
class Ghost:
    """A day from which an edition was moved away."""

    edition: Edition
    day: date
    kind = "ghost"

    @property
    def sort_hour(self) -> str:
        return ""

    @property
    def state(self) -> str:
        return _("to %(last)s") % {"last": short_day(self.edition.starts_on)}

    @property
    def words(self) -> str:
        """Where it is now, for screen readers."""
        day = f"{weekday_and_day(self.edition.starts_on)} {self.edition.starts_on.year}"
        return _("moved to %(day)s") % {"day": day}


Mark = Bar | Whisker | Ghost


def part_of(day: date, first: date, last: date) -> str:
    if first == last:
        return "only"
    if day == first:
        return "start"
    return "end" if day == last else "middle"


def mark_of(row: Edition, day: date) -> Mark | None:
    """What an edition puts on a day."""
    if row.starts_on <= day <= row.ends_on:
        return Bar(row, day)
    if row.moved_from == day:
        return Ghost(row, day)
    if row.has_window and row.earliest_on and row.latest_on:
        is_narrow = row.latest_on - row.earliest_on <= WIDEST_WHISKER
        return Whisker(row, day) if is_narrow and row.earliest_on <= day <= row.latest_on else None
    return None


def in_lanes(editions: Iterable[Edition]) -> list[Edition]:
    """Editions in the order in which they take lanes: by first day, the longer before."""
    return sorted(editions, key=lambda row: (row.starts_on, -row.span.days, row.pk))


def lanes_of(days: list[date], rows: Iterable[Edition]) -> list[list[Mark | None]]:
    """For each day of one week its lanes from the top; None is a gap under a longer bar."""
    lanes: list[list[Mark | None]] = [[] for day in days]
    for row in rows:
        marks = {n: mark for n, day in enumerate(days) if (mark := mark_of(row, day))}
        if not marks:
            continue
        depth = 0
        while any(len(lanes[n]) > depth and lanes[n][depth] for n in marks):
            depth += 1
        for n, mark in marks.items():
            lanes[n].extend([None] * (depth + 1 - len(lanes[n])))
            lanes[n][depth] = mark
    return lanes
