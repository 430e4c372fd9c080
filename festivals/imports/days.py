"""From what people write in the date column of a calendar to days, or to why it is unclear.

Pure text: Indonesian and English months, "24-26 Okt", "5 s/d 7 September", "30 Okt - 2 Nov
2019", "Minggu, 21 April 2019", "July 4 to 6", 15-09-2019, 2019-07-27. The day comes before the
month. What leaves a choice ("second week of August", "every Saturday", TBA) is left to a person.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from festivals.dates.reading import gettext_noop
from festivals.dates.spans import Span
from festivals.imports import daywords
from festivals.imports.daywords import LIST, RANGE, WEEKDAY, WEEKDAY_NUMBERS

UNNAMED = re.compile(
    r"^(tba|tbc|tbd|t\.b\.a\.?|-+|\?+|menyusul|tentatif|tentative|belum .*|akan diumumkan.*"
    r"|to be .*|dalam konfirmasi|menunggu .*)$"
)
REPEATED = re.compile(r"\b(setiap|tiap|every|weekly|mingguan|bulanan|monthly)\b")
SUNDAY = r"minggu\s+[0-9]{1,2}(?:\s*[-/ ]?\s*m[0-9]|[./-][0-9]{1,2}[./-][0-9]{2,4}\b)"
VAGUE = re.compile(
    rf"\b(?!{SUNDAY})(minggu|pekan|week)"
    r"\s*(ke|pertama|kedua|ketiga|keempat|terakhir|i{1,3}v?\b|[0-9])"
    rf"|\b({WEEKDAY})[\s,]+minggu\s+[1-5]\b"
    r"|\b(awal|akhir|pertengahan|early|late|mid|end of|beginning of)\b"
    r"|\b(first|second|third|fourth|last)\s+(week|sunday|saturday|monday|friday)"
    rf"|\b[0-9](st|nd|rd|th)\s+({WEEKDAY}|week|weekend)\b"
)
WEEKEND = re.compile(rf"\b({WEEKDAY})\s*([-/&]|dan|s/d)\s*minggu\b")  # Surely no week.
ENDLESS = re.compile(rf"({RANGE})\s*(selesai|end|finish)$")
TO = rf"\s*({RANGE}|{LIST})\s*"
DAY, MONTH = r"([0-9]{1,2})", r"(?:\s*[-/ ]?\s*m([0-9]{1,2})\b)"
LONG_YEAR = r"(?:[\s,.'/-]*([0-9]{4}))"
YEAR = r"(?:(?:[\s,.'/-]*(?=[0-9]{4}\b)|(?:\s+|\s*'\s*)(?=[0-9]{2}\b))([0-9]{4}|[0-9]{2}))"
LONGEST_DAYS = 366
FIRST_YEAR, LAST_YEAR = 2000, 2052
MANY = gettext_noop("“%(text)s” is more than one day. Make a row for each.")
NO_YEAR = gettext_noop("“%(text)s”: there is no such month or year here.")

Parts = tuple[str, str, str]  # A day, its month, its year.


@dataclass(frozen=True)
class Unclear:
    """Why no day can be taken from a text, as a sentence to translate."""

    template: str
    values: dict[str, str]


@dataclass(frozen=True)
class Named:
    """Days that a text names; `weekday` is one it gives and that does not fit, or empty."""

    span: Span
    weekday: str = ""


def unclear(template: str, text: str) -> Unclear:
    return Unclear(template, {"text": text.strip()})


def days_of(cell: object, *, year: int, month: int | None = None) -> Named | Unclear:
    """The days of a cell: a true date, or a text. `year` and `month` stand in where it has none."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        is_known = FIRST_YEAR <= cell.year <= LAST_YEAR
        return Named(Span(cell, cell)) if is_known else unclear(NO_YEAR, cell.isoformat())
    text = str(cell if cell is not None else "")
    plain = daywords.tidied(text)
    if why := choice_in(plain):
        return unclear(why, text)
    found = read(daywords.with_months(plain), year, month)
    return unclear(found.template, text) if isinstance(found, Unclear) else found


def choice_in(text: str) -> str:
    """Why a text cannot name one day, seen by its words alone; "" where it may."""
    if not text:
        return gettext_noop("It has no date. Give the day, or leave the row out.")
    if UNNAMED.match(text):
        return gettext_noop("“%(text)s”: the day is not named yet.")
    if REPEATED.search(text):
        return gettext_noop("“%(text)s” is more than one day. Give the festival a date rule.")
    if VAGUE.search(WEEKEND.sub("", daywords.with_months(text))):
        return gettext_noop("“%(text)s” leaves a choice. Give the day.")
    return ""


def read(plain: str, year: int, month: int | None) -> Named | Unclear:
    """The days of a tidied text, with a weekday that does not fit them."""
    text = daywords.without_clock(daywords.without_doubt(plain))
    text = daywords.without_ordinals(text)
    first, last, rest = daywords.without_weekdays(text)
    is_day = bool(first or last) or text != plain.strip(" ,.;")
    found = numbers_of(rest, year) or words_of(rest, year, month, is_day=is_day) or excuse(rest)
    if isinstance(found, Unclear):
        return found
    for weekday, day in ((first, found.first), (last, found.last)):
        if weekday and WEEKDAY_NUMBERS[weekday] != day.weekday():
            return Named(found, weekday)
    return Named(found)


def excuse(text: str) -> Unclear:
    """Why a text that fits no form is not read."""
    if ENDLESS.search(text):
        return unclear(gettext_noop("“%(text)s”: the last day is not named. Give it."), text)
    apart = re.search(rf"\b{DAY}\s*(?:{LIST})\s*{DAY}\b(?![./-][0-9])", text)
    if apart and int(apart[2]) - int(apart[1]) != 1:
        return unclear(MANY, text)
    return unclear(gettext_noop("“%(text)s” is no date that can be read. Give the day."), text)


def numbers_of(text: str, year: int) -> Span | Unclear | None:
    """Days written in numbers only."""
    iso = r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})"
    if found := re.fullmatch(f"{iso}(?:{TO}{iso})?", text):
        y, m, d, joiner, z, n, e = found.groups()
        return span_of((d, m, y), (e or d, n or m, z or y), joiner)
    full = r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})"
    if found := re.fullmatch(f"{full}(?:{TO}{full})?", text):
        d, m, y, joiner, e, n, z = found.groups()
        return span_of((d, m, y), (e or d, n or m, z or y), joiner)
    if found := re.fullmatch(rf"{DAY}(?:[/.]{DAY})?{TO}{full}", text):
        d, m, joiner, e, n, z = found.groups()
        return between((d, m, None), joiner, (e, n, z), year)
    if found := re.fullmatch(rf"{DAY}/{DAY}(?:{TO}{DAY}/{DAY})?", text):
        d, m, joiner, e, n = found.groups()
        return span_of((d, m, str(year)), (e or d, n or m, str(year)), joiner)
    return None


def words_of(text: str, year: int, month: int | None, *, is_day: bool) -> Span | Unclear | None:
    """Days with a month in words, or days alone under a month that is known."""
    text = re.sub(r"\b([0-9]{1,2})([-/.])(m[0-9]{1,2})\2([0-9]{2})\b(?![./])", r"\1 \3 \4", text)
    if found := re.fullmatch(f"{DAY}{MONTH}?{YEAR}?(?:{TO}|(/)){DAY}{MONTH}{YEAR}?", text):
        d, m, y, joiner, slash, e, n, z = found.groups()
        if m or not y or len(y) == 4:
            return between((d, m, y), joiner or slash, (e, n, z), year)
    if found := re.fullmatch(f"((?:{DAY}{TO})+{DAY}){MONTH}{YEAR}?", text):
        return list_of(found[1], found.groups()[-2], found.groups()[-1] or str(year))
    if found := re.fullmatch(f"{DAY}{MONTH}{YEAR}?", text):
        d, m, y = found.groups()
        return span_of((d, m, y or str(year)), (d, m, y or str(year)))
    if re.match("m[0-9]", text):
        return month_first(text, year, is_day=is_day)
    if month and (found := re.fullmatch(rf"{DAY}(?:{TO}{DAY})?", text)):
        d, joiner, e = found.groups()
        return span_of((d, str(month), str(year)), (e or d, str(month), str(year)), joiner)
    return None


def month_first(text: str, year: int, *, is_day: bool) -> Span | Unclear | None:
    """Days after their month: "July 4 to 6". "Juli 25" may be a year, unless it `is_day`."""
    if re.fullmatch(f"m[0-9]{{1,2}}{LONG_YEAR}?", text):
        return unclear(gettext_noop("“%(text)s”: only the month is known. Give the day."), text)
    after = rf"m([0-9]{{1,2}})\.?\s+{DAY}{LONG_YEAR}?"
    last = rf"(?:m([0-9]{{1,2}})\.?\s+)?{DAY}{LONG_YEAR}?"
    found = re.fullmatch(f"{after}(?:{TO}{last})?", text)
    if not found:
        return None
    m, d, y, joiner, n, e, z = found.groups()
    is_range = joiner and not n and joiner != ","
    if not (is_day or y or z or is_range) and may_be_year(d) and may_be_year(e or d):
        return unclear(gettext_noop("“%(text)s” may be a day or a year. Give the day."), text)
    return between((d, m, y), joiner, (e or d, n or m, z or y), year)


def may_be_year(number: str) -> bool:
    return len(number) == 2 and number[0] != "0"


def between(
    first: tuple[str, str | None, str | None],
    joiner: str | None,
    last: tuple[str, str, str | None],
    year: int,
) -> Span | Unclear:
    """From a day to a later one, which gives the month and the year that the first lacks."""
    (d, m, y), (e, n, z) = first, last
    last_year = z or str(year)
    first_year = y or last_year
    if not y and m and int(m) > int(n):
        first_year = f"{int(last_year) - 1:02}" if z else first_year
        last_year = last_year if z else str(year + 1)
    return span_of((d, m or n, first_year), (e, n, last_year), joiner)


def list_of(text: str, month: str, year: str) -> Span | Unclear:
    """ "24, 25 and 26 Oct": days in a row are one span; days apart are not."""
    days = re.findall("[0-9]{1,2}", text)
    if any(int(b) - int(a) != 1 for a, b in pairwise(days)):
        return unclear(MANY, text)
    return span_of((days[0], month, year), (days[-1], month, year))


def span_of(first: Parts, last: Parts, joiner: str | None = None) -> Span | Unclear:
    """Two days, each checked against the calendar; "and" joins only neighbours to a span."""
    found = []
    for day, month, year in (first, last):
        number = int(year) + (2000 if len(year) <= 2 else 0)
        if not (1 <= int(month) <= 12 and FIRST_YEAR <= number <= LAST_YEAR):
            return unclear(NO_YEAR, "")
        if not 1 <= int(day) <= monthrange(number, int(month))[1]:
            return unclear(
                gettext_noop("“%(text)s”: there is no such day. Give the right one."), ""
            )
        found.append(date(number, int(month), int(day)))
    is_list = joiner and re.fullmatch(f"{LIST}|/", joiner)
    if is_list and not timedelta(0) <= found[1] - found[0] <= timedelta(days=1):
        return unclear(MANY, "")
    if found[1] < found[0]:
        return unclear(gettext_noop("“%(text)s” ends before it begins. Give the days."), "")
    if found[1] - found[0] > timedelta(days=LONGEST_DAYS):
        return unclear(gettext_noop("“%(text)s” is longer than a year. Give the days."), "")
    return Span(found[0], found[1])
