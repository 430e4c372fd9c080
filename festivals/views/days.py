"""The page of a day: what it is in every calendar, what is on, and what may fall on it."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from festivals.calendar.days import DayPage, day_of
from festivals.dates.days import names_of
from festivals.models import Edition, Festival
from festivals.wording import weekday_and_day
from festivals.years import known_day, years_known
from tourism.base.holidays import holidays_between
from tourism.base.keeping import kept
from tourism.base.schema import Facts, breadcrumb


@require_safe
@kept
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """One day. A search engine keeps those on which somebody has named a festival."""
    asked = known_day(request, year, month, day)
    editions = Edition.objects.dated().for_cards(get_language()).with_why()
    on = list(editions.overlapping(asked, asked).order_by("starts_on", "starts_at"))
    context = {
        "section": "calendar",
        "today": request.today,
        "page": page_of(request, asked),
        "editions": on,
        "possible": editions.that_may_begin_on(asked).order_by("starts_on"),
        "is_indexed": any(row.certainty != "projected" for row in on),
        "schema": [way_to(request, asked)],
    }
    return render(request, "festivals/day.html", context)


def page_of(request: HttpRequest, day: date) -> DayPage:
    return day_of(
        day,
        names_of(day, Festival.objects.almanac()),
        holiday=holidays_between(day, day, get_language()).get(day, ""),
        years=years_known(request),
    )


def way_to(request: HttpRequest, day: date) -> Facts:
    """The breadcrumb that stands on the page."""
    absolute = request.build_absolute_uri
    month = reverse("festivals:month", args=[day.year, day.month])
    return breadcrumb(
        (_("Home"), absolute(f"/{get_language()}/")),
        (date_format(day, "F Y"), absolute(month)),
        (weekday_and_day(day), absolute(request.path)),
    )
