"""Answer for the site while it is being worked on, without touching the database.

Switched on by TOURISM_MAINTENANCE, read at the start. It stands after the middleware of
static files and before all that reads sessions.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _

Respond = Callable[[HttpRequest], HttpResponse]

RETRY_AFTER = 600  # seconds; the page says ten minutes
# What the office, its monitors and crawlers still need; static files are served before.
OPEN = ("/healthz", "/admin", "/robots.txt", settings.MEDIA_URL)


def maintenance(get_response: Respond) -> Respond:
    """Say 503 at every public address, in its language; a feed says it in one line."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.MAINTENANCE or request.path_info.startswith(OPEN):
            return get_response(request)
        request.LANGUAGE_CODE = get_language_from_request(request, check_path=True)
        with override(request.LANGUAGE_CODE):
            response = page_or_line(request)
        response["Content-Language"] = request.LANGUAGE_CODE
        response["Retry-After"] = str(RETRY_AFTER)
        response["Cache-Control"] = "no-store"
        return response

    return middleware


def page_or_line(request: HttpRequest) -> HttpResponse:
    """What a person reads, or what a calendar app may show of a feed."""
    if request.path_info.endswith(".ics"):
        words = _("The calendar is being worked on. Ask again in ten minutes.")
        return HttpResponse(words, status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse(render_to_string("503.html", {"request": request}), status=503)
