"""The calendar as a list and on the map, and the list of festivals."""

from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from festivals.calendar.agenda import agenda_of
from festivals.calendar.chart import chart_of
from festivals.calendar.spans import FIRST_YEAR, LAST_YEAR
from festivals.filters import FestivalFilter
from festivals.models import Edition, FestivalPage
from festivals.narrowing import Narrowed, narrowed
from tourism.base.filters import FilteredListView
from tourism.base.keeping import kept

ROWS = 40
MAP_DAYS = timedelta(days=60)


@require_safe
@kept
def agenda(request: HttpRequest) -> HttpResponse:
    """Every edition from a day on (today, where none is asked for), by month."""
    editions = Edition.objects.order_by("starts_on", "starts_at", "pk")
    if not request.GET.get("from"):
        editions = editions.ending_from(request.today)
    cards = editions.for_cards(get_language()).with_why()
    asked = narrowed(request, cards, counted=editions.dated())
    if elsewhere := asked.elsewhere():
        return elsewhere
    first = asked.day_asked("from") or request.today
    context = asked.context("agenda", first, asked.day_asked("to")) | agenda_context(asked, first)
    return render(request, "festivals/agenda.html", context, status=asked.status)


def agenda_context(asked: Narrowed, first: date) -> dict[str, Any]:
    """One page of the agenda, with what has no day in its months."""
    page = Paginator(asked.queryset.dated(), ROWS).get_page(asked.request.GET.get("page"))
    rows = list(page)
    following = rows[-1].starts_on if page.has_next() else None
    undated = asked.queryset.exclude(precision=Edition.Precision.DAY)
    since = first if page.number == 1 else max(first, rows[0].starts_on)
    return {
        "agenda": agenda_of(since, rows, undated, until=following),
        "first": first,
        "page_obj": page,
    }


@require_safe
@kept
def on_map(request: HttpRequest) -> HttpResponse:
    """Where the festivals of some weeks are: a list by place, and the map beside it."""
    editions = Edition.objects.dated().order_by("starts_on", "starts_at", "pk")
    since = day_in(request, "from") or request.today
    until = day_in(request, "to") or since + MAP_DAYS
    editions = editions.overlapping(since, until)
    cards = editions.for_map(get_language()).with_why()
    asked = narrowed(request, cards, counted=editions)
    if elsewhere := asked.elsewhere():
        return elsewhere
    context = asked.context("map", since, until) | {
        "chart": chart_of(asked.rows),
        "first": since,
        "last": until,
    }
    return render(request, "festivals/map.html", context, status=asked.status)


def day_in(request: HttpRequest, name: str) -> date | None:
    """The day of a query string, to bound what is read; the filter says what is wrong with it."""
    try:
        found = parse_date(request.GET.get(name, ""))
    except ValueError:
        return None
    return found if found and FIRST_YEAR <= found.year <= LAST_YEAR else None


@method_decorator(kept, name="dispatch")
class FestivalList(FilteredListView):
    """Every festival that has a page in this language, narrowed by the query string."""

    filterset_class = FestivalFilter
    template_name = "festivals/list.html"
    context_object_name = "pages"
    paginate_by = 24
    extra_context = {"section": "festivals"}

    def get_queryset(self) -> Any:
        return FestivalPage.objects.listed(get_language()).with_next(self.request.today)
