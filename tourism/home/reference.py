"""The page that tells people what programs can ask, read off the schema that programs read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from tourism.base.api.parameters import SLUG
from tourism.base.api.problems import PROBLEM, QUERY
from tourism.base.keeping import kept
from tourism.home.api import ATTRIBUTION, LICENCE, api

Schema = dict[str, Any]
REF = "#/components/schemas/"
EXAMPLES = ("editions?category=ritual&projected=1", "places?bbox=114.2,-8.3,114.4,-8.0&lang=en")


@dataclass(frozen=True)
class Member:
    """A parameter, or a part of an answer."""

    name: str
    kind: str
    words: str
    values: tuple[str, ...] = ()
    part: str = ""  # The part of the schema that it is made of.


@dataclass(frozen=True)
class Operation:
    name: str
    path: str
    title: str
    words: str
    parameters: list[Member]
    part: str


@dataclass(frozen=True)
class Part:
    name: str
    members: list[Member]


@require_safe
@kept
def reference(request: HttpRequest) -> HttpResponse:
    """Everything that can be asked and what is answered, in the language of the address."""
    schema = api.get_openapi_schema()
    context = {
        "operations": list(operations_of(schema)),
        "parts": list(parts_of(schema)),
        "root": reverse("api-v1:root"),
        "schema_url": reverse("api-v1:schema"),
        "examples": [f"{reverse('api-v1:root')}{example}" for example in EXAMPLES],
        "attribution": ATTRIBUTION,
        "licence": LICENCE,
        "query": QUERY,
        "problem": PROBLEM,
    }
    return render(request, "home/api.html", context)


def operations_of(schema: Schema) -> Iterator[Operation]:
    for path, methods in sorted(
        schema["paths"].items(), key=lambda item: item[0] != reverse("api-v1:root")
    ):
        operation = methods["get"]
        answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
        yield Operation(
            name=operation["operationId"],
            path=path,
            title=str(operation["summary"]),
            words=str(operation.get("description", "")),
            parameters=[
                member(one["name"], one["schema"], one["description"])
                for one in operation["parameters"]
            ],
            part=part_in(answer),
        )


def parts_of(schema: Schema) -> Iterator[Part]:
    for name, part in schema["components"]["schemas"].items():
        members = part.get("properties", {}).items()
        yield Part(name, [member(key, one, one.get("description", "")) for key, one in members])


def member(name: str, schema: Schema, words: Any) -> Member:
    values = tuple(str(value) for value in allowed(schema))
    return Member(name, " | ".join(kinds_of(schema)), str(words), values, part_in(schema))


def choices_of(schema: Schema) -> list[Schema]:
    return schema.get("anyOf", [schema])


def kinds_of(schema: Schema) -> Iterator[str]:
    """In the words of JSON Schema, with what narrows them."""
    for one in choices_of(schema):
        kind = one.get("type", "object" if "$ref" in one else "string")
        if kind == "array":
            kind = f"array<{next(kinds_of(one['items']))}>"
        if one.get("pattern") == SLUG["pattern"]:
            kind = "slug"
        if kind == "string" and "format" in schema:
            kind = schema["format"]
        if "minimum" in schema and "maximum" in schema:
            kind = f"{kind} {schema['minimum']}–{schema['maximum']}"
        yield kind


def allowed(schema: Schema) -> Iterator[Any]:
    """All that it may be, or what it may look like."""
    for one in choices_of(schema):
        narrow = one.get("items", one)
        yield from narrow.get("enum", ())
        if "const" in narrow:
            yield narrow["const"]
        yield from filter(None, one.get("examples", ()))


def part_in(schema: Schema) -> str:
    for one in choices_of(schema):
        if reference := one.get("items", one).get("$ref", ""):
            return str(reference).removeprefix(REF)
    return ""
