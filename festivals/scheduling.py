"""Write door of the steps in the life of an edition (see `lifecycle`).

Each step is one transaction, leaves one `EditionChange` with who said so and why, is safe to
take twice, and is refused with a sentence where it is impossible. `said` is what every step
takes:

    at          when it is taken; no door reads the clock
    authority   one of `EditionChange.Authority`
    reason, document, by    why, where it is written, and which user enters it
    seen        the edition's `updated_at` as the caller saw it; if it has another one since,
                the step is refused and nothing is lost
"""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from destinations.week import day_at
from festivals.dates.reading import gettext_noop
from festivals.dates.spans import Span
from festivals.lifecycle import (
    IT_IS_CANCELLED,
    PUBLIC,
    REPEATABLE,
    StepRefused,
    leads_to,
    why_not,
)
from festivals.models import Edition, EditionChange
from festivals.models.editions import FIRST_DAY, LAST_DAY, LONGEST
from festivals.recording import Step, before_cancelling, begin, change, locked, save
from tourism.base.holidays import holidays_between

Change = EditionChange | None


@transaction.atomic
def propose(
    edition: Edition, *, starts_on: date | None = None, ends_on: date | None = None, **said: Any
) -> Change:
    """Name a day that is not decreed yet: the office's, or the elders' first word."""
    return dated_step("propose", edition, starts_on, ends_on, said)


@transaction.atomic
def confirm(
    edition: Edition,
    *,
    starts_on: date | None = None,
    ends_on: date | None = None,
    override: bool = False,
    **said: Any,
) -> Change:
    """Make a day official. A day its place is closed on needs `override`.

    Another day than the one that was proposed makes it a moved edition.
    """
    row = locked(edition, said)
    span = span_of(row, starts_on, ends_on)
    if row.status == Edition.Status.CONFIRMED and span != row.span:
        raise StepRefused(
            gettext_noop("It is confirmed for %(day)s. Move it where the day is another."),
            day=row.starts_on.isoformat(),
        )
    if not override:
        refuse_closed(row, span)
    return dated_step("confirm", row, starts_on, ends_on, said)


@transaction.atomic
def move(edition: Edition, *, starts_on: date, ends_on: date | None = None, **said: Any) -> Change:
    """Give a public edition another day: it keeps its page, its UID and its first day.

    On the day it was first announced for, it is confirmed again.
    """
    row = locked(edition, said)
    leads_to("move", row.status)
    if row.status in PUBLIC and span_of(row, starts_on, ends_on) == row.span:
        return None
    return dated_step("move", row, starts_on, ends_on, said)


@transaction.atomic
def postpone(edition: Edition, **said: Any) -> Change:
    """Say that it will be held, on a day that nobody knows yet."""
    return change(edition, status=leads_to("postpone", locked(edition, said).status), **said)


@transaction.atomic
def cancel(edition: Edition, **said: Any) -> Change:
    """Say that it will not be held. The row stays, so that calendars can be told."""
    return change(edition, status=leads_to("cancel", locked(edition, said).status), **said)


@transaction.atomic
def restore(edition: Edition, **said: Any) -> Change:
    """Undo a cancelling that was a mistake: the status it had before is its status again."""
    row = locked(edition, said)
    leads_to("restore", row.status)
    return change(row, status=before_cancelling(row), step=Step.RESTORED, **said)


@transaction.atomic
def hold(
    edition: Edition,
    *,
    today: date,
    starts_on: date | None = None,
    ends_on: date | None = None,
    **said: Any,
) -> Change:
    """Mark it as held, on the days it really was; the planned ones are kept.

    It can be marked from its first day on.
    """
    row = locked(edition, said)
    span = span_of(row, starts_on, ends_on)
    if span.first > today:
        raise StepRefused(
            gettext_noop("It has not begun: it can be marked as held from %(day)s on."),
            day=span.first.isoformat(),
        )
    return dated_step("hold", row, starts_on, ends_on, said)


@transaction.atomic
def repeat(
    edition: Edition, *, starts_on: date, ends_on: date | None = None, **said: Any
) -> Edition:
    """Enter a further holding of the same festival in the year, and return it.

    Seblang of Bakungan was danced again two days later, for songs had been missing. One that
    begins on that day already is this holding.
    """
    row = locked(edition, said)
    said.pop("seen", None)
    if row.status not in REPEATABLE:
        raise StepRefused(why_not("repeat", row.status))
    span = span_of(row, starts_on, ends_on)
    if found := row.festival.editions.filter(starts_on=starts_on).first():
        if found.status == Edition.Status.CANCELLED:
            raise StepRefused(IT_IS_CANCELLED)
        return found
    again = Edition(
        festival=row.festival,
        starts_on=span.first,
        ends_on=span.last,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=row.place,
        status=Edition.Status.CONFIRMED,
    )
    return begin(again, step=Step.REPEATED, **said)


def dated_step(
    step: str, edition: Edition, starts_on: date | None, ends_on: date | None, said: dict[str, Any]
) -> Change:
    """Take a step that may name other days; a public edition on another day is a moved one."""
    row = locked(edition, said)
    status = leads_to(step, row.status)
    span = span_of(row, starts_on, ends_on)
    if not row.is_dated and starts_on is None:
        raise StepRefused(gettext_noop("Only its month is known. Give its first day."))
    if step in ("confirm", "move") and row.status in (*PUBLIC, Edition.Status.POSTPONED):
        first = row.moved_from or row.starts_on
        is_kept = row.status == status and span == row.span
        if step == "move" and row.status in PUBLIC and span.first == row.starts_on:
            status = row.status  # It only lasts longer or shorter.
        elif not is_kept:
            status = Edition.Status.CONFIRMED if span.first == first else Edition.Status.RESCHEDULED
    values: dict[str, Any] = {"starts_on": span.first, "ends_on": span.last, "status": status}
    values["precision"] = Edition.Precision.DAY
    return change(row, **values, **said)


def span_of(row: Edition, starts_on: date | None, ends_on: date | None) -> Span:
    """The days named; without a last day it keeps its length, or lasts one day."""
    first = starts_on or row.starts_on
    length = row.ends_on - row.starts_on if row.is_dated else timedelta(0)
    if not FIRST_DAY <= first <= LAST_DAY or (ends_on and not FIRST_DAY <= ends_on <= LAST_DAY):
        raise StepRefused(
            gettext_noop("The calendar runs from %(first)s to %(last)s. Give days in it."),
            first=FIRST_DAY.isoformat(),
            last=LAST_DAY.isoformat(),
        )
    last = ends_on or (first + length if starts_on else row.ends_on)
    if last < first:
        raise StepRefused(gettext_noop("The last day cannot be before the first day."))
    if last - first > LONGEST:
        raise StepRefused(gettext_noop("It would last more than a year. Give an earlier last day."))
    return Span(first, last)


def refuse_closed(row: Edition, span: Span) -> None:
    """Refuse days on which its place is closed, by a closure or by its hours."""
    holidays = holidays_between(span.first, span.last, "id")
    for day in span.each():
        found = day_at(row.where, day, holidays=holidays)
        if found.closure is None and (found.is_open or not found.is_known):
            continue
        sentence = gettext_noop(
            "%(place)s is closed on %(day)s by its hours. Choose another day, or confirm it in "
            "spite of that."
        )
        if found.closure:
            sentence = gettext_noop(
                "%(place)s is closed on %(day)s: %(reason)s. Choose another day, or confirm it in "
                "spite of that."
            )
        raise StepRefused(
            sentence,
            place=row.where.name,
            day=day.isoformat(),
            reason=found.closure.reason if found.closure else "",
        )


@transaction.atomic
def remember_plan(
    edition: Edition, *, starts_on: date, ends_on: date, at: datetime, authority: str, **said: Any
) -> Change:
    """Keep the days that a held edition had been planned for, where they come to light later."""
    row = locked(edition, said)
    leads_to("hold", row.status)
    said.pop("seen", None)
    old = {"planned_starts_on": row.planned_starts_on, "planned_ends_on": row.planned_ends_on}
    new = {"planned_starts_on": starts_on, "planned_ends_on": ends_on}
    if old == new:
        return None
    row.planned_starts_on, row.planned_ends_on = starts_on, ends_on
    save(row)
    return EditionChange.objects.create(
        edition=row, step=Step.CORRECTED, old=old, new=new, at=at, authority=authority, **said
    )
