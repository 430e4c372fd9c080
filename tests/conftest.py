"""What every test may ask for: the page trees of both languages, and pages on them."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from django.core.cache import cache
from django.db import connection
from django.utils.translation import override
from hypothesis import HealthCheck, settings
from wagtail.models import Page

from destinations.models import DestinationIndexPage, DestinationPage, Place
from festivals.models import Festival, FestivalIndexPage, FestivalPage
from tests.browser.site import HOW_TO_GET_IT, chromium
from tests.readers.agreeing import left_out
from tourism.home.loading import add_pages, branches, home_pages
from tourism.home.models import HomePage

# A slow machine is no reason for a test to fail.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop beside us.


def pytest_sessionstart() -> None:
    """Stop with one sentence where the PostgreSQL of the tests does not answer."""
    address = os.environ.get("TEST_DATABASE_URL", "")
    if not address.startswith("postgres"):
        return
    try:
        psycopg.connect(address, connect_timeout=5).close()
    except psycopg.OperationalError:
        pytest.exit(
            "No PostgreSQL answers at TEST_DATABASE_URL. Start one (Debian and Ubuntu: apt install "
            "postgresql), or give the address of another.",
            returncode=1,
        )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in the last lines what was left out, and how to get it."""
    if chromium() is None:
        terminalreporter.write_line(f"Left out: the browser tests. {HOW_TO_GET_IT}")
    for sentence in left_out():
        terminalreporter.write_line(f"Left out: a reader of the feeds. {sentence}")
    if connection.vendor != "postgresql":
        terminalreporter.write_line(
            "Left out: PostgreSQL. `make postgres-test` runs the same tests on the server of "
            "TEST_DATABASE_URL, or on the one at 127.0.0.1:5432."
        )


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Sentences are compared in the source language; a request speaks that of its address."""
    with override("en"):
        yield


@pytest.fixture
def keeping(settings: Any, db: None) -> Iterator[None]:
    """Pages and answers are kept, as they are on a public site."""
    settings.KEEP_PAGES = True
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def homes(db: None) -> dict[str, HomePage]:
    """The home page of each language."""
    return home_pages()


@pytest.fixture
def festival_page(homes: dict[str, HomePage]) -> Callable[[Festival], dict[str, Page]]:
    """Give a festival its two pages: `festival_page(festival)["en"]`."""
    branch = branches(homes, FestivalIndexPage, "festivals")

    def publish(festival: Festival) -> dict[str, Page]:
        add_pages(branch, [story_of(festival)], lambda row: {"festival": festival}, FestivalPage)
        return by_language(FestivalPage.objects.filter(festival=festival))

    return publish


@pytest.fixture
def destination_page(homes: dict[str, HomePage]) -> Callable[[Place], dict[str, Page]]:
    """Give a place its two pages."""
    branch = branches(homes, DestinationIndexPage, "destinations")

    def publish(place: Place) -> dict[str, Page]:
        add_pages(branch, [story_of(place)], lambda row: {"place": place}, DestinationPage)
        return by_language(DestinationPage.objects.filter(place=place))

    return publish


def story_of(fact: Festival | Place) -> dict[str, Any]:
    return {
        "slug": fact.slug,
        "name_en": fact.name_en,
        "name_id": fact.name_id,
        "story_en": f"The story of {fact.name_en}.",
        "story_id": f"Cerita {fact.name_id}.",
    }


def by_language(pages: Any) -> dict[str, Page]:
    return {page.locale.language_code: page for page in pages.select_related("locale")}
