"""The years that the calendar has pages of: from the oldest known date to the last projected."""

from datetime import date

from django.db.models import Max, Min
from django.http import Http404, HttpRequest

from festivals.calendar.spans import Years
from festivals.models import Edition
from festivals.projecting import horizon


def years_known(request: HttpRequest) -> Years:
    """The years with data, read once a request. This year is always one of them."""
    if not hasattr(request, "years_known"):
        request.years_known = years_with_data(request.today)
    found: Years = request.years_known
    return found


def years_with_data(today: date) -> Years:
    """From the oldest edition to the end of what is projected, or a later one typed in."""
    ends = Edition.objects.aggregate(first=Min("starts_on"), last=Max("ends_on"))
    first, last = ends["first"] or today, ends["last"] or today
    return Years(min(first, today).year, max(last, horizon(today)).year)


def known_day(request: HttpRequest, year: int, month: int, day: int) -> date:
    """A day of the calendar; for any other there is no page."""
    found = real_day(year, month, day)
    if not years_known(request).hold(found):
        raise Http404
    return found


def real_day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise Http404 from None
