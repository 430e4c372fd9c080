"""What was said about dates, by whom and why: data that trips, feeds and operators read."""

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from festivals.models.editions import Edition


class EditionChange(models.Model):
    """One step in the life of an edition. Written once by a door, never changed, never deleted."""

    class Authority(models.TextChoices):
        RULE = "rule", _("the date rule")
        OFFICE = "office", _("the tourism office")
        VILLAGE = "village", _("the village council")
        MINISTRY = "ministry", _("a ministry")
        POLICE = "police", _("the police")
        WEATHER = "weather", _("the weather or volcano service")
        ORGANISER = "organiser", _("the organiser")
        PRESS = "press", _("a report")

        @classmethod
        def of_people(cls) -> list[tuple[str, Any]]:
            """The choices of a form: everybody but the rule."""
            return [choice for choice in cls.choices if choice[0] != cls.RULE]

    class Step(models.TextChoices):
        PROJECTED = "projected", _("projected")
        ADDED = "added", _("entered")
        PROPOSED = "proposed", _("proposed")
        CONFIRMED = "confirmed", _("confirmed")
        MOVED = "moved", _("moved")
        POSTPONED = "postponed", _("postponed")
        CANCELLED = "cancelled", _("cancelled")
        RESTORED = "restored", _("restored")
        HELD = "held", _("held")
        REPEATED = "repeated", _("repeated")
        CORRECTED = "corrected", _("corrected")
        INHERITED = "inherited", _("taken over from the festival")

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="changes")
    step = models.CharField(_("step"), max_length=10, choices=Step, default=Step.CORRECTED)
    old = models.JSONField(_("old values"), default=dict, encoder=DjangoJSONEncoder)
    new = models.JSONField(_("new values"), default=dict, encoder=DjangoJSONEncoder)
    reason = models.CharField(_("reason"), max_length=255, blank=True)
    document = models.CharField(_("document or link"), max_length=255, blank=True)
    authority = models.CharField(_("authority"), max_length=10, choices=Authority)
    at = models.DateTimeField(_("when"), db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who"),
    )

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("change")
        verbose_name_plural = _("changes")

    def __str__(self) -> str:
        return f"{self.edition}: {', '.join(self.new)}"

    def save(self, **kwargs: Any) -> None:
        if self.pk:
            raise TypeError("A change is written once; write another one.")
        super().save(**kwargs)

    def delete(self, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("A change is never deleted.")
