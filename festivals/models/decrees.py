"""What the government decreed since the shipped table was written, entered by the office."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from festivals.dates import decrees, hijri
from festivals.dates.checking import check_decree
from festivals.dates.reading import RuleError
from festivals.wording import sentence_of

MONTHS = [(0, "–"), *enumerate(hijri.MONTHS, start=1)]


class Decree(models.Model):
    """A first day as decreed: 1 Syawal 1447 on 21 March 2026.

    Outranks what is reckoned, and a shipped decree of the same month or day. Saved through
    `festivals.decreeing`, which lets the dates that hang on it follow.
    """

    class Kind(models.TextChoices):
        MONTH = "month", _("first day of a Hijri month")
        NYEPI = "nyepi", pgettext_lazy("national day", "Nyepi")
        WAISAK = "waisak", pgettext_lazy("national day", "Waisak")
        IMLEK = "imlek", pgettext_lazy("national day", "Imlek")

    kind = models.CharField(_("what"), max_length=12, choices=Kind, default=Kind.MONTH)
    year = models.PositiveSmallIntegerField(
        _("year"), help_text=_("The Hijri year of a month, 1448; the civil year of a day, 2027.")
    )
    month = models.PositiveSmallIntegerField(
        _("Hijri month"), choices=MONTHS, default=0, help_text=_("Only for a month.")
    )
    day = models.DateField(_("day"))
    source = models.CharField(
        _("source"), max_length=255, help_text=_("Number of the decree, or an address.")
    )
    seen_on = models.DateField(_("seen on"))

    class Meta:
        ordering = ["-day"]
        verbose_name = _("decree")
        verbose_name_plural = _("decrees")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year", "month"],
                name="one_decree_for_a_month_or_day",
                violation_error_message=_("There is a decree for this already; change that one."),
            ),
            models.CheckConstraint(
                condition=Q(kind="month", month__gte=1, month__lte=12)
                | (~Q(kind="month") & Q(month=0)),
                name="a_month_is_named_where_one_begins",
                violation_error_message=_(
                    "Name the Hijri month where a month begins; leave it out for a national day."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.day:%Y-%m-%d}"

    @property
    def name(self) -> str:
        """What begins: "1 Syawal 1447", or "Nyepi 2027"."""
        if self.kind == self.Kind.MONTH:
            return f"1 {dict(MONTHS)[self.month]} {self.year}"
        return f"{self.Kind(self.kind).label} {self.year}"

    @property
    def known(self) -> decrees.Decree:
        """The decree as the engine takes it."""
        return decrees.Decree(self.kind, self.year, self.month, self.day, self.source, self.seen_on)

    def clean(self) -> None:
        """Refuse a day that contradicts the sky or the decrees around it."""
        is_month = self.kind == self.Kind.MONTH
        if self.day is None or self.year is None or is_month != bool(self.month):
            return  # The fields and the constraints say what is missing.
        first, last = (1420, 1475) if is_month else (2000, 2052)
        errors: dict[str, Any] = {}
        if not first <= self.year <= last:
            errors["year"] = _("The year lies between %(first)s and %(last)s.") % {
                "first": first,
                "last": last,
            }
        elif not is_month and self.day.year != self.year:
            errors["day"] = _("The day does not lie in the year %(year)s.") % {"year": self.year}
        if errors:
            raise ValidationError(errors)
        others = [row.known for row in type(self).objects.exclude(pk=self.pk)]
        try:
            check_decree(self.known, decrees.latest([*decrees.shipped(), *others]).values())
        except RuleError as error:
            raise ValidationError({"day": sentence_of(error)}) from error
