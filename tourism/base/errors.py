"""The page that says what went wrong: in the language of the address, and out of nothing else.

No context processor runs, so it needs neither the database nor a session, nor anything
that may have failed before.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override


def error_page(request: HttpRequest, template: str, status: int, **context: Any) -> HttpResponse:
    """A fault may come before the middleware that reads the language, so it is read here."""
    language = get_language_from_request(request, check_path=True)
    with override(language):
        html = render_to_string(template, {"request": request, "is_error": True, **context})
    return HttpResponse(html, status=status, headers={"Content-Language": language})


def one_line(request: HttpRequest, words: Any, status: int) -> HttpResponse:
    """The same for a calendar app, which can show a line at most. `words` are lazy."""
    language = get_language_from_request(request, check_path=True)
    with override(language):
        line = str(words)
    return HttpResponse(
        line,
        status=status,
        content_type="text/plain; charset=utf-8",
        headers={"Content-Language": language},
    )


def wants_a_line(request: HttpRequest) -> bool:
    """Whether this is the address of a feed."""
    return request.path_info.endswith(".ics")
