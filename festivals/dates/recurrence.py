"""The text of a recurrence, as far as it is about days (RFC 5545, 3.3.10).

It is reckoned by dateutil, from a fixed first day, so that a rule gives the same days
whatever span is asked for.
"""

import re
from datetime import date, datetime, time

from dateutil.rrule import rrule, rrulestr

from festivals.dates.reading import FIRST_YEAR, LAST_YEAR, RuleError, gettext_noop, shown

# A rule that counts weeks or months counts from here; 1900 began on a Monday.
EPOCH = datetime.combine(date(1900, 1, 1), time())
PARTS = ("BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "FREQ", "INTERVAL", "WKST")
FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
RANGES = {"BYMONTH": (1, 12), "BYMONTHDAY": (-31, 31), "INTERVAL": (1, 99), "BYSETPOS": (-366, 366)}
A_WEEKDAY = re.compile(r"^(?:[+-]?([1-9][0-9]?))?(?:MO|TU|WE|TH|FR|SA|SU)$")


def recurrence_of(text: object) -> rrule:
    """Read the text of a recurrence; anything that is not about days is refused."""
    if not isinstance(text, str) or not text.strip():
        raise RuleError(
            gettext_noop("“rule” is %(value)s; write it like FREQ=YEARLY;BYMONTH=7;BYDAY=2SA."),
            value=shown(text),
        )
    parts = parts_of(text)
    check_numbers(text, parts)
    check_weekdays(text, parts)
    try:
        found = rrulestr(f"{text.strip()};UNTIL={LAST_YEAR}1231", dtstart=EPOCH)
    except ValueError as error:
        raise RuleError(
            gettext_noop("%(rule)s is not a rule of RFC 5545 about days."), rule=text
        ) from error
    if not isinstance(found, rrule) or not found.between(moment(date(FIRST_YEAR, 1, 1)), UNTIL):
        raise RuleError(
            gettext_noop("%(rule)s names no day from %(least)s to %(most)s."),
            rule=text,
            least=FIRST_YEAR,
            most=LAST_YEAR,
        )
    return found


def parts_of(text: str) -> dict[str, str]:
    """The parts by name; an unknown or a doubled one is refused."""
    pairs = [part.partition("=")[::2] for part in text.strip().split(";")]
    parts = dict(pairs)
    if len(parts) < len(pairs):
        raise RuleError(
            gettext_noop("%(rule)s says the same part twice; give each part once."), rule=text
        )
    if unknown := sorted(set(parts) - set(PARTS)):
        raise RuleError(
            gettext_noop("%(rule)s has %(unknown)s; it may have %(known)s."),
            rule=text,
            unknown=", ".join(unknown),
            known=", ".join(PARTS),
        )
    if parts.get("FREQ") not in FREQUENCIES:
        raise RuleError(
            gettext_noop("%(rule)s must begin with FREQ= one of %(allowed)s."),
            rule=text,
            allowed=", ".join(FREQUENCIES),
        )
    return parts


def check_numbers(text: str, parts: dict[str, str]) -> None:
    """Refuse a number outside its range; 0 counts nothing."""
    for name, (least, most) in RANGES.items():
        for number in filter(None, parts.get(name, "").split(",")):
            is_number = re.fullmatch(r"[+-]?[0-9]{1,3}", number)
            if not is_number or not least <= int(number) <= most or not int(number):
                raise RuleError(
                    gettext_noop(
                        "%(part)s in %(rule)s: it runs from %(least)s to %(most)s, without 0."
                    ),
                    part=f"{name}={number}",
                    rule=text,
                    least=least,
                    most=most,
                )


def check_weekdays(text: str, parts: dict[str, str]) -> None:
    """Refuse an unknown weekday, and one counted further than its month or year goes."""
    most = weekdays_counted(parts)
    for weekday in filter(None, parts.get("BYDAY", "").split(",")):
        match = A_WEEKDAY.match(weekday)
        if not match:
            raise RuleError(
                gettext_noop(
                    "BYDAY=%(weekday)s in %(rule)s: write MO, TU, WE, TH, FR, SA, SU or 2SA."
                ),
                weekday=weekday,
                rule=text,
            )
        if int(match[1] or 0) > most:
            raise RuleError(
                gettext_noop(
                    "BYDAY=%(weekday)s in %(rule)s: a weekday is counted to %(most)s there, "
                    "and not at all where that is 0."
                ),
                weekday=weekday,
                rule=text,
                most=most,
            )


def weekdays_counted(parts: dict[str, str]) -> int:
    """Up to which number a weekday can be counted: in a month 5, in a year 53, in a week 0."""
    if parts["FREQ"] in ("WEEKLY", "DAILY"):
        return 0
    return 5 if parts["FREQ"] == "MONTHLY" or parts.get("BYMONTH") else 53


def moment(day: date) -> datetime:
    return datetime.combine(day, EPOCH.time())


UNTIL = moment(date(LAST_YEAR, 12, 31))
