"""Query string -> narrowed editions and festivals: one grammar for page and feed."""

from collections.abc import Iterable

import django_filters
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

from destinations.models import District, Interest
from festivals.models import Edition, Festival, FestivalPage
from festivals.models.edition_queries import EditionQuerySet
from tourism.base.filters import LabelFilter


class EditionFilter(django_filters.FilterSet):
    """`?interest=surf&category=sport&district=glagah`: any of one, all of them."""

    category = django_filters.MultipleChoiceFilter(
        field_name="festival__category",
        choices=Festival.Category.choices,
        label=_("Categories"),
        widget=CheckboxSelectMultiple,
        distinct=False,
    )
    interest = LabelFilter(model=Interest, method="of_interest", label=_("Interests"))
    district = LabelFilter(model=District, method="in_district", label=_("Districts"))

    class Meta:
        model = Edition
        fields: list[str] = []

    def of_interest(self, queryset: EditionQuerySet, name: str, slugs: Iterable[str]) -> QuerySet:
        return queryset.of_interests(slugs)

    def in_district(self, queryset: EditionQuerySet, name: str, slugs: Iterable[str]) -> QuerySet:
        return queryset.in_districts(slugs)


class FeedFilter(EditionFilter):
    """The same, and `&projected=yes` for the dates that nobody has named yet."""

    projected = django_filters.ChoiceFilter(
        choices=[("yes", _("Yes"))], method="as_they_are", label=_("Projected dates too")
    )

    def as_they_are(self, queryset: EditionQuerySet, name: str, wanted: str) -> QuerySet:
        return queryset

    def filter_queryset(self, queryset: EditionQuerySet) -> QuerySet:
        narrowed = super().filter_queryset(queryset)
        return narrowed if self.form.cleaned_data["projected"] else narrowed.announced()


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


class FestivalFilter(django_filters.FilterSet):
    """The same words for the list of festivals."""

    category = django_filters.MultipleChoiceFilter(
        field_name="festival__category",
        choices=Festival.Category.choices,
        label=_("Categories"),
        widget=CheckboxSelectMultiple,
        distinct=False,
    )
    interest = LabelFilter(model=Interest, method="of_interest", label=_("Interests"))
    district = LabelFilter(
        model=District, field_name="festival__place__district__slug", label=_("Districts")
    )

    class Meta:
        model = FestivalPage
        fields: list[str] = []

    def of_interest(
        self, queryset: QuerySet[FestivalPage], name: str, slugs: list[str]
    ) -> QuerySet[FestivalPage]:
        return queryset.filter(festival__in=Festival.objects.filter(interests__slug__in=slugs))
