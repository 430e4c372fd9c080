"""The calendar as a feed that calendar apps subscribe to."""

from uuid import NAMESPACE_URL, uuid5

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from festivals import ics
from festivals.filters import FeedFilter
from festivals.models import Edition, FestivalPage
from tourism.base.filters import chosen
from tourism.base.http import etag_of_bytes


@require_safe
@cache_control(public=True, max_age=900)
@etag_of_bytes
def calendar(request: HttpRequest) -> HttpResponse:
    """Every dated edition from last year on, narrowed by the same query string as the page."""
    since = request.today.replace(year=request.today.year - 1, month=1, day=1)
    editions = Edition.objects.dated().ending_from(since).for_feeds(get_language())
    filters = FeedFilter(request.GET, editions)
    if not filters.is_valid():
        return HttpResponse(
            "\n".join(sentence for errors in filters.errors.values() for sentence in errors),
            status=400,
            content_type="text/plain; charset=utf-8",
        )

    names = ", ".join(choice.label for choice in chosen(filters) if choice.field != "projected")
    feed = ics.calendar_of(
        filters.qs.order_by("starts_on", "pk"),
        name=": ".join(filter(None, [_("Festivals of Banyuwangi"), names])),
        uid=str(uuid5(NAMESPACE_URL, request.build_absolute_uri())),
        source=request.build_absolute_uri(),
        site=request.build_absolute_uri("/").rstrip("/"),
    )
    return HttpResponse(feed.to_ical(), content_type="text/calendar; charset=utf-8")


@require_safe
@etag_of_bytes
def edition(request: HttpRequest, slug: str, edition: int) -> HttpResponse:
    """One dated edition as a file for a calendar app, under the UID that the feed gives it.

    Only of a festival whose page anybody may read.
    """
    public = FestivalPage.objects.listed(get_language()).filter(slug=slug)
    rows = Edition.objects.dated().filter(festival__in=public.values("festival"))
    row = get_object_or_404(rows.for_feeds(get_language()), pk=edition)
    address = request.build_absolute_uri()
    file = ics.calendar_of(
        [row],
        name=row.festival.name,
        uid=str(uuid5(NAMESPACE_URL, address)),
        source=address,
        site=request.build_absolute_uri("/").rstrip("/"),
    )
    response = HttpResponse(file.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{row.starts_on}.ics"'
    return response
