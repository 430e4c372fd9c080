"""Hold JSON-LD against schema.org's own definitions, as far as the site uses them."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

TABLE = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text(encoding="utf-8"))
PARENTS = {"SearchAction": "Action", "TouristAttraction": "Place"}
MEMBERS = {
    "EventStatusType": {
        "EventScheduled", "EventRescheduled", "EventPostponed", "EventCancelled",
    },
    "EventAttendanceModeEnumeration": {
        "OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode",
    },
    "DayOfWeek": {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        "PublicHolidays",
    },
}  # fmt: skip
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def facts_in(html: str) -> list[dict[str, Any]]:
    """The facts of the one data block of a page; [] where it has none."""
    blocks = BLOCK.findall(html)
    assert len(blocks) <= 1
    if not blocks:
        return []
    found = json.loads(blocks[0])
    assert found["@context"] == "https://schema.org"
    return list(found["@graph"])


def faults(facts: dict[str, Any], at: str = "") -> Iterator[str]:
    """What is wrong with a fact and all that it holds, a sentence each."""
    kind = facts.get("@type", "")
    where = f"{at}{kind}"
    if kind not in TABLE:
        yield f"{where}: no type of the table"
        return
    for name, value in facts.items():
        if name == "@type":
            continue
        if name not in TABLE[kind]:
            yield f"{where}.{name}: no such property"
            continue
        for each in value if isinstance(value, list) else [value]:
            if not any(fits(each, expected) for expected in TABLE[kind][name]):
                yield f"{where}.{name}: {each!r} is none of {TABLE[kind][name]}"
            if isinstance(each, dict):
                yield from faults(each, f"{where}.{name} ")


def fits(value: Any, expected: str) -> bool:
    """Whether a value is of a type. A thing may be named by its address."""
    if isinstance(value, dict):
        kind = value.get("@type")
        return kind == expected or PARENTS.get(kind, "Thing") == expected or expected == "Thing"
    if isinstance(value, bool):
        return expected == "Boolean"
    if isinstance(value, int | float):
        return expected == "Number" or (expected == "Integer" and isinstance(value, int))
    if expected in MEMBERS:
        return value.removeprefix("https://schema.org/") in MEMBERS[expected]
    if expected in READERS:
        return reads(READERS[expected], value)
    return expected == "Text" or (expected in ("URL", "Thing") and value.startswith("http"))


def reads(reader: Any, value: str) -> bool:
    try:
        return bool(reader(value))
    except ValueError:
        return False


def moment(value: str) -> datetime:
    """A moment with its offset; one without would be another in each country."""
    found = datetime.fromisoformat(value)
    if found.tzinfo is None or "T" not in value:
        raise ValueError(value)
    return found


READERS = {
    "Date": date.fromisoformat,
    "DateTime": moment,
    "Time": lambda value: time.fromisoformat(value) is not None,
}
