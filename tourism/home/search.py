"""What a visitor looks for: festivals and places by nearly right names, then by their words.

The names are kept ready in each process, one set a language, until a page or a fact changes.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count, Max

from destinations.models import DestinationPage
from festivals.models import FestivalPage
from tourism.base.spelling import Spelling, words_of

SHOWN, BY_WORDS = 60, 6
LEAST_LETTERS = 2
Key = tuple[str, int]
ready: dict[str, tuple[Any, Spelling[Key]]] = {}  # Language -> stamp and names.


@dataclass(frozen=True)
class Found:
    """The pages that are meant, best first, by kind."""

    festivals: list[FestivalPage]
    destinations: list[DestinationPage]

    @property
    def count(self) -> int:
        return len(self.festivals) + len(self.destinations)


def find(query: str, *, language: str, today: date) -> Found:
    """Pages of a language by nearly right names, and after them those that use the words."""
    if len("".join(words_of(query))) < LEAST_LETTERS:
        return Found([], [])
    keys = [key for key, _ in names_in(language).find(query, SHOWN)]
    festivals = FestivalPage.objects.listed(language).with_next(today)
    destinations = DestinationPage.objects.listed(language)
    return Found(
        pages_of("festival", festivals, keys, query),
        pages_of("place", destinations, keys, query),
    )


def pages_of(kind: str, pages: Any, keys: list[Key], query: str) -> list[Any]:
    """The named pages in their order, then a few whose text holds the words.

    Wagtail searches no joined query: it finds the numbers, and the listing says who may be shown.
    """
    named = [pk for found, pk in keys if found == kind]
    words = pages.model.objects.live().search(query, operator="and", order_by_relevance=True)
    worded = [page.pk for page in words[: BY_WORDS * len(settings.LANGUAGES)]]
    rows = pages.filter(pk__in={*named, *worded}).in_bulk()
    more = [pk for pk in worded if pk in rows and pk not in named]
    return [*(rows[pk] for pk in named if pk in rows), *(rows[pk] for pk in more[:BY_WORDS])]


def names_in(language: str) -> Spelling[Key]:
    """The names of all pages of a language, made anew when one of them has changed."""
    festivals = FestivalPage.objects.listed(language).order_by()
    destinations = DestinationPage.objects.listed(language).order_by()
    stamp = (stamp_of(festivals, "festival"), stamp_of(destinations, "place"))
    if language not in ready or ready[language][0] != stamp:
        names: dict[Key, list[str]] = {}
        for kind, pages, fact in (
            ("festival", festivals, "festival"),
            ("place", destinations, "place"),
        ):
            for pk, *texts in pages.values_list(
                "pk", "title", f"{fact}__name_en", f"{fact}__name_id"
            ):
                names[kind, pk] = texts
        ready[language] = (stamp, Spelling(names))
    return ready[language][1]


def stamp_of(pages: Any, fact: str) -> Any:
    """What is another as soon as a page comes, goes or is published, or a name changes."""
    return tuple(
        pages.aggregate(
            pages=Count("pk"),
            last=Max("pk"),
            published=Max("last_published_at"),
            fact=Max(f"{fact}__updated_at"),
        ).values()
    )
