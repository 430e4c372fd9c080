"""What a list is asked for: one value a name, none of them empty, and where the last page ended."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import django_filters
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from tourism.base.api.problems import Refused
from tourism.base.api.programs import LANG
from tourism.base.refusing import Refusal, refusals, unknown_names

LIMIT, CURSOR = "limit", "cursor"
PAGING = (LIMIT, CURSOR)
USUAL, MOST = 50, 200  # rows a page
Row = TypeVar("Row", bound=Model)


def only(request: HttpRequest, *names: str) -> None:
    """Refuse every name but these and that of the language."""
    known = (*names, LANG)
    names = [name for name in request.GET if name not in known]
    found = [unknown_names(names, known)] if names else []
    found += list(misshapen(request.GET, several=()))
    if found:
        raise Refused(found)


def narrowed(request: HttpRequest, filters: django_filters.FilterSet) -> QuerySet[Any]:
    """The rows that a query string leaves. What cannot be meant is refused."""
    several = [
        name
        for name, one in filters.base_filters.items()
        if issubclass(one.field_class, forms.MultipleChoiceField)
    ]
    found = list(misshapen(request.GET, several)) or refusals(filters, beside=(*PAGING, LANG))
    if found:
        raise Refused(found)
    return filters.qs


def misshapen(query: QueryDict, several: Iterable[str]) -> Iterator[Refusal]:
    """Names without a value, and names with more than they take."""
    for name, values in query.lists():
        if not all(value.strip() for value in values):
            yield Refusal(
                name, _("%(name)s: give a value, or leave the name out.") % {"name": name}
            )
        elif len(values) > 1 and name not in several:
            yield Refusal(name, _("%(name)s: give one value.") % {"name": name})


def page_of(request: HttpRequest, rows: QuerySet[Row], *, by: str) -> tuple[list[Row], str | None]:
    """Some rows in the order of a column that is never null, and the address of the next ones.

    The cursor holds the last row's place in that order, so that a row which is added or taken
    away between two pages neither doubles nor hides another (unlike a count of rows to skip).
    It is signed for its list and its filters.
    """
    limit, signer = limit_of(request), Signer(salt=set_of(request))
    if given := request.GET.get(CURSOR):
        value, pk = place_in(rows, by, signer, given)
        rows = rows.filter(Q(**{f"{by}__gt": value}) | Q(**{by: value}, pk__gt=pk))
    found = list(rows.order_by(by, "pk")[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    held = [rows.model._meta.get_field(by).value_to_string(last), last.pk]
    return found[:limit], address_of(request, signer.sign_object(held))


def limit_of(request: HttpRequest) -> int:
    given = request.GET.get(LIMIT, str(USUAL))
    limit = int(given) if given.isascii() and given.isdigit() and len(given) <= 3 else 0
    if not 1 <= limit <= MOST:
        words = _("limit: give a number from 1 to %(most)s.") % {"most": MOST}
        raise Refused([Refusal(LIMIT, words)])
    return limit


def place_in(rows: QuerySet[Any], by: str, signer: Signer, given: str) -> tuple[Any, int]:
    try:
        text, pk = signer.unsign_object(given)
        return rows.model._meta.get_field(by).to_python(text), pk
    except (BadSignature, ValidationError, ValueError, TypeError) as error:
        words = _(
            "cursor: this one is not from this list with these filters. Take it from “next” as "
            "it stands, or begin without one."
        )
        raise Refused([Refusal(CURSOR, words)]) from error


def set_of(request: HttpRequest) -> str:
    """What one set of rows is asked for by, in whichever order, language and pages."""
    query = request.GET.copy()
    for name in (*PAGING, LANG):
        query.pop(name, None)
    return repr((request.path, sorted((name, sorted(values)) for name, values in query.lists())))


def address_of(request: HttpRequest, cursor: str) -> str:
    query = request.GET.copy()
    query[CURSOR] = cursor
    return f"{settings.WAGTAILADMIN_BASE_URL}{request.path}?{query.urlencode()}"
