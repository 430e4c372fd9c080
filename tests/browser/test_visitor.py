"""The visitor's journeys: by mouse, by keyboard alone, and without a script."""

import re

from playwright.sync_api import Page, expect

from tests.browser.test_every_page import scrolls_sideways, violations


def test_a_visitor_finds_a_festival_by_filter_and_switches_the_language(open_page):
    page = open_page("/en/calendar/2026/12/")
    page.get_by_label(re.compile("^Carnival")).check()

    expect(page).to_have_url(re.compile(r"category=carnival"))
    expect(page.get_by_role("heading", name="Banyuwangi Day (Harjaba)")).to_be_visible()
    page.get_by_role("link", name="ID Bahasa Indonesia").click()

    expect(page).to_have_url(re.compile(r"/id/calendar/2026/12/\?category=carnival"))
    expect(page.get_by_role("heading", name="Hari Jadi Banyuwangi")).to_be_visible()


def test_the_month_is_walked_by_keyboard(open_page):
    page = open_page("/en/calendar/2026/12/")
    page.locator(".month-grid__day:not(.month-grid__day--outside) .month-grid__head").first.focus()

    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    day = page.evaluate("document.activeElement.closest('td').id")
    page.keyboard.press("PageDown")

    assert day == "day-2026-12-09"
    expect(page).to_have_url(re.compile(r"/en/calendar/2027/1/"))


def test_a_step_beyond_the_edge_of_a_sheet_turns_it_and_keeps_the_focus(open_page):
    page = open_page("/en/calendar/2026/12/?category=carnival")
    page.locator("#day-2027-01-02 .month-grid__head").focus()

    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"/en/calendar/2027/1/\?category=carnival"))
    expect(page.locator("#day-2027-01-03 .month-grid__head")).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("#day-2027-01-09 .month-grid__head")).to_be_focused()
    page.keyboard.press("PageUp")

    expect(page.locator("#day-2026-12-09 .month-grid__head")).to_be_focused()


def test_a_week_is_walked_by_keyboard(open_page):
    page = open_page("/id/calendar/2026/11/29/week/")
    page.locator("#day-2026-12-05 .month-grid__head").focus()

    page.keyboard.press("ArrowRight")

    expect(page).to_have_url(re.compile(r"/id/calendar/2026/12/6/week/"))
    expect(page.locator("#day-2026-12-06 .month-grid__head")).to_be_focused()


def test_the_views_lead_to_one_another_with_the_filters_on(open_page):
    page = open_page("/en/calendar/2027/6/?category=dance", script=False)

    for name in ("Week", "Agenda", "Map", "Year", "Month"):
        page.get_by_role("navigation", name="View").get_by_role("link", name=name).click()

        expect(page.get_by_role("link", name="Dance take off")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/en/calendar/2027/"))


def test_a_pin_of_the_calendar_leads_to_its_festivals(open_page):
    page = open_page("/en/calendar/map/", script=False)
    pin = page.locator("a.route-map__point").first

    pin.focus()
    page.keyboard.press("Enter")

    expect(page.locator(".chart-place:target")).to_be_visible()


def test_the_skip_link_is_the_first_thing_and_leads_to_the_content(open_page):
    page = open_page("/en/")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"


def test_the_calendar_works_by_links_and_forms_without_a_script(open_page):
    page = open_page("/en/calendar/2026/12/", script=False)
    page.get_by_label(re.compile("^Carnival")).check()
    page.get_by_role("button", name="Show").last.click()
    page.get_by_role("link", name="January 2027").click()

    expect(page).to_have_url(re.compile(r"/en/calendar/2027/1/\?category=carnival"))


def test_the_map_comes_alive_and_shows_coast_and_places(open_page):
    page = open_page("/en/destinations/")
    page.locator("figure[data-map]").scroll_into_view_if_needed()

    expect(page.locator("figure.route-map--live")).to_be_visible(timeout=10_000)
    expect(page.locator(".leaflet-marker-icon").first).to_be_attached()


def test_a_pin_that_stands_for_several_comes_closer_until_they_part(open_page):
    page = open_page("/en/destinations/")
    page.locator("figure[data-map]").scroll_into_view_if_needed()
    expect(page.locator("figure.route-map--live")).to_be_visible(timeout=10_000)
    shown = page.locator(".map-pin:not([hidden])")
    before = shown.count()
    several = page.locator(".map-pin:not([hidden]) .map-pin__link[data-more^='+']").first
    expect(several).to_have_attribute("aria-label", re.compile(r", and \d+ more$"))

    several.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/en/destinations/$"))
    expect(shown).not_to_have_count(before)


def test_a_card_that_is_pointed_at_is_lit_on_the_map(open_page):
    page = open_page("/en/destinations/", width=1440)
    page.locator("figure[data-map]").scroll_into_view_if_needed()
    expect(page.locator("figure.route-map--live")).to_be_visible(timeout=10_000)

    page.locator(".place-card a").first.focus()

    expect(page.locator(".map-pin--lit")).to_have_count(1)


def test_without_a_script_the_map_is_a_drawing_with_links(open_page):
    page = open_page("/en/destinations/", script=False)

    assert page.locator("figure[data-map] a.route-map__point").count() == 69


def make_a_trip(page: Page) -> None:
    """Arrive on 8 July 2027 for four days, and add the carnival and the crater."""
    page.get_by_label("Arrival day").fill("2027-07-08")
    page.get_by_label("Days").fill("4")
    page.get_by_role("button", name="Make my plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("4 days in Banyuwangi")
    page.goto("/en/festivals/banyuwangi-ethno-carnival/")
    page.get_by_role("button", name="Add to my trip").click()
    page.goto("/en/destinations/kawah-ijen/")
    page.get_by_role("button", name="Add to my trip").click()


def test_a_visitor_makes_a_plan_moves_a_stop_undoes_and_takes_it_along(open_page):
    page = open_page("/en/plan/", width=390)
    make_a_trip(page)

    expect(page.get_by_role("heading", name="Banyuwangi Ethno Carnival")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("Ijen Crater"))).to_be_visible()
    page.get_by_label("Change: Banyuwangi Ethno Carnival").click()
    page.get_by_role("button", name="Later: Banyuwangi Ethno Carnival").click()

    expect(page.get_by_text("Done. The times after it have moved along.").first).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone.").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Calendar file").click()
    assert download.value.suggested_filename == "trip.ics"


def test_the_same_plan_can_be_made_without_a_script(open_page):
    page = open_page("/en/plan/", script=False)
    make_a_trip(page)

    page.get_by_label("Change: Ijen Crater").click()
    page.get_by_role("button", name="Remove: Ijen Crater").click()
    expect(page.get_by_role("heading", name=re.compile("Ijen Crater"))).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name=re.compile("Ijen Crater"))).to_be_visible()


def test_the_focus_stays_on_the_stop_that_was_moved(open_page):
    page = open_page("/en/plan/")
    make_a_trip(page)
    page.get_by_label("Change: Banyuwangi Ethno Carnival").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    page.keyboard.press("Enter")

    expect(page.locator(".stop-row__name a:focus")).to_have_text("Banyuwangi Ethno Carnival")


def test_a_plan_opens_in_another_browser_by_its_link(open_page):
    page = open_page("/en/plan/")
    make_a_trip(page)

    other = open_page(page.url.replace("/en/", "/id/"))

    expect(other.get_by_role("heading", level=1)).to_have_text("4 hari di Banyuwangi")
    expect(other.get_by_role("heading", name="Banyuwangi Ethno Carnival (BEC)")).to_be_visible()


def test_a_plan_with_a_night_is_clean_for_axe(open_page):
    page = open_page("/en/plan/", width=390)
    make_a_trip(page)
    page.locator(".row-menu summary").first.click()

    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


def test_a_time_typed_on_a_phone_is_sent_with_enter(open_page):
    page = open_page("/en/plan/", width=390)
    make_a_trip(page)
    page.get_by_label("Change: Banyuwangi Ethno Carnival").click()

    page.locator(".stop-row").get_by_label("Begin at", exact=True).fill("15:30")
    page.keyboard.press("Enter")

    expect(page.get_by_text("time set by you")).to_be_visible()
    expect(page.locator(".stop-row__time").first).to_contain_text("15:30")


def test_a_trip_begins_on_the_front_page_without_a_script(open_page):
    page = open_page("/en/", width=390, script=False)
    page.get_by_label("Arrival day").fill("2027-07-08")
    page.get_by_label("Days").fill("4")
    page.get_by_role("button", name="Make my plan").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("4 days in Banyuwangi")


def test_a_sample_plan_is_the_visitors_own_after_one_press_without_a_script(open_page):
    page = open_page("/en/", width=390, script=False)
    page.get_by_role("button", name="Use this plan: Crater and coast").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("4 days in Banyuwangi")
    expect(page.get_by_role("heading", name=re.compile("Ijen Crater"))).to_be_visible()
    page.goto("/en/")
    page.get_by_role("link", name="Go on with it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("4 days in Banyuwangi")


def test_a_great_festival_begins_a_trip_around_it(open_page):
    page = open_page("/en/")
    page.get_by_role("button", name="Plan around it: Banyuwangi Day (Harjaba)").click()

    expect(page.get_by_role("heading", name="Banyuwangi Day (Harjaba)")).to_be_visible()


def test_the_year_can_be_read_as_a_table_without_a_script(open_page):
    page = open_page("/en/", width=320, script=False)
    page.locator("summary", has_text="The year as a table").click()

    row = page.get_by_role("row", name=re.compile("Feb 2027"))
    expect(row).to_contain_text("Ramadan from 8")
    assert not scrolls_sideways(page)
    page.locator(".year-ribbon__table a", has_text="Feb 2027").click()
    expect(page).to_have_url(re.compile(r"/en/calendar/2027/2/"))


def test_what_is_pressed_on_the_front_page_is_large_enough_for_a_thumb(open_page):
    page = open_page("/en/", width=390)
    small = page.evaluate(
        """() => [...document.querySelectorAll("main :is(a, button, input, select, summary)")]
          .filter((e) => e.offsetHeight && e.type !== "hidden")
          .filter((e) => getComputedStyle(e, "::after").position !== "absolute")
          .filter((e) => !e.closest(".home-week__empty, .notice") && e.offsetHeight < 44)
          .map((e) => `${e.offsetHeight} ${e.textContent.trim()}`)"""
    )

    assert small == []


def test_the_link_of_a_page_is_copied_and_the_page_says_so(open_page):
    page = open_page("/en/festivals/seblang-bakungan/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy the link").click()

    expect(page.get_by_role("status").filter(has_text="The link is copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_without_a_script_a_page_is_passed_on_by_its_link_and_by_e_mail(open_page):
    page = open_page("/en/destinations/kawah-ijen/", script=False)

    expect(page.get_by_role("button", name="Copy the link")).to_be_hidden()
    expect(page.get_by_role("link", name="Send by e-mail")).to_be_visible()
    expect(page.get_by_role("link", name=page.url)).to_be_visible()


def test_a_visitor_asks_for_a_day_without_a_script(open_page):
    page = open_page("/en/destinations/kawah-ijen/", script=False)
    page.get_by_label("Your day").fill("2026-12-04")

    page.get_by_role("button", name="Show").click()

    expect(page).to_have_url(re.compile(r"\?day=2026-12-04#your-day$"))
    expect(page.get_by_role("heading", name="On Friday 4 December 2026")).to_be_visible()
    expect(page.get_by_text("Closed.", exact=True)).to_be_visible()
