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
from tourism.base.api.parameters import LANGUAGE, PAGING, SLUG, in_path, parameters_of
from tourism.base.api.schemas import Named, named

router = Router()
PAGED = {"parameters": [*PAGING, LANGUAGE]}


def one(words: Any) -> dict[str, Any]:
    return {"parameters": [in_path("slug", words, **SLUG), LANGUAGE]}


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


@router.get(
    "/places",
    response=PlacePage,
    tags=["places"],
    operation_id="places",
    summary=_("Places"),
    description=_("Every place that has a public page, by slug."),
    openapi_extra={"parameters": [*parameters_of(PlaceQuery), *PAGING, LANGUAGE]},
)
def places(request: HttpRequest) -> dict[str, Any]:
    pages = narrowed(
        request, PlaceQuery(request.GET, DestinationPage.objects.listed(get_language()))
    )
    rows, following = page_of(request, public(pages, request.today), by="slug")
    return {"items": [place_facts(row) for row in rows], "next": following}


@router.get(
    "/places/{slug:slug}",
    response=PlaceFacts,
    tags=["places"],
    operation_id="place",
    summary=_("One place"),
    openapi_extra=one(_("Slug of the place.")),
)
def place(request: HttpRequest, slug: str) -> dict[str, Any]:
    only(request)
    pages = DestinationPage.objects.listed(get_language())
    return place_facts(get_object_or_404(public(pages, request.today), slug=slug))


@router.get(
    "/districts",
    response=DistrictPage,
    tags=["words"],
    operation_id="districts",
    summary=_("Districts"),
    description=_("The kecamatan of Banyuwangi and those just over its border, by slug."),
    openapi_extra=PAGED,
)
def districts(request: HttpRequest) -> dict[str, Any]:
    only(request, "limit", "cursor")
    rows, following = page_of(request, District.objects.all(), by="slug")
    return {"items": [district_facts(row) for row in rows], "next": following}


@router.get(
    "/districts/{slug:slug}",
    response=DistrictFacts,
    tags=["words"],
    operation_id="district",
    summary=_("One district"),
    openapi_extra=one(_("Slug of the district.")),
)
def district(request: HttpRequest, slug: str) -> dict[str, Any]:
    only(request)
    return district_facts(get_object_or_404(District, slug=slug))


@router.get(
    "/interests",
    response=InterestPage,
    tags=["words"],
    operation_id="interests",
    summary=_("Interests"),
    description=_("What people come for, in the order of the office."),
    openapi_extra=PAGED,
)
def interests(request: HttpRequest) -> dict[str, Any]:
    only(request, "limit", "cursor")
    rows, following = page_of(request, Interest.objects.all(), by="sort_order")
    return {"items": [named(row) for row in rows], "next": following}


@router.get(
    "/interests/{slug:slug}",
    response=Named,
    tags=["words"],
    operation_id="interest",
    summary=_("One interest"),
    openapi_extra=one(_("Slug of the interest.")),
)
def interest(request: HttpRequest, slug: str) -> dict[str, Any]:
    only(request)
    return named(get_object_or_404(Interest, slug=slug))
