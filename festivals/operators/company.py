"""The company of an operator: what it says of itself, who sees it, and the end of the account."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from festivals import licensing
from festivals.models import Operator
from festivals.operators.account import get_or_post, operators_only, see
from festivals.operators.forms import CompanyForm
from tourism.base.keeping import kept


@require_safe
@kept
def listing(request: HttpRequest) -> HttpResponse:
    """The operators that the office approved, each with what it filled in."""
    context = {"operators": Operator.objects.approved(), "address": request.path}
    return render(request, "operators/list.html", context)


@get_or_post
@operators_only
def company(request: HttpRequest) -> HttpResponse:
    """What the company says of itself."""
    operator = request.operator
    if request.method != "POST":
        return company_page(request, CompanyForm(instance=operator), operator)
    form = CompanyForm(request.POST, instance=operator)
    if not form.is_valid():
        return company_page(request, form, operator, status=422)
    was_approved = operator.is_approved
    operator = licensing.describe(operator, **form.cleaned_data)
    if was_approved and not operator.is_approved:
        messages.warning(request, _("Saved. The office looks at your company anew."))
    else:
        messages.success(request, _("Saved."))
    return see("operators:desk")


def company_page(
    request: HttpRequest, form: CompanyForm, operator: Operator, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "operator": operator, "is_indexed": False}
    return render(request, "operators/company.html", context, status=status)


@require_safe
@operators_only
def data(request: HttpRequest) -> HttpResponse:
    """All that is kept of an operator, but for the hashes of its secrets."""
    response = JsonResponse(data_of(request.operator), json_dumps_params={"indent": 2})
    response["Content-Disposition"] = 'attachment; filename="operator.json"'
    return response


def data_of(operator: Operator) -> dict[str, Any]:
    company = {name: getattr(operator, name) for name in ("email", *licensing.COMPANY)}
    dates = {name: getattr(operator, name) for name in ("created_at", "approved_at", "last_login")}
    rows = operator.subscriptions.prefetch_related("days", "keys")
    return {
        "company": company | dates,
        "subscriptions": [
            {name: getattr(row, name) for name in ("name", "query", "language")}
            | {name: getattr(row, name) for name in ("created_at", "ended_on", "seen_at")}
            | {
                "addresses": [
                    {"made_at": k.made_at, "ended_on": k.ended_on} for k in row.keys.all()
                ]
            }
            | {"fetches": [{"day": d.day, "app": d.app, "count": d.count} for d in row.days.all()]}
            for row in rows
        ],
        "tours": list(
            operator.tours.values(
                "edition__festival__slug", "edition__starts_on", "note_en", "note_id", "link"
            )
        ),
    }


@get_or_post
@operators_only
def close(request: HttpRequest) -> HttpResponse:
    """Delete the account, after a page that says what goes with it."""
    if request.method != "POST":
        context = {"operator": request.operator, "is_indexed": False}
        return render(request, "operators/close.html", context)
    operator = request.operator
    logout(request)
    licensing.close(operator)
    messages.success(request, _("Your account and all that belonged to it is deleted."))
    return see("operators:start")
