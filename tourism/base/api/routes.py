"""The addresses of the API: lists by page and single rows, each declared in one line or two."""

from collections.abc import Callable, Iterable
from typing import Any

from ninja import Router

from tourism.base.api.parameters import LANGUAGE, PAGING, SLUG, Parameter, in_path

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def list_of(
    router: Router,
    name: str,
    *,
    response: Any,
    words: Any,
    about: Any,
    tag: str = "",
    takes: Iterable[Parameter] = (),
    paged: bool = True,
) -> Decorator:
    """`/places`: rows a page. `words` name it, `about` says which rows; `takes` are its filters."""
    return router.get(
        f"/{name}",
        response=response,
        tags=[tag or name],
        operation_id=name,
        summary=words,
        description=about,
        openapi_extra={"parameters": [*takes, *(PAGING if paged else ()), LANGUAGE]},
    )


def row_of(
    router: Router,
    path: str,
    *,
    response: Any,
    words: Any,
    key: Any,
    tag: str = "",
    about: Any = None,
    **shape: Any,
) -> Decorator:
    """`/places/{slug}`: one row. `key` names what it is asked for by, `shape` how it is written."""
    name, _, by = path.partition("/")
    return router.get(
        f"/{name}/{{slug:slug}}" if by == "slug" else f"/{name}/{{{by}}}",
        response=response,
        tags=[tag or name],
        operation_id=name.removesuffix("s"),
        summary=words,
        description=about,
        openapi_extra={
            "parameters": [in_path(by, key, **(SLUG if by == "slug" else shape)), LANGUAGE]
        },
    )
