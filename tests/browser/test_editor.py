"""The editor's journey: sign in, change a date, see it on the site; hours; words."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site


def sign_in(page: Page, site: Site) -> None:
    page.get_by_label(re.compile("username|nama pengguna", re.I)).fill(site.login)
    page.get_by_label(re.compile("password|sandi", re.I)).first.fill(site.password)
    page.locator("button[type=submit]").first.click()
    expect(page).to_have_url(re.compile(r"/admin/$"))


def save(page: Page) -> None:
    page.locator("button[type=submit].action-save, footer button[type=submit]").first.click()


def test_an_editor_changes_a_date_and_the_site_shows_it_at_once(open_page, site):
    page = open_page("/admin/login/")
    sign_in(page, site)
    page.goto("/admin/editions/?q=Kuwung")
    page.locator("tr", has_text="5 December 2026").get_by_role("link").first.click()
    page.get_by_role("link", name=re.compile("Steps and history|Langkah dan riwayat")).click()
    page.locator(".edition-steps a[href*=confirm]").click()
    page.locator("input[name=starts_on]").fill("2026-12-19")
    page.locator("input[name=ends_on]").fill("2026-12-19")
    page.locator("select[name=authority]").select_option("office")
    page.locator("input[name=reason]").fill("Announced by the office.")

    page.locator("form .button[type=submit]").click()

    expect(page).to_have_url(re.compile(r"/admin/editions/[0-9]+/life/$"))
    visitor = open_page("/en/calendar/2026/12/")
    row = visitor.locator("article", has_text="Kuwung Rainbow Parade").first
    expect(row.locator("time")).to_have_attribute("datetime", "2026-12-19")
    expect(row).to_contain_text("Confirmed")


def test_an_editor_changes_hours_and_words_in_both_languages(open_page, site):
    page = open_page("/admin/login/")
    sign_in(page, site)
    page.goto("/admin/snippets/destinations/place/?q=Bama")
    page.get_by_role("link", name=re.compile("Bama")).first.click()
    page.locator("input[name=opening_hours]").fill("Mo-Su 05:30-17:30")
    save(page)
    expect(page).to_have_url(re.compile(r"/admin/snippets/destinations/place/"))

    visitor = open_page("/en/destinations/baluran-bama/")
    expect(visitor.get_by_text("Open today 05:30–17:30")).to_be_visible()


def test_an_editor_types_a_rule_and_sees_its_dates_before_saving(open_page, site):
    page = open_page("/admin/login/")
    sign_in(page, site)
    page.goto("/admin/snippets/festivals/festival/?q=Aliyan")
    page.locator("#listing-results").get_by_role("link", name="Keboan of Aliyan").first.click()
    dates = page.locator("[data-dates]")
    expect(dates).to_contain_text("13 June 2027")
    expect(page.locator("[name=date_rule-wuku]")).to_be_hidden()

    page.locator("[name=date_rule-pick_n]").fill("2")
    expect(dates).to_contain_text("20 June 2027")
    page.locator("[name=date_rule-first_day]").fill("31")
    expect(dates).to_contain_text("less than or equal to 30")
    page.locator("[name=date_rule-calendar]").select_option("pawukon")

    expect(page.locator("[name=date_rule-wuku]")).to_be_visible()
    expect(page.locator("[name=date_rule-hijri_month]")).to_be_hidden()


def test_an_editor_enters_a_decree_and_sees_first_what_moves(open_page, site):
    page = open_page("/admin/login/")
    sign_in(page, site)
    page.goto("/admin/decrees/new/")
    page.locator("[name=month]").select_option("10")
    for name, value in {
        "year": "1449",
        "day": "2028-02-28",
        "source": "KMA 3/2028",
        "seen_on": "2026-11-24",
    }.items():
        page.locator(f"[name={name}]").fill(value)
    page.keyboard.press("Escape")

    save(page)
    expect(page.locator("table.listing")).to_contain_text("Puter Kayun of Boyolangu")
    page.get_by_role("button", name="Save the decree and change these dates").click()

    expect(page).to_have_url(re.compile(r"/admin/decrees/"))
    visitor = open_page("/en/festivals/puter-kayun/")
    expect(visitor.locator("main")).to_contain_text("8 Mar")


@pytest.mark.parametrize(("size", "width"), [("mobile", 375), ("desktop", 1280)])
def test_a_page_is_previewed_beside_its_editor_as_wide_as_a_phone_and_a_desktop(
    open_page, site, size, width
):
    page = open_page("/admin/login/", width=1440)
    sign_in(page, site)
    page.goto("/admin/pages/search/?q=Kuwung")
    page.get_by_role("link", name="Kuwung Rainbow Parade", exact=True).first.click()
    page.get_by_role("button", name="Toggle preview").click()
    page.locator(f"input[name=preview-size][value={size}]").check(force=True)

    frame = page.frame_locator("iframe[title]").last

    expect(frame.locator("h1")).to_have_text("Kuwung Rainbow Parade")
    expect(frame.locator(".date-card")).to_be_visible()
    assert frame.locator("html").evaluate("() => innerWidth") == width


def test_an_editor_makes_a_festival_and_both_its_pages_in_one_form(open_page, site):
    page = open_page("/admin/login/")
    sign_in(page, site)
    page.get_by_role("link", name=re.compile("New festival|Festival baru")).click()
    page.locator("[name=name_id]").press_sequentially("Tari Gandrung Baru")
    expect(page.locator("[name=slug]")).to_have_value("tari-gandrung-baru")
    page.locator("[name=name_en]").fill("New Gandrung")
    page.locator("[name=category]").select_option("dance")
    page.locator("[name=place]").select_option(index=1)
    page.locator("[name=summary_en]").fill("A night of dancing.")
    page.locator(".button-longrunning").click()

    expect(page).to_have_url(re.compile(r"/admin/pages/[0-9]+/edit/$"))
    expect(page.locator("[name=title]")).to_have_value("Tari Gandrung Baru")
    page.locator("[data-check=summary]").click()
    expect(page).to_have_url(re.compile(r"#panel-[\w-]+-summary-wrapper$"))
    expect(page.locator(page.url[page.url.index("#") :])).to_be_in_viewport()
