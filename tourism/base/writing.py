"""Notice every write to what pages show, whoever makes it: a door, the desk, a command.

A row is added to `ShownWrite` on the same connection, so in the same transaction, as the write
itself: whoever sees the new data sees another `stamp()`. Nothing has to be told that something
changed, and no bulk update is missed.
"""

import re
from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

WRITE = re.compile(
    r"\s*(?:INSERT\s[\w\s]*?INTO|REPLACE INTO|UPDATE|DELETE FROM|TRUNCATE)\s+\"?(\w+)",
    re.IGNORECASE,
)
NOT_SHOWN = (  # Beginnings of the names of tables that no public page reads or that change nothing.
    *("django_", "auth_", "itineraries_", "wagtailsearch_", "festivals_import"),
    *("wagtailcore_revision", "wagtailcore_pagelog", "wagtailcore_modellog", "wagtailcore_lock"),
    *("wagtailcore_reference", "base_creditedrendition", "base_shownwrite", "base_shownsince"),
    "festivals_feedentry",
    *("festivals_changelist", "festivals_notice", "festivals_published"),
    *("base_user", "festivals_subscription", "festivals_feedkey", "festivals_feedday"),
)
TABLE = "base_shownwrite"
Execute = Callable[..., Any]


def watch(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Have a new connection notice what is written over it."""
    connection.execute_wrappers.append(note_writes)


def note_writes(
    execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Run a statement, and after one that changes what is shown leave a row."""
    result = execute(sql, params, many, context)
    found = WRITE.match(str(sql))
    if found and not found[1].startswith(NOT_SHOWN) and is_migrated(context["connection"]):
        with context["connection"].cursor() as cursor:
            cursor.execute(f'INSERT INTO "{TABLE}" (at) VALUES (CURRENT_TIMESTAMP)')  # noqa: S608
    return result


def is_migrated(connection: BaseDatabaseWrapper) -> bool:
    """Whether the table is there; migrations write before it is."""
    if not getattr(connection, "notes_writes", False):
        connection.notes_writes = TABLE in connection.introspection.table_names()
    return bool(connection.notes_writes)
