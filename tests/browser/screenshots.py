"""The pictures of the README, drawn from the running site: `make screenshots`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.browser.site import HOW_TO_GET_IT, ROOT, chromium, running_site

FOLDER = ROOT / "tourism" / "pictures"
TODAY = "2027-07-12"
PICTURES = {"calendar": "/en/calendar/2027/7/", "destination": "/en/destinations/kawah-ijen/"}


def main() -> None:
    path = chromium()
    if path is None:
        sys.exit(HOW_TO_GET_IT)
    with (
        TemporaryDirectory() as folder,
        running_site(Path(folder), TODAY) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 960})
        for name, address in PICTURES.items():
            page.goto(site.url + address)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
