"""From what people write in the date column of a calendar to days, or to why it is unclear.

Pure text: Indonesian and English months, "24-26 Okt", "5 s/d 7 September", "30 Okt - 2 Nov
2019", "Minggu, 21 April 2019", 15-09-2019, 2019-07-27. The day comes before the month. What
leaves a choice ("second week of August", "every Saturday", TBA) is left to a person.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from itertools import pairwise

from festivals.dates.reading import gettext_noop
from festivals.dates.spans import Span

MONTHS = {
    "januari": 1,
    "january": 1,
    "jan": 1,
    "februari": 2,
    "february": 2,
    "pebruari": 2,
    "feb": 2,
    "peb": 2,
    "maret": 3,
    "march": 3,
    "mar": 3,
    "april": 4,
    "apr": 4,
    "mei": 5,
    "may": 5,
    "juni": 6,
    "june": 6,
    "jun": 6,
    "juli": 7,
    "july": 7,
    "jul": 7,
    "agustus": 8,
    "august": 8,
    "agu": 8,
    "ags": 8,
    "agt": 8,
    "agust": 8,
    "aug": 8,
    "september": 9,
    "sept": 9,
    "sep": 9,
    "oktober": 10,
    "october": 10,
    "okt": 10,
    "oct": 10,
    "november": 11,
    "nopember": 11,
    "nov": 11,
    "nop": 11,
    "desember": 12,
    "december": 12,
    "des": 12,
    "dec": 12,
}
WEEKDAYS = {
    "senin": 0,
    "monday": 0,
    "mon": 0,
    "selasa": 1,
    "tuesday": 1,
    "tue": 1,
    "rabu": 2,
    "wednesday": 2,
    "wed": 2,
    "kamis": 3,
    "thursday": 3,
    "thu": 3,
    "jumat": 4,
    "jum'at": 4,
    "friday": 4,
    "fri": 4,
    "sabtu": 5,
    "saturday": 5,
    "sat": 5,
    "minggu": 6,
    "ahad": 6,
    "sunday": 6,
    "sun": 6,
}
UNNAMED = re.compile(
    r"^(tba|tbc|tbd|t\.b\.a\.?|-+|–|\?+|menyusul|tentatif|tentative|belum .*|akan diumumkan.*"
    r"|to be .*|dalam konfirmasi|menunggu .*)$"
)
REPEATED = re.compile(r"\b(setiap|tiap|every|weekly|mingguan|bulanan|monthly)\b")
VAGUE = re.compile(
    r"\b(minggu|pekan|week)\s*(ke|pertama|kedua|ketiga|keempat|terakhir|i{1,3}v?\b|\d)"
    r"|\b(awal|akhir|pertengahan|early|late|mid|end of|beginning of)\b"
    r"|\b(first|second|third|fourth|last)\s+(week|sunday|saturday|monday|friday)"
)
CLOCK = re.compile(
    r"\b(pukul|pkl\.?|jam|at)\s*\d{1,2}([.:]\d{2})?.*$|\b\d{1,2}:\d{2}.*$"
    r"|\b\d{1,2}\.\d{2}\s*(wib|wita|am|pm)\b.*$"
)
TO = r"\s*(?:-|–|—|s/d|s\.d\.?|sd|sampai(?:\s+dengan)?|hingga|to|until|till|&|dan|and|,)\s*"
WORD = re.compile(r"[a-z']+")
LONGEST_DAYS = 366


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
        return Named(Span(cell, cell))
    text = str(cell if cell is not None else "")
    plain = re.sub(r"[\s()]+", " ", text.lower()).strip(" .;")
    if not plain:
        return unclear(gettext_noop("It has no date. Give the day, or leave the row out."), text)
    if UNNAMED.match(plain):
        return unclear(gettext_noop("“%(text)s”: the day is not named yet."), text)
    if REPEATED.search(plain):
        return unclear(
            gettext_noop("“%(text)s” is more than one day. Give the festival a date rule."), text
        )
    if VAGUE.search(plain):
        return unclear(gettext_noop("“%(text)s” leaves a choice. Give the day."), text)
    if apart := days_apart(plain):
        return apart
    weekday, plain = without_weekday(CLOCK.sub("", plain).strip(" ,.;"))
    found = numbers_of(plain, year) or words_of(plain, year, month)
    if isinstance(found, Unclear):
        return Unclear(found.template, found.values | {"text": text.strip()})
    if found is None:
        return unclear(gettext_noop("“%(text)s” is no date that can be read. Give the day."), text)
    is_other = weekday and WEEKDAYS[weekday] != found.first.weekday()
    return Named(found, weekday if is_other else "")


def days_apart(text: str) -> Unclear | None:
    """ "24 and 26 Oct" is two days and no span; "24 and 25 Oct" is one."""
    found = re.search(r"\b(\d{1,2})\s*(?:&|dan|and)\s*(\d{1,2})\b(?![./-]\d)", text)
    if found and int(found[2]) - int(found[1]) != 1:
        return unclear(gettext_noop("“%(text)s” is more than one day. Make a row for each."), text)
    return None


def without_weekday(text: str) -> tuple[str, str]:
    """The weekday a text begins with, by its right name though misspelt, and the rest."""
    names = []
    while found := re.match(r"([a-z']{3,})[\s,/&-]*", text):
        word = found[1]
        if month_of(word):
            break
        near = [word] if word in WEEKDAYS else get_close_matches(word, WEEKDAYS, 1, 0.75)
        if not near and word not in ("hari", "tanggal", "tgl", "dan", "date"):
            break
        names += near
        text = text[found.end() :]
    return (names[0] if names else ""), text


def month_of(word: str) -> int | None:
    """A month by its name, though misspelt by a letter."""
    if word in MONTHS:
        return MONTHS[word]
    near = get_close_matches(word, [name for name in MONTHS if len(name) > 4], 1, 0.8)
    return MONTHS[near[0]] if near and len(word) > 4 else None


def numbers_of(text: str, year: int) -> Span | Unclear | None:
    """Days written in numbers only."""
    iso = r"(\d{4})-(\d{1,2})-(\d{1,2})"
    if found := re.fullmatch(f"{iso}(?:{TO}{iso})?", text):
        y, m, d, *rest = found.groups()
        last = rest if rest[0] else (y, m, d)
        return span_of((d, m, y), (last[2], last[1], last[0]))
    full = r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})"
    if found := re.fullmatch(f"{full}(?:{TO}{full})?", text):
        first, last = found.groups()[:3], found.groups()[3:]
        return span_of(first, last if last[0] else first)
    if found := re.fullmatch(rf"(\d{{1,2}}){TO}{full}", text):
        d, *last = found.groups()
        return span_of((d, last[1], last[2]), tuple(last))
    if found := re.fullmatch(rf"(\d{{1,2}})/(\d{{1,2}})(?:{TO}(\d{{1,2}})/(\d{{1,2}}))?", text):
        d, m, e, n = found.groups()
        return span_of((d, m, str(year)), (e or d, n or m, str(year)))
    return None


def words_of(text: str, year: int, month: int | None) -> Span | Unclear | None:
    """Days with a month in words, or days alone under a month that is known."""
    text = WORD.sub(lambda found: month_token(found[0]), text)
    day, name, in_year = r"(\d{1,2})", r"(?:\s*[-/ ]?\s*m(\d{1,2})\b)", r"(?:[\s,.'/-]*(\d{4}))"
    pattern = f"{day}{name}?{in_year}?{TO}{day}{name}{in_year}?"
    if found := re.fullmatch(pattern, text):
        d, m, y, e, n, z = found.groups()
        last_year = z or str(year)
        first_year = y or last_year
        if not y and m and int(m) > int(n):
            first_year = str(int(last_year) - 1) if z else first_year
            last_year = last_year if z else str(year + 1)
        return span_of((d, m or n, first_year), (e, n, last_year))
    if found := re.fullmatch(f"((?:{day}{TO})+){day}{name}{in_year}?", text):
        return list_of(found[0], found.groups()[-2], found.groups()[-1] or str(year))
    if found := re.fullmatch(f"{day}{name}{in_year}?", text):
        d, m, y = found.groups()
        return span_of((d, m, y or str(year)), (d, m, y or str(year)))
    if found := re.fullmatch(rf"m(\d{{1,2}})\s+{day}(?:st|nd|rd|th)?{in_year}?", text):
        m, d, y = found.groups()
        return span_of((d, m, y or str(year)), (d, m, y or str(year)))
    if re.fullmatch(rf"m\d{{1,2}}{in_year}?", text):
        return unclear(gettext_noop("“%(text)s”: only the month is known. Give the day."), text)
    if month and (found := re.fullmatch(rf"{day}(?:{TO}{day})?", text)):
        d, e = found.groups()
        return span_of((d, str(month), str(year)), (e or d, str(month), str(year)))
    return None


def month_token(word: str) -> str:
    """A month as m7; words that join days stay, any other stays as well and spoils the match."""
    found = month_of(word)
    return f"m{found}" if found else word


def list_of(text: str, month: str, year: str) -> Span | Unclear | None:
    """ "24, 25 and 26 Oct": days in a row are one span; days apart are not."""
    days = [int(found) for found in re.findall(r"\d{1,2}(?=\D)", text.split("m")[0] + " ")]
    if any(b - a != 1 for a, b in pairwise(days)):
        return unclear(gettext_noop("“%(text)s” is more than one day. Make a row for each."), text)
    return span_of((str(days[0]), month, year), (str(days[-1]), month, year))


def span_of(first: tuple[str, ...], last: tuple[str, ...]) -> Span | Unclear:
    """Two days as (day, month, year), each checked against the calendar."""
    found = []
    for day, month, year in (first, last):
        number = int(year) + (2000 if int(year) < 100 else 0)
        if not (1 <= int(month) <= 12 and 2000 <= number <= 2052):
            return unclear(gettext_noop("“%(text)s”: there is no such month or year here."), "")
        if not 1 <= int(day) <= monthrange(number, int(month))[1]:
            return unclear(
                gettext_noop("“%(text)s”: there is no such day. Give the right one."), ""
            )
        found.append(date(number, int(month), int(day)))
    if found[1] < found[0]:
        return unclear(gettext_noop("“%(text)s” ends before it begins. Give the days."), "")
    if found[1] - found[0] > timedelta(days=LONGEST_DAYS):
        return unclear(gettext_noop("“%(text)s” is longer than a year. Give the days."), "")
    return Span(found[0], found[1])
