"""Write door of feeds: editions -> the bytes of their events, each written anew only if it must be.

Every event is kept as it was last told (`FeedEntry`). One whose facts are the same is handed out
as it stands, in any process and after any restart; one whose facts are others is written anew,
and only if its text differs does it get a later LAST-MODIFIED, and only if its day, hour, place
or status does, a higher SEQUENCE (RFC 5545, 3.8.7.4). No clock is read: stamps come from rows.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, OperationalError, connection
from icalendar import Event

from festivals.feeds.events import Told, event_of, utc, zone_named
from festivals.feeds.rows import Entry, Row, rows_of
from festivals.models import Edition, FeedEntry
from festivals.models.edition_queries import EditionQuerySet
from tourism.base.keeping import build

logger = logging.getLogger(__name__)
TICK = timedelta(seconds=1)  # The least by which a stamp can grow.
IN_PLACE_AND_TIME = ("DTSTART", "DTEND", "LOCATION")
UPSERT = """
    INSERT INTO {table} ({names}) VALUES ({values})
    ON CONFLICT (edition_id, language) DO UPDATE SET {update}
"""
KEPT = ("digest", "text", "struck", "zone", "base", "raised", "modified_at")


@dataclass(frozen=True)
class Written:
    """An event as it goes into a calendar, and the zone that it names, or ""."""

    text: str
    zone: str


def written(
    editions: EditionQuerySet, *, language: str, site: str, struck: bool
) -> Iterator[Written]:
    """The events of some editions, by their first day; `struck`: cancelled is CANCELLED.

    One query however many there are, and one more to keep what had to be written anew; that one
    comes last, for SQLite cannot write while it is still reading.
    """
    anew = []
    for row in rows_of(editions, language):
        entry: Entry | FeedEntry = row.entry
        digest = row.digest(build(), language, site)
        if row.entry.digest != digest:
            told = Told(row.edition(language), site, row.interests, row.last_change)
            entry = entry_of(told, row, language, digest)
            anew.append(entry)
        yield Written((struck and entry.struck) or entry.text or "", entry.zone or "")
    keep(anew)


def entry_of(told: Told, row: Row, language: str, digest: str) -> FeedEntry:
    """What is now to be told of an edition, after what was told until now."""
    edition, before, changed_at = told.edition, row.entry, utc(row.changed_at)
    raised, modified_at = before.raised or 0, before.modified_at
    if before.text is None or modified_at is None or before.base is None:
        modified_at = changed_at
    else:
        same = event_of(told, modified_at=modified_at, sequence=before.base + raised)
        if text_of(same) != before.text:
            modified_at = max(changed_at, modified_at + TICK)
            is_told = edition.sequence > before.base
            raised += not is_told and has_another(same, before.text)
    stamps = {"modified_at": modified_at, "sequence": edition.sequence + raised}
    is_off = edition.status in Edition.OFF
    return FeedEntry(
        edition_id=edition.pk,
        language=language,
        digest=digest,
        text=text_of(event_of(told, **stamps)),
        struck=text_of(event_of(told, **stamps, struck=True)) if is_off else "",
        zone=zone_named(edition),
        base=edition.sequence,
        raised=raised,
        modified_at=modified_at,
    )


def text_of(event: Event) -> str:
    return event.to_ical(sorted=False).decode()


def has_another(event: Event, text: str) -> bool:
    """Whether an event takes place at another time or place than one that was written."""
    before = Event.from_ical(text)
    return any(
        getattr(event[name], "dt", event[name]) != getattr(before[name], "dt", before[name])
        for name in IN_PLACE_AND_TIME
    )


def keep(entries: list[FeedEntry]) -> None:
    """Keep what was told. A database that takes no writes now is no reason to tell nothing."""
    if not entries:
        return
    fields = [field for field in FeedEntry._meta.concrete_fields if not field.primary_key]
    names = [field.column for field in fields]
    rows = [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in entries
    ]
    try:
        with connection.cursor() as cursor:
            cursor.executemany(
                UPSERT.format(
                    table=FeedEntry._meta.db_table,
                    names=", ".join(names),
                    values=", ".join(["%s"] * len(names)),
                    update=", ".join(f"{name} = excluded.{name}" for name in KEPT),
                ),
                rows,
            )
    except (OperationalError, IntegrityError) as error:
        logger.warning("%s events of a feed were not kept: %s", len(entries), error)
