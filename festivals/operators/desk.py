"""The desk of an operator: its subscriptions, each with a secret address.

The forms that make an address carry it, signed. So the same form sent twice shows the same
address, and the address is stored nowhere but on the page that shows it once.
"""

from typing import Any

from django.conf import settings as site
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from festivals import subscribing
from festivals.models import Subscription
from festivals.operators.account import get_or_post, operators_only, see
from festivals.operators.forms import (
    SubscriptionForm,
    first_values,
    offered_address,
    taken_address,
)
from festivals.operators.showing import subscriptions_of
from tourism.base.filters import groups_of


def own(request: HttpRequest, pk: int) -> Subscription:
    """A subscription of this operator; 404 for anybody else's."""
    rows: Any = request.operator.subscriptions
    found: Subscription = get_object_or_404(rows, pk=pk)
    return found


@require_safe
@operators_only
def desk(request: HttpRequest) -> HttpResponse:
    """All subscriptions, the company, the account."""
    operator = request.operator
    context = {
        "operator": operator,
        "subscriptions": subscriptions_of(operator, request.today),
        "tour_count": operator.tours.from_day(request.today).count(),
        "is_indexed": False,
    }
    return render(request, "operators/desk.html", context)


@get_or_post
@operators_only
def new(request: HttpRequest) -> HttpResponse:
    """A new subscription; `?category=ritual` begins with the filters of the calendar."""
    asked = request.GET
    if request.method == "POST":
        return made(request, SubscriptionForm(request.POST, asked=asked))
    form = SubscriptionForm(None, asked=asked, initial=first_values(asked, get_language() or "id"))
    status = 200 if form.filters.is_valid() else 400
    return form_page(request, form, signed=offered_address(request.operator), status=status)


def made(request: HttpRequest, form: SubscriptionForm) -> HttpResponse:
    """Make a subscription under the address that its form came with, and show it."""
    operator, signed = request.operator, request.POST.get("address", "")
    token = taken_address(operator, signed)
    if form.is_valid() and not token:
        signed = offered_address(operator)
        form.add_error(None, _("This form has grown too old. Please send it again."))
    if form.is_valid():
        try:
            row = subscribing.subscribe(operator, token=token, at=request.now, **form.values)
        except subscribing.TooMany:
            form.add_error(None, _("You have as many feeds as one may have. End one first."))
        else:
            return address_page(request, row, token)
    return form_page(request, form, signed=signed, status=422)


@get_or_post
@operators_only
def settings(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name, other filters, another language; the address stays."""
    row = own(request, pk)
    if request.method != "POST":
        initial = first_values(row.asked, row.language) | {"name": row.name}
        if "cancelled" not in row.asked:
            initial["cancelled"] = "keep"
        form = SubscriptionForm(None, asked=row.asked, initial=initial)
        return form_page(request, form, row=row)
    form = SubscriptionForm(request.POST, asked=QueryDict())
    if not form.is_valid():
        return form_page(request, form, row=row, status=422)
    subscribing.change(row, **form.values)
    messages.success(request, _("Saved. Calendar apps show it when they ask next."))
    return see("operators:desk")


def form_page(
    request: HttpRequest,
    form: SubscriptionForm,
    *,
    row: Subscription | None = None,
    signed: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "groups": groups_of(form.filters),
        "row": row,
        "signed": signed,
        "is_indexed": False,
    }
    return render(request, "operators/subscription_form.html", context, status=status)


@get_or_post
@operators_only
def address(request: HttpRequest, pk: int) -> HttpResponse:
    """Another address, after a page that says that the old one ends."""
    row = own(request, pk)
    token = taken_address(request.operator, request.POST.get("address", ""))
    if request.method != "POST" or not token:
        return change_page(request, row)
    seen = request.POST.get("seen", "")
    instead_of = int(seen) if seen.isdecimal() and len(seen) < 18 else None
    try:
        row = subscribing.give_address(
            row, token=token, instead_of=instead_of, today=request.today, at=request.now
        )
    except subscribing.ChangedMeanwhile:
        messages.error(request, _("This feed was given another address in the meantime."))
        return change_page(request, row, status=409)
    return address_page(request, row, token)


def change_page(request: HttpRequest, row: Subscription, *, status: int = 200) -> HttpResponse:
    context = {
        "row": row,
        "key": row.keys.live().first(),
        "signed": offered_address(request.operator),
        "is_indexed": False,
    }
    return render(request, "operators/address_change.html", context, status=status)


def address_page(request: HttpRequest, row: Subscription, token: str) -> HttpResponse:
    """The address, shown this once."""
    with override(row.language):
        path = reverse("festivals:private-feed", args=[token])
    whole = f"{site.WAGTAILADMIN_BASE_URL}{path}"
    context = {
        "row": row,
        "feed_address": whole,
        "webcal": f"webcal://{whole.partition('://')[2]}",
        "is_indexed": False,
    }
    return render(request, "operators/address.html", context)


@require_POST
@operators_only
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the address out."""
    row = subscribing.end(own(request, pk), today=request.today)
    messages.success(request, _("“%(name)s” has ended.") % {"name": row.name})
    return see("operators:desk")
