"""Rows -> a week from Sunday to Saturday, a list a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from festivals.calendar.bars import Ghost, in_lanes, lanes_of
from festivals.calendar.days import Day, Sheet
from festivals.calendar.spans import Years, week_of_day
from festivals.models.editions import Edition

DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True)
class Week:
    """Seven days. Each carries its marks: what lasts several days first, then by the hour."""

    days: list[Day]
    years: Years

    @property
    def first(self) -> date:
        return self.days[0].date

    @property
    def last(self) -> date:
        return self.days[-1].date

    @property
    def previous(self) -> date | None:
        return self.first - WEEK if self.years.hold(self.first - DAY) else None

    @property
    def next(self) -> date | None:
        return self.years.held(self.first + WEEK)

    @property
    def is_within_a_month(self) -> bool:
        return self.first.month == self.last.month


def week_of(day: date, editions: Iterable[Edition], sheet: Sheet) -> Week:
    """The week that holds a day. A window of days is told in words here: whiskers are left out."""
    days = week_of_day(day)
    found = []
    for each, lanes in zip(days, lanes_of(days, in_lanes(editions)), strict=True):
        marks = [mark for mark in lanes if mark and mark.kind != "whisker"]
        marks.sort(key=lambda mark: (isinstance(mark, Ghost), mark.sort_hour))
        found.append(sheet.cell(each, list(marks)))
    return Week(found, sheet.years)
