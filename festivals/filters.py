"""Query string -> narrowed editions and festivals: one grammar for page, feed, API and widget."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db import models
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from destinations.filters import BoxFilter, NearFilter
from destinations.models import District, Interest, Place
from festivals.models import Edition, Festival, FestivalPage
from festivals.models.edition_queries import EditionQuerySet
from festivals.wording import in_words
from tourism.base.filters import LabelFilter, OnlyAsked, WordsFilter

YES = "yes"
ORDER = (  # Of the form, and of a query string that says the same.
    *("category", "interest", "district", "place", "festival", "near", "from", "to"),
    *("status", "time", "free", "family", "q", "projected", "cancelled", "past"),
)
FEED_ONLY = ("projected", "cancelled", "past")


class Cancelled(models.TextChoices):
    """What a feed does with a festival that is called off."""

    KEEP = "keep", _("Keep it, with “Cancelled” in front")
    STRIKE = "strike", _("Mark it cancelled the calendar’s own way")
    DROP = "drop", _("Take it out")


class DayField(forms.DateField):
    """A day as 2027-06-13. `words` says what it bounds: "from %(day)s"."""

    def __init__(self, *, words: str, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], **kwargs)
        self.error_messages["invalid"] = _("Write the day as 2027-06-13, or choose it.")
        self.words = words

    def in_words(self, day: date) -> str:
        return self.words % {"day": in_words(day)}


class DayFilter(django_filters.DateFilter):
    field_class = DayField


class YesFilter(django_filters.MultipleChoiceFilter):
    """`?free=yes`, a box to tick with its label in words."""

    def __init__(self, words: str, **kwargs: Any) -> None:
        super().__init__(
            choices=[(YES, words)],
            label=words,
            widget=CheckboxSelectMultiple,
            distinct=False,
            **kwargs,
        )


class SpanForm(forms.Form):
    """Refuses days that run backwards."""

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        first, last = found.get("from"), found.get("to")
        if first and last and last < first:
            self.add_error("to", gettext("The last day lies before the first. Turn them round."))
        return found


def categories() -> django_filters.MultipleChoiceFilter:
    return django_filters.MultipleChoiceFilter(
        field_name="festival__category",
        choices=Festival.Category.choices,
        label=_("Categories"),
        widget=CheckboxSelectMultiple,
        distinct=False,
    )


class EditionFilter(django_filters.FilterSet):
    """`?interest=surf&category=sport&district=glagah`: any of one, all of them."""

    category = categories()
    interest = LabelFilter(model=Interest, method="of_interest", label=_("Interests"))
    district = LabelFilter(model=District, method="in_district", label=_("Districts"))

    class Meta:
        model = Edition
        fields: list[str] = []
        form = SpanForm

    def of_interest(self, queryset: EditionQuerySet, name: str, slugs: Iterable[str]) -> QuerySet:
        return queryset.of_interests(slugs)

    def in_district(self, queryset: EditionQuerySet, name: str, slugs: Iterable[str]) -> QuerySet:
        return queryset.in_districts(slugs)


class BoardFilter(EditionFilter):
    """The same words for the year board, and `&status=projected`."""

    status = django_filters.MultipleChoiceFilter(
        choices=Edition.Status.choices,
        label=_("Status"),
        widget=CheckboxSelectMultiple,
        distinct=False,
    )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return any(self.form.cleaned_data.values()) if self.is_valid() else True


class CalendarFilter(OnlyAsked, BoardFilter):
    """The whole grammar: where, when, how sure, by night, free, for families, by name.

    `near`, `from`, `to` and `q` take one value each.
    """

    unlisted = ("place", "festival")

    place = LabelFilter(
        model=Place, method="held_at", label=_("Place"), widget=forms.MultipleHiddenInput
    )
    festival = LabelFilter(
        model=Festival,
        field_name="festival__slug",
        label=_("Festival"),
        widget=forms.MultipleHiddenInput,
    )
    near = NearFilter(method="held_near", label=_("Near"))
    time = django_filters.MultipleChoiceFilter(
        choices=[("day", _("By day")), ("night", _("At night, from 18:00"))],
        method="at_times",
        label=_("Hour"),
        widget=CheckboxSelectMultiple,
    )
    free = YesFilter(_("Free entry"), method="without_entry")
    family = YesFilter(_("For families"), method="with_children")
    q = WordsFilter(method="called", label=_("Name"))

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Add what Python cannot name, and put all in order."""
        days = {
            "from": ("ends_on", "gte", _("From"), _("from %(day)s")),
            "to": ("starts_on", "lte", _("Until"), _("until %(day)s")),
        }
        bounds = {
            name: DayFilter(field_name=column, lookup_expr=lookup, label=label, words=words)
            for name, (column, lookup, label, words) in days.items()
        }
        found = super().get_filters() | bounds
        return {name: found[name] for name in ORDER if name in found}

    def held_at(self, queryset: EditionQuerySet, name: str, slugs: Iterable[str]) -> QuerySet:
        return queryset.held_at(slugs)

    def held_near(self, queryset: EditionQuerySet, name: str, circle: Any) -> QuerySet:
        return queryset.within(circle.point, circle.km)

    def at_times(self, queryset: EditionQuerySet, name: str, times: Iterable[str]) -> QuerySet:
        if len(set(times)) > 1:
            return queryset.beginning().exclude(begins=None)
        return queryset.at_night() if "night" in times else queryset.by_day()

    def without_entry(self, queryset: EditionQuerySet, name: str, yes: Any) -> QuerySet:
        return queryset.filter(festival__in=Festival.objects.free())

    def with_children(self, queryset: EditionQuerySet, name: str, yes: Any) -> QuerySet:
        return queryset.filter(festival__in=Festival.objects.for_families())

    def called(self, queryset: EditionQuerySet, name: str, words: str) -> QuerySet:
        return queryset.filter(festival__in=Festival.objects.called(words))


class FeedFilter(CalendarFilter):
    """The same, and what only a feed is asked for.

    `projected=1` for dates that nobody has named yet, `cancelled` for what becomes of those that
    are called off, `past=all` for what is long over. `projected=yes` is an older way to ask.
    """

    unlisted = ("interest", "district", "place", "festival")

    projected = django_filters.ChoiceFilter(
        choices=[("1", _("Projected dates too")), (YES, _("Projected dates too"))],
        method="as_they_are",
        label=_("Projected dates too"),
    )
    cancelled = django_filters.ChoiceFilter(
        choices=Cancelled.choices, method="as_they_are", label=_("When a festival is called off")
    )
    past = django_filters.ChoiceFilter(
        choices=[("all", _("All past dates too"))],
        method="as_they_are",
        label=_("All past dates too"),
    )

    def as_they_are(self, queryset: EditionQuerySet, name: str, wanted: str) -> QuerySet:
        return queryset

    @property
    def cancelled_as(self) -> str:
        """What becomes of what is called off: `keep` where nothing else is asked for."""
        return self.form.cleaned_data["cancelled"] or Cancelled.KEEP

    @property
    def holds_projected(self) -> bool:
        """Whether reckoned dates are asked for, by their own word or as a status."""
        asked = self.form.cleaned_data
        return bool(asked["projected"]) or Edition.Status.PROJECTED in asked["status"]

    def filter_queryset(self, queryset: EditionQuerySet) -> QuerySet:
        narrowed = super().filter_queryset(queryset)
        if self.cancelled_as == Cancelled.DROP:
            narrowed = narrowed.taking_place()
        return narrowed if self.holds_projected else narrowed.announced()


class EditionQuery(FeedFilter):
    """The words of a feed, and a box on the map."""

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        box = BoxFilter(method="held_in", label=_("Box on the map: west, south, east, north"))
        return super().get_filters() | {"bbox": box}

    def held_in(self, queryset: EditionQuerySet, name: str, bounds: Any) -> QuerySet:
        return queryset.inside(bounds)


class FestivalFilter(django_filters.FilterSet):
    """The same words for the list of festivals, as far as they speak of a festival."""

    category = categories()
    interest = LabelFilter(model=Interest, method="of_interest", label=_("Interests"))
    district = LabelFilter(
        model=District, field_name="festival__place__district__slug", label=_("Districts")
    )
    free = YesFilter(_("Free entry"), method="without_entry")
    family = YesFilter(_("For families"), method="with_children")
    q = WordsFilter(method="called", label=_("Name"))

    class Meta:
        model = FestivalPage
        fields: list[str] = []

    def of_interest(
        self, queryset: QuerySet[FestivalPage], name: str, slugs: list[str]
    ) -> QuerySet[FestivalPage]:
        return queryset.filter(festival__in=Festival.objects.of_interests(slugs))

    def without_entry(
        self, queryset: QuerySet[FestivalPage], name: str, yes: Any
    ) -> QuerySet[FestivalPage]:
        return queryset.filter(festival__in=Festival.objects.free())

    def with_children(
        self, queryset: QuerySet[FestivalPage], name: str, yes: Any
    ) -> QuerySet[FestivalPage]:
        return queryset.filter(festival__in=Festival.objects.for_families())

    def called(
        self, queryset: QuerySet[FestivalPage], name: str, words: str
    ) -> QuerySet[FestivalPage]:
        return queryset.filter(festival__in=Festival.objects.called(words))


class FestivalQuery(OnlyAsked, FestivalFilter):
    """The same, for programs."""

    unlisted = ("interest", "district")
