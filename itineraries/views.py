"""The visitor's trip: begin, look, change, take along. Whoever has the link has the trip."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from destinations.models import Place
from festivals.models import Edition
from itineraries import editing, samples, sampling, showing
from itineraries.exports import ics
from itineraries.forms import DAYS, EditForm, SampleForm, TripForm, default_gateway, start_form
from itineraries.models import Itinerary, Stop
from tourism.base.http import etag_of_bytes

COOKIE, SALT, A_YEAR = "trip", "itineraries.trip", 365 * 24 * 3600
View = Callable[..., HttpResponse]


def secret(view: View) -> View:
    """Keep the secret address out of caches, search engines and other sites' logs.

    The referrer stays within the site (`SECURE_REFERRER_POLICY`). With "no-referrer" browsers
    send our own forms with `Origin: null`, which the check of their token must refuse.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-cache"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answer


def remember(response: HttpResponse, itinerary: Itinerary) -> HttpResponse:
    """Let "Add to my trip" find this trip in this browser."""
    response.set_signed_cookie(
        COOKIE,
        itinerary.key,
        salt=SALT,
        max_age=A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def remembered(request: HttpRequest) -> Itinerary | None:
    key = request.get_signed_cookie(COOKIE, default="", salt=SALT)
    return Itinerary.objects.filter(key=key).select_related("gateway").first() if key else None


def to(itinerary: Itinerary) -> HttpResponse:
    """Go on to the page of a trip after a form (303, so that a reload sends nothing again)."""
    response = redirect("itineraries:plan", key=itinerary.key)
    response.status_code = 303
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@secret
def start(request: HttpRequest) -> HttpResponse:
    """Begin a trip, or go on with the one of this browser; `?new` begins another."""
    if request.method == "POST":
        form = TripForm(request.POST)
        if form.is_valid():
            begun = editing.begin(**form.cleaned_data)
            return remember(to(begun), begun)
    else:
        known = None if "new" in request.GET else remembered(request)
        if known:
            return redirect("itineraries:plan", key=known.key)
        form = empty_form(request)
    return start_page(request, form, status=400 if form.errors else 200)


def empty_form(request: HttpRequest) -> TripForm:
    return start_form(request.today, list(Place.objects.gateways().order_by("kind", "slug")))


def start_page(request: HttpRequest, form: TripForm, *, status: int) -> HttpResponse:
    context = {"section": "plan", "form": form}
    return render(request, "itineraries/start.html", context, status=status)


def found(key: str) -> Itinerary:
    return get_object_or_404(Itinerary.objects.select_related("gateway"), key=key)


def drawn(
    request: HttpRequest, itinerary: Itinerary, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The page of a trip as it stands."""
    trip = showing.trip_of(itinerary)
    context = showing.page_of(trip, get_language()) | {
        "form": TripForm(instance=itinerary),
        **more,
    }
    return render(request, "itineraries/plan.html", context, status=status)


@require_safe
@secret
def plan(request: HttpRequest, key: str) -> HttpResponse:
    """A trip by its secret link. A browser that has a trip of its own keeps that one."""
    itinerary = found(key)
    own = remembered(request)
    response = drawn(request, itinerary, is_own=own is None or own == itinerary)
    return response if own else remember(response, itinerary)


@require_POST
@secret
def use(request: HttpRequest, key: str) -> HttpResponse:
    """Take a trip that came as a link for the trip of this browser."""
    itinerary = found(key)
    return remember(to(itinerary), itinerary)


@require_POST
@secret
def add(request: HttpRequest) -> HttpResponse:
    """Put an edition or a place into the trip of this browser; without one, begin it."""
    edition = place = None
    if "edition" in request.POST:
        editions = Edition.objects.with_festival()
        edition = get_object_or_404(editions, pk=number(request.POST["edition"]))
    else:
        places = Place.objects.open_to_plans()
        place = get_object_or_404(places, pk=number(request.POST.get("place")))
    itinerary = remembered(request) or begun_for(request, edition)
    try:
        stop, is_new = editing.add(itinerary, edition=edition, place=place)
    except editing.FullTrip:
        words = _("Your trip is full: it holds %(count)s stops. Remove one first.")
        messages.error(request, words % {"count": editing.MOST_STOPS})
        return to(itinerary)
    words = (
        _("%(name)s is in your trip, on day %(day)s.")
        if is_new
        else _("%(name)s was in your trip already, on day %(day)s.")
    )
    messages.success(request, words % {"name": stop.name, "day": stop.day})
    return remember(to(itinerary), itinerary)


def number(text: str | None) -> int:
    """A key from a form; what is none is 0, which nothing has."""
    return int(text) if text and text.isdecimal() and len(text) < 19 else 0


def begun_for(request: HttpRequest, edition: Edition | None) -> Itinerary:
    """A trip of three days: from the edition's first day or today, else from tomorrow."""
    today = request.today
    return editing.begin(
        arrives_on=max(edition.starts_on, today) if edition else today + timedelta(days=1),
        days=DAYS,
        gateway=get_object_or_404(Place, pk=getattr(default_gateway(), "pk", 0)),
    )


@require_POST
@secret
def sample(request: HttpRequest) -> HttpResponse:
    """Make a sample plan the visitor's own trip. The same form sent twice makes one trip."""
    plan = samples.found(request.POST.get("sample", ""))
    form = SampleForm(request.POST)
    if plan is None:
        raise Http404
    if not form.is_valid():
        for sentence in form.errors.get("arrives_on", []):
            messages.error(request, sentence)
        return start_page(request, empty_form(request), status=400)
    day, key = form.cleaned_data["arrives_on"], sampling.key_in(form.cleaned_data["key"])
    try:
        begun = sampling.begin_once(plan, today=request.today, arrives_on=day, key=key)
    except sampling.NothingLeft:
        raise Http404 from None
    return remember(to(begun), begun)


@require_POST
@secret
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Move, time or remove a stop, or undo: one form of the page."""
    itinerary = found(key)
    form = EditForm(request.POST, days=itinerary.days)
    if not form.is_valid():
        return drawn(request, itinerary, status=400, edit_form=form)
    try:
        done = carry_out(itinerary, **form.cleaned_data)
    except (editing.StaleTrip, Stop.DoesNotExist):
        return drawn(request, found(key), status=409, is_stale=True)
    messages.success(request, done)
    return to(itinerary)


def carry_out(
    itinerary: Itinerary, *, do: str, version: int, stop: int, day: int, starts_at: Any
) -> str:
    """Go through the door that a form names, and return what to say."""
    match do:
        case "earlier":
            editing.earlier(itinerary, stop=stop, version=version)
        case "later":
            editing.later(itinerary, stop=stop, version=version)
        case "day":
            editing.to_day(itinerary, stop=stop, day=day, version=version)
        case "time":
            editing.set_time(itinerary, stop=stop, starts_at=starts_at, version=version)
        case "remove":
            editing.remove(itinerary, stop=stop, version=version)
            return _("Removed. You can undo it.")
        case _undo:
            done = editing.undo(itinerary, version=version)
            return _("Undone.") if done else _("There is nothing left to undo.")
    return _("Done. The times after it have moved along.")


@require_POST
@secret
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Other days, another gateway. Stops of days that are cut go to the last day."""
    itinerary = found(key)
    form = TripForm(request.POST, instance=found(key))
    version = number(request.POST.get("version"))
    if not form.is_valid():
        return drawn(request, itinerary, status=400, form=form)
    try:
        moved = editing.change(itinerary, version=version, **form.cleaned_data)
    except editing.StaleTrip:
        return drawn(request, found(key), status=409, is_stale=True)
    if moved:
        words = ngettext(
            "The trip is shorter now; %(count)s stop moved to its last day.",
            "The trip is shorter now; %(count)s stops moved to its last day.",
            moved,
        )
        messages.warning(request, words % {"count": moved})
    else:
        messages.success(request, _("Your dates are changed."))
    return to(itinerary)


@require_safe
@secret
@etag_of_bytes
def calendar(request: HttpRequest, key: str) -> HttpResponse:
    """The trip as a calendar file."""
    itinerary = found(key)
    body = ics.calendar_of(showing.trip_of(itinerary), url=request.build_absolute_uri("."))
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="trip.ics"'
    return response
