"""What the frame of every page needs: glyphs, and the same page in the other languages."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.template import Context, NodeList
from django.template.loader_tags import BlockNode
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info

register = template.Library()
LOCALES = {"id": "id_ID", "en": "en_GB"}
WIDEST = "en"  # Read by most who read neither language.


@dataclass(frozen=True)
class Language:
    """This page in one language, or that language's home where it has no such page.

    `path` keeps the query string for the visitor; `absolute` is the one address for machines.
    """

    code: str
    own_name: str
    path: str
    absolute: str
    is_current: bool
    is_same_page: bool

    @property
    def locale(self) -> str:
        """As Open Graph names it."""
        return LOCALES[self.code]


@register.simple_tag(takes_context=True)
def other_languages(context: Context) -> list[Language]:
    """Every language of the site with the address of this page in it.

    `translated_to` in the context names the languages a page exists in; without it
    the page exists in all. A host that is not ours has no such address.
    """
    request: Any = context.get("request")
    if not has_address(request):
        return []
    exists_in = context.get("translated_to")
    here = request.get_full_path()
    canonical = canonical_address(context)
    languages = []
    for code, _name in settings.LANGUAGES:
        same = exists_in is None or code in exists_in
        path = translate_url(here, code) if same else f"/{code}/"
        languages.append(
            Language(
                code,
                get_language_info(code)["name_local"],
                path,
                translate_url(canonical, code) if same else request.build_absolute_uri(path),
                is_current=code == get_language(),
                is_same_page=same,
            )
        )
    return languages


@register.filter
def for_all(languages: list[Language]) -> Language | None:
    """The page for who reads none of our languages: the English one, else the one there is."""
    same = {language.code: language for language in languages if language.is_same_page}
    return same.get(WIDEST) or next(iter(same.values()), None)


@register.simple_tag(takes_context=True)
def canonical_address(context: Context) -> str:
    """The one address of this page, without filters; "" where it has none (an error, no host).

    `address` in the context names it where it is another than the one asked for.
    """
    request: Any = context.get("request")
    if context.get("is_error") or not has_address(request):
        return ""
    page = str((context.get("page_obj") and context["page_obj"].number) or "")
    path = context.get("address") or request.path
    query = f"?page={page}" if page not in ("", "1") else ""
    return str(request.build_absolute_uri(path + query))


@register.simple_tag(takes_context=True)
def said(context: Context, block: str) -> str:
    """What the page says in a block, so that the head can say it more than once.

    Only for templates that children extend: an included part does not see their blocks.
    """
    return mark_safe(BlockNode(block, NodeList()).render(context).strip())  # noqa: S308  (escaped)


@register.simple_tag(takes_context=True)
def absolute(context: Context, path: str) -> str:
    """The whole address of a path of this site."""
    request: Any = context.get("request")
    return str(request.build_absolute_uri(path)) if has_address(request) else path


def has_address(request: Any) -> bool:
    """Whether the request came by a host that is ours."""
    try:
        return request is not None and bool(request.get_host())
    except DisallowedHost:
        return False


@register.simple_tag
@cache
def icon(name: str, kind: str = "icon") -> SafeString:
    """A glyph from icons.svg; always stands beside words, so it is hidden from screen readers."""
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        kind,
        static("tourism/icons.svg"),
        name,
    )


@register.simple_tag
def map_tiles() -> dict[str, str] | None:
    """The tiles of another map under the live one, where the office has set some."""
    return settings.MAP_TILES or None


@register.filter
def clock(moment: datetime) -> str:
    """The hour on the clock of its place: "08:30". Django's own filter would turn it to WIB."""
    return f"{moment:%H:%M}"


@register.filter
def hours_and_minutes(minutes: int) -> dict[str, int]:
    """90 -> {"hours": 1, "minutes": 30}."""
    hours, rest = divmod(int(minutes), 60)
    return {"hours": hours, "minutes": rest}
