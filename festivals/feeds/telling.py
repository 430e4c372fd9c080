"""Write door of feeds: editions -> the bytes of their events, each written anew only if it must be.

Every event is kept as it was last told (`FeedEntry`). One whose facts are the same is handed out
as it stands, in any process and after any restart; one whose facts are others is written anew,
and only if it reads differently does it get a later LAST-MODIFIED, and only if its day, hour,
place or status differs, a higher SEQUENCE (RFC 5545, 3.8.7.4). No clock is read: stamps come
from rows.
"""

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db import DatabaseError, connection
from icalendar import Event

from festivals.feeds.events import Told, address_of, event_of, utc, zone_named
from festivals.feeds.rows import Entry, Row, rows_of
from festivals.models import Edition, FeedEntry
from festivals.models.edition_queries import EditionQuerySet
from tourism.base.keeping import build
from tourism.base.promptly import promptly

logger = logging.getLogger(__name__)
ATTEMPTS = 3
TICK = timedelta(seconds=1)  # The least by which a stamp can grow.
KEPT = ("digest", "text", "struck", "zone", "signature", "sequence", "modified_at")
UPSERT = """
    INSERT INTO {table} ({names}) VALUES ({values})
    ON CONFLICT (edition_id, language) DO UPDATE SET {update}
    WHERE {table}.digest = %s AND {table}.sequence = %s AND {table}.modified_at = %s
"""


@dataclass(frozen=True)
class Written:
    """An event as it goes into a calendar, and the zone that it names, or ""."""

    text: str
    zone: str


@dataclass(frozen=True)
class Events:
    """Events in order. Such as are not kept must not be told as if others would tell them too."""

    rows: list[Written]
    are_kept: bool


def written(editions: EditionQuerySet, *, language: str, site: str, struck: bool) -> Events:
    """The events of some editions, by their first day; `struck`: cancelled is CANCELLED.

    One query however many there are, and one more to keep what had to be written anew; that one
    comes last, for SQLite cannot write while it is still reading. Where somebody else has kept
    another text meanwhile, theirs is read and gone on from.
    """
    for _attempt in range(ATTEMPTS):
        anew: list[tuple[FeedEntry, Entry]] = []
        rows = list(told(editions, language, site, struck, anew))
        try:
            if keep(anew):
                return Events(rows, are_kept=True)
        except DatabaseError as error:
            logger.warning("%s events of a feed were not kept: %s", len(anew), error)
            break
    return Events(rows, are_kept=False)


def told(
    editions: EditionQuerySet,
    language: str,
    site: str,
    struck: bool,
    anew: list[tuple[FeedEntry, Entry]],
) -> Iterator[Written]:
    """Each event as it stands; those written anew go into `anew`, with what was told before."""
    for row in rows_of(editions, language):
        entry: Entry | FeedEntry = row.entry
        digest = row.digest(build(), language, site)
        if row.entry.digest != digest:
            facts = Told(row.edition(language), site, row.interests, row.last_change)
            entry = entry_of(facts, row, language, digest)
            anew.append((entry, row.entry))
        yield Written((struck and entry.struck) or entry.text or "", entry.zone or "")


def entry_of(facts: Told, row: Row, language: str, digest: str) -> FeedEntry:
    """What is now to be told of an edition, after what was told until now."""
    edition, before = facts.edition, row.entry
    signature = signature_of(edition)
    modified_at, sequence = utc(row.changed_at), edition.sequence
    if before.text is not None and before.modified_at and before.sequence is not None:
        stamps = {"modified_at": before.modified_at, "sequence": before.sequence}
        if text_of(event_of(facts, **stamps)) == before.text:
            modified_at, sequence = before.modified_at, before.sequence
        else:
            modified_at = max(modified_at, before.modified_at + TICK)
            sequence = before.sequence + (signature != before.signature)
    stamps = {"modified_at": modified_at, "sequence": sequence}
    is_off = edition.status in Edition.OFF
    return FeedEntry(
        edition_id=edition.pk,
        language=language,
        digest=digest,
        text=text_of(event_of(facts, **stamps)),
        struck=text_of(event_of(facts, **stamps, struck=True)) if is_off else "",
        zone=zone_named(edition),
        signature=signature,
        **stamps,
    )


def signature_of(edition: Edition) -> str:
    """What asks for a reader's attention: day, hours, clock, status, and the place as it is named.

    Not its point: that is corrected by some metres; a festival that moves gets another place.
    """
    where = edition.where
    said = (
        *(edition.status, edition.starts_on, edition.ends_on, edition.begins_at, edition.minutes),
        *(where.timezone, address_of(where)),
    )
    return hashlib.blake2b(repr(said).encode(), digest_size=16).hexdigest()


def text_of(event: Event) -> str:
    return event.to_ical(sorted=False).decode()


def keep(entries: list[tuple[FeedEntry, Entry]]) -> bool:
    """Keep what was told, each if what was told before is still what is kept; whether all were."""
    if not entries:
        return True
    fields = [field for field in FeedEntry._meta.concrete_fields if not field.primary_key]
    names = [field.column for field in fields]
    statement = UPSERT.format(
        table=FeedEntry._meta.db_table,
        names=", ".join(names),
        values=", ".join(["%s"] * len(names)),
        update=", ".join(f"{name} = excluded.{name}" for name in KEPT),
    )
    stamp = FeedEntry._meta.get_field("modified_at")
    rows = []
    for entry, before in entries:
        new = [
            field.get_db_prep_save(getattr(entry, field.attname), connection) for field in fields
        ]
        at = stamp.get_db_prep_save(before.modified_at or entry.modified_at, connection)
        rows.append([*new, before.digest or "", before.sequence or 0, at])
    with promptly(), connection.cursor() as cursor:
        cursor.executemany(statement, rows)
        return bool(cursor.rowcount == len(rows))
