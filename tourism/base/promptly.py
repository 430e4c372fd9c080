"""Write now or not at all, for what a reader need not wait for."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def promptly() -> Iterator[None]:
    """One transaction that does not wait until another writer of SQLite is done.

    Raises `OperationalError` where one is writing. PostgreSQL has a lock a row, held briefly.
    """
    connection.ensure_connection()
    if connection.vendor != "sqlite":
        with transaction.atomic(savepoint=False):
            yield
        return
    usual = connection.connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.connection.execute("PRAGMA busy_timeout = 0")
    try:
        with transaction.atomic(savepoint=False):
            yield
    finally:
        connection.connection.execute(f"PRAGMA busy_timeout = {usual}")
