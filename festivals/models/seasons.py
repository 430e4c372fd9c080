"""Breaks that move people: school holidays, as the office enters them."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from festivals.dates.spans import Span
from tourism.base.models import InLanguage


class SeasonQuerySet(models.QuerySet["Season"]):
    def overlapping(self, first: date, last: date) -> Self:
        """Breaks with at least one day in the span, both ends included."""
        return self.filter(starts_on__lte=last, ends_on__gte=first)

    def days_between(self, first: date, last: date) -> frozenset[date]:
        """Every day from first to last that lies in a break."""
        spans = self.overlapping(first, last)
        return frozenset(
            day
            for span in spans.values_list("starts_on", "ends_on")
            for day in Span(max(span[0], first), min(span[1], last)).each()
        )


class Season(models.Model):
    """One break: the end of the school year, 21 June to 10 July 2027."""

    name_en = models.CharField(_("name in English"), max_length=120)
    name_id = models.CharField(_("name in Indonesian"), max_length=120)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    source = models.CharField(_("source"), max_length=255, blank=True)

    name = InLanguage()

    objects = SeasonQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on"]
        verbose_name = _("school break")
        verbose_name_plural = _("school breaks")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="season_ends_after_it_starts",
                violation_error_message=_("The last day cannot be before the first day."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.starts_on:%Y-%m-%d}"
