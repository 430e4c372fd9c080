"""Calendar, list of festivals, and the pages of festivals and destinations."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from destinations.models import DestinationPage
from festivals.calendar.days import day_of
from festivals.calendar.months import month_of
from festivals.calendar.spans import FIRST_YEAR, LAST_YEAR, days_shown, last_of_month
from festivals.dates.days import names_between, names_of
from festivals.filters import EditionFilter, FestivalFilter
from festivals.models import Edition, Festival, FestivalPage
from festivals.showing import editions_near
from tourism.base.filters import FilteredListView, chosen
from tourism.base.holidays import holidays_between
from tourism.base.serving import serve_page

DAYS, PLAIN = "days", "civil"  # ?days=civil leaves pasaran, Hijri and Javanese days out.


@require_safe
def this_month(request: HttpRequest) -> HttpResponse:
    """The calendar opens on today's month."""
    return month(request, request.today.year, request.today.month)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """One month as grid and list of the same editions, and what has no day in it yet."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        raise Http404
    first = date(year, month, 1)
    last = last_of_month(first)
    shown = days_shown(first)
    editions = Edition.objects.overlapping(*shown).for_cards(get_language())
    filters = EditionFilter(request.GET, editions)
    rows = list(filters.qs) if filters.is_valid() else []
    dated = [row for row in rows if row.is_dated]
    plain = request.GET.get(DAYS) == PLAIN
    context = {
        "section": "calendar",
        "filter": filters,
        "chosen": chosen(filters),
        "query": request.GET.urlencode(),
        "today": request.today,
        "month": month_of(
            first,
            dated,
            today=request.today,
            holidays=holidays_between(*shown, get_language()),
            names={} if plain else names_between(*shown, Festival.objects.almanac()),
        ),
        "plain": plain,
        "other_days": query_with_days(request, plain=not plain),
        "editions": [row for row in dated if row.starts_on <= last and row.ends_on >= first],
        "undated": [row for row in rows if not row.is_dated and row.may_fall_in(first)],
    }
    return render(
        request, "festivals/month.html", context, status=200 if filters.is_valid() else 400
    )


def query_with_days(request: HttpRequest, *, plain: bool) -> str:
    """The same query string with, or without, the names of the days in other calendars."""
    query = request.GET.copy()
    query.pop(DAYS, None)
    if plain:
        query[DAYS] = PLAIN
    return query.urlencode()


@require_safe
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """What a day is in every calendar, what is on, and what may fall on it."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31):
        raise Http404
    try:
        asked = date(year, month, day)
    except ValueError:
        raise Http404 from None
    language = get_language()
    editions = Edition.objects.dated().for_cards(language)
    context = {
        "section": "calendar",
        "today": request.today,
        "page": day_of(
            asked,
            names_of(asked, Festival.objects.almanac()),
            holiday=holidays_between(asked, asked, language).get(asked, ""),
        ),
        "editions": editions.overlapping(asked, asked).order_by("starts_on", "starts_at"),
        "possible": editions.that_may_begin_on(asked).order_by("starts_on"),
    }
    return render(request, "festivals/day.html", context)


class FestivalList(FilteredListView):
    """Every festival that has a page in this language, narrowed by the query string."""

    filterset_class = FestivalFilter
    template_name = "festivals/list.html"
    context_object_name = "pages"
    paginate_by = 24
    extra_context = {"section": "festivals"}

    def get_queryset(self) -> Any:
        return FestivalPage.objects.listed(get_language()).with_next(self.request.today)


@require_safe
def festival(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a festival in the language of the address."""
    pages = FestivalPage.objects.in_language(get_language())
    return serve_page(request, get_object_or_404(pages, slug=slug))


@require_safe
def destination(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a destination, with the festivals near it, which its own room cannot see."""
    pages = DestinationPage.objects.in_language(get_language())
    page = get_object_or_404(pages, slug=slug)
    response = serve_page(request, page)
    if getattr(response, "context_data", None):
        near = editions_near(page.place, request.today, get_language())
        response.context_data["festivals_near"] = near
    return response
