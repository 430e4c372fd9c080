"""Every public page: no axe violation, whole on a small phone, no word of the other language."""

from pathlib import Path

import polib
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import RequestFactory
from playwright.sync_api import Page

from tourism.base.errors import error_page

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "home": "",
    "month": "calendar/2026/12/",
    "past-month": "calendar/2025/7/",
    "empty-filter": "calendar/2026/12/?category=music",
    "week": "calendar/2026/11/29/week/",
    "agenda": "calendar/agenda/",
    "calendar-map": "calendar/map/",
    "year": "calendar/2027/",
    "subscribe": "calendar/subscribe/?category=ritual&projected=1",
    "changes": "changes/?projected=1",
    "nothing-left": "calendar/agenda/?category=sea&time=night",
    "festivals": "festivals/",
    "festival-projected": "festivals/banyuwangi-ethno-carnival/",
    "festival-undated": "festivals/petik-laut-pancer/",
    "festival-reasons": "festivals/gredoan-macan-putih/",
    "festival-programme": "festivals/seblang-bakungan/",
    "day": "calendar/2027/6/13/",
    "destinations": "destinations/",
    "destination": "destinations/kawah-ijen/",
    "destination-day": "destinations/kawah-ijen/?day=2026-12-06",
    "search": "search/?q=gandrng",
    "search-nothing": "search/?q=zzzz",
    "start": "plan/",
    "accessibility": "accessibility/",
    "api": "api/",
    "widget-compose": "calendar/widget/?projected=1",
    "operators": "operators/",
    "operators-list": "operators/list/",
    "articles": "articles/",
    "article": "articles/how-dates-are-set/",
}
LANGUAGES = ("id", "en")
AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


AXE_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def violations(page: Page, rules: dict = AXE_RULES) -> list[str]:
    found = Axe().run(page, options=rules).response["violations"]
    return [f"{v['id']}: {node['html'][:160]}" for v in found for node in v["nodes"]]


def scrolls_sideways(page: Page) -> bool:
    return page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )


def violations_in_every_light(page: Page) -> dict[str, list[str]]:
    """One loaded page on a phone and on a desktop, in light and in dark.

    The dark differs in nothing but colours, so only the rules of colours are asked again.
    """
    found = {}
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, rules in {"light": AXE_RULES, "dark": AXE_COLOURS}.items():
            page.emulate_media(color_scheme=scheme)
            found[f"{width} {scheme}"] = violations(page, rules)
    return {look: problems for look, problems in found.items() if problems}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_either_screen_in_either_light(open_page, name, language):
    assert violations_in_every_light(open_page(f"/{language}/{PAGES[name]}", width=390)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nothing/", 404),
        ("calendar/?category=x", 400),
        ("destinations/kawah-ijen/?day=2026-01-06", 400),
        (f"search/?q={'x' * 3100}", 414),
    ],
)
def test_axe_finds_nothing_on_an_error(open_page, path, status, language):
    page = open_page(f"/{language}/{path}", status=status, width=390)

    assert violations_in_every_light(page) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("template", "status"), [("500.html", 500), ("503.html", 503)])
def test_axe_finds_nothing_where_the_site_is_down(open_page, template, status, language):
    """A site that is up cannot show these, so they are made here and answered in its place."""
    made = error_page(RequestFactory().get(f"/{language}/"), template, status)
    page = open_page(f"/{language}/accessibility/", width=390)
    page.route(
        f"**/{language}/",
        lambda route: route.fulfill(
            status=status, body=made.content.decode(), content_type="text/html"
        ),
    )

    page.goto(f"/{language}/")

    assert page.locator(".error-page__number").inner_text() == str(status)
    assert violations_in_every_light(page) == {}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off_at_320_pixels(open_page, name):
    assert not scrolls_sideways(open_page(f"/id/{PAGES[name]}", width=320))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_whole_without_a_script(open_page, name):
    page = open_page(f"/en/{PAGES[name]}", script=False)

    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text().strip()


def strings() -> dict[str, set[str]]:
    """Whole interface strings that the other language may not show."""
    entries = polib.pofile(ROOT / "tourism/locale/id/LC_MESSAGES/django.po")
    english = {e.msgid for e in entries} | {e.msgid_plural for e in entries if e.msgid_plural}
    indonesian = {e.msgstr or e.msgstr_plural.get(0, "") for e in entries}
    return {"id": english - indonesian, "en": indonesian - english}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_no_interface_string_of_the_other_language(open_page, name, language):
    page = open_page(f"/{language}/{PAGES[name]}")
    shown = page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts = [document.title];
          const inPage = (node) => !node.parentElement.closest("[lang]:not(html)");
          while (walker.nextNode())
            if (inPage(walker.currentNode)) texts.push(walker.currentNode.textContent.trim());
          for (const e of document.querySelectorAll("[aria-label]")) texts.push(e.ariaLabel);
          return texts.filter((text) => text.length > 2);
        }"""
    )

    assert len(shown) > 20
    assert set(shown) & strings()[language] == set()
