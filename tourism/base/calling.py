"""Rows by nearly right names: what a visitor types, not what a list repeats."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from tourism.base.spelling import Spelling

MOST = 200


def keys_called(rows: QuerySet[Any], columns: Iterable[str], words: str) -> list[int]:
    """The keys of rows with such a name in any of the columns, the best first. Reads all names."""
    names = {pk: texts for pk, *texts in rows.order_by().values_list("pk", *columns)}
    return [pk for pk, _ in Spelling(names).find(words, MOST)]
