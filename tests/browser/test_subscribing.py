"""Subscribing in the browser: over the page one comes from, by keyboard, and without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_every_page import (
    AXE_COLOURS,
    AXE_RULES,
    scrolls_sideways,
    violations,
)

PAGE = "/en/calendar/subscribe/"
MONTH = "/en/calendar/2027/6/?category=ritual"


def open_dialog(page: Page) -> None:
    """By keyboard, as the page is left."""
    page.locator("a[data-subscribe]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] .feed-card")).to_be_visible()


def test_the_dialog_opens_by_keyboard_and_gives_the_focus_back(open_page):
    page = open_page(MONTH)
    open_dialog(page)
    dialog = page.get_by_role("dialog", name="Dates that keep themselves right")

    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    expect(dialog.get_by_label(re.compile("^Ritual"))).to_be_checked()
    page.keyboard.press("Escape")

    expect(dialog).to_have_count(0)
    expect(page.locator("a[data-subscribe]").first).to_be_focused()
    expect(page).to_have_url(re.compile(re.escape(MONTH) + "$"))


def test_a_choice_in_the_dialog_shows_at_once_what_it_gives(open_page):
    page = open_page(MONTH)
    open_dialog(page)
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".feed-card__sentence em").first).to_have_text("0 dates")

    dialog.get_by_label(re.compile("^Projected too")).focus()
    page.keyboard.press("Space")

    expect(dialog.locator(".feed-card__sentence em").first).to_have_text(re.compile("^[1-9]"))
    expect(dialog.locator("[data-copy-from]")).to_have_value(
        re.compile(r"/en/calendar\.ics\?category=ritual&projected=1$")
    )
    expect(dialog.get_by_label(re.compile("^Projected too"))).to_be_focused()
    expect(dialog.get_by_role("status").first).to_contain_text("dates from today on: Ritual.")
    expect(page).to_have_url(re.compile(re.escape(MONTH) + "$"))


def test_a_chip_in_the_dialog_is_taken_off_there(open_page):
    page = open_page("/en/calendar/agenda/?category=ritual&time=night")
    open_dialog(page)
    dialog = page.get_by_role("dialog")

    dialog.get_by_role("link", name=re.compile("^At night")).click()

    expect(dialog.locator(".active-filters")).to_have_count(0)
    expect(dialog.get_by_label(re.compile("^Ritual"))).to_be_checked()


def test_no_id_stands_twice_while_the_dialog_is_open(open_page):
    page = open_page(MONTH)
    open_dialog(page)

    twice = page.evaluate(
        """() => {
          const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
          return ids.filter((id, at) => ids.indexOf(id) !== at);
        }"""
    )

    assert twice == []


def test_a_press_with_ctrl_is_a_link_and_a_failure_follows_it(open_page):
    page = open_page(MONTH)
    link = page.locator("a[data-subscribe]").first

    with page.context.expect_page() as other:
        link.click(modifiers=["Control"])
    other.value.close()
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('offline')); }")
    link.click()

    expect(page).to_have_url(re.compile(r"/en/calendar/subscribe/\?category=ritual$"))


def test_the_address_is_copied_and_that_is_said(open_page):
    page = open_page(f"{PAGE}?category=ritual&projected=1")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy").focus()
    page.keyboard.press("Enter")

    expect(page.locator("[data-copy-said]")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("[data-copy-from]").input_value()


def test_the_form_of_the_page_sends_itself_and_keeps_the_focus(open_page):
    page = open_page(PAGE)

    page.get_by_label(re.compile("^Take it out")).check()

    expect(page).to_have_url(re.compile(r"/en/calendar/subscribe/\?cancelled=drop$"))
    expect(page.get_by_label(re.compile("^Take it out"))).to_be_focused()


def test_without_a_script_the_link_and_the_form_do_the_same(open_page):
    page = open_page(MONTH, script=False)

    page.locator("a[data-subscribe]").first.click()
    expect(page).to_have_url(re.compile(r"/en/calendar/subscribe/\?category=ritual$"))
    page.get_by_label(re.compile("^Projected too")).check()
    page.get_by_label("Bahasa Indonesia", exact=True).check()
    page.get_by_role("button", name="Show what this gives").click()

    expect(page).to_have_url(
        re.compile(r"subscribe/\?category=ritual&projected=1&language=id$"),
    )
    expect(page.locator("[data-copy-from]")).to_have_value(re.compile("/id/calendar.ics"))
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)


def test_who_no_longer_wants_projected_dates_gets_none(open_page):
    page = open_page(f"{PAGE}?status=projected")
    expect(page.get_by_label(re.compile("^Projected too"))).to_be_checked()

    page.get_by_label(re.compile("^Confirmed and proposed")).check()

    expect(page).to_have_url(re.compile(r"/en/calendar/subscribe/$"))


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_in_the_open_dialog(open_page, width, dark):
    page = open_page("/id/calendar/2027/6/?status=projected", width=width, dark=dark)
    open_dialog(page)

    assert violations(page, AXE_COLOURS if dark else AXE_RULES) == []
    assert not scrolls_sideways(page)
