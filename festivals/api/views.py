"""Editions and festivals for programs: the same sets as the calendar, its feeds and its lists."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from ninja import Router

from festivals.api.answers import (
    EditionFacts,
    EditionPage,
    FestivalFacts,
    FestivalList,
    edition_facts,
    festival_facts,
)
from festivals.filters import EditionQuery, FestivalQuery
from festivals.models import Edition, Festival, FestivalPage
from festivals.models.edition_queries import EditionQuerySet
from tourism.base.api.asking import narrowed, only, page_of
from tourism.base.api.parameters import parameters_of
from tourism.base.api.routes import list_of, row_of

LONGEST_UID = 64

router = Router()


def with_all(editions: EditionQuerySet) -> EditionQuerySet:
    """Fetch what is told of an edition, in two queries however many rows."""
    return (
        editions.with_festival()
        .with_page(get_language())
        .with_why()
        .prefetch_related("festival__interests")
    )


@list_of(
    router,
    "editions",
    response=EditionPage,
    words=_("Editions"),
    about=_(
        "Every holding of a festival, by first day. Without other words: those that somebody has "
        "named, and that are not over. “projected=1” adds the reckoned ones, “from” or “past=all” "
        "those that are over, “cancelled=drop” leaves out what is called off. Those of which only "
        "the month is known are told one by one only, and as the next one of their festival."
    ),
    takes=parameters_of(EditionQuery),
)
def editions(request: HttpRequest) -> dict[str, Any]:
    dated = Edition.objects.dated()
    if request.GET.get("past") != "all" and "from" not in request.GET:
        dated = dated.ending_from(request.today)
    asked = narrowed(request, EditionQuery(request.GET, dated))
    rows, following = page_of(request, with_all(asked), by="starts_on")
    return {"items": [edition_facts(row) for row in rows], "next": following}


@row_of(
    router,
    "editions/uid",
    response=EditionFacts,
    words=_("One edition"),
    key=_("UID of the edition."),
    maxLength=LONGEST_UID,
)
def edition(request: HttpRequest, uid: str) -> dict[str, Any]:
    only(request)
    if len(uid) > LONGEST_UID or not uid.isprintable():
        raise Http404
    return edition_facts(get_object_or_404(with_all(Edition.objects.all()), uid=uid))


@list_of(
    router,
    "festivals",
    response=FestivalList,
    words=_("Festivals"),
    about=_("Every festival that has a public page, by slug."),
    takes=parameters_of(FestivalQuery),
)
def festivals(request: HttpRequest) -> dict[str, Any]:
    pages = narrowed(
        request, FestivalQuery(request.GET, FestivalPage.objects.listed(get_language()))
    )
    rows, following = page_of(request, public(pages, request), by="slug")
    return {"items": told_with_next(rows), "next": following}


@row_of(
    router,
    "festivals/slug",
    response=FestivalFacts,
    words=_("One festival"),
    key=_("Slug of the festival."),
)
def festival(request: HttpRequest, slug: str) -> dict[str, Any]:
    only(request)
    pages = FestivalPage.objects.listed(get_language())
    return told_with_next([get_object_or_404(public(pages, request), slug=slug)])[0]


def public(pages: QuerySet[FestivalPage], request: HttpRequest) -> QuerySet[Festival]:
    """The festivals of some pages, with all that is told of them."""
    coming = Edition.objects.taking_place().ending_from(request.today)
    following = coming.filter(festival=OuterRef("pk")).order_by("starts_on", "pk")
    shown = pages.order_by()
    return (
        Festival.objects.filter(pk__in=shown.values("festival"))
        .annotate(
            page_slug=Subquery(shown.filter(festival=OuterRef("pk")).values("slug")[:1]),
            next_pk=Subquery(following.values("pk")[:1]),
        )
        .select_related("place__district")
        .prefetch_related("interests", "programme")
    )


def told_with_next(rows: list[Festival]) -> list[dict[str, Any]]:
    """Festivals with their next editions, which are one query more."""
    coming = Edition.objects.in_bulk([row.next_pk for row in rows if row.next_pk])
    return [festival_facts(row, coming.get(row.next_pk)) for row in rows]
