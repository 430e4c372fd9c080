"""Two editors change one edition at the same moment, again and again. Needs PostgreSQL."""

import sys
import threading
from datetime import UTC, date, datetime

from django.db import connection

from festivals import recording
from festivals.models import Edition
from tests.factories import EditionFactory, FestivalFactory

PAIRS = 200
SAID = {"at": datetime(2026, 11, 24, tzinfo=UTC), "authority": "office"}


def write(edition: Edition, start: threading.Barrier, told: list[str], **values: str) -> None:
    """Write what one editor typed; told that it has changed, look again and send it once more."""
    seen = edition.updated_at
    start.wait()
    try:
        recording.change(edition, seen=seen, **SAID, **values)
    except recording.ChangedMeanwhile:
        told.append("looked again")
        recording.change(edition, **SAID, **values)
    finally:
        connection.close()


def main() -> None:
    festival = FestivalFactory()
    lost, told = 0, []
    for n in range(PAIRS):
        edition = EditionFactory(festival=festival, starts_on=date(2030, 1, 1 + n % 28))
        start = threading.Barrier(2)
        both = [
            threading.Thread(
                target=write,
                args=(Edition.objects.get(pk=edition.pk), start, told),
                kwargs={name: "typed"},
            )
            for name in ("note_en", "note_id")
        ]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        edition.refresh_from_db()
        is_whole = edition.note_en == edition.note_id == "typed" and edition.changes.count() == 2
        lost += not is_whole
    sys.stdout.write(
        f"two at once on {connection.vendor}: {PAIRS} pairs, {len(told)} were told and looked "
        f"again, {lost} lost\n"
    )
