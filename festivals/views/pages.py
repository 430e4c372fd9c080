"""The pages of festivals and destinations."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from destinations.models import DestinationPage
from destinations.schema import attraction
from festivals.models import FestivalPage
from festivals.schema import event, told
from festivals.showing import editions_near
from tourism.base.holidays import holidays_between
from tourism.base.keeping import kept_but_for_keys
from tourism.base.schema import Facts, breadcrumb
from tourism.base.serving import serve_page

HOLIDAYS_AHEAD = timedelta(days=366)


@require_safe
@kept_but_for_keys
def festival(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a festival in the language of the address."""
    pages = FestivalPage.objects.in_language(get_language())
    page = get_object_or_404(pages, slug=slug)
    response = serve_page(request, page)
    if "coming" in (getattr(response, "context_data", None) or {}):
        response.context_data["schema"] = festival_facts(request, page, response.context_data)
    return response


@require_safe
@partial(kept_but_for_keys, until_minute=True)
def destination(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a destination, with the festivals near it, which its own room cannot see."""
    pages = DestinationPage.objects.in_language(get_language())
    page = get_object_or_404(pages, slug=slug)
    response = serve_page(request, page)
    if "visit" in (getattr(response, "context_data", None) or {}):
        day = response.context_data["visit"].day
        near = editions_near(page.place, day, get_language())
        held_here = any(row.where == page.place for row in near)
        more = {"festivals_near": near, "schema": destination_facts(request, page)}
        response.context_data.update(more, held_here=held_here)
        if response.context_data["form"].errors:
            response.status_code = 400
    return response


def festival_facts(request: HttpRequest, page: FestivalPage, shown: Facts) -> list[Facts]:
    """What machines read of a festival: of the editions that the page shows."""
    said = words_of(request, page, card="festivals:card")
    rows = [row for row in (shown["next"], *shown["coming"], *shown["past"]) if row]
    events = [event(row, inLanguage=get_language(), **said) for row in told(rows, request.today)]
    return [*events, way_to(request, page, _("Festivals"), "festivals:list")]


def destination_facts(request: HttpRequest, page: DestinationPage) -> list[Facts]:
    """What machines read of a destination."""
    today = request.today
    facts = attraction(
        page.place,
        today,
        holidays=holidays_between(today, today + HOLIDAYS_AHEAD, "id"),
        **words_of(request, page, card="destinations:card"),
    )
    return [facts, way_to(request, page, _("Places"), "destinations:list")]


def words_of(request: HttpRequest, page: Any, *, card: str) -> Facts:
    """What a page says of its fact, and the address of its picture."""
    return {
        "description": page.search_description or page.summary,
        "url": request.build_absolute_uri(request.path),
        "image": request.build_absolute_uri(reverse(card, args=[page.slug])),
    }


def way_to(request: HttpRequest, page: Any, parent: str, parent_view: str) -> Facts:
    """The breadcrumb that stands on the page."""
    absolute = request.build_absolute_uri
    return breadcrumb(
        (_("Home"), absolute(f"/{get_language()}/")),
        (parent, absolute(reverse(parent_view))),
        (page.title, absolute(request.path)),
    )
