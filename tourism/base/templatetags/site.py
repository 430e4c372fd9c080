"""What the frame of every page needs: glyphs, and the same page in the other languages."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.template import Context
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info

register = template.Library()


@dataclass(frozen=True)
class Language:
    """This page in one language, or that language's home where it has no such page."""

    code: str
    own_name: str
    path: str
    absolute: str
    is_current: bool
    is_same_page: bool


@register.simple_tag(takes_context=True)
def other_languages(context: Context) -> list[Language]:
    """Every language of the site with the address of this page in it.

    `translated_to` in the context names the languages a page exists in; without it
    the page exists in all. A host that is not ours has no such address.
    """
    request: Any = context.get("request")
    if request is None:
        return []
    exists_in = context.get("translated_to")
    here = request.get_full_path()
    try:
        request.get_host()
    except DisallowedHost:
        return []
    languages = []
    for code, _name in settings.LANGUAGES:
        same = exists_in is None or code in exists_in
        path = translate_url(here, code) if same else f"/{code}/"
        languages.append(
            Language(
                code,
                get_language_info(code)["name_local"],
                path,
                request.build_absolute_uri(path),
                is_current=code == get_language(),
                is_same_page=same,
            )
        )
    return languages


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
