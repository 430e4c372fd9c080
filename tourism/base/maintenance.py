"""Answer for the site while it is being worked on, without touching the database.

Switched on by TOURISM_MAINTENANCE, read at the start. It stands after the middleware of
static files and before all that reads sessions.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from tourism.base.errors import error_page, one_line, wants_a_line

Respond = Callable[[HttpRequest], HttpResponse]

RETRY_AFTER = 600  # seconds; the page says ten minutes
# What the office, its monitors and crawlers still need; static files are served before.
# The script of other people's sites then leaves a link where it cannot read the list.
OPEN = ("/healthz", "/admin", "/robots.txt", "/widget.js", settings.MEDIA_URL)
LINE = _("The calendar is being worked on. Ask again in ten minutes.")


def maintenance(get_response: Respond) -> Respond:
    """Say 503 at every public address, in its language; a feed says it in one line."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.MAINTENANCE or request.path_info.startswith(OPEN):
            return get_response(request)
        if wants_a_line(request):
            response = one_line(request, LINE, 503)
        else:
            response = error_page(request, "503.html", 503)
        response["Retry-After"] = str(RETRY_AFTER)
        response["Cache-Control"] = "no-store"
        return response

    return middleware
