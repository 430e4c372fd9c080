"""Which places, and what is fetched with them: adjectives that chain. They never ask the clock."""

from typing import Any, Self

from django.db import models
from django.db.models import OuterRef, Subquery

from destinations.geography import Bounds, Point, distance_km
from tourism.base.calling import keys_called

LABEL = ("name_en", "name_id")


class PlaceQuerySet(models.QuerySet[Any]):
    def gateways(self) -> Self:
        """Places where trips begin and end."""
        return self.filter(kind__in=self.model.GATEWAYS)

    def shut_once_a_month(self) -> Self:
        """Places whose hours name the first such weekday of a month as off (OSM: "Fr[1] off")."""
        return self.filter(opening_hours__contains="[1] off")

    def open_to_plans(self) -> Self:
        """Places that a visitor may put into a trip: all but the gateways."""
        return self.exclude(kind__in=self.model.GATEWAYS)

    def near(self, point: Point, km: float) -> Self:
        """Places in the square around a point, `km` to each side (straight line)."""
        return self.inside(Bounds.around([point], margin_km=km))

    def inside(self, box: Bounds) -> Self:
        """Places in a box, its edges included."""
        return self.filter(
            latitude__range=(box.south, box.north), longitude__range=(box.west, box.east)
        )

    def within(self, point: Point, km: float) -> Self:
        """Places in the circle of `km` around a point (straight line). One query more."""
        rows = self.near(point, km).values_list("pk", "latitude", "longitude")
        inside = [pk for pk, *degrees in rows if distance_km(point, Point(*degrees)) <= km]
        return self.filter(pk__in=inside)

    def called(self, words: str) -> Self:
        """Places by nearly right names. Reads all names."""
        return self.filter(pk__in=keys_called(self, LABEL, words))

    def with_page(self, language: str) -> Self:
        """Know the slug of the place's public page in a language: `page_slug`, or None."""
        pages = self.model.objects.filter(
            pk=OuterRef("pk"), pages__live=True, pages__locale__language_code=language
        )
        return self.annotate(page_slug=Subquery(pages.values("pages__slug")[:1]))

    def with_district(self) -> Self:
        """Fetch what a card or a line prints, in one query however many rows."""
        return self.select_related("district")
