"""Query string -> narrowed places: the same grammar as the calendar's."""

from dataclasses import dataclass
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from destinations.geography import Bounds, GeographyError, Point
from destinations.models import DestinationPage, District, Interest, Place
from tourism.base.filters import LabelFilter, OnlyAsked, WordsFilter

MOST_KM = 300  # Across the region and both its neighbours.


@dataclass(frozen=True)
class Circle:
    """So many kilometres around a point."""

    point: Point
    km: float


DEGREES = r"-?[0-9]+(\.[0-9]+)?"


class NearField(forms.CharField):
    """ "-8.211,114.374,15": degrees of latitude and longitude, and kilometres."""

    widget = forms.HiddenInput
    pattern = rf"^{DEGREES},{DEGREES},[0-9]+(\.[0-9]+)?$"
    example = "-8.211,114.374,15"

    def clean(self, value: Any) -> Circle | None:
        if not (text := super().clean(value)):
            return None
        try:
            latitude, longitude, km = (float(part) for part in text.split(","))
            circle = Circle(Point(latitude, longitude), km)
        except (ValueError, GeographyError):
            circle = None
        if circle is None or not 0 < circle.km <= MOST_KM:
            raise forms.ValidationError(
                gettext(
                    "Give latitude, longitude and kilometres (at most %(most)s), with commas "
                    "between them: -8.211,114.374,15."
                )
                % {"most": MOST_KM}
            )
        return circle

    def in_words(self, circle: Circle) -> str:
        return gettext("within %(km)s km of %(latitude)s, %(longitude)s") % {
            "km": f"{circle.km:g}",
            "latitude": f"{circle.point.latitude:g}",
            "longitude": f"{circle.point.longitude:g}",
        }


class NearFilter(django_filters.CharFilter):
    """`?near=-8.211,114.374,15`."""

    field_class = NearField


class BoxField(forms.CharField):
    """ "113.8,-8.8,114.7,-7.9": west, south, east and north, in degrees."""

    widget = forms.HiddenInput
    pattern = rf"^{DEGREES},{DEGREES},{DEGREES},{DEGREES}$"
    example = "113.8,-8.8,114.7,-7.9"

    def clean(self, value: Any) -> Bounds | None:
        if not (text := super().clean(value)):
            return None
        try:
            west, south, east, north = (float(part) for part in text.split(","))
            corners = Point(south, west), Point(north, east)
        except (ValueError, GeographyError):
            corners = None
        if corners is None or west > east or south > north:
            raise forms.ValidationError(
                gettext(
                    "Give west, south, east and north in degrees, with commas between them: "
                    "113.8,-8.8,114.7,-7.9."
                )
            )
        return Bounds(south, west, north, east)


class BoxFilter(django_filters.CharFilter):
    """`?bbox=113.8,-8.8,114.7,-7.9`, in the order of GeoJSON (RFC 7946, 5)."""

    field_class = BoxField


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


class PlaceQuery(OnlyAsked, PlaceFilter):
    """The same for programs, and around a point, in a box, by name."""

    unlisted = ("interest", "district")

    near = NearFilter(method="around", label=_("Near"))
    bbox = BoxFilter(method="inside", label=_("Box on the map: west, south, east, north"))
    q = WordsFilter(method="called", label=_("Name"))

    def around(
        self, queryset: QuerySet[DestinationPage], name: str, circle: Circle
    ) -> QuerySet[DestinationPage]:
        return queryset.filter(place__in=Place.objects.within(circle.point, circle.km))

    def inside(
        self, queryset: QuerySet[DestinationPage], name: str, bounds: Bounds
    ) -> QuerySet[DestinationPage]:
        return queryset.filter(place__in=Place.objects.inside(bounds))

    def called(
        self, queryset: QuerySet[DestinationPage], name: str, words: str
    ) -> QuerySet[DestinationPage]:
        return queryset.filter(place__in=Place.objects.called(words))
