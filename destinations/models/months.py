"""A set of months, picked from twelve boxes and kept as numbers."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _


def months_of_the_year(value: Any) -> None:
    """Refuse what is not a list of numbers from 1 to 12."""
    if not isinstance(value, list) or not all(month in MONTHS for month in value):
        raise ValidationError(_("A month runs from 1 to 12."))


class MonthsField(models.JSONField):
    """Months as a sorted list of numbers: [5, 6, 7]."""

    default_validators = [months_of_the_year]

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return forms.TypedMultipleChoiceField(
            label=kwargs.get("label", self.verbose_name),
            required=False,
            coerce=int,
            choices=list(MONTHS.items()),
            widget=forms.CheckboxSelectMultiple,
            help_text=self.help_text,
        )
