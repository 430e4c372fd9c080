"""National holidays of Indonesia, as the joint decree of each year sets them.

From the `holidays` library, which keeps the decrees; years without one yet are its
estimate, and their names say so.
"""

from datetime import date
from functools import cache

from holidays import country_holidays

NAMES = {"id": "id", "en": "en_US"}


def holidays_between(first: date, last: date, language: str) -> dict[date, str]:
    """Holidays of every year that the days touch."""
    years = range(first.year, last.year + 1)
    return {day: name for year in years for day, name in national_holidays(year, language).items()}


@cache
def national_holidays(year: int, language: str = "id") -> dict[date, str]:
    """Holidays of one Gregorian year with their names in Indonesian (`id`) or English (`en`)."""
    return dict(country_holidays("ID", years=year, language=NAMES[language]))
