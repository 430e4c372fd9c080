"""What is the same for whatever programs ask under /api/, before and after it is answered.

Anybody's page may read it (CORS); it sets no cookie and reads none. The language is that of
`?lang=`, else that of `Accept-Language`. Whatever goes wrong, in whichever layer, is told as a
problem that a program can read.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_supported_language_variant, override
from django.utils.translation.trans_real import parse_accept_lang_header

from tourism.base.api.problems import PROBLEM, problem, refused
from tourism.base.middleware import LONGEST_QUERY
from tourism.base.refusing import unknown_value

Respond = Callable[[HttpRequest], HttpResponse]

ADDRESS = "/api/"
LANG = "lang"
METHODS = "GET, HEAD, OPTIONS"
JSON = ("application/json", PROBLEM)
SECONDS = 60  # A change reaches whoever asks within a minute; asking again costs a 304.
CROSS_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Language, ETag, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
KEPT = ("Allow", "Retry-After")  # Of an error that is told anew.


def is_for_programs(request: HttpRequest) -> bool:
    return request.path_info.startswith(ADDRESS)


def for_programs(get_response: Respond) -> Respond:
    """Answer programs in their language, as JSON, to whoever asks from wherever."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not is_for_programs(request):
            return get_response(request)
        asked = asked_language(request)
        language = asked if asked in languages() else language_of_headers(request)
        with override(language):
            response = answer(request, asked, get_response)
        response["Content-Language"] = language
        if language != asked:
            patch_vary_headers(response, ["Accept-Language"])
        for name, value in CROSS_ORIGIN.items():
            response[name] = value
        return response

    return middleware


def answer(request: HttpRequest, asked: str | None, get_response: Respond) -> HttpResponse:
    """A question that only reads goes on; whatever error comes back is told as a problem."""
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    if request.method not in ("GET", "HEAD"):
        return as_problem(HttpResponse(status=405, headers={"Allow": METHODS}))
    if not takes_json(request):
        return problem(406)
    if asked is not None and asked not in languages():
        return refused([unknown_value(LANG, asked, known=languages())])
    response = as_get(request, get_response)
    if response.status_code >= 400:
        return as_problem(response)
    response.headers.setdefault("Cache-Control", f"public, max-age={SECONDS}")
    return response


def as_get(request: HttpRequest, get_response: Respond) -> HttpResponse:
    """Answer HEAD as GET, to the last header (RFC 9110, 9.3.2)."""
    method, request.method = request.method, "GET"
    try:
        response = get_response(request)
    finally:
        request.method = method
    if method == "HEAD" and response.status_code == 200:
        response.content = b""  # Its length stays; a server would drop the body and say so.
    return response


def as_problem(response: HttpResponse) -> HttpResponse:
    if response.get("Content-Type", "") == PROBLEM:
        return response
    told = problem(response.status_code)
    for name in KEPT:
        if name in response:
            told[name] = response[name]
    return told


def languages() -> tuple[str, ...]:
    return tuple(code for code, name in settings.LANGUAGES)


def asked_language(request: HttpRequest) -> str | None:
    """`?lang=`; not read in a query string that is refused for its length."""
    if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
        return None
    return request.GET.get(LANG)


def language_of_headers(request: HttpRequest) -> str:
    """The first of `Accept-Language` that is ours, else the language of the site."""
    for code, _weight in parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", "")):
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE


def takes_json(request: HttpRequest) -> bool:
    try:
        return any(request.accepts(kind) for kind in JSON)
    except ValueError:  # A header that is no list of media types.
        return False


class Language(LocaleMiddleware):
    """The language of an address; programs have said theirs before (see `for_programs`)."""

    def process_request(self, request: HttpRequest) -> None:
        if not is_for_programs(request):
            super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if is_for_programs(request):
            return response
        return super().process_response(request, response)
