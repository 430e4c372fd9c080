"""Rows -> the sheet of a month: plain data that a template prints without a thought."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from festivals.calendar.bars import in_lanes, lanes_of
from festivals.calendar.days import Day, Sheet
from festivals.calendar.spans import SUNDAY_FIRST, Years, last_of_month
from festivals.models.editions import Edition
from festivals.wording import months_in_words


@dataclass(frozen=True)
class Month:
    """A month in weeks from Sunday to Saturday, as Indonesian wall calendars print it."""

    first: date
    weeks: list[list[Day]]
    years: Years

    @property
    def last(self) -> date:
        return last_of_month(self.first)

    @property
    def previous(self) -> date | None:
        return self.years.held((self.first - timedelta(days=1)).replace(day=1))

    @property
    def next(self) -> date | None:
        return self.years.held(self.last + timedelta(days=1))

    @property
    def holidays(self) -> list[Day]:
        return [day for day in self.days if day.holiday]

    @property
    def days(self) -> list[Day]:
        """The days of the month itself."""
        return [day for week in self.weeks for day in week if day.is_inside]

    @property
    def bands(self) -> set[str]:
        """Which bands and moons its key has to explain."""
        days = [day for week in self.weeks for day in week]
        return {band for day in days for band in day.bands} | {day.moon for day in days if day.moon}

    @property
    def lunar(self) -> list[str]:
        """Which Hijri and Javanese months it spans, and whether their days agree."""
        names = [day.names for day in self.days if day.names]
        if not names:
            return []
        agree = all(found.hijri.day == found.javanese.day for found in names)
        words = _("Hijri and Javanese days agree") if agree else _("Hijri and Javanese days differ")
        first, last = names[0], names[-1]
        return [
            months_in_words(first.hijri, last.hijri),
            months_in_words(first.javanese, last.javanese),
            words,
        ]


def month_of(first: date, editions: Iterable[Edition], sheet: Sheet) -> Month:
    """Lay dated editions out over the weeks of the month that begins on `first`."""
    rows = in_lanes(editions)
    weeks = [
        [
            sheet.cell(day, lanes, is_inside=day.month == first.month)
            for day, lanes in zip(days, lanes_of(days, rows), strict=True)
        ]
        for days in SUNDAY_FIRST.monthdatescalendar(first.year, first.month)
    ]
    return Month(first, weeks, sheet.years)
