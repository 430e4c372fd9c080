"""A visitor's trip: held by a secret link, made of stops in order, each undoable."""

import secrets
from datetime import date, timedelta
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from destinations.models import Place
from festivals.models import Edition
from tourism.base.models import InLanguage

LONGEST_TRIP = 21  # days


def new_key() -> str:
    """A secret of 128 bits: whoever has it can change the plan, nobody can guess it."""
    return secrets.token_urlsafe(16)


class Itinerary(models.Model):
    """One trip: four days from 14 July, beginning at Ketapang.

    `version` grows with each edit, so that a form from another tab can be told apart.
    `past` holds the last twenty states, newest last, for undo.
    """

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    arrives_on = models.DateField(_("arrival day"))
    days = models.PositiveSmallIntegerField(
        _("days"), default=3, validators=[MinValueValidator(1), MaxValueValidator(LONGEST_TRIP)]
    )
    arrives_at = models.TimeField(_("arrival time"), null=True, blank=True)
    gateway = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="+", verbose_name=_("arrive at")
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    past = models.JSONField(default=list, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-updated_at"]
        verbose_name = _("itinerary")
        verbose_name_plural = _("itineraries")
        constraints = [
            models.CheckConstraint(
                condition=Q(days__gte=1, days__lte=LONGEST_TRIP),
                name="itinerary_lasts_one_to_three_weeks",
                violation_error_message=_("A trip lasts 1 to 21 days."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.arrives_on:%Y-%m-%d}, {self.days}"

    @property
    def leaves_on(self) -> date:
        """The last day."""
        return self.day(self.days)

    def day(self, number: int) -> date:
        """The date of a day of the trip; the first day is 1."""
        return self.arrives_on + timedelta(days=number - 1)


class StopQuerySet(models.QuerySet["Stop"]):
    def with_rows(self) -> Self:
        """Fetch what the plan prints and checks, in three queries however many stops."""
        return self.select_related(
            "place__district",
            "edition__festival__place__district",
            "edition__place__district",
        ).prefetch_related(
            "place__closures", "edition__festival__place__closures", "edition__place__closures"
        )


class Stop(models.Model):
    """One thing to do on one day: a place, or an edition of a festival.

    The names are kept as they were, so that a stop whose place is deleted later can
    still say what it was.
    """

    itinerary = models.ForeignKey(Itinerary, on_delete=models.CASCADE, related_name="stops")
    place = models.ForeignKey(
        Place, on_delete=models.SET_NULL, null=True, blank=True, related_name="stops"
    )
    edition = models.ForeignKey(
        Edition, on_delete=models.SET_NULL, null=True, blank=True, related_name="stops"
    )
    name_en = models.CharField(max_length=120)
    name_id = models.CharField(max_length=120)
    day = models.PositiveSmallIntegerField(_("day"), default=1)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    starts_at = models.TimeField(_("begins at"), null=True, blank=True)

    name = InLanguage()

    objects = StopQuerySet.as_manager()

    class Meta:
        ordering = ["day", "position", "pk"]
        verbose_name = _("stop")
        verbose_name_plural = _("stops")

    def __str__(self) -> str:
        return self.name

    @property
    def where(self) -> Place | None:
        """The place to be at, or None where it has been deleted since."""
        return self.edition.where if self.edition else self.place
