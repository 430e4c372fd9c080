"""What a visitor looks for: pages by nearly right names, then by their words.

The names are kept ready in each process, one set a language, until anything is written.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from wagtail.models import Page

from destinations.models import DestinationPage
from festivals.models import FestivalPage
from tourism.base.models import ShownWrite
from tourism.base.spelling import Spelling, words_of
from tourism.home.models import ArticlePage

SHOWN, BY_WORDS, KINDS = 48, 6, 3
LEAST_LETTERS = 2
Key = tuple[str, int]
ready: dict[str, tuple[Any, Spelling[Key]]] = {}  # Language -> stamp and names.


@dataclass(frozen=True)
class Found:
    """The pages that are meant, best first, by kind."""

    festivals: list[FestivalPage] = field(default_factory=list)
    destinations: list[DestinationPage] = field(default_factory=list)
    articles: list[ArticlePage] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.festivals) + len(self.destinations) + len(self.articles)


def listed(language: str) -> dict[str, Any]:
    """Every page of a language that may be shown, by kind."""
    articles = ArticlePage.objects.listed().filter(locale__language_code=language)
    return {
        "festivals": FestivalPage.objects.listed(language),
        "destinations": DestinationPage.objects.listed(language),
        "articles": articles.order_by("title"),
    }


def find(query: str, *, language: str, today: date) -> Found:
    """Pages of a language by nearly right names, and after them those that use the words."""
    if len("".join(words_of(query))) < LEAST_LETTERS:
        return Found()
    keys = [key for key, _ in names_in(language).find(query, SHOWN)]
    worded = pages_that_say(query)
    pages = listed(language)
    pages["festivals"] = pages["festivals"].with_next(today)
    return Found(
        **{
            kind: chosen(rows, [pk for found, pk in keys if found == kind], worded)
            for kind, rows in pages.items()
        }
    )


def pages_that_say(query: str) -> list[int]:
    """Live pages of any kind and language whose title or text holds all the words."""
    found = Page.objects.live().search(query, operator="and", order_by_relevance=True)
    return [page.pk for page in found[: BY_WORDS * KINDS * len(settings.LANGUAGES)]]


def chosen(pages: Any, named: list[int], worded: list[int]) -> list[Any]:
    """The named pages in their order, then a few that say the words."""
    rows = pages.filter(pk__in={*named, *worded}).in_bulk()
    more = [pk for pk in worded if pk in rows and pk not in named]
    return [*(rows[pk] for pk in named if pk in rows), *(rows[pk] for pk in more[:BY_WORDS])]


def names_in(language: str) -> Spelling[Key]:
    """The names of all pages of a language and of their facts, made anew after a write."""
    stamp = ShownWrite.objects.stamp()
    if language not in ready or ready[language][0] != stamp:
        facts = {"festivals": "festival", "destinations": "place"}
        names: dict[Key, list[str]] = {}
        for kind, pages in listed(language).items():
            fact = [f"{facts[kind]}__name_{code}" for code in ("en", "id")] if kind in facts else []
            for pk, *texts in pages.order_by().values_list("pk", "title", *fact):
                names[kind, pk] = texts
        ready[language] = (stamp, Spelling(names))
    return ready[language][1]
