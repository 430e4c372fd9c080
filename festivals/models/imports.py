"""Calendars that somebody sent: each file with its rows, and what became of each of them."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from festivals.models.editions import Edition
from festivals.models.festivals import Festival


class ImportQuerySet(models.QuerySet["Import"]):
    def applied(self, source: str, year: int) -> Self:
        """What was entered of a source for a year, the newest first."""
        return self.filter(source=source, year=year, applied_at__isnull=False).order_by("-at")


class Import(models.Model):
    """One file of one source for one year. Kept, so that the next one is held against it."""

    source = models.CharField(
        _("source"), max_length=120, help_text=_("Who sends it: each year under the same name.")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    file_name = models.CharField(_("file"), max_length=255)
    missing = models.JSONField(_("rows that are gone"), default=list, blank=True)
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    applied_at = models.DateTimeField(_("applied"), null=True, blank=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return f"{self.source} {self.year}"


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def known_of(self, source: str) -> Self:
        """Rows of earlier files of a source that became editions."""
        rows = self.filter(batch__source=source, edition__isnull=False, is_done=True)
        return rows.select_related("edition__festival")


class ImportRow(models.Model):
    """One row of a file: what it says, what it was taken for, and what came of it."""

    class Outcome(models.TextChoices):
        NEW = "new", _("new")
        SAME = "same", _("same")
        CHANGED = "changed", _("changed")
        DUPLICATE = "duplicate", _("duplicate")
        UNCLEAR = "unclear", _("unclear")

    batch = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    key = models.CharField(max_length=160)
    name = models.CharField(_("name"), max_length=200)
    when = models.CharField(_("date"), max_length=200, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    note = models.CharField(_("remark"), max_length=255, blank=True)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    starts_at = models.TimeField(_("from"), null=True, blank=True)
    status = models.CharField(max_length=12, default=Edition.Status.CONFIRMED)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    reason = models.TextField(blank=True)
    reason_values = models.JSONField(default=dict, blank=True)
    closest = models.JSONField(default=list, blank=True)
    festival = models.ForeignKey(
        Festival, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    edition = models.ForeignKey(
        Edition, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_cancelled = models.BooleanField(default=False)  # Says the file.
    seen = models.DateTimeField(null=True, blank=True)  # The edition's `updated_at` when reported.
    is_done = models.BooleanField(default=False)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="a_row_is_read_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.name}"
