"""The year board: the office's year on one sheet, each edition two clicks from its next step."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from destinations.models import Place
from festivals.board import board_of
from festivals.calendar.spans import FIRST_YEAR, LAST_YEAR
from festivals.dates.spans import Span
from festivals.filters import BoardFilter
from festivals.models import Edition, Festival, Season
from festivals.seasons import lines_of


@permission_required("festivals.view_edition", raise_exception=True)
def board(request: HttpRequest) -> HttpResponse:
    """One year of editions by festival and month, narrowed by the query string."""
    year = year_of(request.GET.get("year", ""), request.today.year)
    editions = Edition.objects.filter(starts_on__year=year).with_festival().order_by("starts_on")
    filters = BoardFilter(request.GET, editions)
    rows = list(filters.qs) if filters.is_valid() else []
    shown = {row.festival_id for row in rows}
    festivals = [row.festival for row in rows]
    first, last = date(year, 1, 1), date(year, 12, 31)
    if not filters.is_narrowed:
        festivals += Festival.objects.exclude(pk__in=shown)
    context: dict[str, Any] = {
        "board": board_of(year, festivals, rows),
        "filter": filters,
        "lines": lines_of(
            Span(first, last),
            Festival.objects.almanac(),
            language="en" if get_language() == "en" else "id",
            places=Place.objects.shut_once_a_month(),
            seasons=Season.objects.overlapping(first, last),
        ),
        "today": request.today,
        "years": range(max(FIRST_YEAR, year - 1), min(LAST_YEAR, year + 1) + 1),
        "header_title": _("Year board"),
        "page_title": _("Year board"),
        "page_subtitle": str(year),
        "header_icon": "table",
    }
    status = 200 if filters.is_valid() else 400
    return render(request, "festivals/admin/board.html", context, status=status)


def year_of(text: str, this_year: int) -> int:
    """The year asked for; what is none is this year."""
    year = int(text) if text.isdecimal() and len(text) == 4 else this_year
    return min(max(year, FIRST_YEAR), LAST_YEAR)
