"""Nyepi and the saka months against the joint decrees of 2000 to 2030, Waisak and Imlek too."""

from datetime import date

import pytest

from festivals.dates.almanac import Almanac
from festivals.dates.decrees import shipped
from festivals.dates.holy_days import vesak
from festivals.dates.rules import rule_from_dict
from festivals.dates.saka import Saka

NYEPI = {d.day.year: d.day for d in shipped() if d.kind == "nyepi"}
WAISAK = {d.day.year: d.day for d in shipped() if d.kind == "waisak"}
IMLEK = {
    2015: (2, 19),
    2016: (2, 8),
    2017: (1, 28),
    2018: (2, 16),
    2019: (2, 5),
    2020: (1, 25),
    2021: (2, 12),
    2022: (2, 1),
    2023: (1, 22),
    2024: (2, 10),
    2025: (1, 29),
    2026: (2, 17),
    2027: (2, 6),
}
NOTHING_DECREED = Almanac(())


def day_of(event, year, almanac):
    rule = rule_from_dict({"calendar": "table", "event": event}, almanac=almanac)
    (found,) = rule.forecasts(date(year, 1, 1), date(year, 12, 31))
    return found


def test_nyepi_is_reckoned_right_in_all_years_but_one():
    wrong = [year for year, day in NYEPI.items() if Saka().month(year - 78, 10).span.first != day]

    assert len(NYEPI) == 31
    assert wrong == [2004]


@pytest.mark.parametrize("year", NYEPI)
def test_nyepi_lies_in_its_window_before_it_is_decreed(year):
    found = day_of("nyepi", year, NOTHING_DECREED)

    assert NYEPI[year] in found.window
    assert (found.window.days, found.basis, found.reasons) == (3, "computed", ("committee",))


def test_a_decreed_nyepi_is_one_day():
    found = day_of("nyepi", 2004, Almanac())

    assert (found.span.first, found.window.days, found.basis) == (date(2004, 3, 22), 1, "decree")


def test_the_day_before_nyepi_is_the_dark_moon():
    assert Saka().named(date(2027, 3, 7)).day == 30


def test_the_full_moon_of_may_2027_is_the_fifteenth():
    """Purnama Jyestha: printed Balinese calendars give 20 May 2027."""
    day = Saka().named(date(2027, 5, 20))

    assert day.day in (14, 15)


@pytest.mark.parametrize("year", WAISAK)
def test_waisak_is_the_full_moon_of_the_fourth_chinese_month(year):
    assert vesak(year)[0] == WAISAK[year]


@pytest.mark.parametrize("year", IMLEK)
def test_imlek_is_the_national_holiday(year):
    assert day_of("imlek", year, NOTHING_DECREED).span.first == date(year, *IMLEK[year])


def test_cap_go_meh_is_the_fifteenth_and_the_temple_keeps_a_second_day():
    rule = rule_from_dict(
        {"calendar": "chinese", "month": 1, "day": 15, "also": [{"month": 2, "day": 1}]}
    )

    found = rule.forecasts(date(2027, 1, 1), date(2027, 12, 31))

    assert [f.span.first for f in found] == [date(2027, 2, 20), date(2027, 3, 8)]
    assert len({f.occurrence for f in found}) == 2


def test_a_leap_month_holds_no_second_festival():
    """2020 had two fourth months; the festival is kept in the first."""
    rule = rule_from_dict({"calendar": "chinese", "month": 4, "day": 8})

    assert len(rule.forecasts(date(2020, 1, 1), date(2020, 12, 31))) == 1


def test_isra_mikraj_2016_was_decreed_for_a_day_beside_the_27th():
    assert day_of("isra-mikraj", 2016, Almanac()).span.first == date(2016, 5, 6)
    assert day_of("isra-mikraj", 2016, NOTHING_DECREED).span.first == date(2016, 5, 5)
