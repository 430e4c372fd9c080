"""Search, accessibility, robots, health, and the answers when something goes wrong."""

from datetime import date

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from tourism.base.cards import Card, draw_card
from tourism.base.errors import error_page
from tourism.base.keeping import kept
from tourism.base.spelling import LONGEST_QUERY
from tourism.home.models import ArticlePage
from tourism.home.search import find

CHECKED_ON = date(2026, 11, 24)  # When the page on accessibility was last held against the site.


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Say 200 where the database answers and has every migration, else 503 and which is wrong."""
    try:
        connection.ensure_connection()
        waiting = migrations_waiting()
    except DatabaseError:
        return JsonResponse({"database": "down", "migrations": "unknown"}, status=503)
    state = {"database": "up", "migrations": f"{waiting} waiting" if waiting else "applied"}
    return JsonResponse(state, status=503 if waiting else 200)


def migrations_waiting() -> int:
    """How many migrations of this code the database does not have."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@require_safe
@cache_control(public=True, max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers may read all but the desk; pages that are not to be found say so themselves."""
    sitemap = request.build_absolute_uri(reverse("sitemap-index"))
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@require_safe
@kept
def card(request: HttpRequest) -> HttpResponse:
    """The picture of every page that has none of its own, where its link is shared."""
    shown = Card(
        _("Festivals of Banyuwangi"),
        when=_("Festivals, places and trips in Banyuwangi, East Java."),
    )
    return HttpResponse(draw_card(shown), content_type="image/png")


@require_safe
@kept
def article_card(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of an article."""
    pages = ArticlePage.objects.live().public().filter(locale__language_code=get_language())
    page = get_object_or_404(pages, slug=slug)
    shown = Card(page.title, kind=_("Article"), site=_("Festivals of Banyuwangi"))
    return HttpResponse(draw_card(shown), content_type="image/png")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Festivals and places by a name that may be misspelt."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    found = find(query, language=get_language() or "id", today=request.today)
    return render(request, "home/search.html", {"query": query, "found": found})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What the site does so that everybody can use it, what it does not yet, and whom to tell."""
    context = {"contact": settings.CONTACT, "checked_on": CHECKED_ON}
    return render(request, "accessibility.html", context)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, "403.html", 403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: an old tab, or blocked cookies."""
    return error_page(request, "stale_form.html", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, "404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page(request, "500.html", 500)
