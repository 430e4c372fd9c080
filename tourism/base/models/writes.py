"""That something was written which pages show, and since when it stands as it does."""

from datetime import datetime
from typing import NamedTuple

from django.db import DatabaseError, connection, models

from tourism.base.promptly import promptly

AHEAD = 60  # seconds


class ShownWriteQuerySet(models.QuerySet["ShownWrite"]):
    def stamp(self) -> tuple[int, int]:
        """What is another as soon as any writer has committed. One query.

        How many there are and the sum of their numbers: the highest number alone would miss a
        writer who began early and committed late. Every kept answer asks for it, and half its
        cost would be Django's making of these words.
        """
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT COUNT(*), SUM(id) FROM {self.model._meta.db_table}")  # noqa: S608
            count, total = cursor.fetchone()
        return count, int(total or 0)

    def forget(self, *, before: datetime) -> int:
        """Drop old rows, which changes the stamp once more and nothing else."""
        return self.filter(at__lt=before).delete()[0]


class ShownWrite(models.Model):
    """One write to a table that public pages read. Rows come from `tourism.base.writing`."""

    at = models.DateTimeField(db_index=True)

    objects = ShownWriteQuerySet.as_manager()

    class Meta:
        verbose_name = "write"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S}"


class Shown(NamedTuple):
    """What was written up to now (see `ShownWrite.stamp`), and what was last noted of it."""

    count: int
    total: int
    state: str
    since: int


class ShownSinceQuerySet(models.QuerySet["ShownSince"]):
    def look(self) -> Shown:
        """One query. The note is of the same moment as the count."""
        note = self.model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT COUNT(*), SUM(id), (SELECT state FROM {note}), (SELECT since FROM {note}) "  # noqa: S608
                f"FROM {ShownWrite._meta.db_table}"
            )
            count, total, state, since = cursor.fetchone()
        return Shown(count, int(total or 0), state or "", since or 0)

    def since(self, state: str, seen: Shown, *, at: datetime) -> int | None:
        """Since when all is shown as it is in `state`, in seconds since 1970; it only grows.

        None where somebody else has noted another state meanwhile: then nobody knows which of the
        two is older. None too where the database takes no writes, or where states alternate, as
        two releases do that run at once: the note must not run away from the clock.
        """
        if seen.state == state:
            return seen.since
        since = max(int(at.timestamp()), seen.since + 1)
        if since > at.timestamp() + AHEAD:
            return None
        try:
            with promptly():
                if seen.state:
                    is_noted = self.filter(state=seen.state).update(state=state, since=since)
                else:
                    self.create(pk=ShownSince.THE_ONE, state=state, since=since)
                    is_noted = 1
        except DatabaseError:
            return None
        return since if is_noted else None


class ShownSince(models.Model):
    """The one note of what all public answers show, and since when: writes, day and release."""

    THE_ONE = 1

    state = models.CharField(max_length=64)
    since = models.PositiveBigIntegerField()

    objects = ShownSinceQuerySet.as_manager()

    class Meta:
        verbose_name = "state of what is shown"

    def __str__(self) -> str:
        return f"{self.state} {self.since}"
