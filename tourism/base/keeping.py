"""Keep the pages of the calendar until anything that they show is written.

A page is kept under its address, its day and `ShownWrite.stamp()`, so that it cannot outlive
its facts; the stamp is read anew for each request. Browsers may keep it too, and ask each time.
"""

import gzip
import hashlib
import re
from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache as store
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.response import SimpleTemplateResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from tourism.base.models.writes import ShownWrite

View = Callable[..., HttpResponse]
LONGEST = 24 * 60 * 60  # seconds
ROOMS = ("tourism", "destinations", "festivals", "itineraries", "templates")
PRINTED = {".py", ".html", ".mo", ".css", ".js", ".svg", ".toml"}
FORM_KEY = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*')
MESSAGES = "messages"  # The cookie of a sentence that is to be said once.


def kept(view: View) -> View:
    """Answer from what was kept, if nothing was written since. Only what all visitors share."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.KEEP_PAGES or MESSAGES in request.COOKIES:
            return view(request, *args, **kwargs)
        key = key_of(request)
        page = store.get(key)
        if page is None:
            response = view(request, *args, **kwargs)
            if response.status_code != 200 or "no-store" in response.get("Cache-Control", ""):
                return response
            if isinstance(response, SimpleTemplateResponse):
                response.render()
            page = pack(response)
            store.set(key, page, LONGEST)
        return unpack(request, page)

    return answer


def kept_but_for_keys(view: View, *, until_minute: bool = False) -> View:
    """Keep a page that visitors share but for the keys of its forms, which each gets anew.

    Never what says `no-store`, as a page behind a password does, and only under its plain
    address: words behind it would each be kept for nobody else. With `until_minute` no longer
    than the clock shows the same minute, for pages that say what is open now.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.KEEP_PAGES or MESSAGES in request.COOKIES or request.GET:
            return view(request, *args, **kwargs)
        address = key_of(request, f"{request.now:%H:%M}" if until_minute else "")
        page = store.get(address)
        if page is None:
            response = view(request, *args, **kwargs)
            if response.status_code != 200 or "no-store" in response.get("Cache-Control", ""):
                return response
            if isinstance(response, SimpleTemplateResponse):
                response.render()
            page = response["Content-Type"], FORM_KEY.sub(rb"\1", response.content)
            store.set(address, page, LONGEST)
        content_type, content = page
        own = FORM_KEY.sub(rb"\g<1>" + get_token(request).encode(), content)
        response = HttpResponse(own, content_type=content_type)
        response["Cache-Control"] = "private, no-cache"
        return response

    return answer


def key_of(request: HttpRequest, minute: str = "") -> str:
    address = request.build_absolute_uri()
    parts = (*ShownWrite.objects.stamp(), request.today, minute, build(), address)
    return "page:" + hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()


@cache
def build() -> str:
    """What is another when the code, a template or a translation is: a new deployment.

    The same on every machine that has the same files.
    """
    files = sorted(
        file
        for room in ROOMS
        for file in (settings.BASE_DIR / room).rglob("*")
        if file.suffix in PRINTED
    )
    found = hashlib.sha256()
    for file in files:
        found.update(f"{file.relative_to(settings.BASE_DIR)}\n".encode())
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def pack(response: HttpResponse) -> tuple[str, str, bytes, bytes]:
    """Its ETag, its content type, its bytes and its bytes compressed; a picture already is."""
    etag = f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    content = bytes(response.content)
    content_type = response["Content-Type"]
    is_picture = content_type.startswith("image/png")
    return etag, content_type, content, b"" if is_picture else gzip.compress(content, mtime=0)


def unpack(request: HttpRequest, page: tuple[str, str, bytes, bytes]) -> HttpResponse:
    """The answer, compressed for who takes that; 304 to who has it."""
    etag, content_type, content, compressed = page
    zips = compressed and "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(compressed if zips else content, content_type=content_type)
    if zips:
        response["Content-Encoding"] = "gzip"
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ["Accept-Encoding"])
    return get_conditional_response(request, etag, None, response) or response
