"""Whole journeys without a mouse: each stop of the Tab key is seen, and leads where it says."""

import re

import pytest
from playwright.sync_api import Page, expect

# What has the focus, whether anything frames it, and whether something else lies over it.
FOCUS = """() => {
  const it = document.activeElement;
  const hasFrame = (element) => [undefined, "::before"].some((part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  // A card or a chip may wear the frame for the link or the box in it.
  const wearers = [it];
  for (let up = it.parentElement; up && wearers.length < 4; up = up.parentElement) wearers.push(up);
  const boxes = [...it.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  const { left, top, width, height } = boxes[0] ?? it.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const over = document.elementFromPoint(x, y);
  const isPart = (one, other) => Boolean(one?.contains(other));
  return {
    name: (it.innerText || it.ariaLabel || it.id || it.tagName).trim().slice(0, 50),
    isBody: it === document.body,
    isFramed: wearers.some(hasFrame),
    isInView: x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight,
    isOnTop: isPart(it, over) || isPart(over, it) || isPart(over?.closest("label"), it),
  };
}"""


def walk(page: Page, most: int = 120) -> list[dict]:
    """Press Tab until the page is through; what each press comes to."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["isBody"]:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("/en/", 1280),
        ("/id/", 390),
        ("/en/calendar/2026/12/", 1280),
        ("/id/calendar/2026/12/", 390),
        ("/en/calendar/subscribe/?projected=1", 1280),
        ("/id/calendar/subscribe/", 390),
    ],
)
def test_whatever_has_the_focus_is_framed_in_view_and_not_covered(open_page, path, width):
    stops = walk(open_page(path, width=width))

    assert len(stops) > 20
    assert [stop["name"] for stop in stops if not stop["isFramed"]] == []
    assert [stop["name"] for stop in stops if not stop["isInView"]] == []
    assert [stop["name"] for stop in stops if not stop["isOnTop"]] == []


def go_to(page: Page, name: str, *, most: int = 80) -> None:
    """Press Tab until something of this name has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if re.search(name, page.evaluate(FOCUS)["name"]):
            return
    raise AssertionError(f"Tab never comes to {name}.")


def test_from_the_home_page_to_a_filtered_month_to_a_festival_and_back(open_page):
    page = open_page("/en/")
    go_to(page, "^Dec")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/calendar/2026/12/$"))

    box = page.get_by_label(re.compile("^Carnival"))
    for _ in range(60):
        page.keyboard.press("Tab")
        if box.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"category=carnival"))
    expect(box).to_be_focused()

    go_to(page, "^Kuwung Rainbow Parade$", most=120)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kuwung Rainbow Parade")
    page.go_back()  # The browser's own key for it.
    expect(page).to_have_url(re.compile(r"/en/calendar/2026/12/\?category=carnival"))


def test_a_festival_is_found_by_its_misspelt_name(open_page):
    page = open_page("/id/")
    go_to(page, "^Cari$")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/id/search/$"))

    field = page.get_by_role("searchbox")
    for _ in range(20):
        page.keyboard.press("Tab")
        if field.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.type("gandrng sewu")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"q=gandrng"))
    go_to(page, "^Festival Gandrung Sewu$")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Gandrung Sewu")


def test_the_skip_link_leads_past_the_menu(open_page):
    page = open_page("/en/calendar/2026/12/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
