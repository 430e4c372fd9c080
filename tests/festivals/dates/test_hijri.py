"""Hijri months of the government against its decrees: national days of 2015 to 2026.

First days of Ramadan as the ministry announced them after its session (sidang isbat).
"""

from datetime import date, timedelta

import pytest

from festivals.dates import decrees, moon
from festivals.dates.hijri import Hijri
from festivals.dates.lunar import civil, named
from festivals.dates.reading import RuleError

SYAWAL = {
    2015: (7, 17),
    2016: (7, 6),
    2017: (6, 25),
    2018: (6, 15),
    2019: (6, 5),
    2020: (5, 24),
    2021: (5, 13),
    2022: (5, 2),
    2023: (4, 22),
    2024: (4, 10),
    2025: (3, 31),
    2026: (3, 21),
}
MUHARRAM = {
    2015: (10, 14),
    2016: (10, 2),
    2017: (9, 21),
    2018: (9, 11),
    2019: (9, 1),
    2020: (8, 20),
    2021: (8, 10),
    2022: (7, 30),
    2023: (7, 19),
    2024: (7, 7),
    2025: (6, 27),
    2026: (6, 16),
}
RAMADAN = {
    2015: (6, 18),
    2016: (6, 6),
    2017: (5, 27),
    2018: (5, 17),
    2019: (5, 6),
    2020: (4, 24),
    2021: (4, 13),
    2022: (4, 3),
    2023: (3, 23),
    2024: (3, 12),
    2025: (3, 1),
    2026: (2, 19),
}
FIRSTS = [
    (number, date(year, *day))
    for number, days in ((10, SYAWAL), (1, MUHARRAM), (9, RAMADAN))
    for year, day in days.items()
]


@pytest.mark.parametrize(("number", "day"), FIRSTS)
def test_the_crescent_alone_gives_the_first_day_that_was_decreed(number, day):
    name = named(Hijri(), day)

    assert (name.month, name.day) == (number, 1)


def test_every_shipped_month_start_is_a_reading_of_the_crescent():
    reckoned = Hijri()

    for decree in decrees.shipped():
        if decree.kind == decrees.MONTH:
            readings = reckoned.month(decree.year, decree.month).readings
            assert decree.day in {reading.first for reading in readings}, decree


def test_a_decree_outranks_the_crescent():
    likely = Hijri().month(1450, 12).span.first

    decreed = Hijri({(1450, 12): (likely + timedelta(days=1), "decree 7")}).month(1450, 12)

    assert decreed.span.first == likely + timedelta(days=1)
    assert (decreed.basis, decreed.margin, decreed.source) == ("decree", None, "decree 7")
    assert not decreed.is_borderline


def test_a_decree_binds_the_months_beside_it_to_29_or_30_days():
    likely = Hijri().month(1450, 12).span.first
    calendar = Hijri({(1450, 12): (likely + timedelta(days=1), "")})

    months = [calendar.month(1450, 11), calendar.month(1450, 12), calendar.month(1451, 1)]

    assert all(reading.days in (29, 30) for month in months for reading in month.readings)


def test_a_crescent_near_the_limit_keeps_both_days():
    """1 Dzulhijjah 1450: passed by less than 0.6 degrees, so 15 April 2029, or the 16th."""
    month = Hijri().month(1450, 12)

    assert month.is_borderline
    assert 0 <= month.margin < 0.6
    assert {reading.first for reading in month.readings} == {date(2029, 4, 15), date(2029, 4, 16)}


def test_a_crescent_that_fell_short_by_little_keeps_the_day_before():
    """1 Syawal 1447: short by 0.3 degrees, decreed for 21 March 2026."""
    month = Hijri().month(1447, 10)

    assert month.span.first == date(2026, 3, 21)
    assert {reading.first for reading in month.readings} == {date(2026, 3, 20), date(2026, 3, 21)}


def test_the_old_criterion_holds_until_february_2022():
    before = moon.crescent(moon_of(date(2021, 5, 12)))
    after = moon.crescent(moon_of(date(2023, 4, 20)))

    assert before.month_start == date(2021, 5, 13)
    assert after.month_start == date(2023, 4, 22)
    assert -2.5 < after.margin < 0  # High enough for the old one: 1.9 degrees and more.


def moon_of(day):
    return round((day - moon.EPOCH.date()) / moon.SYNODIC_MONTH)


def test_the_calendar_of_mecca_is_never_the_answer():
    """Umm al-Qura began Syawal 1444 on 21 April 2023; Indonesia on the 22nd."""
    assert civil(Hijri(), 1444, 10, 1) == date(2023, 4, 22)


def test_a_day_that_a_month_does_not_have_is_refused():
    with pytest.raises(RuleError, match="Day 30: Syawal 1446 has days 1 to 29"):
        civil(Hijri(), 1446, 10, 30)


def test_a_thirteenth_month_is_refused():
    with pytest.raises(RuleError, match="Month 13: the calendar “hijri” has months 1 to 12"):
        civil(Hijri(), 1446, 13, 1)
