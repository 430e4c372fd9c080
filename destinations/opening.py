"""When a place is open, from opening hours in OpenStreetMap's notation.

The opening-hours library reads the notation and reckons the hours. Which rules speak of a
day is settled here, because the library leaves open what matters to a visitor:

- A window belongs to the day on which it begins and is given whole: 19:00-05:00 on a
  Thursday ends on Friday morning, even where Friday is off or has other hours.
- National holidays (`PH`) are the days that the caller gives; the library knows a few only.
- Point, zone and country are always given, so that sunrise is the one of the place.

Words used here:
    rule   one part of the hours: the days it speaks of, and the hours or "off" on them;
           of two rules for one day the later one holds
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
ANY_DAY = date(2000, 1, 1)
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
COMMENT = re.compile(r'"[^"]*"')
JOINT = re.compile(  # A comma joins two rules only where hours stand before it and days behind.
    r'(;|\|\||(?:(?<=:\d\d|set)|(?<=rise|dawn|dusk)|(?<=off)|(?<=closed)|(?<=[+)"])),'
    r"(?=\s*(?!sun|dawn|dusk)[a-z]|\s*\d{4}\s))",
    re.I,
)
HOURS = re.compile(
    r"\d{1,2}:\d\d|\(?\s*(?:sunrise|sunset|dawn|dusk)\b|24/7"
    r'|\b(?:off|closed|open|unknown)\b|"',
    re.I,
)
SHUT = re.compile(r"\b(?:off|closed)\b", re.I)
HOLIDAY = re.compile(r"\bPH\b(?:\s*([+-]\d{1,3})\s*days?)?", re.I)
EXAMPLE = "Write them like this: Mo-Fr 08:00-16:00; Su off."
SLIPS = (  # What people type instead, and the advice that helps.
    ("dots", re.compile(r"\d\.\d\d\b"), "Write a colon between hours and minutes: 08:00-16:00."),
    (
        "day_names",
        re.compile(
            r"\b(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?s?"
            r"|sen(?:in)?|sel(?:asa)?|rabu?|kam(?:is)?|jum(?:'?at)?|sab(?:tu)?|min(?:ggu)?|ahad)\b",
            re.I,
        ),
        "Write days in two English letters: Mo, Tu, We, Th, Fr, Sa, Su.",
    ),
    (
        "hour_without_minutes",
        re.compile(
            r"(?<![:\d])\d{1,2}\s*-\s*\d{1,2}(?!\d)|:\d\d\s*-\s*\d{1,2}(?![:\d])|\d\s*[ap]m\b", re.I
        ),
        "Write hours with minutes: 08:00-16:00.",
    ),
)


class HoursError(ValueError):
    """Hours that cannot be read. `hint` names the advice, `position` the column from 1."""

    def __init__(self, expression: str, position: int | None) -> None:
        self.hint, advice = next(
            ((name, advice) for name, slip, advice in SLIPS if slip.search(expression)),
            ("other", EXAMPLE),
        )
        self.position = position
        super().__init__(f"{expression!r} are not opening hours. {advice}")


@dataclass(frozen=True)
class Window:
    """One stretch of being open, on the clock of the place."""

    opens: datetime
    closes: datetime


@dataclass(frozen=True)
class Rule:
    """One rule as it is written; `joint` is the ";", "," or "||" before it. No days: every day."""

    joint: str
    days: str
    hours: str

    @property
    def replaces(self) -> bool:
        """Whether it takes the place of the rules before it; a pause of some hours does not."""
        return self.joint == ";" and not (SHUT.search(self.hours) and not SHUT.match(self.hours))

    def named_days(self, day: date, holidays: Collection[date]) -> str:
        """Its days, with `PH` put as the weekday of the day where that is a holiday, else not."""

        def weekday(holiday: re.Match[str]) -> str:
            is_holiday = day - int(holiday[1] or 0) * DAY in holidays
            return WEEKDAYS[(day if is_holiday else day + DAY).weekday()]

        return f"{HOLIDAY.sub(weekday, self.days)} 00:00-24:00".strip()

    def on(self, day: date) -> str:
        """The same hours on one date only."""
        return f"{day.year} {MONTHS[day.month - 1]} {day.day:02} {self.hours}"


def is_known(expression: str) -> bool:
    """Whether there are hours at all."""
    return bool(expression.strip())


def check(expression: str) -> None:
    """Raise `HoursError` for hours that cannot be read. Empty hours can."""
    if is_known(expression):
        rules_of(expression)


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
    zone = ZoneInfo(timezone)
    noon = datetime.combine(day, time(12), zone)
    holding: list[Rule] = []
    for rule in rules_of(expression):
        if parsed(rule.named_days(day, holidays), point, timezone).is_open(noon):
            holding = [rule] if rule.replaces else [*holding, rule]
    if not holding:
        return []
    text = holding[0].on(day) + "".join(f"{rule.joint} {rule.on(day)}" for rule in holding[1:])
    start = datetime.combine(day, time(), zone)
    return [
        Window(opens, closes)
        for opens, closes, state, _ in parsed(text, point, timezone).intervals(
            start, start + 3 * DAY
        )
        if state == State.OPEN and opens < start + DAY
    ]


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


def sunrise(day: date, *, point: Point, timezone: str) -> datetime:
    """When the sun comes over a level horizon, to the minute, on the clock of the place."""
    return windows("sunrise-sunset", day, point=point, timezone=timezone)[0].opens


@lru_cache(maxsize=512)
def rules_of(expression: str) -> tuple[Rule, ...]:
    """The rules of hours that can be read, in order; `HoursError` for others."""
    first, *others = JOINT.split(COMMENT.sub('"-"', expression))
    texts = [(";", first), *zip(others[::2], others[1::2], strict=True)]
    rules = tuple(rule_of(joint, text.strip()) for joint, text in texts if text.strip())
    try:
        OpeningHours(expression)
        for rule in rules:
            OpeningHours(rule.named_days(ANY_DAY, ()))
            OpeningHours(rule.on(ANY_DAY))
    except opening_hours.ParserError as error:  # type: ignore[attr-defined]  # Not in its stubs.
        place = re.search(r"--> \d+:(\d+)", str(error))
        raise HoursError(expression, int(place[1]) if place else None) from error
    return rules


def rule_of(joint: str, text: str) -> Rule:
    """Part one rule where its hours begin. Days without hours are open all day."""
    found = HOURS.search(text)
    cut = found.start() if found else len(text)
    hours = text[cut:].replace("24/7", "00:00-24:00") or "open"
    return Rule(joint, text[:cut].strip(), hours)


@lru_cache(maxsize=2048)
def parsed(expression: str, point: Point, timezone: str) -> OpeningHours:
    """The library's object for one expression at one place."""
    return OpeningHours(
        expression,
        timezone=ZoneInfo(timezone),
        country=COUNTRY,
        coords=(point.latitude, point.longitude),
    )
