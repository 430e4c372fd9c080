"""The Javanese calendar against printed firsts of Sura, pasaran and wuku.

Sources: kalenderimlek.blogspot.com/2017/09 and mufidakhyani.blogspot.com/2013/01 for kurup
and windu; Pagerwesi as reported (balipost, adatah.com, tribunnews).
"""

from datetime import date

import pytest

from festivals.dates.javanese import Javanese, year_name
from festivals.dates.lunar import named
from festivals.dates.pawukon import on_or_after, pasaran, wuku

SURA = [
    (1949, date(2015, 10, 15)),
    (1950, date(2016, 10, 3)),
    (1951, date(2017, 9, 22)),
    (1952, date(2018, 9, 12)),
    (1953, date(2019, 9, 1)),
    (1954, date(2020, 8, 20)),
    (1955, date(2021, 8, 10)),
    (1956, date(2022, 7, 30)),
    (1957, date(2023, 7, 20)),
    (1958, date(2024, 7, 8)),
    (1959, date(2025, 6, 27)),
    (1960, date(2026, 6, 17)),
    (1961, date(2027, 6, 6)),
    (1962, date(2028, 5, 25)),
    (1963, date(2029, 5, 15)),
]


@pytest.mark.parametrize(("year", "day"), SURA)
def test_sura_begins_when_printed_calendars_say(year, day):
    assert Javanese().month(year, 1).span.first == day


def test_asapon_means_that_alif_begins_on_tuesday_pon():
    for year in range(1867, 1987, 8):
        first = Javanese().month(year, 1).span.first
        assert (year_name(year), first.strftime("%a"), pasaran(first)) == ("Alif", "Tue", "Pon")


def test_the_next_kurup_begins_on_monday_pahing_a_day_early():
    first = Javanese().month(1987, 1).span.first

    assert (first, first.strftime("%a"), pasaran(first)) == (date(2052, 8, 26), "Mon", "Pahing")
    assert Javanese().month(1986, 12).span.days == 29


def test_villages_of_the_older_kurup_are_a_day_behind():
    assert Javanese("aboge").month(1959, 1).span.first == date(2025, 6, 28)


def test_counting_other_leap_years_moves_only_the_start_of_dal():
    usual, other = Javanese(), Javanese(leap_years=(2, 4, 8))

    moved = [
        year for year in range(1955, 1964) if usual.month(year, 1).span != other.month(year, 1).span
    ]

    assert [year_name(year) for year in moved] == ["Dal"]


def test_grebeg_mulud_of_dal_1959_was_on_5_september_2025():
    day = named(Javanese(), date(2025, 9, 5))

    assert (day.year, day.month, day.day) == (1959, 3, 12)


def test_independence_day_was_a_friday_legi():
    assert pasaran(date(1945, 8, 17)) == "Legi"


@pytest.mark.parametrize(
    "day", [date(2018, 10, 17), date(2022, 3, 30), date(2023, 5, 24), date(2025, 2, 12)]
)
def test_pagerwesi_is_wednesday_kliwon_of_sinta(day):
    assert (day.strftime("%a"), pasaran(day), wuku(day)) == ("Wed", "Kliwon", "Sinta")


def test_galungan_2026_is_wednesday_kliwon_of_dungulan_on_17_june():
    found = on_or_after(date(2026, 1, 1), weekday=2, market="Kliwon", week="Dungulan")

    assert found == date(2026, 6, 17)


def test_days_that_never_meet_in_a_week_give_none():
    assert on_or_after(date(2026, 1, 1), weekday=2, market="Legi", week="Sinta") is None


def test_dal_has_lengths_of_its_own_where_it_is_no_leap_year():
    usual, other = Javanese(), Javanese(leap_years=(2, 4, 8))

    assert [usual.month(1959, n).span.days for n in range(1, 13)] == [30, 29] * 5 + [30, 30]
    assert [other.month(1959, n).span.days for n in range(1, 13)] == [
        *(30, 30, 29, 29, 29, 29),
        *(30, 29, 30, 29, 30, 30),
    ]
