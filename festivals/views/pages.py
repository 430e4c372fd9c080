"""The pages of festivals and destinations."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from destinations.models import DestinationPage
from festivals.models import FestivalPage
from festivals.showing import editions_near
from tourism.base.serving import serve_page


@require_safe
def festival(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a festival in the language of the address."""
    pages = FestivalPage.objects.in_language(get_language())
    return serve_page(request, get_object_or_404(pages, slug=slug))


@require_safe
def destination(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a destination, with the festivals near it, which its own room cannot see.

    Neither page is kept: each carries the key of a form, and whether a place is open goes by
    the hour.
    """
    pages = DestinationPage.objects.in_language(get_language())
    page = get_object_or_404(pages, slug=slug)
    response = serve_page(request, page)
    if "visit" in (getattr(response, "context_data", None) or {}):
        day = response.context_data["visit"].day
        near = editions_near(page.place, day, get_language())
        response.context_data["festivals_near"] = near
    return response
