"""What every answer to programs is made of, and the words that tell of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Schema
from pydantic import Field

from tourism.base.models import Label


def told(words: Any, **facts: Any) -> Any:
    """A part of an answer. `words` are lazy: the schema is told in the language asked for."""
    return Field(..., json_schema_extra=describing(words, facts))


def describing(words: Any, facts: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
    def describe(schema: dict[str, Any]) -> None:
        schema.update({"description": str(words), **facts})

    return describe


class Names(Schema):
    id: str = told(_("Name in Indonesian."))
    en: str = told(_("Name in English."))


class Named(Schema):
    slug: str = told(_("What it is known by, the same in every language."))
    name: str = told(_("Name in the language asked for."))
    names: Names = told(_("Name in each language."))


class Page(Schema):
    next: str | None = told(
        _("Address of the next page; null on the last one."), format="uri", examples=[None]
    )


def named(row: Label) -> dict[str, Any]:
    return {
        "slug": row.slug,
        "name": row.name,
        "names": {"id": row.name_id, "en": row.name_en},
    }


def address(name: str, *arguments: Any) -> str:
    """The whole address of a page in the active language."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=arguments)}"


def stamp(moment: datetime) -> str:
    """ISO 8601 with the offset of the region."""
    return timezone.localtime(moment).isoformat(timespec="seconds")
