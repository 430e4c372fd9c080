"""What people come for: a closed list that filters, feeds and trips share."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tourism.base.models import Label


class Interest(Label):
    """One thing people travel for, such as surfing; editors drag them into order."""

    sort_order = models.PositiveSmallIntegerField(_("order"), default=0, editable=False)
    sort_order_field = "sort_order"

    class Meta:
        ordering = ["sort_order", "slug"]
        verbose_name = _("interest")
        verbose_name_plural = _("interests")
