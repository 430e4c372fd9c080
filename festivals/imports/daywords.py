"""Words around a day in a calendar: months, weekdays, market days, hours.

They are put in one form or taken off, so that only days, months, years and what joins them
are left: "Kamis malam, 12 Juni 2025 pukul 19.00" -> "12 m6 2025".
"""

import re
from difflib import get_close_matches

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
SHORT = {
    "sen": 0,
    "sel": 1,
    "tues": 1,
    "rab": 2,
    "kam": 3,
    "thur": 3,
    "thurs": 3,
    "jum": 4,
    "sab": 5,
    "sbt": 5,
    "min": 6,
    "mgg": 6,
}
WEEKDAY_NUMBERS = WEEKDAYS | SHORT
BESIDE = ("legi", "pahing", "pon", "wage", "kliwon", "pagi", "siang", "sore", "petang", "malam")
LEADING = ("hari", "tanggal", "tgl", "dan", "date")
RANGE = r"-|s/d\.?|s\.d\.?|sd\.?|sampai(?:\s+dengan)?|hingga|to|until|till"
LIST = r",?\s*(?:&|dan|and)|,"
WEEKDAY = "|".join(WEEKDAY_NUMBERS)
NAME = f"{WEEKDAY}|{'|'.join(BESIDE)}"
INNER = re.compile(rf"({RANGE}|{LIST})\s*((?:(?:{NAME}|tgl|tanggal)\b[\s,.]*)+)(?=[0-9]|m[0-9])")
TRAILING = re.compile(
    r"(?:(?<=\bm[0-9])|(?<=\bm[0-9]{2})|(?<=[0-9]{4})|(?<=[./-][0-9]{2}))"
    rf"((?:[\s,]+(?:{NAME})\b)+(?:\s*[-/&]\s*(?:{WEEKDAY})\b)*)$"
)
ISO_HOUR = re.compile(
    r"(?<=[0-9])t[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(?![0-9a-z:+.]|-[0-9]{2}:)"
)
DAY_OF_MONTH = r"[0-9]{1,2}\s*(?:[-/ ]?\s*m[0-9]|[./-][0-9]{1,2}[./-])"
TO_A_DAY = rf"\s*(?:{RANGE})\s*(?:[a-z']+[\s,]+)?{DAY_OF_MONTH}"
CLOCK = re.compile(
    r"\b(?:(?:pukul|pkl\.?|jam|at)\s*[0-9]{1,2}(?:[.:][0-9]{2})?|[0-9]{1,2}:[0-9]{2}"
    rf"|[0-9]{{1,2}}\.[0-9]{{2}}\s*(?:wib|wita|am|pm)\b)(?:(?!{TO_A_DAY}).)*"
)
TENTATIVE = ("tentatif", "tentative", "tbc", "rencana", "belum pasti")
DOUBT = re.compile(rf"[\s,-]*\b(?:{'|'.join(TENTATIVE)})$")
ORDINAL = re.compile(r"\b([0-9]{1,2})(?:st|nd|rd|th)\b(?:\s+of\b)?")
WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")


def tidied(text: str) -> str:
    """Small letters, one kind of dash, apostrophe and space; no brackets."""
    text = re.sub("[‘’ʼ`´]", "'", text.lower())
    return re.sub(r"[\s()]+", " ", re.sub("[–—]", "-", text)).strip(" .;")


def month_of(word: str) -> int | None:
    """A month by its name, though misspelt by a letter."""
    if word in MONTHS:
        return MONTHS[word]
    near = get_close_matches(word, [name for name in MONTHS if len(name) > 4], 1, 0.8)
    return MONTHS[near[0]] if near and len(word) > 4 else None


def with_months(text: str) -> str:
    """Each month as m7; other words stay, and spoil the match unless they join days."""
    return WORD.sub(lambda found: month_token(found[0]), text)


def month_token(word: str) -> str:
    """A month as m7, any other word as it is."""
    found = month_of(word)
    return f"m{found}" if found else word


def without_clock(text: str) -> str:
    """The text without its hour; in UTC the hour stays, for the day may be another here."""
    return CLOCK.sub("", ISO_HOUR.sub("", text)).strip(" ,.;")


def without_doubt(text: str) -> str:
    """ "5 m5 tentatif" -> "5 m5": whether a day is sure is no part of the day."""
    return DOUBT.sub("", text)


def without_ordinals(text: str) -> str:
    """ "4th of m7" -> "4 m7"."""
    return ORDINAL.sub(r"\1", text)


def without_weekdays(text: str) -> tuple[str, str, str]:
    """The weekday given for the first day, the one for the last day, and the rest."""
    first, text = without_leading(text)
    last = ""
    for pattern, kept in ((INNER, r"\1"), (TRAILING, "")):
        if found := pattern.search(text):
            names = re.findall(rf"\b(?:{WEEKDAY})\b", found[found.lastindex or 0])
            last = names[-1] if names else last
        text = pattern.sub(kept, text)
    return first, last, text.strip(" ,.;")


def without_leading(text: str) -> tuple[str, str]:
    """The weekday a text begins with, by its right name though misspelt, and the rest."""
    names: list[str] = []
    while found := re.match(r"([a-z']{3,})[\s,.:/&-]*", text):
        word = found[1]
        near = [word] if word in WEEKDAY_NUMBERS else get_close_matches(word, WEEKDAYS, 1, 0.75)
        if names and word in BESIDE:
            near = []
        elif not near and word not in LEADING:
            break
        names += near
        text = text[found.end() :]
    return (names[0] if names else ""), text
