"""Places, districts and interests for programs: what their public pages tell, as data."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from ninja import Router

from destinations.answers import (
    DistrictFacts,
    DistrictPage,
    InterestPage,
    PlaceFacts,
    PlacePage,
    district_facts,
    place_facts,
)
from destinations.filters import PlaceQuery
from destinations.models import Closure, DestinationPage, District, Interest, Place
from tourism.base.api.asking import narrowed, only, page_of
from tourism.base.api.parameters import parameters_of
from tourism.base.api.routes import list_of, row_of
from tourism.base.api.schemas import Named, named

router = Router()


def public(pages: QuerySet[DestinationPage], today: date) -> QuerySet[Place]:
    """The places of some pages, with all that is told of them."""
    coming = Closure.objects.overlapping(today, date.max)
    places = Place.objects.filter(pk__in=pages.order_by().values("place"))
    return (
        places.with_district()
        .with_page(get_language())
        .prefetch_related(
            "interests", "fees", "requirements", Prefetch("closures", queryset=coming)
        )
    )


@list_of(
    router,
    "places",
    response=PlacePage,
    words=_("Places"),
    about=_("Every place that has a public page, by slug."),
    takes=parameters_of(PlaceQuery),
)
def places(request: HttpRequest) -> dict[str, Any]:
    pages = narrowed(
        request, PlaceQuery(request.GET, DestinationPage.objects.listed(get_language()))
    )
    rows, following = page_of(request, public(pages, request.today), by="slug")
    return {"items": [place_facts(row) for row in rows], "next": following}


@row_of(
    router, "places/slug", response=PlaceFacts, words=_("One place"), key=_("Slug of the place.")
)
def place(request: HttpRequest, slug: str) -> dict[str, Any]:
    only(request)
    pages = DestinationPage.objects.listed(get_language())
    return place_facts(get_object_or_404(public(pages, request.today), slug=slug))


@list_of(
    router,
    "districts",
    tag="words",
    response=DistrictPage,
    words=_("Districts"),
    about=_("The kecamatan of Banyuwangi and those just over its border, by slug."),
)
def districts(request: HttpRequest) -> dict[str, Any]:
    only(request, "limit", "cursor")
    rows, following = page_of(request, District.objects.all(), by="slug")
    return {"items": [district_facts(row) for row in rows], "next": following}


@row_of(
    router,
    "districts/slug",
    tag="words",
    response=DistrictFacts,
    words=_("One district"),
    key=_("Slug of the district."),
)
def district(request: HttpRequest, slug: str) -> dict[str, Any]:
    only(request)
    return district_facts(get_object_or_404(District, slug=slug))


@list_of(
    router,
    "interests",
    tag="words",
    response=InterestPage,
    words=_("Interests"),
    about=_("What people come for, in the order of the office."),
)
def interests(request: HttpRequest) -> dict[str, Any]:
    only(request, "limit", "cursor")
    rows, following = page_of(request, Interest.objects.all(), by="sort_order")
    return {"items": [named(row) for row in rows], "next": following}


@row_of(
    router,
    "interests/slug",
    tag="words",
    response=Named,
    words=_("One interest"),
    key=_("Slug of the interest."),
)
def interest(request: HttpRequest, slug: str) -> dict[str, Any]:
    only(request)
    return named(get_object_or_404(Interest, slug=slug))
