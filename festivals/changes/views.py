"""What changed: a page for people, JSON and Atom for programs; the filters are those of feeds."""

import json
from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from festivals.changes.listing import MOST, CursorRefused, latest, part_after
from festivals.changes.publishing import publish
from festivals.changes.telling import address_book, as_json, atom_of, days_of
from festivals.feeds.asking import sentences_against
from festivals.feeds.views import FREE
from festivals.filters import FeedFilter
from festivals.models import Edition
from tourism.base.filters import Group, canonical, chosen, groups_of
from tourism.base.keeping import kept
from tourism.base.steady import steady

ON_PAGE, LONGEST_NUMBER = 50, 18
FEW = 100  # Lines in an answer where no number is asked for.


@require_safe
@steady(free=("since", "limit", *FREE))
def as_data(request: HttpRequest) -> HttpResponse:
    """`changes.json?since=CURSOR&limit=100`: what changed after a cursor, oldest first."""
    filters = FeedFilter(request.GET, Edition.objects.none())
    wrong = sentences_against(filters, beside=("since", "limit"))
    if request.GET.get("q"):
        wrong.append(_("q: names change, so they cannot be followed. Use festival= or place=."))
    limit = request.GET.get("limit", str(FEW))
    if not (limit.isascii() and limit.isdecimal() and len(limit) <= 3 and 1 <= int(limit) <= MOST):
        wrong.append(_("limit: give a number from 1 to %(most)s.") % {"most": MOST})
    if wrong:
        return problem(" ".join(wrong))
    is_whole = publish(at=request.now)
    try:
        part = part_after(
            filters, request.GET.get("since", ""), limit=int(limit), language=get_language()
        )
    except CursorRefused:
        return problem(_("since: this cursor is not of this list with these filters. Begin anew."))
    found = as_json(part, address_book(part.lines, settings.WAGTAILADMIN_BASE_URL))
    response = HttpResponse(json.dumps(found, ensure_ascii=False), content_type="application/json")
    return kept_if(is_whole, response)


@require_safe
@steady(free=FREE)
def as_atom(request: HttpRequest) -> HttpResponse:
    """The newest lines for feed readers (RFC 4287)."""
    filters = FeedFilter(request.GET, Edition.objects.none())
    if wrong := sentences_against(filters):
        return HttpResponse("\n".join(wrong), status=400, content_type="text/plain; charset=utf-8")
    is_whole = publish(at=request.now)
    lines, _more = latest(filters, limit=FEW, language=get_language())
    feed = atom_of(filters, lines, site=settings.WAGTAILADMIN_BASE_URL)
    response = HttpResponse(
        feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )
    return kept_if(is_whole, response)


@require_safe
@kept
def page(request: HttpRequest) -> HttpResponse:
    """What changed, by day, the newest first; `before` is the number to go on before."""
    filters = FeedFilter(request.GET, Edition.objects.none())
    is_valid, before = filters.is_valid(), request.GET.get("before", "")
    is_number = before.isascii() and before.isdecimal() and len(before) <= LONGEST_NUMBER
    query = canonical(filters, beside=("before",) if is_number else ()).urlencode()
    if is_valid and query != request.GET.urlencode():
        return HttpResponseRedirect(f"{request.path}?{query}" if query else request.path)
    is_whole = publish(at=request.now)
    context = {
        "section": "calendar",
        "filter": filters,
        "groups": groups_asked(filters),
        "chosen": chosen(filters),
        "query": canonical(filters, beside=()).urlencode(),
        "is_indexed": not request.GET,
    }
    if is_valid:
        number = int(before) if is_number else None
        lines, more = latest(filters, limit=ON_PAGE, language=get_language(), before=number)
        context |= {"days": days_of(lines), "more": more}
    response = render(request, "festivals/changes.html", context, status=200 if is_valid else 400)
    return kept_if(is_whole, response)


def kept_if(is_whole: bool, response: HttpResponse) -> HttpResponse:
    """A list that could not be gone on with is told as it is, and kept by nobody."""
    if not is_whole:
        response["Cache-Control"] = "no-store"
    return response


def groups_asked(filters: FeedFilter) -> list[Group]:
    """The filters that a page of changes asks for; `projected` has an older word that is not."""
    groups = [group for group in groups_of(filters) if group.name not in ("cancelled", "past")]
    return [
        replace(group, choices=group.choices[:1]) if group.name == "projected" else group
        for group in groups
    ]


def problem(words: str) -> HttpResponse:
    """What cannot be meant, as a program reads it (RFC 9457)."""
    said = {"title": _("Bad request"), "status": 400, "detail": words}
    return HttpResponse(
        json.dumps(said, ensure_ascii=False), status=400, content_type="application/problem+json"
    )
