"""What a feed last said of an edition, so that it can tell what has changed since."""

from django.db import models

from festivals.models.editions import Edition


class FeedEntry(models.Model):
    """One edition in the feeds of one language, as it was last written: its VEVENT.

    `festivals.feeds.telling` writes an event anew when `digest` no longer is that of the facts, and
    only then. The text can be made again; the stamps cannot, for they remember what subscribers
    have: a row that is lost takes SEQUENCE and LAST-MODIFIED back.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="feed_entries")
    language = models.CharField(max_length=2)
    digest = models.CharField(max_length=32)
    text = models.TextField()
    struck = models.TextField(blank=True)  # The same as cancelled, where it is called off.
    zone = models.CharField(max_length=40, blank=True)  # Of an hour on the clock.
    signature = models.CharField(max_length=32)  # Of what raises SEQUENCE.
    sequence = models.PositiveIntegerField()
    modified_at = models.DateTimeField()

    class Meta:
        verbose_name = "entry of a feed"
        verbose_name_plural = "entries of feeds"
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "language"], name="an_edition_has_one_entry_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.language}"
