"""Settings as a server would load them, each in a Python of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECRETS = {
    "TOURISM_SECRET_KEY": "x" * 60,
    "TOURISM_ALLOWED_HOSTS": "example.org",
    "TOURISM_URL": "https://example.org",
    "DATABASE_URL": "sqlite:///check.sqlite3",
}


def load(settings: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Import a settings module with these variables and no other of ours."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    code = f"import {settings} as s; print(s.DEBUG, s.ALLOWED_HOSTS)"
    return subprocess.run(  # noqa: S603  (our own Python, our own line)
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=kept | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_any_variable_the_site_is_for_this_machine_and_shows_no_debug_page():
    found = load("tourism.settings.base")

    assert found.stdout.startswith("False ['127.0.0.1'")


def test_production_starts_with_all_it_needs():
    assert load("tourism.settings.production", **SECRETS).stdout == "False ['example.org']\n"


def test_production_refuses_to_start_without_any_one_of_them():
    for name in SECRETS:
        some = {key: value for key, value in SECRETS.items() if key != name}

        found = load("tourism.settings.production", **some)

        assert found.returncode != 0
        assert f"MissingSetting: {name} is not set." in found.stderr


def test_production_sends_mail_only_with_the_address_it_comes_from():
    found = load("tourism.settings.production", **SECRETS, TOURISM_MAIL="smtp://mail.example.org")

    assert "MissingSetting: TOURISM_MAIL_FROM is not set." in found.stderr
