"""What the life of editions holds and costs: steps, the office's year, imports, two at once."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from festivals import importing, lifecycle
from festivals.imports import reports
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory
from tests.festivals.lives import NOW, check_life, edition_in, take
from tourism.base.models import User

Say = Callable[[str], None]
SEED, SEQUENCES, ROWS = 20261124, 1000, 1000
DATABASE = "tourism_bench"


class Undo(Exception):
    """Ends a transaction whose rows nobody needs."""


def measure(say: Say) -> None:
    table(say)
    sequences(say)
    board(say)
    imports(say)
    on_postgres("pairs", say)
    on_postgres("search", say)


def undone(work: Callable[[], None]) -> None:
    """Do something and leave no row behind."""
    try:
        with transaction.atomic():
            work()
            raise Undo
    except Undo:
        return


def table(say: Say) -> None:
    """Every pair of step and status, held against the table."""
    allowed = refused = 0
    for step, pairs in lifecycle.STEPS.items():
        for status in lifecycle.STATUSES:
            found: list[bool] = []

            def attempt(step: str = step, status: str = status, found: list[bool] = found) -> None:
                edition = edition_in(status)
                try:
                    take(step, edition)
                except lifecycle.StepRefused:
                    found.append(False)
                else:
                    found.append(True)

            undone(attempt)
            if found != [status in pairs]:
                raise RuntimeError(f"{step} from {status}: not as written.")
            allowed, refused = allowed + found[0], refused + (not found[0])
    say(f"steps: {allowed + refused} pairs, {allowed} allowed and {refused} refused as written")


def sequences(say: Say) -> None:
    """Random sequences of doors; each holds the row against its change log."""
    chance = random.Random(SEED)
    steps = [*lifecycle.STEPS, "repeat"]
    taken = 0
    for _ in range(SEQUENCES):
        moves = [
            (chance.choice(steps), chance.randrange(15)) for _ in range(chance.randrange(1, 9))
        ]
        taken += len(moves)
        undone(lambda moves=moves: check_life(moves))
    say(
        f"life: {SEQUENCES} random sequences of {taken} steps: one UID each, log replays to the row"
    )


def board(say: Say) -> None:
    """Queries and CPU of the year board with a hundred and with a thousand festivals."""
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.create_superuser("bench", password=None))
    place = PlaceFactory()
    figures = []
    for count in (100, 1000):
        for n in range(count):
            day = date(2033, 1, 1) + timedelta(days=n % 365)
            EditionFactory(festival=FestivalFactory(place=place), starts_on=day)
        path = "/admin/dates/board/?year=2033"
        client.get(path)
        begun = time.process_time()
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        figures.append(
            f"{len(captured)} queries, {(time.process_time() - begun) * 1000:.0f} ms CPU"
        )
    say(f"year board, 100 festivals more: {figures[0]}; 1,000 more: {figures[1]}")


def imports(say: Say) -> None:
    """A file of a thousand rows, reported, kept and entered."""
    names = [FestivalFactory(name_id=f"Pesta {n:04} {n * 7919 % 10007:05}") for n in range(ROWS)]
    lines = [f"{row.name_id};{1 + n % 28} Juni" for n, row in enumerate(names)]
    content = "\n".join(["Event;Tanggal", *lines]).encode()
    begun = time.process_time()
    found = reports.report(reports.read(content, "k.csv"), source="Bench", year=2034)
    reported = time.process_time() - begun
    said = {"file_name": "k.csv", "source": "Bench", "year": 2034, "at": NOW, "by": None}
    begun = time.process_time()
    done = importing.apply(importing.keep(content, **said), at=NOW, by=None)
    entered = time.process_time() - begun
    clear = sum(made.outcome == "new" for made in found)
    say(
        f"import of {ROWS} rows among {len(names)} festivals more: report {reported:.1f} s "
        f"({clear} clear), kept and entered {entered:.1f} s CPU ({done})"
    )


def on_postgres(module: str, say: Say) -> None:
    """Run a measurement of this package on a PostgreSQL database of its own."""
    address = os.environ.get("TEST_DATABASE_URL") or "postgresql://postgres@127.0.0.1:5432/postgres"
    try:
        with psycopg.connect(address, autocommit=True, connect_timeout=5) as server:
            server.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
            server.execute(f"CREATE DATABASE {DATABASE}")
    except psycopg.OperationalError:
        say(f"{module}: left out, no PostgreSQL answers at TEST_DATABASE_URL or 127.0.0.1:5432")
        return
    own = urlunsplit(urlsplit(address)._replace(path=f"/{DATABASE}"))
    environment = os.environ | {"DATABASE_URL": own}
    for words in (["manage.py", "migrate", "-v0"], ["-m", "tests.benchmarks.alone", module]):
        run = subprocess.run(  # noqa: S603
            [sys.executable, *words], env=environment, check=True, capture_output=True, text=True
        )
    say(run.stdout.strip())
