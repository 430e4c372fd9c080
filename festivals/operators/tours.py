"""Which editions an operator takes guests to, marked in the list of one of its subscriptions."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from festivals import licensing
from festivals.filters import FeedFilter
from festivals.models import Edition, Operator, Tour
from festivals.operators.account import get_or_post, operators_only
from festivals.operators.desk import own
from festivals.operators.forms import TourForm

ROWS = 20


@require_safe
@operators_only
def editions(request: HttpRequest, pk: int) -> HttpResponse:
    """The coming editions of a subscription, each with whether the operator runs it."""
    row = own(request, pk)
    coming = Edition.objects.dated().ending_from(request.today).for_cards(get_language())
    filters = FeedFilter(row.asked, coming.order_by("starts_on", "starts_at", "pk"))
    found = filters.qs if filters.is_valid() else coming.none()
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    shown = list(page)
    tours = {tour.edition_id: tour for tour in request.operator.tours.filter(edition__in=shown)}
    context = {
        "row": row,
        "operator": request.operator,
        "rows": [(edition, tours.get(edition.pk)) for edition in shown],
        "page_obj": page,
        "is_indexed": False,
    }
    return render(request, "operators/editions.html", context)


@get_or_post
@operators_only
def tour(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark an edition, say a sentence about it, or take the mark away."""
    operator = request.operator
    rows = Edition.objects.dated().ending_from(request.today).for_cards(get_language())
    edition = get_object_or_404(rows, pk=pk)
    if not operator.is_approved and request.POST.get("do") != "stop":
        messages.warning(request, _("The office has to approve your company first."))
        return redirect("operators:company")
    known = operator.tours.filter(edition=edition).first()
    if request.method != "POST":
        return tour_page(request, TourForm(instance=known), edition, known)
    match request.POST.get("do"):
        case "stop":
            licensing.stop(operator, edition)
            messages.success(request, _("Taken off the page of the festival."))
        case "run":
            licensing.run(operator, edition)
            messages.success(request, _("It stands on the page of the festival now."))
        case _:
            return say(request, operator, edition, known)
    return HttpResponseRedirect(back_of(request), status=303)


def say(
    request: HttpRequest, operator: Operator, edition: Edition, known: Tour | None
) -> HttpResponse:
    """Write a note and a link, which marks the edition as well."""
    form = TourForm(request.POST, instance=known or Tour(operator=operator, edition=edition))
    if not form.is_valid():
        return tour_page(request, form, edition, known, status=422)
    licensing.run(operator, edition, anew=True, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return HttpResponseRedirect(back_of(request), status=303)


def tour_page(
    request: HttpRequest,
    form: TourForm,
    edition: Edition,
    tour: Tour | None,
    *,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "edition": edition,
        "tour": tour,
        "subscription": number_of(request),
        "is_indexed": False,
    }
    return render(request, "operators/tour.html", context, status=status)


def number_of(request: HttpRequest) -> str:
    """The subscription in whose list the edition was found, or ""."""
    found = request.POST.get("subscription") or request.GET.get("subscription", "")
    return found if found.isdecimal() and len(found) < 18 else ""


def back_of(request: HttpRequest) -> str:
    """The list that the form was in, at its page."""
    number, page = number_of(request), request.POST.get("page", "")
    if not number:
        return reverse("operators:desk")
    address = reverse("operators:editions", args=[number])
    return f"{address}?page={page}" if page.isdecimal() and len(page) < 6 else address
