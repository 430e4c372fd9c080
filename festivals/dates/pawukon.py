"""Cycles of days that know no month: pasaran, weton and the 30 wuku of the pawukon.

The pasaran has five days, the weton (weekday and pasaran together) 35, the pawukon 30 weeks
of seven days, 210 in all. Anchors: 17 August 1945 was Friday Legi; Sunday 9 February 2025
was the first day of Sinta. Checked on Pagerwesi (Wednesday Kliwon Sinta) of 17 October 2018,
30 March 2022, 24 May 2023 and 12 February 2025, and on the first days of eight Javanese
years.
"""

from datetime import date, timedelta

PASARAN = ("Legi", "Pahing", "Pon", "Wage", "Kliwon")
WUKU = (
    *("Sinta", "Landep", "Ukir", "Kulantir", "Tolu", "Gumbreg", "Wariga", "Warigadian"),
    *("Julungwangi", "Sungsang", "Dungulan", "Kuningan", "Langkir", "Medangsia", "Pujut"),
    *("Pahang", "Krulut", "Merakih", "Tambir", "Medangkungan", "Matal", "Uye", "Menail"),
    *("Prangbakat", "Bala", "Ugu", "Wayang", "Kelawu", "Dukut", "Watugunung"),
)
LEGI = date(1945, 8, 17)
SINTA = date(2025, 2, 9)
WETON, CYCLE = 35, 210


def pasaran(day: date) -> str:
    """The day of the five-day market week."""
    return PASARAN[(day - LEGI).days % 5]


def wuku(day: date) -> str:
    """The week of the pawukon; weeks begin on Sunday."""
    return WUKU[pawukon_day(day) // 7]


def pawukon_day(day: date) -> int:
    """The place of a day in the cycle, from 0 (Sunday of Sinta) to 209."""
    return (day - SINTA).days % CYCLE


def on_or_after(first: date, *, weekday: int, market: str, week: str | None = None) -> date | None:
    """The first such day from `first` on; None where the two weeks never meet.

    `weekday` counts from Monday = 0, `market` is a pasaran, `week` a wuku.
    """
    for away in range(WETON if week is None else CYCLE):
        day = first + timedelta(days=away)
        if (
            day.weekday() == weekday
            and pasaran(day) == market
            and (week is None or wuku(day) == week)
        ):
            return day
    return None
