"""Names of days and months in words: what templates, pages and commands print."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS as CIVIL_MONTHS
from django.utils.dates import MONTHS_3, WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from festivals.dates import hijri, javanese, saka
from festivals.dates.days import DayNames
from festivals.dates.lunar import LunarDay
from festivals.dates.reading import Sentence

MONTHS = {"hijri": hijri.MONTHS, "javanese": javanese.MONTHS, "balinese_saka": saka.MONTHS}
SAID = ("why", "status", "now", "then")  # Values of a sentence that are words themselves.
KONGZILI = 551  # The year that Indonesian temples count, ahead of the civil one.


@dataclass(frozen=True)
class Line:
    """One calendar and what it calls the day; `note` says how sure that is."""

    label: str
    name: str
    note: str = ""


def sentence_of(error: Sentence) -> str:
    """What is wrong with a rule or a step, in the active language."""
    return said_as(error.template, error.values)


def said_as(template: str, values: Mapping[str, object] | None) -> str:
    """A kept sentence in the active language; "" where there is none."""
    words = {name: _(str(values[name])) for name in SAID if name in values} if values else {}
    if "status" in words:
        words["status"] = words["status"].lower()
    return _(template) % {**(values or {}), **words} if template else ""


def in_words(day: date, beside: date | None = None) -> str:
    """6 June 2027; beside a day of the same year only 6 June."""
    short = beside is not None and beside.year == day.year
    return date_format(day, "j F" if short else "j F Y")


def short_day(day: date) -> str:
    """12 Jul."""
    return f"{day.day} {MONTHS_3[day.month].capitalize()}"


def weekday_and_day(day: date) -> str:
    """Monday 12 July, in the order both languages use."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {CIVIL_MONTHS[day.month]}"


def month_name(calendar: str, number: int) -> str:
    return MONTHS[calendar][number - 1]


def lunar_words(day: LunarDay) -> str:
    """8 Muharram 1449."""
    return f"{day.day} {month_name(day.calendar, day.month)} {day.year}"


def short_words(day: LunarDay) -> str:
    """8 Muharram."""
    return f"{day.day} {month_name(day.calendar, day.month)}"


def months_in_words(first: LunarDay, last: LunarDay) -> str:
    """The months from one day to another, with the year, or both years where they differ."""
    one, other = (month_name(day.calendar, day.month) for day in (first, last))
    if first.year != last.year:
        return f"{one} {first.year} – {other} {last.year}"
    return f"{one} {first.year}" if one == other else f"{one} – {other} {last.year}"


def saka_words(day: LunarDay) -> str:
    """Penanggal 8 Sadha 1949: the bright half to 15, then the dark half from 1."""
    bright = day.day <= 15
    number = day.day if bright else day.day - 15
    month = month_name(day.calendar, day.month)
    month = _("repeated %(month)s") % {"month": month} if day.is_leap else month
    half = {15: "Purnama", 30: "Tilem"}.get(day.day) or (
        f"{'Penanggal' if bright else 'Pangelong'} {number}"
    )
    return f"{half} {month} {day.year}"


def chinese_words(day: LunarDay) -> str:
    """Month 1, day 8, 2578 Kongzili."""
    words = _("Leap month %(month)s, day %(day)s, %(year)s Kongzili")
    if not day.is_leap:
        words = _("Month %(month)s, day %(day)s, %(year)s Kongzili")
    return words % {"month": day.month, "day": day.day, "year": day.year + KONGZILI}


def lines_of(names: DayNames) -> list[Line]:
    """The day in every calendar, a line each."""
    decreed = names.hijri_basis == "decree"
    note = _("The first of the month was decreed.") if decreed else _("By the crescent, reckoned.")
    if names.hijri_other:
        other = lunar_words(names.hijri_other)
        note = _("The crescent is borderline; it may also be %(day)s.") % {"day": other}
    weton = f"{WEEKDAYS[names.day.weekday()]} {names.pasaran}"
    javanese_year = _("%(day)s, year %(name)s") % {
        "day": lunar_words(names.javanese),
        "name": names.javanese_year,
    }
    return [
        Line(_("Weekday and pasaran"), weton),
        Line(_("Hijri"), lunar_words(names.hijri), note),
        Line(_("Javanese"), javanese_year),
        Line(_("Wuku"), names.wuku),
        Line(_("Balinese saka"), saka_words(names.saka)),
        Line(_("Chinese"), chinese_words(names.chinese)),
    ]
