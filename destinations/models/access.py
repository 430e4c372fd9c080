"""What a place asks of a visitor: money, papers, and to come when it is open."""

from datetime import date
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from destinations.models.places import Place
from tourism.base.models import InLanguage


class BestTime(models.Model):
    """The hours worth getting up for: blue fire, 02:00 to 05:00."""

    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="best_times")
    name_en = models.CharField(_("name in English"), max_length=80)
    name_id = models.CharField(_("name in Indonesian"), max_length=80)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("to"))
    note_en = models.CharField(_("note in English"), max_length=200, blank=True)
    note_id = models.CharField(_("note in Indonesian"), max_length=200, blank=True)

    name = InLanguage()
    note = InLanguage()

    class Meta:
        ordering = ["opens"]
        verbose_name = _("best time")
        verbose_name_plural = _("best times")

    def __str__(self) -> str:
        return self.name


class Fee(models.Model):
    """What one person pays at the gate, in rupiah, in the year the figure is from."""

    class Audience(models.TextChoices):
        DOMESTIC = "domestic", _("Indonesian visitor")
        FOREIGN = "foreign", _("visitor from abroad")

    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="fees")
    audience = models.CharField(_("who pays"), max_length=8, choices=Audience)
    weekday_idr = models.PositiveIntegerField(_("weekday, in rupiah"))
    holiday_idr = models.PositiveIntegerField(_("weekend and holiday, in rupiah"))
    year = models.PositiveSmallIntegerField(
        _("year of the tariff"), validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    verified = models.BooleanField(
        _("verified"), default=False, help_text=_("Somebody has seen the tariff itself.")
    )
    source = models.CharField(_("source"), max_length=255, blank=True)

    class Meta:
        ordering = ["audience"]
        verbose_name = _("fee")
        verbose_name_plural = _("fees")
        constraints = [
            models.UniqueConstraint(
                fields=["place", "audience"],
                name="place_has_one_fee_for_each_audience",
                violation_error_message=_("This place already has a fee for these visitors."),
            )
        ]

    def __str__(self) -> str:
        return self.get_audience_display()


class Requirement(models.Model):
    """What has to be in hand before one comes: a health letter, a day before."""

    class Kind(models.TextChoices):
        TICKET = "ticket", _("ticket")
        PERMIT = "permit", _("permit")
        HEALTH = "health", _("health paper")
        GUIDE = "guide", _("guide")
        VEHICLE = "vehicle", _("4WD")
        BOAT = "boat", _("boat")
        BOOKING = "booking", _("booking")
        OTHER = "other", _("other")

    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="requirements")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    name_en = models.CharField(_("name in English"), max_length=120)
    name_id = models.CharField(_("name in Indonesian"), max_length=120)
    how_en = models.CharField(_("how to get it, in English"), max_length=300, blank=True)
    how_id = models.CharField(_("how to get it, in Indonesian"), max_length=300, blank=True)
    authority = models.CharField(_("authority"), max_length=120, blank=True)
    lead_days = models.PositiveSmallIntegerField(_("days before the visit"), default=0)
    source = models.CharField(_("source"), max_length=255, blank=True)

    name = InLanguage()
    how = InLanguage()

    class Meta:
        ordering = ["-lead_days", "kind"]
        verbose_name = _("requirement")
        verbose_name_plural = _("requirements")

    def __str__(self) -> str:
        return self.name


class ClosureQuerySet(models.QuerySet["Closure"]):
    def overlapping(self, first: date, last: date) -> Self:
        """Closures with at least one day in the span, both ends included."""
        return self.filter(starts_on__lte=last).filter(Q(ends_on=None) | Q(ends_on__gte=first))


class Closure(models.Model):
    """Days on which a place is shut against its usual hours: Ijen, 12 July to 8 September 2024.

    Written by `destinations.closing`. Rows stay, so that plans made before can be told.
    """

    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="closures")
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty means until further notice.")
    )
    reason_en = models.CharField(_("reason in English"), max_length=200)
    reason_id = models.CharField(_("reason in Indonesian"), max_length=200)
    source = models.CharField(_("source"), max_length=255, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    reason = InLanguage()

    objects = ClosureQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on"]
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="closure_ends_after_it_starts",
                violation_error_message=_("The last day cannot be before the first day."),
            )
        ]

    def __str__(self) -> str:
        return self.reason

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
