"""The public list of what changed: lines in one strict order, and what was last said of each."""

from django.db import models


class ChangeList(models.Model):
    """The one row that is held while lines are added, and up to which writes they were added."""

    THE_ONE = 1

    writes = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = "change list"

    def __str__(self) -> str:
        return f"{self.writes} writes"


class Published(models.Model):
    """What the list last said of an edition: all of it that anybody may see, as plain values.

    It stays when the edition is deleted, so that this too can be said.
    """

    edition_id = models.BigIntegerField(primary_key=True)
    digest = models.CharField(max_length=32)
    last_change = models.BigIntegerField(default=0)  # The key of the last one that was told.
    state = models.JSONField()

    class Meta:
        verbose_name = "published edition"

    def __str__(self) -> str:
        return str(self.edition_id)


class Notice(models.Model):
    """One line: Keboan of Aliyan was moved from 13 to 20 June 2027. Written once, never changed.

    Its key is its place in the list. Lines are added by one writer at a time, who holds the row of
    `ChangeList` until they can be seen; so nobody who has read up to a key misses a lower one.
    `old` and `new` are whole states; None before the first and after the last. What a step of
    the change log said is copied: a projected edition may be taken back, and its log with it.
    """

    class Kind(models.TextChoices):
        MOVED = "moved"
        CONFIRMED = "confirmed"
        CANCELLED = "cancelled"
        POSTPONED = "postponed"
        RESTORED = "restored"
        HELD = "held"
        ADDED = "added"
        CORRECTED = "corrected"
        REMOVED = "removed"

    at = models.DateTimeField()
    kind = models.CharField(max_length=9, choices=Kind)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    authority = models.CharField(max_length=10, blank=True)  # "" where nobody had to say so.
    reason = models.CharField(max_length=255, blank=True)
    document = models.CharField(max_length=255, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = "notice"

    def __str__(self) -> str:
        return f"{self.pk} {self.kind}"
