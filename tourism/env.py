"""Read settings from the environment, with messages that can be acted on.

Standard library only: it is imported before anything else is set up. An empty
variable counts as not set, so that a line `NAME=` in an env file means its default.
"""

import os
import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class MissingSetting(Exception):
    """A variable that this start-up needs is not set."""


class WrongSetting(Exception):
    """A variable is set to something that cannot be used."""


def text(name: str, default: str = "") -> str:
    """Return the variable, or the default where it is missing or empty."""
    return os.environ.get(name, "") or default


def required(name: str, *, hint: str) -> str:
    """Return the variable, or stop the start-up with a message that can be acted on."""
    if value := os.environ.get(name, ""):
        return value
    raise MissingSetting(f"{name} is not set. {hint}")


def words(name: str, default: str = "") -> list[str]:
    """Return a comma-separated list, blanks left out: "a, b" -> ["a", "b"]."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def flag(name: str, *, default: bool) -> bool:
    """Return a yes-or-no variable: 1, true, yes, on against 0, false, no, off."""
    value = text(name, "yes" if default else "no").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise WrongSetting(f"{name} is {value!r}. Write yes or no.")


def one_of(name: str, allowed: tuple[str, ...]) -> str:
    """Return a variable that takes one of a few values; the first is the default."""
    value = text(name, allowed[0])
    if value in allowed:
        return value
    raise WrongSetting(f"{name} is {value!r}. Write one of: {'; '.join(allowed)}.")


def email(name: str) -> str:
    """Return an e-mail address, or nothing where the variable is not set."""
    value = text(name)
    if value and not re.fullmatch(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+", value):
        raise WrongSetting(f"{name} is {value!r}. Write an address as office@example.org.")
    return value


def mail(name: str, default: str) -> dict[str, object]:
    """Turn the address of a mail server into Django's settings.

    Takes `smtp://user:password@host:587?tls=1`, `smtps://user:password@host` (port 465),
    `file:///folder` (a file a letter) and `console:` (printed, for this machine only).
    """
    address = text(name, default)
    parts = urlsplit(address)
    if address == "console:":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme == "file" and parts.path.strip("/"):
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": unquote(parts.path)}
    options = dict(parse_qsl(parts.query))
    is_tls = options.pop("tls", "0") == "1"
    try:
        port = parts.port
    except ValueError:
        port = None
        options["port"] = "wrong"
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or options:
        raise WrongSetting(  # It may hold a password, so it is not repeated.
            f"{name} is not the address of a mail server that can be used. "
            "Give smtp://user:password@host:587?tls=1 or smtps://user:password@host."
        )
    is_ssl = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if is_ssl else 587 if is_tls else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": is_tls and not is_ssl,
        "EMAIL_USE_SSL": is_ssl,
    }


def tiles(name: str, *, credit: str) -> dict[str, str]:
    """Where map tiles come from: "address", "host" (scheme and name), "credit"; {} for nowhere."""
    address = text(name)
    if not address:
        return {}
    parts = urlsplit(address)
    if parts.scheme != "https" or not all(f"{{{axis}}}" in address for axis in "zxy"):
        raise WrongSetting(
            f"{name} is {address!r}. Give an https address with {{z}}, {{x}} and {{y}}."
        )
    return {
        "address": address,
        "host": f"{parts.scheme}://{parts.netloc}",
        "credit": required(credit, hint="Say whose map it is, as its licence asks."),
    }


def day(name: str) -> date | None:
    """Return a day written 2027-07-12, or None where the variable is not set."""
    value = text(name)
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise WrongSetting(f"{name} is {value!r}. Write a day as 2027-07-12.") from None


def database(name: str, *, default: str = "") -> dict[str, object]:
    """Turn a database address into Django's dictionary.

    Takes `sqlite:///relative.db`, `sqlite:////absolute.db` and
    `postgresql://user:password@host:5432/name?sslmode=require`; what follows the
    question mark is handed to the driver. A PostgreSQL connection uses a pool.
    """
    address = text(name, default)
    if not address:
        raise MissingSetting(
            f"{name} is not set. Give postgresql://user:password@host:5432/name or sqlite:///file."
        )
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return sqlite(parts.path.removeprefix("/"))
    if parts.scheme in {"postgres", "postgresql"} and parts.path.strip("/"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.strip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "OPTIONS": {**dict(parse_qsl(parts.query)), "pool": True},
        }
    raise WrongSetting(
        f"{name} is not a database address that can be used. "
        "Give postgresql://user:password@host:5432/name or sqlite:///file."
    )


def sqlite(path: str | Path) -> dict[str, object]:
    """Return Django's dictionary for an SQLite file, set up for several writers.

    Write-ahead logging lets readers go on while one writes; IMMEDIATE takes the
    write lock at the start of a transaction, so that two writers queue and neither fails.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
