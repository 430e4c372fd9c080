"""Query string -> narrowed places: the same grammar as the calendar's."""

import django_filters
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

from destinations.models import DestinationPage, District, Interest, Place
from tourism.base.filters import LabelFilter


class PlaceFilter(django_filters.FilterSet):
    """`?interest=surf&interest=beach&district=pesanggaran&kind=beach`: any of one, all of them."""

    interest = LabelFilter(model=Interest, method="of_interest", label=_("Interests"))
    kind = django_filters.MultipleChoiceFilter(
        field_name="place__kind",
        choices=[(kind.value, kind.label) for kind in Place.Kind if kind not in Place.GATEWAYS],
        label=_("Kind of place"),
        widget=CheckboxSelectMultiple,
        distinct=False,
    )
    district = LabelFilter(model=District, field_name="place__district__slug", label=_("Districts"))

    class Meta:
        model = DestinationPage
        fields: list[str] = []

    def of_interest(
        self, queryset: QuerySet[DestinationPage], name: str, slugs: list[str]
    ) -> QuerySet[DestinationPage]:
        return queryset.filter(place__in=Place.objects.filter(interests__slug__in=slugs))
