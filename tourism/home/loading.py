"""Write door of sample content: the page trees of both languages over the loaded facts."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page, Site

from destinations.loading import rows_of
from destinations.models import DestinationIndexPage, DestinationPage, Place
from festivals.models import Festival, FestivalIndexPage, FestivalPage
from tourism.home.models import ArticleIndexPage, ArticlePage, HomePage

LANGUAGES = ("id", "en")  # The first is the root of the site.
NOW_AT = "kawah-ijen"  # The place that the new front pages show as it is now.


@transaction.atomic
def load(destinations: Path, festivals: Path, articles: Path, *, at: datetime) -> int:
    """Add a page in each language for each place, festival and article; return how many.

    `at` is when they are published.
    """
    homes = home_pages()
    stories = rows_of(destinations / "places.toml", "place")
    places = {place.slug: place for place in Place.objects.all()}
    branch = branches(homes, DestinationIndexPage, "destinations")
    made = add_pages(
        branch, stories, lambda row: {"place": places[row["slug"]]}, DestinationPage, at
    )
    stories = rows_of(festivals / "festivals.toml", "festival")
    facts = {festival.slug: festival for festival in Festival.objects.all()}
    branch = branches(homes, FestivalIndexPage, "festivals")
    made += add_pages(
        branch, stories, lambda row: {"festival": facts[row["slug"]]}, FestivalPage, at
    )
    branch = branches(homes, ArticleIndexPage, "articles")
    return made + add_pages(branch, rows_of(articles, "article"), drawing_of, ArticlePage, at)


def drawing_of(row: dict[str, Any]) -> dict[str, str]:
    return {"drawing": row["drawing"]}


def home_pages() -> dict[str, HomePage]:
    """The home of each language; the welcome page of a new database makes room for them."""
    if not HomePage.objects.exists():
        root = Page.get_first_root_node()
        Page.objects.filter(depth=2, content_type__model="page").delete()
        root.refresh_from_db()
        key = uuid4()
        for language in LANGUAGES:
            locale, _ = Locale.objects.get_or_create(language_code=language)
            with override(language):
                title = gettext("A year of festivals, day by day")
                summary = gettext("From the crater’s night to the sunrise over the strait.")
            page = HomePage(
                title=title,
                summary=summary,
                slug=f"home-{language}",
                locale=locale,
                translation_key=key,
                now_at=Place.objects.filter(slug=NOW_AT).first(),
            )
            root.add_child(instance=page)
        Site.objects.update_or_create(
            is_default_site=True,
            defaults={
                "hostname": "localhost",
                "site_name": "Banyuwangi Festival",
                "root_page": homes_by_language()[LANGUAGES[0]],
            },
        )
    return homes_by_language()


def homes_by_language() -> dict[str, HomePage]:
    return {page.locale.language_code: page for page in HomePage.objects.select_related("locale")}


def branches(homes: dict[str, HomePage], model: type[Page], slug: str) -> dict[str, Page]:
    """The branch of each language on which the pages of one kind hang."""
    key, found = uuid4(), {}
    for language, home in homes.items():
        page = model.objects.child_of(home).first()
        if page is None:
            with override(language):
                title = str(model._meta.verbose_name).capitalize()
            page = model(title=title, slug=slug, locale=home.locale, translation_key=key)
            home.add_child(instance=page)
        found[language] = page
    return found


def add_pages(
    branch: dict[str, Page],
    stories: Iterable[dict[str, Any]],
    fact: Callable[[dict[str, Any]], dict[str, Any]],
    model: type[Page],
    at: datetime | None = None,
) -> int:
    """A live page in each language for each story whose slug its branch does not have."""
    known = set(model.objects.values_list("slug", "locale__language_code"))
    made = 0
    for row in stories:
        key = uuid4()
        for language, parent in branch.items():
            if (row["slug"], language) in known:
                continue
            page = model(
                title=row.get(f"name_{language}") or row[f"title_{language}"],
                summary=row.get(f"story_{language}") or row[f"summary_{language}"],
                body=[block for part in row.get(f"body_{language}", []) for block in part.items()],
                slug=row["slug"],
                locale=parent.locale,
                translation_key=key,
                first_published_at=at,
                last_published_at=at,
                **fact(row),
            )
            parent.add_child(instance=page)
            made += 1
    return made
