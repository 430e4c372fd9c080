"""The next festivals on a site of somebody else, under the strictest policy it may have."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.host import Host, running_host
from tests.browser.site import Site
from tests.browser.test_every_page import scrolls_sideways, violations, violations_in_every_light

Visit = Callable[..., Page]
STRICT = (
    "default-src 'none'; style-src 'self'; img-src data:; script-src {site}; connect-src {site}"
)
TRUSTED = "; require-trusted-types-for 'script'; trusted-types 'none'"
STYLES = """(e) => {
  const { color, fontSize, display, letterSpacing, textTransform } = getComputedStyle(e);
  return [color, fontSize, display, letterSpacing, textTransform];
}"""
ADD = """(src) => document.body.append(Object.assign(document.createElement("script"), { src }))"""
OPEN = {"Access-Control-Allow-Origin": "*"}
TITLES = {"en": "Next festivals in Banyuwangi", "id": "Festival berikutnya di Banyuwangi"}


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with running_host() as running:
        yield running


@pytest.fixture
def visit(browser: Browser, site: Site, host: Host) -> Iterator[Visit]:
    """Open a page of the host with some scripts on it; `page.said` is what the console said."""
    contexts: list[BrowserContext] = []

    def open_it(
        body: str, *, policy: str = STRICT, script: bool = True, dark: bool = False
    ) -> Page:
        context = browser.new_context(
            viewport={"width": 390, "height": 900},
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.said = []
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("console", lambda message: page.said.append(message.text))
        page.goto(host.publish(body, policy=policy.format(site=site.url)))
        return page

    yield open_it
    for context in contexts:
        context.close()


def script(site: Site, query: str = "projected=1", **given: str) -> str:
    words = "".join(f' data-{name}="{value}"' for name, value in given.items())
    return f'<script async src="{site.url}/widget.js" data-filter="{query}"{words}></script>'


def names(page: Page, place: int = 0) -> list[str]:
    widget = page.locator("next-festivals").nth(place)
    expect(widget.locator(".festivals__more")).to_be_visible()
    return widget.locator(".festivals__name").all_inner_texts()


@pytest.mark.parametrize("policy", [STRICT, STRICT + TRUSTED, ""])
def test_a_page_with_a_strict_policy_shows_the_list_in_a_shadow_root(visit, site, policy):
    page = visit(script(site, count="3"), policy=policy)

    assert len(names(page)) == 3
    assert page.evaluate("document.querySelector('next-festivals').shadowRoot.mode") == "open"
    assert page.evaluate("document.querySelectorAll('main li').length") == 0
    assert page.said == []


def test_no_style_of_the_host_comes_in_and_none_goes_out(visit, site):
    page = visit(script(site))
    names(page)

    inside = page.locator(".festivals__dates").first.evaluate(STYLES)

    assert inside == ["rgb(27, 27, 31)", "14px", "block", "normal", "none"]
    assert page.locator("h1").evaluate(STYLES)[:2] == ["rgb(255, 0, 0)", "20px"]
    assert not scrolls_sideways(page)


def test_the_list_speaks_the_language_it_is_given_or_that_of_the_page(visit, site):
    page = visit(script(site) + script(site, lang="id"))
    names(page, 1)

    titles = page.locator("next-festivals .festivals__title")
    assert titles.all_inner_texts() == [TITLES["en"], TITLES["id"]]
    assert page.locator("next-festivals section").nth(1).get_attribute("lang") == "id"


def test_several_lists_stand_on_one_page_each_where_its_script_is(visit, site):
    surf, music = (
        script(site, f"projected=1&amp;category={c}", count="2") for c in ("ritual", "music")
    )
    page = visit(f'<div id="one">{surf}</div><div id="two">{music}</div>')

    assert len(names(page, 0)) == 2
    assert names(page, 0) != names(page, 1)
    assert page.locator("#one > next-festivals, #two > next-festivals").count() == 2


def test_nothing_is_kept_no_cookie_comes_and_no_referrer_goes(visit, site):
    asked = []
    page = visit("<p>Nothing yet</p>", policy="")
    page.on("request", lambda request: asked.append(request.all_headers()))
    page.evaluate(ADD, f"{site.url}/widget.js")
    expect(page.locator(".festivals__more")).to_be_visible()

    assert len(asked) == 2
    assert not any("cookie" in headers for headers in asked)
    assert "referer" not in asked[1]
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize(
    ("theme", "dark", "scheme", "ground"),
    [
        ("auto", True, "", "rgb(255, 253, 248)"),  # A page that is light for everybody.
        ("auto", True, "light dark", "rgb(17, 30, 49)"),
        ("auto", False, "light dark", "rgb(255, 253, 248)"),
        ("dark", False, "", "rgb(17, 30, 49)"),
        ("light", True, "light dark", "rgb(255, 253, 248)"),
    ],
)
def test_the_list_is_as_light_as_the_page_around_it_or_as_it_is_told(
    visit, site, theme, dark, scheme, ground
):
    meta = f'<meta name="color-scheme" content="{scheme}">' if scheme else ""
    page = visit(meta + script(site, theme=theme), dark=dark)
    names(page)

    box = page.locator("next-festivals .festivals")
    assert box.evaluate("(e) => getComputedStyle(e).backgroundColor") == ground
    assert violations(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}}) == []


def test_axe_finds_nothing_in_the_list(visit, site):
    page = visit(script(site, lang="id"))
    names(page)

    found = violations(page)
    assert [line for line in found if "festivals" in line] == []


def test_where_the_page_lets_nothing_be_fetched_a_frame_shows_the_list(visit, site):
    page = visit(
        script(site),
        policy="default-src 'none'; style-src 'self'; script-src {site}; frame-src {site}",
    )

    frame = page.frame_locator("next-festivals iframe")
    expect(frame.get_by_role("heading", name=TITLES["en"])).to_be_visible()
    assert frame.locator(".festivals__one").count() == 5


def test_where_the_page_lets_nothing_be_fetched_or_framed_a_link_stays(visit, site):
    page = visit(script(site), policy="default-src 'none'; style-src 'self'; script-src {site}")

    link = page.locator("next-festivals a")
    expect(link).to_have_attribute("href", f"{site.url}/en/calendar/agenda/")
    expect(link).to_be_visible()
    expect(page.locator("next-festivals iframe")).to_have_count(0)


def test_what_cannot_be_meant_leaves_a_quiet_link_and_one_line_in_the_console(visit, site):
    page = visit(script(site, "colour=red", lang="id"))

    expect(page.locator("next-festivals a")).to_have_text("Semua tanggal di kalender")
    ours = [line for line in page.said if "status of 400" not in line]
    assert len(ours) == 1
    assert ours[0].startswith("widget.js: “colour”: tidak ada filter itu.")


def test_a_site_that_does_not_answer_leaves_a_link(visit, site):
    page = visit("<p>Nothing yet</p>", policy="")
    page.route("**/widget.json*", lambda route: route.abort())
    page.evaluate(ADD, f"{site.url}/widget.js")

    expect(page.locator("next-festivals a")).to_have_attribute(
        "href", f"{site.url}/en/calendar/agenda/"
    )


def test_a_hostile_name_is_text_and_turns_nothing_around_it(visit, site):
    name = '</script><img src=x onerror="document.title = 1">\u202eabc'
    row = dict.fromkeys(("day", "month", "dates", "place", "certainty", "why"), "x")
    row |= {"name": name, "url": site.url, "mark": "confirmed", "is_off": False}
    told = {"language": "en", "title": name, "about": name, "empty": "", "festivals": [row]}
    told["more"] = {"text": name, "url": site.url}
    page = visit("<p>Nothing yet</p>", policy="")
    page.route("**/widget.json*", lambda route: route.fulfill(json=told, headers=OPEN))
    page.evaluate(ADD, f"{site.url}/widget.js")

    expect(page.locator("next-festivals .festivals__name")).to_have_text(name)
    assert page.locator("next-festivals img").count() == 0
    assert page.title() == "Hotel"


def test_without_javascript_the_text_that_was_copied_leaves_a_link(open_page, visit, site):
    text = open_page("/en/calendar/widget/?category=sea").locator("#script-text").input_value()

    page = visit(text, script=False)

    link = page.locator("noscript a")
    assert link.text_content() == TITLES["en"]
    assert link.get_attribute("href") == f"{site.url}/en/calendar/agenda/?category=sea"


def test_the_text_for_a_frame_works_as_it_was_copied_without_javascript(open_page, visit, site):
    text = open_page("/id/calendar/widget/?projected=1").locator("#frame-text").input_value()

    page = visit(text, policy="default-src 'none'; frame-src {site}", script=False)

    heading = page.frame_locator("iframe").get_by_role("heading", name=TITLES["id"])
    expect(heading).to_be_visible()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("query", ["projected=1", "category=music", "theme=light"])
def test_axe_finds_nothing_on_the_page_for_frames(open_page, language, query):
    page = open_page(f"/{language}/widget/?{query}", width=320)

    assert not scrolls_sideways(page)
    assert violations_in_every_light(page) == {}


@pytest.mark.parametrize("language", ["id", "en"])
def test_axe_finds_nothing_on_a_frame_that_was_refused(open_page, language):
    page = open_page(f"/{language}/widget/?colour=red", status=400)

    assert violations_in_every_light(page) == {}


def test_a_choice_changes_the_preview_and_the_texts_at_once(open_page, site):
    page = open_page("/en/calendar/widget/")
    page.get_by_label("Also dates that are only expected").check()
    expect(page).to_have_url(re.compile("projected=1"))
    page.get_by_label("Language of the list").select_option("id")
    expect(page).to_have_url(re.compile("lang=id"))

    preview = page.frame_locator(".compose__frame")
    expect(preview.get_by_role("heading", name=TITLES["id"])).to_be_visible()
    assert f"{site.url}/id/widget/?projected=1" in page.locator("#frame-text").input_value()


def test_a_text_is_copied_with_a_button(open_page):
    page = open_page("/en/calendar/widget/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy (With a script)").click()

    expect(page.get_by_text("The text is copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#script-text").input_value()
