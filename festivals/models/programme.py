"""How a festival goes: its parts in their order, with the hour where somebody has said it."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from festivals.models.festivals import Festival
from tourism.base.models import InLanguage


class ProgrammePart(Orderable):
    """One part of a festival: on the first day, at 18:00, a torch walk round the quarter.

    The same for every edition. The hour is that of the clock where it is held; without one
    only the order is known.
    """

    festival = ParentalKey(Festival, on_delete=models.CASCADE, related_name="programme")
    day = models.PositiveSmallIntegerField(
        _("day"), default=1, validators=[MinValueValidator(1)], help_text=_("1 is its first day.")
    )
    at = models.TimeField(
        _("from"), null=True, blank=True, help_text=_("Leave it empty where nobody has said.")
    )
    words_en = models.CharField(_("what happens, in English"), max_length=200)
    words_id = models.CharField(_("what happens, in Indonesian"), max_length=200)

    words = InLanguage()

    class Meta(Orderable.Meta):
        ordering = ["day", "sort_order"]
        verbose_name = _("part of the programme")
        verbose_name_plural = _("programme")

    def __str__(self) -> str:
        return self.words
