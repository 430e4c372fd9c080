"""A tour operator: from a letter to a feed, to the office's approval, and to the end of a feed."""

import email
import re
import urllib.request
from email import policy
from email.message import EmailMessage
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site
from tests.browser.test_every_page import scrolls_sideways, violations_in_every_light

LETTERS = re.compile(r"^-{79}$", re.MULTILINE)


def link_in(site: Site, address: str) -> str:
    """The link in the last letter to an address."""
    files = sorted(site.letters.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    texts = [text for file in files for text in LETTERS.split(file.read_text(encoding="utf-8"))]
    letters = [email.message_from_string(t.lstrip(), policy=policy.default) for t in texts]
    letter = [letter for letter in letters if letter["To"] == address][-1]
    assert isinstance(letter, EmailMessage)
    body = letter.get_body(("plain",))
    assert body is not None
    found = re.search(r"http\S+/enter/\S+", body.get_content())
    assert found
    return found[0]


def sign_in(page: Page, site: Site, address: str) -> None:
    """Ask for a link on the page that explains, and follow it."""
    page.locator("input[name=email]").fill(address)
    page.locator(".operator-form button").click()
    page.goto(link_in(site, address))
    page.locator(".operator-form button").click()


def fetch(address: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()


def test_an_operator_makes_a_feed_from_the_calendar_and_ends_it(open_page, site):
    page = open_page("/en/calendar/2026/12/?category=ritual", script=False)
    page.get_by_role("link", name="Make a private feed with these filters").click()
    sign_in(page, site, "guide@example.org")

    expect(page.get_by_role("checkbox", name="Ritual")).to_be_checked()
    page.get_by_label("Name, for yourself").fill("Rituals for our guides")
    page.get_by_label("Projected dates too").check()
    page.get_by_role("button", name="Make the feed").click()
    address = page.get_by_label("Address of the feed").input_value()
    status, content = fetch(address)
    assert status == 200
    assert content.count(b"BEGIN:VEVENT") > 20

    page.get_by_role("link", name="To your desk").click()
    feed = page.get_by_role("article", name="Rituals for our guides")
    expect(feed).to_contain_text("another app")
    feed.get_by_role("button", name="End").click()

    expect(page.get_by_text("“Rituals for our guides” has ended.")).to_be_visible()
    status, content = fetch(address)
    assert status == 410
    assert content.count(b"BEGIN:VEVENT") == 1


def test_a_link_that_was_used_offers_another(open_page, site):
    page = open_page("/id/operators/")
    sign_in(page, site, "lagi@example.org")
    link = link_in(site, "lagi@example.org")
    page.get_by_role("button", name="Keluar").click()

    page.goto(link)

    expect(page.get_by_role("heading", name="Minta yang baru")).to_be_visible()
    assert violations_in_every_light(page) == {}


def test_a_feed_is_made_by_keyboard_alone(open_page, site):
    page = open_page("/en/operators/")
    page.locator("input[name=email]").focus()
    page.keyboard.type("keys@example.org")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    page.goto(link_in(site, "keys@example.org"))
    page.get_by_role("button", name="Sign in").press("Enter")
    page.get_by_role("link", name="Make the first feed").press("Enter")
    page.get_by_label("Name, for yourself").press("Enter")

    expect(page.get_by_label("Address of the feed")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "id"])
def test_axe_finds_nothing_on_the_pages_of_operators(open_page, site, language):
    page = open_page(f"/{language}/operators/", width=390)
    address = f"axe-{language}@example.org"
    found = {}

    def look(name: str) -> None:
        if problems := violations_in_every_light(page):
            found[name] = problems
        page.set_viewport_size({"width": 320, "height": 900})
        if scrolls_sideways(page):
            found[f"{name} at 320"] = ["it scrolls sideways"]

    look("start")
    page.locator("input[name=email]").fill(address)
    page.locator(".operator-form button").click()
    look("sent")
    page.goto(link_in(site, address))
    look("enter")
    page.locator(".operator-form button").click()
    look("empty desk")
    for part in ("company", "new", "close"):
        page.goto(f"/{language}/operators/desk/{part}/")
        look(part)
    page.goto(f"/{language}/operators/desk/company/")
    page.locator("input[name=name]").fill("Ijen Jaya Tour")
    page.locator("input[name=website]").fill("not a site")
    page.locator(".operator-form button").click()
    look("company with a mistake")
    page.locator("input[name=website]").fill("ijen.example.org")
    page.locator(".operator-form button").click()
    page.goto(f"/{language}/operators/desk/new/")
    page.locator("input[name=projected]").check()
    page.locator(".operator-form button").click()
    look("address")
    page.goto(f"/{language}/operators/desk/")
    look("desk")
    approve(open_page, site, address)
    page.goto(f"/{language}/operators/desk/")
    page.locator(".subscription__ways a").nth(2).click()
    look("new address")
    page.go_back()
    page.locator(".subscription__ways a").first.click()
    page.locator(".tour-buttons button").first.click()
    look("editions")
    page.locator(".tour-buttons a").first.click()
    look("tour")
    page.go_back()
    page.locator(".tour-list a").first.click()
    assert page.locator("#go-with").is_visible()
    look("festival")
    page.goto(f"/{language}/operators/list/")
    look("list")

    assert found == {}


def approve(open_page, site: Site, address: str) -> None:
    """The office looks at a company and approves it."""
    page = open_page("/admin/login/?next=/admin/operators/")
    page.locator("input[name=username]").fill(site.login)
    page.locator("input[name=password]").fill(site.password)
    page.locator("button[type=submit]").first.click()
    row = page.get_by_role("row").filter(has_text=address)
    row.get_by_role("link").first.click()
    page.get_by_role("link", name=re.compile("Approve|Setujui")).first.click()
    page.get_by_role("button", name=re.compile("Approve|Setujui")).click()
