"""What happens to every request before a view sees it."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tourism.base.errors import error_page, one_line, wants_a_line

Respond = Callable[[HttpRequest], HttpResponse]

LONGEST_QUERY = 3000  # bytes; the web server itself refuses a little more
FIXED_HOUR = time(6)  # on a day that is fixed
ADMIN = "/admin/"
TOO_LONG = _("This address is too long. Begin again from the calendar.")


def today(get_response: Respond) -> Respond:
    """Read the clock once a request: `request.now`, and `request.today` in the region.

    Pages, views and feeds take the day from here, so that one answer never mixes two
    days, and so that a test or a picture can fix the day (`settings.TODAY`).
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.TODAY:
            request.now = timezone.make_aware(datetime.combine(settings.TODAY, FIXED_HOUR))
        else:
            request.now = timezone.now()
        request.today = timezone.localdate(request.now)
        return get_response(request)

    return middleware


def short_query(get_response: Respond) -> Respond:
    """Refuse a query string that no form of ours can make, before anything parses it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY:
            return get_response(request)
        if wants_a_line(request):
            return one_line(request, TOO_LONG, 414)
        return error_page(request, "414.html", 414, translated_to=())  # It is not repeated.

    return middleware


class ContentSecurity(CSPMiddleware):
    """Send the strict policy to visitors, and the editor's wider one under /admin/.

    A preview is asked for under /admin/ and made by a request of Wagtail's own to the page's
    address (`is_dummy`); it stands in a frame of the editor, so it gets the editor's policy.
    """

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        for_desk = request.path.startswith(ADMIN) or getattr(request, "is_dummy", False)
        if for_desk and not report_only:
            parts.replace = settings.ADMIN_CONTENT_SECURITY
        return parts


class Compress(GZipMiddleware):
    """Compress what is not; leave what `steady` has packed as whoever asked can read it.

    Django's own looks for the word gzip and not for its weight.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        if getattr(response, "is_packed", False):
            return response
        return super().process_response(request, response)
