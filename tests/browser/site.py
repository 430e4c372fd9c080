"""The real site for the browser: its own database with the sample content, its own server.

Started once for all browser tests, by `make screenshots` and `make lighthouse`. Its day is
24 November 2026.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DATABASE = "tourism_browser"
HOW_TO_GET_IT = "Chromium is not installed (Debian and Ubuntu: apt install chromium)."


@dataclass(frozen=True)
class Site:
    """A running site: its address, an editor who may sign in, and the letters that it sends."""

    url: str
    login: str
    password: str
    letters: Path


def chromium() -> str | None:
    """Where the browser is, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def running_site(
    folder: Path, today: str = "2026-11-24", settings: str = "tourism.settings.base"
) -> Iterator[Site]:
    """Migrate, load and serve a site of its own; on PostgreSQL where the tests run on it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    site = Site(f"http://127.0.0.1:{port}", "editor", secrets.token_urlsafe(9), folder / "letters")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": settings,
        "DJANGO_SUPERUSER_PASSWORD": site.password,
        "DATABASE_URL": database(folder),
        "TOURISM_ALLOWED_HOSTS": "127.0.0.1",
        "TOURISM_MAIL": f"file://{site.letters}",
        "TOURISM_MAIL_FROM": "office@example.org",
        "TOURISM_MEDIA": str(folder / "media"),
        "TOURISM_SECRET_KEY": secrets.token_urlsafe(40),
        "TOURISM_TODAY": today,
        "TOURISM_URL": site.url,
    }

    def manage(*words: str) -> None:
        command = [sys.executable, "manage.py", *words]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)

    manage("migrate", "--verbosity", "0")
    manage("load_sample_data")
    if settings != "tourism.settings.base":
        manage("collectstatic", "--no-input", "--verbosity", "0")
    manage("createsuperuser", "--no-input", "--username", site.login, "--email", "e@example.org")
    command = [
        sys.executable, "-m", "gunicorn", "tourism.wsgi", "--bind", f"127.0.0.1:{port}",
        "--worker-class", "gthread", "--threads", "4", "--log-level", "warning",
    ]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        wait_for(f"{site.url}/healthz")
        yield site
    finally:
        server.terminate()
        server.wait(10)


def database(folder: Path) -> str:
    """A new, empty database beside the one of the tests."""
    address = os.environ.get("TEST_DATABASE_URL", "")
    if not address.startswith("postgres"):
        return f"sqlite:///{folder / 'browser.sqlite3'}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {DATABASE}")
    return urlunsplit(urlsplit(address)._replace(path=f"/{DATABASE}"))


def wait_for(address: str) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError(f"{address} did not answer within half a minute.")
