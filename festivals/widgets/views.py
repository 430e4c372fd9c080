"""The next festivals on other people's sites: what the script reads, the frame, the script itself,
and the page where all is put together.

Other sites may read these answers (CORS) and frame that one page; nothing else of the site.
"""

import json
import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from festivals.feeds.views import FREE
from festivals.widgets.asking import OfferFilter, OfferForm, asked_of, coming
from festivals.widgets.offering import OFFERED, offer_of
from festivals.widgets.telling import Teller
from tourism.base.filters import groups_of
from tourism.base.http import etag_of_bytes
from tourism.base.keeping import kept
from tourism.base.steady import steady

View = Callable[..., HttpResponse]
SECONDS = 300  # A change is on other sites within five minutes.
SCRIPT_SECONDS, WEEK = 3600, 7 * 24 * 3600
SCRIPT, SHEET = "tourism/js/widget.js", "tourism/css/widget.css"
PLACE_OF_SHEET = '"widget.css"'  # In the script, which brings its sheet along.
COMMENTS, SPACES = re.compile(r"/\*.*?\*/", re.S), re.compile(r"\s+")


def for_other_sites(view: View) -> View:
    """Let any page read the answer, an error and a 304 too; it is the same for everybody."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return answer


@for_other_sites
@require_safe
@steady(free=FREE, seconds=SECONDS)
def words(request: HttpRequest) -> HttpResponse:
    """The next festivals in words, for the script."""
    told, status = told_to(request)
    return JsonResponse(told, status=status, json_dumps_params={"ensure_ascii": False})


@for_other_sites
@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
@require_safe
@steady(free=FREE, seconds=SECONDS)
def frame(request: HttpRequest) -> HttpResponse:
    """The same as a page of its own, the only one that other sites may frame."""
    told, status = told_to(request)
    theme = request.GET.get("theme", "") if status == 200 else ""
    return render(request, "widgets/frame.html", {"told": told, "theme": theme}, status=status)


def told_to(request: HttpRequest) -> tuple[dict[str, Any], int]:
    """What is said, and with which status."""
    teller = Teller(get_language(), request.today, settings.WAGTAILADMIN_BASE_URL)
    asked = asked_of(request.GET, request.today)
    if wrong := asked.wrong:
        return teller.refuse(wrong), 400
    return teller.tell(asked), 200


@for_other_sites
@require_safe
@cache_control(public=True, max_age=SCRIPT_SECONDS, stale_while_revalidate=WEEK)
@etag_of_bytes
def script(request: HttpRequest) -> HttpResponse:
    """The script with its sheet in it, under an address that other sites can keep for years."""
    text, sheet = (Path(find(name)).read_text(encoding="utf-8") for name in (SCRIPT, SHEET))
    plain = SPACES.sub(" ", COMMENTS.sub("", sheet)).strip()
    whole = text.replace(PLACE_OF_SHEET, json.dumps(plain))
    return HttpResponse(whole, content_type="text/javascript; charset=utf-8")


@require_safe
@kept
def compose(request: HttpRequest) -> HttpResponse:
    """Put a widget together, look at it, and take the text that shows it elsewhere."""
    filters = OfferFilter(request.GET, coming(request.today))
    look = OfferForm(request.GET)
    is_valid = filters.is_valid() and look.is_valid()
    site, language = settings.WAGTAILADMIN_BASE_URL, get_language()
    context = {
        "section": "calendar",
        "filter": filters,
        "look": look,
        "groups": [group for group in groups_of(filters) if group.name in OFFERED],
        "language": language,
        "offer": offer_of(filters, look, site=site, language=language) if is_valid else None,
        "site": site,
        "is_indexed": not request.GET,
    }
    return render(request, "widgets/compose.html", context, status=200 if is_valid else 400)
