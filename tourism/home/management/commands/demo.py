"""One command from nothing to a running site with its sample content, on this machine only."""

import errno
import os
import secrets
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from festivals.models import Festival
from tourism.base.models import User

HOST = "127.0.0.1"
LOGIN = "demo"
FULL = "The disk is full. Make room (about 200 MB) and start again; what was set up so far is kept."


class Command(BaseCommand):
    help = "Set up this machine's site with the sample content, and serve it on 127.0.0.1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--dev", action="store_true", help="Restart at each change of a file.")
        parser.add_argument("--no-serve", action="store_true", help="Set up and stop.")

    def handle(self, *, port: int, dev: bool, no_serve: bool, **options: object) -> None:
        refuse_a_used_port(port)
        try:
            kept = Kept(Path(settings.BASE_DIR) / ".local")
            self.set_up(kept.password)
        except (OSError, OperationalError) as error:
            if getattr(error, "errno", 0) == errno.ENOSPC or "full" in str(error):
                raise CommandError(FULL) from error
            raise
        self.stdout.write(
            f"\n  site    http://{HOST}:{port}/\n  admin   http://{HOST}:{port}/admin/"
            f"\n  login   {LOGIN}\n  password {self.shown(kept.password)}\n\nStop it with Ctrl+C.\n"
        )
        self.stdout.flush()
        if not no_serve:
            serve(port, secret=kept.secret, dev=dev)

    def shown(self, password: str) -> str:
        """The password that opens the admin, or a word where somebody has set another."""
        user = User.objects.filter(username=LOGIN).first()
        known = user is not None and user.check_password(password)
        return password if known else f"the one you set (or: manage.py changepassword {LOGIN})"

    def set_up(self, password: str) -> None:
        """Migrate, load and make the login, each only where it has not been done."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Setting up the database ...")
            call_command("migrate", verbosity=0, interactive=False)
        if not Festival.objects.exists():
            self.stdout.write("Loading the sample content ...")
            call_command("load_sample_data", stdout=self.stdout)
        if not User.objects.filter(username=LOGIN).exists():
            User.objects.create_superuser(LOGIN, password=password)


class Kept:
    """What is made once for this machine and kept beside the code, out of its history."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        self.password = once(folder / "password", 12)
        self.secret = once(folder / "secret", 50)


def once(path: Path, size: int) -> str:
    """The secret in a file, made at random the first time, readable by its owner alone."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(size), encoding="utf-8")
    return path.read_text(encoding="utf-8").strip()


def refuse_a_used_port(port: int) -> None:
    if not 1 <= port <= 65535:
        raise CommandError(
            f"{port} is not a port. Give one from 1024 to 65535: make demo PORT=8123"
        )
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used ({os.strerror(error.errno or 0).lower()}). "
                f"Give another one: make demo PORT={port + 123 if port < 65000 else 8123}"
            ) from error


def serve(port: int, *, secret: str, dev: bool) -> None:
    """Become the web server. Its secret and address reach it through the environment only."""
    connection.close()
    environment = {
        **os.environ,
        "TOURISM_SECRET_KEY": os.environ.get("TOURISM_SECRET_KEY") or secret,
        "TOURISM_URL": os.environ.get("TOURISM_URL") or f"http://{HOST}:{port}",
    }
    if dev:
        command = [sys.executable, "manage.py", "runserver", f"{HOST}:{port}"]
    else:
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "tourism.wsgi",
            "--bind",
            f"{HOST}:{port}",
            "--worker-class",
            "gthread",
            "--workers",
            "2",
            "--threads",
            "4",
            "--log-level",
            "warning",
        ]
    os.execve(sys.executable, command, environment)  # noqa: S606  (a fixed command, no shell)
