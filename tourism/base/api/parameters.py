"""The parameters of the API as OpenAPI has them, read off the filters that take them."""

from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from tourism.base.api.asking import CURSOR, LIMIT, MOST, USUAL
from tourism.base.api.programs import LANG, languages
from tourism.base.filters import LONGEST_WORDS, LabelFilter

Parameter = dict[str, Any]
SLUG = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}


def parameter(name: str, words: Any, schema: dict[str, Any], **more: Any) -> Parameter:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": words,
        "schema": schema,
        **more,
    }


def in_path(name: str, words: Any, **schema: Any) -> Parameter:
    shape = {"type": "string", **schema}
    return {"name": name, "in": "path", "required": True, "description": words, "schema": shape}


LANGUAGE = parameter(
    LANG,
    _("Language of names and sentences; without it that of Accept-Language."),
    {"type": "string", "enum": list(languages())},
)
PAGING = [
    parameter(
        LIMIT,
        _("Most rows of a page."),
        {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
    ),
    parameter(
        CURSOR,
        _("Where the last page ended: part of its “next”. It is good for the same filters only."),
        {"type": "string", "minLength": 1},
    ),
]


def parameters_of(filters: type[django_filters.FilterSet]) -> list[Parameter]:
    """Every filter by its name, in the order of the grammar."""
    return [
        parameter(name, one.label, schema, **shape_of(schema))
        for name, one in filters.base_filters.items()
        for schema in [schema_of(one)]
    ]


def shape_of(schema: dict[str, Any]) -> dict[str, Any]:
    """A list is given by saying the name again."""
    return {"style": "form", "explode": True} if schema["type"] == "array" else {}


def schema_of(one: django_filters.Filter) -> dict[str, Any]:
    if isinstance(one, LabelFilter):
        return {"type": "array", "items": SLUG, "minItems": 1}
    values = [str(value) for value, label in one.extra.get("choices", ())]
    if issubclass(one.field_class, forms.MultipleChoiceField):
        return {"type": "array", "items": {"type": "string", "enum": values}, "minItems": 1}
    if values:
        return {"type": "string", "enum": values}
    if issubclass(one.field_class, forms.DateField):
        return {"type": "string", "format": "date"}
    if pattern := getattr(one.field_class, "pattern", ""):
        return {"type": "string", "pattern": pattern, "examples": [one.field_class.example]}
    return {"type": "string", "minLength": 1, "maxLength": LONGEST_WORDS}
