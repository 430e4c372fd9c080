"""When a place is open, from opening hours in OpenStreetMap's notation.

Wraps the opening-hours library and settles what it leaves open:

- A window belongs to the day on which it begins and is given whole: 19:00-05:00 on a
  Thursday ends on Friday morning, even where Friday is off.
- National holidays (`PH`) are the days that the caller gives; the library knows a few only.
- Point, zone and country are always given, so that sunrise is the one of the place.

An empty text means that nobody knows the hours.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import opening_hours
from opening_hours import OpeningHours, State

from destinations.geography import Point

DAY = timedelta(days=1)
COUNTRY = "ID"
A_RULE = re.compile(r'(?:[^;"]|"[^"]*")+')
AN_OFF_DAY = re.compile(r"^(?P<days>[^:]*?)\s*\b(?:off|closed)$")  # No hours: the whole day.
OF_HOLIDAYS = re.compile(r"^PH\b\s*")
SLIPS = (  # What people type instead, and which advice helps.
    ("dots", re.compile(r"\d\.\d\d\b")),
    (
        "day_names",
        re.compile(r"\b(?!week|closed|open|easter|sun|dawn|dusk)[a-z]{4,}", re.I),
    ),
    ("hour_without_minutes", re.compile(r"(?<![:\d])\d{1,2}\s*-\s*\d{1,2}(?![:\d])")),
)


class HoursError(ValueError):
    """Hours that cannot be read. `hint` names the advice, `position` the column from 1."""

    def __init__(self, expression: str, hint: str, position: int | None) -> None:
        super().__init__(
            f"{expression!r} are not opening hours. "
            "Write them like this: Mo-Fr 08:00-16:00; Su off."
        )
        self.hint = hint
        self.position = position


@dataclass(frozen=True)
class Window:
    """One stretch of being open, on the clock of the place."""

    opens: datetime
    closes: datetime


def is_known(expression: str) -> bool:
    """Whether there are hours at all."""
    return bool(expression.strip())


def check(expression: str) -> None:
    """Raise `HoursError` for hours that cannot be read. Empty hours can."""
    if not is_known(expression):
        return
    try:
        OpeningHours(expression)
    except opening_hours.ParserError as error:  # type: ignore[attr-defined]  # Not in its stubs.
        place = re.search(r"--> \d+:(\d+)", str(error))
        hint = next((name for name, slip in SLIPS if slip.search(expression)), "other")
        raise HoursError(expression, hint, int(place[1]) if place else None) from error


def windows(
    expression: str,
    day: date,
    *,
    point: Point,
    timezone: str,
    holidays: Collection[date] = (),
    closed: Collection[date] = (),
) -> list[Window]:
    """The windows that begin on a day, in order; none on a day that is closed, off or unknown."""
    if day in closed or not is_known(expression):
        return []
    rules, days_off = parted(expression)
    if any(is_off(days, day, point, timezone, holidays) for days in days_off):
        return []
    rules = [rule for rule in rules if day in holidays or not OF_HOLIDAYS.match(rule)]
    if not rules:
        return []
    hours = parsed("; ".join(OF_HOLIDAYS.sub("", rule) for rule in rules), point, timezone)
    start = datetime.combine(day, time(), ZoneInfo(timezone))
    found = []
    for opens, closes, state, _ in hours.intervals(start - DAY, start + 2 * DAY):
        if state != State.OPEN:
            continue
        if opens < start and closes >= start + DAY:  # Open right through the day.
            return [Window(start, start + DAY)]
        if start <= opens < start + DAY:
            found.append(Window(opens, min(closes, opens + DAY)))
    return found


def is_open(
    expression: str,
    moment: datetime,
    *,
    point: Point,
    timezone: str,
    holidays: Collection[date] = (),
    closed: Collection[date] = (),
) -> bool:
    """Whether a moment lies in a window of its day or of the night before."""
    local = moment.astimezone(ZoneInfo(timezone))
    return any(
        window.opens <= local < window.closes
        for day in (local.date() - DAY, local.date())
        for window in windows(
            expression, day, point=point, timezone=timezone, holidays=holidays, closed=closed
        )
    )


def next_opening(
    expression: str,
    moment: datetime,
    *,
    point: Point,
    timezone: str,
    days: int = 60,
    holidays: Collection[date] = (),
    closed: Collection[date] = (),
) -> datetime | None:
    """The next beginning of a window from the moment on; None where none comes in so many days."""
    local = moment.astimezone(ZoneInfo(timezone))
    for ahead in range(days + 1):
        for window in windows(
            expression,
            local.date() + ahead * DAY,
            point=point,
            timezone=timezone,
            holidays=holidays,
            closed=closed,
        ):
            if window.opens >= local:
                return window.opens
    return None


def parted(expression: str) -> tuple[list[str], list[str]]:
    """The rules that open, and the day selectors of the rules that shut whole days."""
    rules, days_off = [], []
    for rule in (rule.strip() for rule in A_RULE.findall(expression)):
        if match := AN_OFF_DAY.match(rule):
            days_off.append(match["days"].strip())
        elif rule:
            rules.append(rule)
    return rules, days_off


def is_off(
    selector: str, day: date, point: Point, timezone: str, holidays: Collection[date]
) -> bool:
    """Whether a selector such as "Fr[1]", "Sa,Su" or "PH" names the day. Empty names every day."""
    if OF_HOLIDAYS.match(selector):
        return day in holidays
    hours = parsed(f"{selector} 00:00-24:00".strip(), point, timezone)
    noon = datetime.combine(day, time(12), ZoneInfo(timezone))
    return bool(hours.is_open(noon))


@lru_cache(maxsize=2048)
def parsed(expression: str, point: Point, timezone: str) -> OpeningHours:
    """The library's object for one expression at one place."""
    return OpeningHours(
        expression,
        timezone=ZoneInfo(timezone),
        country=COUNTRY,
        coords=(point.latitude, point.longitude),
    )
