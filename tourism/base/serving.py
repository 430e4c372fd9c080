"""Serve a page that a view has found itself, as Wagtail would: restrictions and hooks hold."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page


def serve_page(request: HttpRequest, page: Page) -> HttpResponse:
    """Answer with a live page. Wagtail's own way down the tree costs a query or three a level.

    Passwords and groups are asked for in the chain of `on_serve_page`, whose answers to a
    restricted page say `no-store`.
    """
    serve: Any = serve_itself
    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        serve = wrap(serve)
    for hook in hooks.get_hooks("before_serve_page"):
        if isinstance(response := hook(page, request, [], {}), HttpResponse):
            return response
    return serve(page, request, [], {})


def serve_itself(
    page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]
) -> HttpResponse:
    """The end of the chain."""
    return page.serve(request, *args, **kwargs)
