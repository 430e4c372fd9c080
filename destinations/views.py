"""The list of destinations, and the base map under every drawing."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.query import PageQuerySet

from destinations.drawing import base_map, draw, pin, road_features
from destinations.filters import PlaceFilter
from destinations.models import DestinationPage
from tourism.base.cards import Card, draw_card
from tourism.base.filters import FilteredListView
from tourism.base.keeping import kept


@method_decorator(kept, name="dispatch")
class DestinationList(FilteredListView):
    """Every place that has a page in this language, narrowed by the query string."""

    filterset_class = PlaceFilter
    template_name = "destinations/list.html"
    context_object_name = "pages"
    paginate_by = 24

    def get_queryset(self) -> PageQuerySet:
        return DestinationPage.objects.listed(get_language())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        pins = [pin(page.place, page.slug) for page in self.object_list]
        return context | {"section": "destinations", "drawing": draw(pins, ratio=0.8)}


@require_safe
@kept
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of a destination where its link is shared."""
    page = get_object_or_404(DestinationPage.objects.listed(get_language()), slug=slug)
    place = page.place
    where = ", ".join(filter(None, [place.village, place.district.name]))
    shown = Card(
        page.title,
        kind=capfirst(place.get_kind_display()),
        when=where,
        site=_("Festivals of Banyuwangi"),
    )
    return HttpResponse(draw_card(shown), content_type="image/png")


@require_safe
@cache_control(public=True, max_age=86400)
def map_base(request: HttpRequest) -> HttpResponse:
    """Coast and roads as one drawing, which every page shows a window of."""
    return render(
        request, "destinations/map_base.svg", {"base": base_map()}, content_type="image/svg+xml"
    )


@require_safe
@cache_control(public=True, max_age=86400)
def map_roads(request: HttpRequest) -> HttpResponse:
    """The road table as GeoJSON, for the live map."""
    return JsonResponse(road_features(), content_type="application/geo+json")
