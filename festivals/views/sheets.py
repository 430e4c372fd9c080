"""The calendar by year, month and week, each narrowed by the same query string."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from festivals.calendar.days import Sheet, moons_between
from festivals.calendar.months import month_of
from festivals.calendar.spans import days_shown, last_of_month, week_of_day
from festivals.calendar.weeks import week_of
from festivals.calendar.years import year_of
from festivals.dates.days import names_between
from festivals.models import Edition, Festival, Season
from festivals.narrowing import Narrowed, narrowed
from festivals.years import known_day, real_day, years_known
from tourism.base.holidays import holidays_between
from tourism.base.keeping import kept


@require_safe
@kept
def this_month(request: HttpRequest) -> HttpResponse:
    """The calendar opens on today's month."""
    return month(request, request.today.year, request.today.month)


@require_safe
@kept
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """One month as grid and list of the same editions, and what has no day in it yet."""
    first = known_day(request, year, month, 1)
    last = last_of_month(first)
    shown = days_shown(first)
    editions = Edition.objects.touching(*shown).for_cards(get_language()).with_why()
    asked = narrowed(request, editions, counted=Edition.objects.dated().overlapping(first, last))
    if elsewhere := asked.elsewhere():
        return elsewhere
    context = asked.context("month", first, last) | month_context(asked, first, last)
    address = reverse("festivals:month", args=[year, month])
    return render(
        request, "festivals/month.html", context | {"address": address}, status=asked.status
    )


@require_safe
@kept
def week(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """Seven days from a Sunday, each with its festivals by the hour."""
    asked_day = real_day(year, month, day)
    days = week_of_day(asked_day)
    if not any(map(years_known(request).hold, days)):
        raise Http404
    if asked_day != days[0]:
        return redirect("festivals:week", days[0].year, days[0].month, days[0].day)
    editions = Edition.objects.dated().touching(days[0], days[-1])
    asked = narrowed(
        request,
        editions.for_cards(get_language()).with_why(),
        counted=Edition.objects.dated().overlapping(days[0], days[-1]),
    )
    if elsewhere := asked.elsewhere():
        return elsewhere
    found = week_of(days[0], asked.rows, sheet_of(asked, days[0], days[-1]))
    context = asked.context("week", days[0], days[-1]) | {"week": found}
    return render(request, "festivals/week.html", context, status=asked.status)


@require_safe
@kept
def year(request: HttpRequest, year: int) -> HttpResponse:
    """A year on one sheet."""
    first, last = known_day(request, year, 1, 1), known_day(request, year, 12, 31)
    editions = Edition.objects.overlapping(first, last)
    asked = narrowed(
        request, editions.for_cards(get_language()).order_by("starts_on"), counted=editions.dated()
    )
    if elsewhere := asked.elsewhere():
        return elsewhere
    holidays = holidays_between(first, last, get_language())
    known = {"holidays": holidays, "years": years_known(request)}
    found = year_of(year, asked.rows, today=request.today, **known)
    context = asked.context("year", first, last) | {"year": found}
    return render(request, "festivals/year.html", context, status=asked.status)


def month_context(asked: Narrowed, first: date, last: date) -> dict[str, Any]:
    """The grid of a month, the same editions as a list, and what has no day in it or left it."""
    rows = asked.rows
    dated = [row for row in rows if row.is_dated]
    inside = [row for row in dated if row.starts_on <= last and row.ends_on >= first]
    gone = [row for row in dated if row.moved_from and first <= row.moved_from <= last]
    return {
        "month": month_of(first, dated, sheet_of(asked, *days_shown(first))),
        "editions": inside,
        "parts": parts_of(inside, first, last, asked.request.today),
        "moved_away": [row for row in gone if row not in inside],
        "undated": [row for row in rows if not row.is_dated and row.may_fall_in(first)],
    }


def sheet_of(asked: Narrowed, first: date, last: date) -> Sheet:
    """What the cells carry beside festivals; only holidays where civil days are asked for."""
    today, language = asked.request.today, get_language()
    years = years_known(asked.request)
    holidays = holidays_between(first, last, language)
    if asked.is_plain:
        return Sheet(today, holidays, years=years)
    return Sheet(
        today,
        holidays,
        years=years,
        names=names_between(first, last, Festival.objects.almanac()),
        moons=moons_between(first, last),
        breaks=Season.objects.days_between(first, last),
    )


def parts_of(
    editions: list[Edition], first: date, last: date, today: date
) -> dict[str, list[Edition]]:
    """A month as a list: over, going on, and coming; all in one where today lies elsewhere."""
    if not first <= today <= last:
        return {"coming": editions}
    return {
        "ongoing": [row for row in editions if row.starts_on < today <= row.ends_on],
        "coming": [row for row in editions if row.starts_on >= today],
        "over": [row for row in editions if row.ends_on < today],
    }
