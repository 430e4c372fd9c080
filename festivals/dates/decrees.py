"""What the government decreed: first days of Hijri months, and national days.

Kinds: `month`, the first day of a Hijri month (`year` is the Hijri year); and the national
days of `DAYS` (`year` is the civil year of the day). Shipped ones stand in `decrees.toml`,
each with its source and the day it was seen; an office adds newer ones.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

MONTH = "month"
DAYS = ("nyepi", "waisak", "imlek", "isra-mikraj")
SHIPPED = Path(__file__).with_name("decrees.toml")

Key = tuple[str, int, int]


@dataclass(frozen=True)
class Decree:
    """One first day as decreed: 1 Syawal 1447 on 21 March 2026."""

    kind: str
    year: int
    month: int  # 0 for a national day.
    day: date
    source: str = ""
    seen_on: date | None = None

    @property
    def key(self) -> Key:
        return self.kind, self.year, self.month


@cache
def shipped() -> tuple[Decree, ...]:
    """The decrees that come with the engine."""
    tables = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["decree"]
    return tuple(
        Decree(table["kind"], int(year), table.get("month", 0), day, table["source"], seen_on)
        for table in tables
        for seen_on in [table["seen_on"]]
        for year, day in table["days"].items()
    )


def latest(decrees: Iterable[Decree]) -> dict[Key, Decree]:
    """One decree a month or day: a later one in the list outranks an earlier one."""
    return {decree.key: decree for decree in decrees}
