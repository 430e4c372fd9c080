"""Editions on the days of a week.

Words used here:
    bar   one edition on one day; an edition of several days is one bar from start to end
    lane  the height at which a bar runs through a week, so that its parts stay in line
"""

from calendar import SUNDAY
from dataclasses import dataclass
from datetime import date

from festivals.models.editions import Edition
from festivals.wording import weekday_and_day


@dataclass(frozen=True)
class Bar:
    """One edition on one day."""

    edition: Edition
    day: date

    @property
    def part(self) -> str:
        """ "only", or its place in a bar of several days: "start", "middle", "end"."""
        if self.edition.starts_on == self.edition.ends_on:
            return "only"
        if self.day == self.edition.starts_on:
            return "start"
        return "end" if self.day == self.edition.ends_on else "middle"

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
    def hour(self) -> str:
        """When it begins, where it lasts one day: "19:30"."""
        begins = self.edition.begins_at if self.part == "only" else None
        return f"{begins:%H:%M}" if begins else ""

    @property
    def words(self) -> str:
        """The day in full for screen readers."""
        return f"{weekday_and_day(self.day)} {self.day.year}"

    @property
    def says_its_name(self) -> bool:
        """The name stands where the bar begins, and again on each Sunday it runs on to."""
        return self.part in {"only", "start"} or self.day.weekday() == SUNDAY


def lanes_of(days: list[date], rows: list[Edition]) -> list[list[Bar | None]]:
    """For each day of one week its lanes from the top; None is a gap under a longer bar."""
    lanes: list[list[Bar | None]] = [[] for day in days]
    for row in rows:
        held = [n for n, day in enumerate(days) if day in row.span]
        if not held:
            continue
        depth = 0
        while any(len(lanes[n]) > depth and lanes[n][depth] for n in held):
            depth += 1
        for n in held:
            lanes[n].extend([None] * (depth + 1 - len(lanes[n])))
            lanes[n][depth] = Bar(row, days[n])
    return lanes
