"""Enlarged pages, doubled text, less motion and forced colours."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_every_page import PAGES, scrolls_sideways

WORDS = Path(__file__).with_name("words.js").read_text(encoding="utf-8")


def is_whole(page: Page) -> bool:
    """No words cut off, none on each other, no scrolling sideways; what is not so is printed."""
    found = page.evaluate(WORDS)
    assert found["lines"] > 20
    assert (found["cut"], found["over"]) == ([], [])
    return not scrolls_sideways(page)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_enlarged_twice_and_with_its_text_doubled(open_page, name):
    page = open_page(f"/id/{PAGES[name]}", width=640)  # 1280 px at 200 %
    assert is_whole(page)

    page.set_viewport_size({"width": 1280, "height": 900})
    usual = size_of_text(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert size_of_text(page) > 1.7 * usual
    assert is_whole(page)


def size_of_text(page: Page) -> float:
    """In pixels, of the first paragraph."""
    return page.locator("main p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")


MOVING = """() => [...document.querySelectorAll("*")].flatMap((element) =>
  [undefined, "::before", "::after"].flatMap((part) => {
    const style = getComputedStyle(element, part);
    const seconds = [...style.transitionDuration.split(","), ...style.animationDuration.split(",")];
    return seconds.some((text) => parseFloat(text) > 0.01) ? [element.className] : [];
  }))"""
VIEW_TRANSITIONS = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .flatMap((rule) => rule instanceof CSSMediaRule && matchMedia(rule.conditionText).matches
    ? [...rule.cssRules] : [rule])
  .filter((rule) => rule.constructor.name === "CSSViewTransitionRule")
  .map((rule) => rule.navigation)"""


FOLD = "<details class='disclosure'><summary>.</summary></details>"  # Its arrow turns.


@pytest.mark.parametrize("name", ["home", "festivals", "destination"])
def test_nothing_moves_for_who_asks_for_less_motion(open_page, name):
    page = open_page(f"/en/{PAGES[name]}")
    page.locator("main").evaluate(
        "(main, fold) => main.insertAdjacentHTML('beforeend', fold)", FOLD
    )

    still, transitions = page.evaluate(MOVING), page.evaluate(VIEW_TRANSITIONS)
    page.emulate_media(reduced_motion="no-preference")

    assert still == []
    assert transitions[-1] == "none"
    assert page.evaluate(MOVING) != []
    assert page.evaluate(VIEW_TRANSITIONS)[-1] == "auto"


def test_a_sheet_of_the_calendar_is_turned_at_once(open_page):
    page = open_page("/en/calendar/2026/12/")
    page.emulate_media(reduced_motion="no-preference")

    assert page.evaluate(VIEW_TRANSITIONS)[-1] == "none"


def test_the_marks_of_certainty_differ_in_forced_colours(open_page):
    page = open_page("/en/calendar/2026/12/")
    page.emulate_media(forced_colors="active")

    marks = page.locator(".month-key .certainty__mark")
    looks = [marks.nth(at).screenshot() for at in range(marks.count())]

    assert len(looks) >= 6
    assert len(set(looks)) == len(looks)
