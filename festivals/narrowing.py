"""What every view of the calendar does with its query string: one set, one address, its chips."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect, QueryDict

from festivals.calendar.switch import ViewLink, views_of
from festivals.facets import Facets, facets_of
from festivals.filters import CalendarFilter
from festivals.models.edition_queries import EditionQuerySet
from festivals.projecting import horizon
from tourism.base.filters import Chosen, canonical, chosen, groups_of

DAYS, PLAIN = "days", "civil"  # ?days=civil leaves pasaran, Hijri and Javanese days out.
ROBOTS_BACK = 2  # Years; a robot finds what is older by the sitemap, not step by step.


@dataclass(frozen=True)
class Way:
    """A value that can be taken off, and how many festivals there are then."""

    choice: Chosen
    count: int


@dataclass(frozen=True)
class Narrowed:
    """A query string and the editions that it leaves.

    `counted` are the editions of the period that the page tells of; the filter may hold more,
    such as those of the days before and after a month.
    """

    request: HttpRequest
    filters: CalendarFilter
    counted: EditionQuerySet

    @property
    def is_valid(self) -> bool:
        return bool(self.filters.is_valid())

    @property
    def status(self) -> int:
        return 200 if self.is_valid else 400

    @property
    def queryset(self) -> EditionQuerySet:
        return self.filters.qs if self.is_valid else self.counted.none()

    @property
    def rows(self) -> list[Any]:
        return list(self.queryset)

    @cached_property
    def facets(self) -> Facets:
        return facets_of(self.filters, self.counted) if self.is_valid else Facets(0, {})

    def day_asked(self, name: str) -> date | None:
        """The day of `from` or `to`, where one is asked for."""
        found: date | None = self.filters.form.cleaned_data.get(name) if self.is_valid else None
        return found

    @property
    def is_plain(self) -> bool:
        """Whether only civil days are shown."""
        return self.request.GET.get(DAYS) == PLAIN

    def elsewhere(self) -> HttpResponseRedirect | None:
        """Where the same set has its one address, if this is not it."""
        beside = ("page", *([DAYS] if self.is_plain else []))
        query = canonical(self.filters, beside=beside).urlencode()
        if not self.is_valid or query == self.request.GET.urlencode():
            return None
        return HttpResponseRedirect(f"{self.request.path}?{query}" if query else self.request.path)

    def query(self, *, days: bool = True, period: bool = True) -> QueryDict:
        """The query string in order, with or without the cells' days and the days asked for."""
        found = canonical(self.filters, beside=(DAYS,) if days and self.is_plain else ())
        for name in () if period else ("from", "to"):
            found.pop(name, None)
        return found

    def ways_out(self) -> list[Way]:
        """Where nothing is left: what to take off, the most rewarding first. A query a value."""
        found = []
        for choice in chosen(self.filters) if self.is_valid else []:
            left = type(self.filters)(QueryDict(choice.without), self.counted)
            if left.is_valid() and (count := left.qs.count()):
                found.append(Way(choice, count))
        return sorted(found, key=lambda way: -way.count)

    def switch(self, view: str, first: date, last: date | None) -> list[ViewLink]:
        query = self.query(period=False)
        return views_of(view, first, last, query=query, today=self.request.today)

    def context(self, view: str, first: date, last: date | None) -> dict[str, Any]:
        """What the templates of filters, chips, steps and the switch of views need."""
        other = self.query(days=False)
        if not self.is_plain:
            other[DAYS] = PLAIN
        total = self.facets.total
        is_known = first <= horizon(self.request.today)
        return {
            "section": "calendar",
            "view": view,
            "is_near": first.year >= self.request.today.year - ROBOTS_BACK and is_known,
            "is_indexed": not self.request.GET and is_known,
            "switch": self.switch(view, first, last),
            "filter": self.filters,
            "groups": groups_of(self.filters, self.facets.counts),
            "chosen": chosen(self.filters),
            "ways_out": [] if total else self.ways_out(),
            "total": total,
            "query": self.query().urlencode(),
            "feed_query": self.query(days=False, period=False).urlencode(),
            "other_days": other.urlencode(),
            "plain": self.is_plain,
            "today": self.request.today,
        }


def narrowed(
    request: HttpRequest, editions: EditionQuerySet, *, counted: EditionQuerySet
) -> Narrowed:
    """Editions narrowed by the query string of a request."""
    return Narrowed(request, CalendarFilter(request.GET, editions), counted)
