"""That something was written which pages show."""

from datetime import datetime

from django.db import connection, models


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
