"""What Lighthouse measures on a phone, of the site as a public server serves it: `make lighthouse`.

A measurement: nothing passes or fails here, for the figures depend on the machine and on what
else runs on it. Lighthouse itself is installed once, into `.local/`.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.browser.site import HOW_TO_GET_IT, ROOT, chromium, running_site

VERSION = "12.8.2"  # The last that runs on Node.js 18 and 20.
FOLDER = ROOT / ".local" / "lighthouse"
PROGRAM = FOLDER / "node_modules" / ".bin" / "lighthouse"
PATHS = (
    *("/en/", "/en/calendar/2026/12/", "/en/calendar/agenda/", "/en/festivals/"),
    *("/en/festivals/gandrung-sewu/", "/en/destinations/kawah-ijen/"),
    "/en/articles/how-dates-are-set/",
)
SETTINGS = "tests.browser.production_settings"
RUNS = 3  # of each page; the middle one of each figure is printed
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AUDITS = {
    "LCP": "largest-contentful-paint",
    "CLS": "cumulative-layout-shift",
    "TBT": "total-blocking-time",
}
LINE = "{:<28}{:>12}{:>14}{:>15}{:>5}{:>9}{:>8}{:>9}\n"


def installed(npm: str) -> Path:
    """The program, installed where it is missing or of another version."""
    manifest = FOLDER / "node_modules" / "lighthouse" / "package.json"
    if not manifest.exists() or json.loads(manifest.read_text())["version"] != VERSION:
        command = [npm, "install", "--prefix", str(FOLDER), "--no-audit", "--no-fund", "--no-save"]
        subprocess.run([*command, f"lighthouse@{VERSION}"], check=True, stdout=sys.stderr)
    return PROGRAM


def report(program: Path, address: str) -> dict[str, float]:
    """Points out of 100 by category; LCP in seconds, CLS, TBT in milliseconds."""
    command = [
        program, address, "--output=json", "--quiet",
        "--chrome-flags=--headless=new --no-sandbox",
    ]  # fmt: skip
    environment = os.environ | {"CHROME_PATH": str(chromium())}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"Lighthouse could not measure {address}.\n{done.stderr}")
    found = json.loads(done.stdout)
    complain(address, found)
    figures = {name: 100 * (found["categories"][name]["score"] or 0) for name in CATEGORIES}
    figures |= {short: found["audits"][name]["numericValue"] for short, name in AUDITS.items()}
    return figures | {"LCP": figures["LCP"] / 1000}


def complain(address: str, found: dict) -> None:
    """Name on stderr each check that a page does not pass, speed apart."""
    for category in CATEGORIES[1:]:
        for part in found["categories"][category]["auditRefs"]:
            audit = found["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                sys.stderr.write(f"{address}: {category}: {audit['title']}\n")


def row(path: str, figures: dict[str, float]) -> str:
    points = [f"{figures[name]:.0f}" for name in CATEGORIES]
    times = [f"{figures['LCP']:.2f} s", f"{figures['CLS']:.3f}", f"{figures['TBT']:.0f} ms"]
    return LINE.format(path, *points, *times)


def main(paths: list[str]) -> None:
    npm = shutil.which("npm")
    if chromium() is None:
        sys.exit(HOW_TO_GET_IT)
    if npm is None:
        sys.exit("Node.js is not installed (Debian and Ubuntu: apt install nodejs npm).")
    program = installed(npm)
    with TemporaryDirectory() as folder, running_site(Path(folder), settings=SETTINGS) as site:
        sys.stdout.write(LINE.format("page", *CATEGORIES, *AUDITS))
        for path in paths or PATHS:
            runs = [report(program, site.url + path) for _ in range(RUNS)]
            sys.stdout.write(row(path, {name: median(r[name] for r in runs) for name in runs[0]}))
            sys.stdout.flush()
    sys.stdout.write(LINE.format("aim", "98", "100", "100", "100", "1.50 s", "0.000", "-"))


if __name__ == "__main__":
    main(sys.argv[1:])
