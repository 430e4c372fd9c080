"""What each row of somebody's calendar is taken for, and why. Nothing is written here.

A row is known by the source's own name for it, else by its festival and its days, else it is
unclear: a weak match is a question for a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

from festivals.dates.reading import gettext_noop
from festivals.dates.spans import Span
from festivals.imports import calendars, sheets
from festivals.imports.days import Named, Unclear, days_of
from festivals.imports.daywords import TENTATIVE
from festivals.imports.names import Names, key_of
from festivals.imports.rows import MOST_BYTES, FileRefused, RawRow, too_big
from festivals.lifecycle import IT_IS_CANCELLED
from festivals.models import Edition, Festival, Import, ImportRow

Outcome = ImportRow.Outcome
Status = Edition.Status
SAME_HOLDING = timedelta(days=75)  # An edition of the year so near is the one the row means.


@dataclass(frozen=True)
class Report:
    """What a row is taken for, and why. `reason` is a sentence to translate."""

    row: RawRow
    key: str
    outcome: str
    slug: str = ""
    span: Span | None = None
    status: str = Status.CONFIRMED
    edition: Edition | None = None
    reason: str = ""
    values: Any = None
    closest: tuple[str, ...] = ()


class Reader:
    """What reports are made against: the names, the year's editions, the source's history."""

    def __init__(self, source: str, year: int) -> None:
        festivals = list(Festival.objects.all())
        self.year = year
        self.festivals = {row.slug: row for row in festivals}
        self.names = Names({row.slug: [row.name_id, row.name_en] for row in festivals})
        editions = Edition.objects.filter(
            starts_on__gte=date(year, 1, 1) - SAME_HOLDING,
            starts_on__lte=date(year, 12, 31) + SAME_HOLDING,
        )
        self.editions: dict[str, list[Edition]] = {}
        for edition in editions.select_related("festival", "place").order_by("starts_on"):
            self.editions.setdefault(edition.festival.slug, []).append(edition)
        self.history: dict[str, list[Edition]] = {}
        for row in ImportRow.objects.known_of(source).filter(batch__year=year).order_by("pk"):
            if row.key and row.edition not in self.history.setdefault(row.key, []):
                self.history[row.key].append(row.edition)
        self.taken: dict[tuple[str, Span], int] = {}
        self.used: set[int] = set()

    def report(self, row: RawRow, *, slug: str = "", span: Span | None = None) -> Report:
        """What a row is taken for; `slug` and `span` are what a person has settled."""
        made = self.named(row, slug, span)
        if made.outcome == Outcome.UNCLEAR or made.span is None:
            return made
        first = self.taken.setdefault((made.slug, made.span), row.number)
        if first != row.number:
            return replace(
                made,
                outcome=Outcome.DUPLICATE,
                reason=gettext_noop("The same as row %(row)s."),
                values={"row": first},
            )
        return self.against_editions(made, made.span)

    def named(self, row: RawRow, slug: str, span: Span | None) -> Report:
        """The festival and the days of a row, or what is unclear of them."""
        key = row.uid or key_of(row.name)
        known = self.history.get(key)
        match = self.names.match(row.name)
        slug = slug or (known[-1].festival.slug if known else match.slug)
        made = Report(row, key, Outcome.UNCLEAR, slug, span, closest=match.closest)
        if any(word in f"{row.note} {row.when}".lower() for word in TENTATIVE):
            made = replace(made, status=Status.PROPOSED)
        if span is None:
            found = self.days(row)
            if isinstance(found, Unclear):
                return replace(made, reason=found.template, values=found.values)
            made = replace(made, span=found.span)
            if found.weekday:
                made = replace(
                    made,
                    reason=gettext_noop("The file says %(weekday)s, which that day is not."),
                    values={"weekday": found.weekday},
                )
        if not slug:
            return replace(
                made,
                reason=gettext_noop("No festival here is surely meant by “%(name)s”. Choose one."),
                values={"name": row.name},
            )
        return replace(made, outcome=Outcome.NEW)

    def days(self, row: RawRow) -> Named | Unclear:
        """The days of a row, with a last day of its own column where there is one."""
        first = days_of(row.when, year=self.year, month=row.month)
        if isinstance(first, Unclear) or row.until in (None, ""):
            return first
        last = days_of(row.until, year=self.year, month=row.month)
        if isinstance(last, Unclear):
            return last
        if last.span.last < first.span.first:
            return Unclear(
                gettext_noop("“%(text)s” ends before it begins. Give the days."),
                {"text": f"{row.when} / {row.until}"},
            )
        return Named(Span(first.span.first, last.span.last), first.weekday)

    def against_editions(self, made: Report, span: Span) -> Report:
        """Whether the edition is there, and what the row would change of it."""
        if self.year not in (span.first.year, span.last.year):
            return unclear(
                made,
                gettext_noop("It is in %(other)s, and the file is read for %(year)s."),
                other=span.first.year,
                year=self.year,
            )
        edition = self.edition_of(made, span)
        if isinstance(edition, Report):
            return edition
        if edition is None and made.row.is_cancelled:
            return unclear(
                made, gettext_noop("The file says that it is cancelled. Leave the row out.")
            )
        if edition is None:
            return made
        self.used.add(edition.pk)
        return against_edition(replace(made, edition=edition), edition, span)

    def edition_of(self, made: Report, span: Span) -> Edition | Report | None:
        """The edition that a row means: known by the source, or nearest in the year.

        A report where people have named several near days, or one of another year.
        """
        day = span.first
        known = [e for e in self.history.get(made.key, []) if e.festival.slug == made.slug]
        if free := [e for e in known if e.pk not in self.used]:
            return min(free, key=lambda e: (e.span != span, distance(e, day)))
        free = [e for e in self.editions.get(made.slug, []) if e.pk not in self.used]
        near = sorted(
            (e for e in free if distance(e, day) <= SAME_HOLDING), key=lambda e: distance(e, day)
        )
        if not near or is_expected(near[0], day):
            return near[0] if near else None
        is_only = len(near) == 1 or near[0].status in (Status.PROJECTED, Status.POSTPONED)
        if is_only and day.year in (near[0].starts_on.year, near[0].ends_on.year):
            return near[0]
        return unclear(
            made,
            gettext_noop(
                "It may mean the edition of %(day)s, or another one. Move that one on its page, "
                "and leave the row out; or enter a new date by hand."
            ),
            day=near[0].starts_on.isoformat(),
        )


def against_edition(made: Report, edition: Edition, span: Span) -> Report:
    """What a row would change of the edition that it means."""
    if edition.status == Status.CANCELLED:
        return made_same(made) if made.row.is_cancelled else unclear(made, IT_IS_CANCELLED)
    if made.row.is_cancelled:
        return unclear(
            made, gettext_noop("The file says that it is cancelled. Cancel it at the desk.")
        )
    if edition.status in (Status.PROJECTED, Status.POSTPONED):
        return made
    is_planned = edition.status == Status.HELD and edition.planned_starts_on == span.first
    if edition.is_dated and (edition.span == span or is_planned):
        return on_its_day(made, edition)
    if edition.status == Status.HELD and edition.planned_starts_on:
        return unclear(
            made,
            gettext_noop(
                "It was held, and was planned for %(day)s. That is kept; leave the row out."
            ),
            day=edition.planned_starts_on.isoformat(),
        )
    return replace(made, outcome=Outcome.CHANGED)


def on_its_day(made: Report, edition: Edition) -> Report:
    """What a row would still change of an edition that is on the days it says."""
    if edition.status == Status.PROPOSED and made.status == Status.CONFIRMED:
        return replace(made, outcome=Outcome.CHANGED)
    if another_hour(made, edition):
        return replace(
            made,
            outcome=Outcome.CHANGED,
            reason=gettext_noop("The hour is another: %(then)s, not %(now)s."),
            values={"then": made.row.time, "now": f"{edition.begins_at:%H:%M}"},
        )
    return made_same(made)


def made_same(made: Report) -> Report:
    return replace(made, outcome=Outcome.SAME, reason="", values=None)


def unclear(made: Report, reason: str, **values: Any) -> Report:
    return replace(made, outcome=Outcome.UNCLEAR, reason=reason, values=values)


def another_hour(made: Report, edition: Edition) -> bool:
    """Whether the file names an hour, and the edition begins at another one."""
    if not made.row.time or edition.begins_at is None or edition.status == Status.HELD:
        return False
    return time.fromisoformat(made.row.time) != edition.begins_at


def is_expected(edition: Edition, day: date) -> bool:
    """Whether the edition is on that day, or may be by its window."""
    window = (edition.earliest_on or edition.starts_on, edition.latest_on or edition.ends_on)
    is_projected = edition.status == Status.PROJECTED and window[0] <= day <= window[1]
    return is_projected or edition.starts_on <= day <= edition.ends_on


def distance(edition: Edition, day: date) -> timedelta:
    """From the days of an edition (or the months it is expected in) to a day."""
    if edition.starts_on <= day <= edition.ends_on:
        return timedelta(0)
    return min(abs(edition.starts_on - day), abs(edition.ends_on - day))


def report(rows: Iterable[RawRow], *, source: str, year: int) -> list[Report]:
    """What each row is taken for; nothing is written."""
    reader = Reader(source, year)
    return [reader.report(row) for row in rows]


def gone(reports: Iterable[Report], *, source: str, year: int) -> list[str]:
    """The names of rows that an earlier file of the source had for the year, and this one lacks."""
    keys = {made.key for made in reports}
    earlier = Import.objects.applied(source, year).first()
    if earlier is None:
        return []
    return [row.name for row in earlier.rows.all() if row.key not in keys]


def read(content: bytes, file_name: str) -> list[RawRow]:
    """The rows of a file by what is in it. Raises `FileRefused` with what to send instead."""
    if not content.strip():
        raise FileRefused(gettext_noop("The file is empty."))
    if len(content) > MOST_BYTES:
        raise too_big(len(content))
    if calendars.is_calendar(content):
        return calendars.rows_of(content)
    return sheets.rows_of(content, file_name)
