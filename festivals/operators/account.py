"""How an operator of tours gets in and out: by a link in an e-mail, without a password."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from festivals import licensing
from festivals.models import Operator
from festivals.operators import letters, signing_in
from festivals.operators.forms import AddressForm
from tourism.base.limiting import Limit, caller

View = Callable[..., HttpResponse]
BY_ADDRESS = Limit("letters-to", times=3, seconds=15 * 60)
BY_CALLER = Limit("letters-from", times=20, seconds=60 * 60)
BACKEND = "django.contrib.auth.backends.ModelBackend"
get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def private(view: View) -> View:
    """A page of one operator: no cache keeps it, no search engine shows it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answer


def signed_in(request: HttpRequest) -> Operator | None:
    """The operator of a request, or None."""
    if not request.user.is_authenticated:
        return None
    return Operator.objects.filter(user=request.user).select_related("user").first()


def operators_only(view: View) -> View:
    """Hand the operator to a view as `request.operator`; send others to where they sign in."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.operator = signed_in(request)
        if request.operator is None:
            then = request.get_full_path() if request.method == "GET" else ""
            return redirect(f"{reverse('operators:start')}?{urlencode({'then': then})}")
        return view(request, *args, **kwargs)

    return private(answer)


def see(view: str, *args: Any) -> HttpResponse:
    """Go on to a page after a form (303, so that a reload sends nothing again)."""
    return HttpResponseRedirect(reverse(view, args=args), status=303)


def way_on(path: str) -> str:
    """Where somebody wanted to go, if it is on the desk of operators; else ""."""
    is_ours = path.startswith(reverse("operators:desk")) and "\\" not in path
    return path if is_ours and path.isprintable() and len(path) <= 1500 else ""


@get_or_post
def start(request: HttpRequest) -> HttpResponse:
    """What operators get here, and where a link to sign in is asked for."""
    then = way_on(request.POST.get("then") or request.GET.get("then", ""))
    if request.method != "POST":
        return start_page(request, AddressForm(), then=then, operator=signed_in(request))
    form = AddressForm(request.POST)
    if not form.is_valid():
        return start_page(request, form, then=then, status=400)
    return sent(request, form, then=then)


def sent(request: HttpRequest, form: AddressForm, *, then: str) -> HttpResponse:
    """Send a link and say so, in the same words whether the address is known or not."""
    email = form.cleaned_data["email"]
    if wait := too_often(request, email):
        form.add_error(None, words_of_wait(wait))
        response = start_page(request, form, then=then, status=429)
        response["Retry-After"] = str(wait)
        return response
    operator = licensing.known(email)
    try:
        if operator is None or operator.may_sign_in:
            letters.send_link(email, then=then)
    except letters.NotSent:
        form.add_error(None, _("The letter could not be sent. Please try again later."))
        return start_page(request, form, then=then, status=503)
    context = {"email": email, "minutes": signing_in.MINUTES, "is_printed": is_printed()}
    return no_store(render(request, "operators/sent.html", context))


def start_page(
    request: HttpRequest,
    form: AddressForm,
    *,
    then: str,
    status: int = 200,
    operator: Operator | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "then": then,
        "operator": operator,
        "sends_mail": settings.SENDS_MAIL,
        "is_indexed": not request.GET,
    }
    return no_store(render(request, "operators/start.html", context, status=status))


def no_store(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response


def is_printed() -> bool:
    """Whether letters are printed where the site runs, and not sent."""
    return settings.EMAIL_BACKEND.endswith("console.EmailBackend")


def too_often(request: HttpRequest, email: str) -> int:
    """Seconds to wait; 0 for none. Who asks too often himself does not use up an address."""
    now = request.now
    return BY_CALLER.wait(caller(request), now) or BY_ADDRESS.wait(email, now)


def words_of_wait(seconds: int) -> str:
    minutes = -(-seconds // 60)
    return ngettext(
        "Too many links were asked for. Try again in %(count)s minute.",
        "Too many links were asked for. Try again in %(count)s minutes.",
        minutes,
    ) % {"count": minutes}


@get_or_post
@private
def enter(request: HttpRequest, link: str) -> HttpResponse:
    """Sign in by a link. Looking at it changes nothing: mail scanners look at every link."""
    said = signing_in.read(link)
    if said is None or not signing_in.is_fresh(said):
        return used_up(request)
    if request.method != "POST":
        return render(request, "operators/enter.html", {"email": said.email, "is_indexed": False})
    user = licensing.enter(email=said.email, seen=said.seen, at=request.now)
    if user is None:
        return used_up(request)
    login(request, user, backend=BACKEND)
    return HttpResponseRedirect(way_on(said.then) or reverse("operators:desk"), status=303)


def used_up(request: HttpRequest) -> HttpResponse:
    """A link that opens nothing any more; whoever it has let in goes on."""
    context = {
        "form": AddressForm(),
        "operator": signed_in(request),
        "minutes": signing_in.MINUTES,
        "is_indexed": False,
    }
    return render(request, "operators/used_up.html", context, status=410)


@require_POST
@private
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out an operator; an editor of the office stays signed in."""
    if signed_in(request):
        logout(request)
        messages.success(request, _("You are signed out."))
    return see("operators:start")
