"""The page on which a visitor chooses a feed and takes it into an app."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from festivals.subscribe import feed_of, subscribe_context
from tourism.base.keeping import kept


@require_safe
@kept
def subscribe(request: HttpRequest) -> HttpResponse:
    """What a feed holds from today on, and how each app takes it."""
    feed = feed_of(request)
    if elsewhere := feed.elsewhere():
        return elsewhere
    context = subscribe_context(feed)
    return render(request, "festivals/subscribe_page.html", context, status=feed.status)
