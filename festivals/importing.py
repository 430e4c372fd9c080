"""Write door of imports: somebody's calendar -> a report row by row -> editions.

First a report is made (`imports.reports`), which writes nothing. Then the rows are kept,
unclear ones settled by a person, and all that are clear carried out, each through a door.
Twice the same file changes nothing, and nothing is ever deleted.
"""

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from festivals import recording, scheduling
from festivals.dates.reading import Sentence, gettext_noop
from festivals.dates.spans import Span
from festivals.imports.reports import Reader, Report, gone, read, report
from festivals.imports.rows import RawRow
from festivals.lifecycle import StepRefused
from festivals.models import Edition, EditionChange, Festival, Import, ImportRow

Outcome = ImportRow.Outcome
Status = Edition.Status
MOST_GONE = 0.2  # Share of a source's rows that may be gone before a person is asked.


class RowsGone(Sentence):
    """So many rows of the source are gone that somebody has to say that this is meant."""


@transaction.atomic
def keep(
    content: bytes, *, file_name: str, source: str, year: int, at: datetime, by: Any
) -> Import:
    """Read a file and keep its report, to be settled and applied; return it."""
    reports = report(read(content, file_name), source=source, year=year)
    batch = Import.objects.create(
        source=source,
        year=year,
        file_name=file_name[-255:],
        missing=gone(reports, source=source, year=year),
        at=at,
        by=by,
    )
    festivals = {row.slug: row for row in Festival.objects.all()}
    ImportRow.objects.bulk_create(row_of(batch, made, festivals) for made in reports)
    return batch


def row_of(batch: Import, made: Report, festivals: dict[str, Festival]) -> ImportRow:
    """A report as the row that is kept."""
    raw = made.row
    when = " – ".join(str(part) for part in (raw.when, raw.until) if part not in (None, ""))
    return ImportRow(
        batch=batch,
        number=raw.number,
        key=made.key,
        name=raw.name,
        when=when[:200],
        place=raw.place,
        note=raw.note,
        starts_on=made.span.first if made.span else None,
        ends_on=made.span.last if made.span else None,
        starts_at=time.fromisoformat(raw.time) if raw.time else None,
        status=made.status,
        outcome=made.outcome,
        reason=made.reason,
        reason_values=made.values or {},
        closest=list(made.closest),
        festival=festivals.get(made.slug),
        edition=made.edition,
        seen=made.edition.updated_at if made.edition else None,
        is_cancelled=raw.is_cancelled,
    )


def waiting(row: ImportRow) -> ImportRow:
    """The row as it stands, held with its file; one that is done is refused."""
    Import.objects.select_for_update().get(pk=row.batch_id)
    row.refresh_from_db()
    if row.is_done:
        raise StepRefused(gettext_noop("This row is done already; nothing was changed."))
    return row


@transaction.atomic
def leave(row: ImportRow) -> None:
    """Leave an unclear row out for good."""
    row = waiting(row)
    row.is_done = True
    row.save()


@transaction.atomic
def settle(row: ImportRow, *, festival: Festival, starts_on: date, ends_on: date) -> ImportRow:
    """Say what an unclear row means; it is then new, same or changed, or unclear as before.

    Raises `StepRefused` where the row is done already.
    """
    row = waiting(row)
    raw = RawRow(
        row.number,
        row.name,
        row.when,
        note=row.note,
        place=row.place,
        time=f"{row.starts_at:%H:%M}" if row.starts_at else "",
        uid=row.key,
        is_cancelled=row.is_cancelled,
    )
    reader = Reader(row.batch.source, row.batch.year)
    others = row.batch.rows.exclude(pk=row.pk).exclude(outcome=Outcome.UNCLEAR)
    for other in others.select_related("festival"):
        if other.festival and other.starts_on and other.ends_on:
            span = Span(other.starts_on, other.ends_on)
            reader.taken.setdefault((other.festival.slug, span), other.number)
    reader.used = set(others.exclude(edition=None).values_list("edition_id", flat=True))
    made = reader.report(raw, slug=festival.slug, span=Span(starts_on, ends_on))
    row.festival, row.edition = festival, made.edition
    row.seen = made.edition.updated_at if made.edition else None
    row.starts_on, row.ends_on = starts_on, ends_on
    row.outcome, row.reason, row.reason_values = made.outcome, made.reason, made.values or {}
    row.save()
    return row


@transaction.atomic
def apply(batch: Import, *, at: datetime, by: Any, although_gone: bool = False) -> dict[str, int]:
    """Carry out every clear row, and return how many of each outcome were done.

    A row that a door refuses becomes unclear with its sentence; the others are done. Raises
    `RowsGone` where more than a fifth of the source's rows are gone, unless that is meant.
    """
    batch = Import.objects.select_for_update().get(pk=batch.pk)
    earlier = Import.objects.applied(batch.source, batch.year).exclude(pk=batch.pk).first()
    total = max(len(batch.missing), earlier.rows.count() if earlier else 0)
    if len(batch.missing) > MOST_GONE * total and not although_gone:
        raise RowsGone(
            gettext_noop(
                "%(gone)s of %(total)s rows that this source had before are gone. Nothing is "
                "deleted for that; but say that it is meant."
            ),
            gone=len(batch.missing),
            total=total,
        )
    done: dict[str, int] = {}
    for row in batch.rows.filter(is_done=False).select_related("festival", "edition"):
        if row.outcome in (Outcome.NEW, Outcome.CHANGED):
            carry_out(row, at=at, by=by)
        elif row.outcome in (Outcome.SAME, Outcome.DUPLICATE):
            row.is_done = True
            row.save()
        if row.is_done:
            done[row.outcome] = done.get(row.outcome, 0) + 1
    batch.applied_at = at
    batch.save()
    return done


def carry_out(row: ImportRow, *, at: datetime, by: Any) -> None:
    """One row through its door, or unclear with what the door says."""
    said = {
        "at": at,
        "by": by,
        "authority": EditionChange.Authority.OFFICE,
        "document": f"{row.batch.source} {row.batch.year}, {row.number}"[:255],
    }
    try:
        with transaction.atomic():
            row.edition = through_door(row, said)
    except StepRefused as refused:
        row.outcome, row.reason = Outcome.UNCLEAR, refused.template
        row.reason_values = {name: str(value) for name, value in refused.values.items()}
    except ValidationError as error:
        row.outcome, row.reason = Outcome.UNCLEAR, gettext_noop("It cannot be saved: %(why)s")
        row.reason_values = {"why": " ".join(error.messages)}
    else:
        row.is_done = True
    row.save()


def through_door(row: ImportRow, said: dict[str, Any]) -> Edition:
    """Enter, propose, confirm or move the edition of a row; return it."""
    if row.festival is None or row.starts_on is None or row.ends_on is None:
        raise StepRefused(gettext_noop("Choose the festival and give its days first."))
    days = {"starts_on": row.starts_on, "ends_on": row.ends_on}
    edition = row.edition
    said = said | {"seen": row.seen} if edition else said
    if edition is None:
        own = {"starts_at": row.starts_at} if row.starts_at != row.festival.usual_start else {}
        source = f"{row.batch.source} {row.batch.year}"
        return recording.record(
            row.festival, **days, **own, status=row.status, source=source, **said
        )
    if edition.status == Status.HELD:
        scheduling.remember_plan(edition, **days, **said)
    elif edition.status not in (Status.PROJECTED, Status.POSTPONED, Status.PROPOSED):
        scheduling.move(edition, **days, **said)
    elif row.status == Status.PROPOSED:
        scheduling.propose(edition, **days, **said)
    else:
        scheduling.confirm(edition, **days, override=True, **said)
    edition.refresh_from_db()
    if row.starts_at and row.starts_at != edition.begins_at and edition.status != Status.HELD:
        recording.change(edition, starts_at=row.starts_at, **said | {"seen": None})
    return edition
