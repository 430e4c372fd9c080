"""The calendar as a feed that calendar apps subscribe to."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from festivals.feeds.asking import OF_PAGES, about_feed, sentences_against
from festivals.feeds.calendars import About, bytes_of
from festivals.feeds.telling import Events, written
from festivals.filters import Cancelled, FeedFilter
from festivals.models import Edition, FestivalPage
from tourism.base.steady import steady

BACK = timedelta(days=60)
CALENDAR = "text/calendar; charset=utf-8"
FREE = ("q", "near", "from", "to", *OF_PAGES)  # Words that take any value.


@require_safe
@steady(free=FREE)
def calendar(request: HttpRequest) -> HttpResponse:
    """Dated editions from 60 days back on, narrowed by the same query string as the page."""
    editions = Edition.objects.dated()
    if request.GET.get("past") != "all" and not request.GET.get("from"):
        editions = editions.ending_from(request.today - BACK)
    filters = FeedFilter(request.GET, editions)
    if wrong := sentences_against(filters):
        words = "\n".join(wrong)
        return HttpResponse(words, status=400, content_type="text/plain; charset=utf-8")
    events = written(
        filters.qs,
        language=get_language(),
        site=settings.WAGTAILADMIN_BASE_URL,
        struck=filters.cancelled_as == Cancelled.STRIKE,
    )
    return answer_of(about_feed(filters), events)


def answer_of(about: About, events: Events) -> HttpResponse:
    """A calendar. One whose events could not be kept is told once, and not kept by anybody."""
    response = HttpResponse(bytes_of(about, events.rows), content_type=CALENDAR)
    if not events.are_kept:
        response["Cache-Control"] = "no-store"
    return response


@require_safe
@steady()
def edition(request: HttpRequest, slug: str, edition: int) -> HttpResponse:
    """One dated edition as a file for a calendar app, under the UID that the feed gives it.

    Only of a festival whose page anybody may read.
    """
    if request.GET:
        return HttpResponseRedirect(request.path)  # One address a file.
    public = FestivalPage.objects.listed(get_language()).filter(slug=slug)
    rows = Edition.objects.dated().filter(festival__in=public.values("festival"))
    row = get_object_or_404(rows.select_related("festival"), pk=edition)
    site = settings.WAGTAILADMIN_BASE_URL
    page = reverse("festivals:festival", args=[slug])
    about = About(row.festival.name, "", f"{site}{request.path}", f"{site}{page}")
    events = written(rows.filter(pk=edition), language=get_language(), site=site, struck=False)
    response = answer_of(about, events)
    response["Content-Disposition"] = f'attachment; filename="{slug}-{row.starts_on}.ics"'
    return response
