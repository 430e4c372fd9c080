"""Where in the region a place lies, as people there say it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tourism.base.models import Label


class District(Label):
    """A kecamatan: one of the 25 of Banyuwangi, or one just over its border."""

    regency = models.CharField(_("regency"), max_length=60, default="Banyuwangi")

    class Meta:
        ordering = ["slug"]
        verbose_name = _("district")
        verbose_name_plural = _("districts")
