"""What the page about a feed shows: the choices, what they give, and the addresses apps take.

Counts and the next dates are those from today on; a feed holds past ones beside them.
"""

import re
from dataclasses import replace
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlencode

import django_filters
from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import get_language, get_language_info, gettext, override
from django.utils.translation import gettext_lazy as _

from festivals.filters import FEED_ONLY, YES, Cancelled, FeedFilter
from festivals.history import News, news_of
from festivals.models import Edition
from festivals.models.edition_queries import EditionQuerySet
from festivals.narrowing import Narrowed
from tourism.base.filters import Chosen, Group, canonical, chosen, groups_of
from tourism.base.qr import QrCode, qr_code

LANGUAGE, STATUS = "language", "status"
ASKED_APART = (*FEED_ONLY, LANGUAGE, STATUS, "category")  # Of which the page asks in words.
NEXT, LATEST = 3, 5
FILE = "banyuwangi.ics"
GOOGLE = "https://calendar.google.com/calendar/r?cid={webcal}"
OUTLOOK = "https://outlook.{host}/calendar/0/addfromweb?url={address}&name={name}"


def languages() -> list[tuple[str, str]]:
    """Each language of the site by its own name."""
    return [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]


class SubscribeFilter(FeedFilter):
    """The grammar of a feed, and the language it is to be in."""

    unlisted = ("place", "festival")

    language = django_filters.ChoiceFilter(
        choices=languages(), method="as_they_are", label=_("Language")
    )

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        return super().get_filters() | {LANGUAGE: cls.declared_filters[LANGUAGE]}


class Feed(Narrowed):
    """A feed that somebody may subscribe to. Its filters are valid but where that is asked."""

    filters: SubscribeFilter

    @property
    def language(self) -> str:
        return self.filters.form.cleaned_data[LANGUAGE] or get_language()

    @property
    def wants(self) -> dict[str, Any]:
        """What the questions of the form are answered with, readable or not."""
        asked = self.filters.data
        is_projected = self.filters.holds_projected if self.is_valid else asked.get("projected")
        return {
            "projected": bool(is_projected),
            "cancelled": asked.get("cancelled") or Cancelled.KEEP,
            "past": bool(asked.get("past")),
            "language": asked.get(LANGUAGE) or get_language(),
        }

    @cached_property
    def address(self) -> str:
        """Where the feed is, whole, in its own language."""
        with override(self.language):
            path = reverse("festivals:feed")
        return self.request.build_absolute_uri(with_query(path, self.query_of_feed))

    @property
    def webcal(self) -> str:
        """The address by which apps know that it is to be subscribed to."""
        return re.sub(r"^https?", "webcal", self.address)

    @property
    def google(self) -> str:
        return GOOGLE.format(webcal=quote(self.webcal, safe=""))

    @property
    def outlook(self) -> dict[str, str]:
        """Of private accounts and of those of an employer or a school."""
        with override(self.language):
            name = quote(gettext("Festivals of Banyuwangi"), safe="")
        address = quote(self.address, safe="")
        return {
            key: OUTLOOK.format(host=host, address=address, name=name)
            for key, host in {"own": "live.com", "work": "office.com"}.items()
        }

    @cached_property
    def page(self) -> str:
        """This page with its choices, for another device."""
        query = canonical(self.filters, beside=())
        return self.request.build_absolute_uri(with_query(self.request.path, query.urlencode()))

    @property
    def qr(self) -> QrCode | None:
        return qr_code(self.page)

    @property
    def names(self) -> list[str]:
        """What narrows it, in words."""
        return [choice.label for choice in chosen(self.filters) if is_narrowing(choice)]

    @property
    def next(self) -> list[Edition]:
        """What is on already, then the soonest."""
        coming = self.queryset.for_cards(get_language()).order_by("starts_on", "starts_at", "pk")
        return list(coming[:NEXT])

    @property
    def query_of_feed(self) -> str:
        """The query string of the feed, without the language, which its path says."""
        query = canonical(self.filters, beside=())
        query.pop(LANGUAGE, None)
        return query.urlencode()

    @property
    def query_with_projected(self) -> QueryDict:
        query = canonical(self.filters, beside=())
        query["projected"] = "1"
        return query

    @cached_property
    def expected(self) -> int:
        """Where it holds none: how many there would be with projected dates."""
        if self.facets.total or self.filters.holds_projected:
            return 0
        return FeedFilter(self.query_with_projected, coming(self.request)).qs.count()

    @property
    def with_projected(self) -> str:
        """The address of this page for the same feed with projected dates."""
        return with_query(self.request.path, self.query_with_projected.urlencode())

    @property
    def news(self) -> list[News]:
        """What changed lately, of what is called off too where the feed leaves that out."""
        query = canonical(self.filters, beside=())
        query.pop("cancelled", None)
        return news_of(FeedFilter(query, coming(self.request)).qs, get_language(), most=LATEST)


def feed_of(request: HttpRequest) -> Feed:
    """The feed that a request asks about."""
    asked = settled(request.GET, get_language())
    filters = SubscribeFilter(asked, coming(request))
    return Feed(request, filters, in_reach(filters, coming(request)))


def coming(request: HttpRequest) -> EditionQuerySet:
    return Edition.objects.dated().ending_from(request.today)


def in_reach(filters: SubscribeFilter, editions: EditionQuerySet) -> EditionQuerySet:
    """Editions of the feed before its other fields narrow them: what their choices count."""
    if not filters.is_valid():
        return editions.none()
    words = {"cancelled": filters.cancelled_as, "projected": "1" * filters.holds_projected}
    return FeedFilter(QueryDict(urlencode(words)), editions).qs


def settled(asked: QueryDict, language: str) -> QueryDict:
    """The same wishes without what is so anyway, so that each set has one address.

    Who wants no projected dates after all does not want that status either.
    """
    query = asked.copy()
    for name in ("page", "days"):
        query.pop(name, None)
    for name, usual in {"cancelled": Cancelled.KEEP, LANGUAGE: language}.items():
        if query.get(name) == usual:
            query.pop(name)
    if query.get("projected") == YES:
        query["projected"] = "1"
    elif query.get("projected") == "":
        kept = (value for value in query.getlist(STATUS) if value != Edition.Status.PROJECTED)
        query.setlist(STATUS, list(kept))
    return query


def with_query(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path


def is_narrowing(choice: Chosen) -> bool:
    return choice.field not in (*FEED_ONLY, LANGUAGE)


def subscribe_context(feed: Feed) -> dict[str, Any]:
    """What the templates of the page need."""
    groups = {group.name: with_counts(group, feed) for group in groups_of(feed.filters)}
    return {
        "section": "calendar",
        "is_indexed": not feed.request.GET,
        "today": feed.request.today,
        "filter": feed.filters,
        "categories": groups["category"],
        "groups": [group for name, group in groups.items() if name not in ASKED_APART],
        "kept": as_kept(groups[STATUS]),
        "chosen": [c for c in chosen(feed.filters) if is_narrowing(c) and c.field != "category"],
        "spoken": languages(),
        "wants": feed.wants,
        "feed": feed,
        **(what_it_gives(feed) if feed.is_valid else {}),
    }


def what_it_gives(feed: Feed) -> dict[str, Any]:
    total = feed.facets.total
    return {
        "total": total,
        "language_name": get_language_info(feed.language)["name_translated"],
        "next": feed.next,
        "news": feed.news,
        "query": feed.query_of_feed,
        "ways_out": [] if total else feed.ways_out(),
        "file": FILE,
    }


def with_counts(group: Group, feed: Feed) -> Group:
    """What finds nothing today stays: a feed is for the dates that are still to be named."""
    counts = feed.facets.counts.get(group.name)
    if counts is None:
        return group
    choices = [replace(choice, count=counts.get(choice.value, 0)) for choice in group.choices]
    return replace(group, choices=choices)


def as_kept(group: Group) -> Group:
    """A field that the form keeps and does not ask for."""
    return replace(group, kind="kept")
