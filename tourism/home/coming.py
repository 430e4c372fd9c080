"""What is on from today on, as the front page tells it: tonight, this week, three weekends.

Pure over rows (from `.with_festival().with_page()`), the day and the moment. What is over by
the moment is left out; what has begun says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from festivals.dates.moon import full_moons_between
from festivals.dates.pawukon import pasaran
from festivals.dates.spans import Span
from festivals.models import Edition
from festivals.showing import first_of_each

EVENING = time(17)
WEEKENDS, SHOWN = 3, 6  # Columns, and rows in each.
WIDEST = 7  # days
SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True)
class Coming:
    """One edition as it stands at a moment."""

    edition: Edition
    now: datetime

    @property
    def local(self) -> datetime:
        """The moment on the clock of its place."""
        return self.now.astimezone(ZoneInfo(self.edition.where.timezone))

    @property
    def today(self) -> date:
        return self.local.date()

    @property
    def day(self) -> date:
        """The first day from today on which it is on."""
        return max(self.edition.starts_on, self.today)

    @property
    def is_ongoing(self) -> bool:
        """Whether it began on an earlier day."""
        return self.edition.starts_on < self.today

    @property
    def is_on_sunday(self) -> bool:
        return self.day.weekday() == SUNDAY

    @property
    def pasaran(self) -> str:
        return pasaran(self.day)

    @property
    def begins(self) -> datetime | None:
        """When it begins on that day, where its hour is known."""
        hour = self.edition.begins_at
        return datetime.combine(self.day, hour, self.local.tzinfo) if hour else None

    @property
    def has_begun(self) -> bool:
        """Whether today's hour is past."""
        return self.begins is not None and self.begins <= self.local

    @property
    def has_ended(self) -> bool:
        """Whether it is over for today, where its hour and its length are known."""
        minutes = self.edition.minutes
        if self.begins is None or minutes is None:
            return False
        return self.begins + timedelta(minutes=minutes) <= self.local

    @property
    def is_over(self) -> bool:
        """Whether its last day has ended; at midnight, where nobody knows its length."""
        is_last = self.edition.ends_on == self.today and self.has_ended
        return is_last or self.edition.ends_on < self.today

    @property
    def is_tonight(self) -> bool:
        """Whether it begins this evening, or has begun and goes on."""
        hour = self.edition.begins_at
        is_evening = hour is not None and hour >= EVENING
        return self.day == self.today and is_evening and not self.has_ended


@dataclass(frozen=True)
class Weekend:
    """A Saturday and a Sunday with the festivals that have a day in them, each once.

    `perhaps` are those whose day is expected just beside it and may still move into it.
    """

    span: Span
    rows: list[Coming]
    more: int
    perhaps: list[Edition]
    full_moon: date | None

    @property
    def is_within_a_month(self) -> bool:
        return self.span.first.month == self.span.last.month


def coming_of(editions: Iterable[Edition], now: datetime) -> list[Coming]:
    """Every edition that is not over, in the order of days and hours."""
    rows = [row for row in (Coming(edition, now) for edition in editions) if not row.is_over]
    return sorted(rows, key=lambda row: (row.day, row.edition.begins_at or time(), row.edition.pk))


def week_from(today: date) -> Span:
    """From today to Sunday."""
    return Span(today, today + timedelta(days=SUNDAY - today.weekday()))


def weekends_from(today: date) -> list[Span]:
    """The next three; on a Saturday the one that begins, on a Sunday those after it."""
    first = today + timedelta(days=(SATURDAY - today.weekday()) % 7)
    days = [first + timedelta(weeks=n) for n in range(WEEKENDS)]
    return [Span(day, day + timedelta(days=1)) for day in days]


def weekend_of(span: Span, rows: Sequence[Coming]) -> Weekend:
    """One column."""
    editions = [row.edition for row in rows]
    inside = [edition for edition in editions if edition.span.overlaps(span)]
    held = first_of_each(inside, len(inside))
    by_key = {row.edition.pk: row for row in rows}
    moons = full_moons_between(span.first, span.last)
    return Weekend(
        span,
        rows=[by_key[edition.pk] for edition in held[:SHOWN]],
        more=len(held[SHOWN:]),
        perhaps=[edition for edition in editions if may_move_into(edition, span)],
        full_moon=moons[0] if moons else None,
    )


def may_move_into(edition: Edition, span: Span) -> bool:
    """Whether the days are near it, but not in it, and a small window holds some of them.

    A window of weeks says nothing of one weekend.
    """
    if not edition.has_window or edition.earliest_on is None or edition.latest_on is None:
        return False
    window = Span(edition.earliest_on, edition.latest_on)
    return window.days <= WIDEST and window.overlaps(span) and not edition.span.overlaps(span)
