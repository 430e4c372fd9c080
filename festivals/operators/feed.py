"""A private feed: the public one with the choices of a subscription, under a secret address."""

import logging
from copy import copy
from datetime import UTC, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import activate, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Event
from icalendar.prop import vDatetime, vDDDTypes, vText, vUri

from festivals import subscribing
from festivals.feeds import views as feeds
from festivals.feeds.calendars import About, bytes_of
from festivals.feeds.events import as_line, as_text
from festivals.feeds.telling import Written, text_of
from festivals.models import FeedDay, FeedKey, Subscription
from festivals.operators.agents import app_of
from tourism.base.limiting import Limit, caller
from tourism.base.steady import SECONDS

logger = logging.getLogger(__name__)
WRONG = Limit("wrong-feed", times=20, seconds=15 * 60)
PLAIN = "text/plain; charset=utf-8"
COUNTED = 24 * 60 * 60  # seconds that a count waits to be written down


@require_safe
def private(request: HttpRequest, token: str) -> HttpResponse:
    """What its subscription asks for; 410 where the address has ended, 404 where none is known."""
    keys = FeedKey.objects.of_token(token).select_related("subscription")
    key = keys.first()
    if key is None:
        return secret(unknown(request))
    activate(key.subscription.language)
    if key.ended_on:
        return secret(ended(key))
    response = secret(feeds.calendar(as_public(request, key.subscription.query)))
    note(request, key.subscription)
    return response


def secret(response: HttpResponse) -> HttpResponse:
    """Keep the address out of shared caches, search engines and other sites' logs."""
    if response.get("Cache-Control") != "no-store":
        response["Cache-Control"] = f"private, max-age={SECONDS}"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def as_public(request: HttpRequest, query: str) -> HttpRequest:
    """The request as the public feed would get it, so that it gives the same bytes and ETag."""
    asked: Any = copy(request)
    asked.path = asked.path_info = reverse("festivals:feed")
    asked.META = request.META | {"QUERY_STRING": query}
    asked.GET = QueryDict(query)
    public: HttpRequest = asked
    return public


def unknown(request: HttpRequest) -> HttpResponse:
    """One line, and a pause for who tries many."""
    if wait := WRONG.wait(caller(request), request.now):
        minutes = -(-wait // 60)
        words = ngettext(
            "Too many wrong addresses. Try again in %(count)s minute.",
            "Too many wrong addresses. Try again in %(count)s minutes.",
            minutes,
        ) % {"count": minutes}
        return HttpResponse(
            words, status=429, content_type=PLAIN, headers={"Retry-After": str(wait)}
        )
    return HttpResponse(_("There is no feed at this address."), status=404, content_type=PLAIN)


def ended(key: FeedKey) -> HttpResponse:
    """A calendar of one event that says so, on the day on which it ended: always the same bytes."""
    page = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('operators:start')}"
    words = _("This address shows no festivals any more. Get a new one at %(page)s") % {
        "page": page
    }
    stamp = vDatetime(datetime.combine(key.ended_on, time(), UTC))
    event = Event()
    event["UID"] = vText(str(uuid5(NAMESPACE_URL, f"{page}#{key.pk}")))
    event["DTSTAMP"] = event["LAST-MODIFIED"] = stamp
    event["DTSTART"] = vDDDTypes(key.ended_on)
    event["SUMMARY"] = as_line(_("The address of this calendar has ended"))
    event["DESCRIPTION"] = as_text(words)
    event["TRANSP"] = vText("TRANSPARENT")
    event["URL"] = vUri(page)
    about = About(_("Festivals of Banyuwangi"), words, f"{page}#{key.pk}", page)
    content = bytes_of(about, [Written(text_of(event), "")])
    return HttpResponse(content, status=410, content_type=feeds.CALENDAR)


def note(request: HttpRequest, subscription: Subscription) -> None:
    """Count the fetch by app and day, and write the counts down once in a quarter of an hour."""
    app, today = app_of(request.headers.get("User-Agent", "")), request.today
    key = f"fetches:{subscription.pk}:{today}:"
    count = 1
    try:
        cache.add(f"{key}{app}", 0, COUNTED)
        count = cache.incr(f"{key}{app}")
    except ValueError:
        pass  # It has just been dropped.
    seen = subscription.seen_at
    if seen and request.now - seen < subscribing.QUARTER:
        return
    names = [f"{key}{name}" for name in FeedDay.App]
    counts = {name.removeprefix(key): count for name, count in cache.get_many(names).items()}
    if subscribing.note_fetches(
        subscription, app=app, counts=counts or {app: count}, at=request.now, day=today
    ):
        cache.delete_many(names)
