"""A browser for the tests. Where none is installed they are left out; in CI that is a failure."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.site import HOW_TO_GET_IT, Site, chromium, running_site

Opener = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(HOW_TO_GET_IT)
        pytest.skip(HOW_TO_GET_IT)
    with sync_playwright() as playwright:
        quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
        running = playwright.chromium.launch(executable_path=path, args=quiet)
        yield running
        running.close()


@pytest.fixture(scope="session")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running_site(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Opener]:
    """Open an address in a browser of its own; fail on a script error or another host.

    `open_page("/en/", width=390, dark=True, script=False)`
    """
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def open_it(
        path: str, *, width: int = 1280, dark: bool = False, script: bool = True, status: int = 200
    ) -> Page:
        context = browser.new_context(
            base_url=site.url,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
            locale="en-GB",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(f"{path}: {error}"))
        page.on("request", lambda r: stays(r.url) or trouble.append(f"{path} asks {r.url}"))
        page.on(
            "console",
            lambda m: (
                trouble.append(f"{path}: {m.text}")
                if m.type == "error" and "status of" not in m.text
                else None
            ),
        )
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == status
        return page

    def stays(address: str) -> bool:
        return address.startswith((site.url, "data:", "blob:"))

    yield open_it
    for context in contexts:
        context.close()
    assert not trouble
