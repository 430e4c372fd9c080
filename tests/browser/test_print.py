"""On paper: black on white whatever the screen shows, nothing to press, and how sure a date is."""

import pytest
from playwright.sync_api import Page

from tests.browser.test_every_page import PAGES
from tests.browser.test_visitor import make_a_trip

A4_ACROSS = {"width": 1047, "height": 733}  # px of 277 by 194 mm, within the margins
# Whatever still is to be seen and is wider than a hand's breadth, with the grey of its ground.
DARK_GROUNDS = """() => [...document.querySelectorAll("body, body *")].flatMap((element) => {
  const { width, height } = element.getBoundingClientRect();
  const ground = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number);
  const picture = getComputedStyle(element).backgroundImage;
  const [red, green, blue, alpha = 1] = ground;
  const dark = alpha > 0.5 && 0.3 * red + 0.6 * green + 0.1 * blue < 128;
  const night = picture.includes("linear-gradient") && !picture.startsWith("repeating");
  return width > 300 && height > 8 && (dark || night) ? [element.className || element.tagName] : [];
})"""


def on_paper(page: Page) -> Page:
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("name", PAGES)
def test_a_page_prints_black_on_white_also_where_the_screen_is_dark(open_page, name):
    page = on_paper(open_page(f"/en/{PAGES[name]}", dark=True))

    colours = page.evaluate("(({color, backgroundColor: b}) => [color, b])(getComputedStyle(body))"
                            .replace("body", "document.body"))  # fmt: skip
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.evaluate(DARK_GROUNDS) == []
    assert page.locator("h1").is_visible()
    for hidden in ("button", "form", "nav", ".site-footer", ".button", ".site-header__languages"):
        assert page.locator(f"{hidden}:visible:not(.year-ribbon)").all_inner_texts() == [], hidden


@pytest.mark.parametrize("month", ["2026/12", "2027/6"])
def test_the_grid_of_a_month_fits_on_one_sheet_across(open_page, month):
    page = on_paper(open_page(f"/id/calendar/{month}/"))
    page.set_viewport_size(A4_ACROSS)

    grid = page.locator(".month-grid").bounding_box()

    assert grid["y"] + grid["height"] < A4_ACROSS["height"]
    assert grid["width"] <= A4_ACROSS["width"]
    assert b"/MediaBox [0 0 841" in page.pdf(prefer_css_page_size=True)


def test_certainty_is_told_by_a_word_and_its_hatch_is_printed(open_page):
    page = on_paper(open_page("/en/calendar/2026/12/"))

    words = page.locator(".edition-row .certainty").all_inner_texts()
    mark = page.locator(".certainty--projected .certainty__mark").first
    style = mark.evaluate("e => [getComputedStyle(e).backgroundImage, "
                          "getComputedStyle(e).printColorAdjust]")  # fmt: skip

    assert "Projected" in words
    assert style[0].startswith("repeating-linear-gradient")
    assert style[1] == "exact"


def test_the_address_of_a_source_is_printed_beside_its_name(open_page):
    page = on_paper(open_page("/en/festivals/banyuwangi-ethno-carnival/"))

    source = page.locator("main a[href^=http]").first
    printed = source.evaluate("e => getComputedStyle(e, '::after').content")

    assert source.get_attribute("href") in printed


def test_a_live_map_is_printed_as_the_drawing_with_every_point(open_page):
    page = open_page("/en/destinations/")
    page.locator("figure[data-map]").scroll_into_view_if_needed()
    page.locator("figure.route-map--live").wait_for(timeout=10_000)

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    drawn = page.locator("svg.route-map__picture").count()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")

    assert drawn == 1
    assert page.locator(".route-map__live").is_visible()


def test_a_trip_prints_its_days_and_stops_and_nothing_to_press(open_page):
    page = open_page("/en/plan/", dark=True)
    make_a_trip(page)

    on_paper(page)

    assert page.evaluate(DARK_GROUNDS) == []
    assert page.get_by_role("heading", name="Banyuwangi Ethno Carnival").is_visible()
    assert page.get_by_role("heading", name="Ijen Crater").first.is_visible()
    assert (
        page.locator("button:visible, .button:visible, input:visible, summary:visible").count() == 0
    )
