"""The root of the JSON API: its parts, how it says that something went wrong, and its schema."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI, Schema
from ninja.openapi.schema import OpenAPISchema

from destinations.api import router as destinations
from festivals.api.holidays import router as holidays
from festivals.api.views import router as festivals
from tourism.base.api.asking import only
from tourism.base.api.parameters import LANGUAGE
from tourism.base.api.problems import PROBLEM, TITLES, Refused, problem, refused
from tourism.base.api.schemas import address, told
from tourism.base.steady import steady

TITLE = _("Festivals of Banyuwangi: API")
SCHEMA = "openapi.json"
LICENCE = {"name": "BSD-3-Clause", "url": "https://spdx.org/licenses/BSD-3-Clause.html"}
ATTRIBUTION = _(
    "Facts were compiled from public pages; each row names its source. Name the tourism office of "
    "Banyuwangi and the day you read them. Dates change as the office decides."
)
FREE = ("q", "near", "bbox", "from", "to", "cursor", "limit")  # Words that take any value.
ERRORS = (400, 404, 405, 406, 414)
REFUSAL = {
    "type": "object",
    "required": ["parameter", "detail", "allowed"],
    "properties": {
        "parameter": {"type": "string"},
        "detail": {"type": "string"},
        "allowed": {"type": "array", "items": {"type": "string"}},
    },
}
PROBLEM_SCHEMA = {
    "type": "object",
    "description": _("What went wrong (RFC 9457)."),
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {"type": "array", "items": REFUSAL},
    },
}


class Licence(Schema):
    name: str = told(_("Its name (SPDX)."))
    url: str = told(_("Its text."), format="uri")


class Root(Schema):
    name: str = told(_("What this is."))
    version: str = told(_("Version of the API."))
    license: Licence = told(_("Under which licence the data is."))
    attribution: str = told(_("Where the data is from, and whom to name."))
    documentation: str = told(_("What can be asked, in words."), format="uri")
    schema_url: str = told(_("The same as OpenAPI."), format="uri")
    editions: str = told(_("Editions"), format="uri")
    festivals: str = told(_("Festivals"), format="uri")
    places: str = told(_("Places"), format="uri")
    districts: str = told(_("Districts"), format="uri")
    interests: str = told(_("Interests"), format="uri")
    holidays: str = told(_("Holidays"), format="uri")


class Api(NinjaAPI):
    """Ninja's own, with every problem and every parameter in its schema once."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**kwargs)
        schema["info"] |= {"title": str(TITLE), "description": str(ATTRIBUTION), "license": LICENCE}
        schema["servers"] = [{"url": settings.WAGTAILADMIN_BASE_URL}]
        schema["components"]["schemas"]["Problem"] = PROBLEM_SCHEMA
        for path in schema["paths"].values():
            for operation in path.values():
                operation["responses"] |= {str(status): told_problem(status) for status in ERRORS}
                operation["responses"] = {
                    str(status): response for status, response in operation["responses"].items()
                }
                once = {(one["in"], one["name"]): one for one in operation["parameters"]}
                operation["parameters"] = list(once.values())
        return schema


def told_problem(status: int) -> dict[str, Any]:
    """One error of every operation."""
    reference = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {"description": TITLES[status], "content": {PROBLEM: reference}}


api = Api(version="1", urls_namespace="api-v1", openapi_url=None, docs_url=None)
api.add_decorator(steady(free=FREE), mode="view")
for router in (festivals, destinations, holidays):
    api.add_router("", router)


@api.get(
    "/",
    response=Root,
    tags=["root"],
    operation_id="root",
    summary=_("Root"),
    description=_("What there is, under which licence, and where it is told of."),
    openapi_extra={"parameters": [LANGUAGE]},
    url_name="root",
)
def root(request: HttpRequest) -> dict[str, Any]:
    only(request)
    parts = ("editions", "festivals", "places", "districts", "interests", "holidays")
    return {
        "name": str(TITLE),
        "version": api.version,
        "license": LICENCE,
        "attribution": str(ATTRIBUTION),
        "documentation": address("api"),
        "schema_url": address("api-v1:schema"),
        **{name: address(f"api-v1:{name}") for name in parts},
    }


@api.get(f"/{SCHEMA}", include_in_schema=False, url_name="schema")
def schema(request: HttpRequest) -> dict[str, Any]:
    only(request)
    return api.get_openapi_schema()


@api.exception_handler(Refused)
def on_refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return refused(error.refusals)


@api.exception_handler(Http404)
def on_missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404)
