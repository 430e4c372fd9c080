"""What a widget is asked for: which festivals, how many, how light; and what cannot be meant."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django import forms
from django.conf import settings
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from festivals.feeds.asking import sentences_against
from festivals.filters import FeedFilter
from festivals.models import Edition
from festivals.models.edition_queries import EditionQuerySet
from tourism.base.filters import canonical

USUAL, MOST = 5, 20  # festivals in a widget


class Theme(models.TextChoices):
    AUTO = "auto", _("As your page")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class LookForm(forms.Form):
    """How many festivals a widget shows, and in which light."""

    count = forms.IntegerField(
        label=_("How many festivals"),
        required=False,
        min_value=1,
        max_value=MOST,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Give a whole number from 1 to 20.")
        ),
    )
    theme = forms.ChoiceField(
        label=_("Light or dark"),
        required=False,
        choices=Theme.choices,
        error_messages={"invalid_choice": _("Use any of: auto, light, dark.")},
    )

    @property
    def count_asked(self) -> int:
        return self.cleaned_data["count"] or USUAL

    @property
    def theme_asked(self) -> str:
        return self.cleaned_data["theme"] or Theme.AUTO

    def in_query(self) -> dict[str, str]:
        """What differs from a widget that is asked for nothing."""
        asked = {"count": str(self.count_asked), "theme": str(self.theme_asked)}
        usual = {"count": str(USUAL), "theme": Theme.AUTO}
        return {name: value for name, value in asked.items() if value != usual[name]}


class OfferForm(LookForm):
    """The same, and in which language."""

    lang = forms.ChoiceField(
        label=_("Language of the list"), required=False, choices=settings.LANGUAGES
    )


class OfferFilter(FeedFilter):
    """All choices that a widget can be put together from."""

    unlisted = ("place", "festival")


@dataclass(frozen=True)
class Asked:
    """A query string as read, and a sentence for each thing in it that cannot be meant."""

    filters: FeedFilter
    look: LookForm

    @property
    def wrong(self) -> list[str]:
        return [*sentences_against(self.filters), *self.wrong_look()]

    def wrong_look(self) -> Iterator[str]:
        for name, errors in self.look.errors.items():
            yield from (f"{name}: {error}" for error in errors)


def asked_of(query: QueryDict, today: date) -> Asked:
    """Editions from today on, narrowed as a feed is; `past` changes nothing here."""
    filters = query.copy()
    for name in LookForm.base_fields:
        filters.pop(name, None)
    return Asked(FeedFilter(filters, coming(today)), LookForm(query))


def coming(today: date) -> EditionQuerySet:
    return Edition.objects.ending_from(today)


def query_of(filters: FeedFilter, *, without: Iterable[str]) -> str:
    """The one query string of the filters, but for some of them."""
    query = canonical(filters, beside=())
    for name in without:
        query.pop(name, None)
    return str(query.urlencode())
