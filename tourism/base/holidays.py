"""National holidays of Indonesia, as the joint decree of each year sets them.

From the `holidays` library, which keeps the decrees; years without one yet are its
estimate, and their names say so.
"""

from datetime import date
from functools import cache

from holidays import country_holidays

NAMES = {"id": "id", "en": "en_US"}


@cache
def national_holidays(year: int, language: str = "id") -> dict[date, str]:
    """Holidays of one Gregorian year with their names in Indonesian (`id`) or English (`en`)."""
    return dict(country_holidays("ID", years=year, language=NAMES[language]))
