"""What search engines are told there is: each page in its languages, and when it changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import get_language, override

from destinations.models import DestinationPage
from festivals.calendar.spans import last_of_month
from festivals.models import Edition, FestivalPage
from tourism.home.models import ArticleIndexPage, ArticlePage, HomePage

LANGUAGES = [code for code, _ in settings.LANGUAGES]
LISTS = (
    *("festivals:list", "destinations:list", "festivals:agenda", "festivals:map"),
    "festivals:subscribe",
)
OPERATORS = ("operators:start", "operators:list")


@dataclass
class Entry:
    """One page: its path in each language that it has, and when what it shows last changed."""

    paths: dict[str, str]
    changed: datetime | None = None


class Entries(Sitemap):
    i18n = alternates = True

    def location(self, item: Entry) -> str:
        return item.paths[get_language() or settings.LANGUAGE_CODE]

    def get_languages_for_item(self, item: Entry) -> list[str]:
        return list(item.paths)

    def lastmod(self, item: Entry) -> datetime | None:
        return item.changed


class Heads(Entries):
    """The front page, the lists, the articles, what is for operators, the page on accessibility."""

    def items(self) -> list[Entry]:
        views = [Entry(paths_of(view)) for view in (*LISTS, *OPERATORS, "accessibility")]
        return [*of_pages(HomePage), *of_pages(ArticleIndexPage), *views]


class Articles(Entries):
    def items(self) -> list[Entry]:
        return of_pages(ArticlePage)


class Festivals(Entries):
    def items(self) -> list[Entry]:
        dates = ("festival__updated_at", "festival__place__updated_at", "dates_updated_at")
        pages = FestivalPage.objects.annotate(
            dates_updated_at=Max("festival__editions__updated_at")
        )
        return by_slug(pages, "festivals:festival", dates)


class Destinations(Entries):
    def items(self) -> list[Entry]:
        return by_slug(
            DestinationPage.objects.all(), "destinations:destination", ["place__updated_at"]
        )


class Sheets(Entries):
    """The years and months in which a festival has a day."""

    def items(self) -> list[Entry]:
        months: dict[date, datetime] = {}
        years: dict[int, datetime] = {}
        for first, last, at in Edition.objects.dated().values_list(
            "starts_on", "ends_on", "updated_at"
        ):
            for month in months_between(first, last):
                months[month] = max(at, months.get(month, at))
                years[month.year] = max(at, years.get(month.year, at))
        return [
            *(Entry(paths_of("festivals:year", year), at) for year, at in sorted(years.items())),
            *(
                Entry(paths_of("festivals:month", month.year, month.month), at)
                for month, at in sorted(months.items())
            ),
        ]


def months_between(first: date, last: date) -> Iterator[date]:
    """The first days of the months that a span touches."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = date.fromordinal(last_of_month(month).toordinal() + 1)


def paths_of(view: str, *args: Any, languages: Iterable[str] = LANGUAGES) -> dict[str, str]:
    """The path of a view in each language."""
    found = {}
    for language in languages:
        with override(language):
            found[language] = reverse(view, args=args)
    return found


def by_slug(pages: Any, view: str, dates: Iterable[str]) -> list[Entry]:
    """Public pages under their slug, which is the same in every language."""
    rows = pages.live().public().order_by("slug")
    entries: dict[str, Entry] = {}
    for slug, language, *stamps in rows.values_list(
        "slug", "locale__language_code", "last_published_at", *dates
    ):
        entry = entries.setdefault(slug, Entry({}))
        entry.paths |= paths_of(view, slug, languages=[language])
        entry.changed = max(filter(None, [entry.changed, *stamps]), default=None)
    return list(entries.values())


def of_pages(model: Any) -> list[Entry]:
    """Public pages under the address that Wagtail gives them, translations together."""
    entries: dict[Any, Entry] = {}
    for page in model.objects.live().public().select_related("locale").order_by("path"):
        if parts := page.get_url_parts():
            entry = entries.setdefault(page.translation_key, Entry({}))
            entry.paths[page.locale.language_code] = parts[2]
            stamps = [entry.changed, page.last_published_at]
            entry.changed = max(filter(None, stamps), default=None)
    return list(entries.values())


SITEMAPS = {
    "home": Heads,
    "calendar": Sheets,
    "festivals": Festivals,
    "destinations": Destinations,
    "articles": Articles,
}
