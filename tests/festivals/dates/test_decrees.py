"""Decrees: the shipped ones hold together, and one that cannot be true is refused."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from festivals.dates.checking import check_decree
from festivals.dates.decrees import Decree, latest, shipped
from festivals.dates.hijri import Hijri
from festivals.dates.lunar import named
from festivals.dates.reading import RuleError


@pytest.mark.parametrize("decree", shipped(), ids=str)
def test_each_shipped_decree_agrees_with_the_sky_and_the_others(decree):
    check_decree(decree, shipped())

    assert decree.source
    assert decree.seen_on


def test_a_later_decree_outranks_a_shipped_one():
    own = Decree("nyepi", 2030, 0, date(2030, 3, 6))

    assert latest([*shipped(), own])[own.key].day == date(2030, 3, 6)


@pytest.mark.parametrize(
    ("decree", "sentence"),
    [
        (
            Decree("month", 1450, 10, date(2029, 3, 1)),
            "Syawal 1450 cannot begin on 2029-03-01: by the moon it begins on 2029-02-15",
        ),
        (
            Decree("month", 1447, 11, date(2026, 4, 18)),
            "Dzulqa'dah 1447 on 2026-04-18 contradicts the decree of Syawal 1447 on 2026-03-21: "
            "there would be 28 days",
        ),
        (Decree("nyepi", 2031, 0, date(2031, 4, 24)), "far from where that day is reckoned"),
        (Decree("waisak", 2029, 0, date(2029, 4, 28)), "reckoned: 2029-05-28."),
        (Decree("imlek", 2053, 0, date(2053, 2, 19)), "years run from 2000 to 2052"),
    ],
)
def test_a_decree_that_cannot_be_true_is_refused_with_what_is_allowed(decree, sentence):
    with pytest.raises(RuleError) as caught:
        check_decree(decree, shipped())

    assert sentence in str(caught.value)


def test_a_month_of_31_days_is_refused():
    others = [Decree("month", 1450, 9, date(2029, 1, 15))]

    with pytest.raises(RuleError, match="would be 31 days between them; 29 to 30 are possible"):
        check_decree(Decree("month", 1450, 10, date(2029, 2, 15)), others)


def test_decrees_some_months_apart_are_held_against_each_other():
    others = [Decree("month", 1449, 7, date(2027, 11, 29))]

    with pytest.raises(RuleError, match="121 days between them; 116 to 120 are possible"):
        check_decree(Decree("month", 1449, 11, date(2028, 3, 29)), others)


@pytest.mark.parametrize("first", range(-1, 2))
@pytest.mark.parametrize("second", range(-1, 2))
@pytest.mark.parametrize("apart", range(1, 10))
def test_between_two_decrees_every_month_has_29_or_30_days(first, second, apart):
    """Whatever two days beside the reckoned ones are decreed, if the months between fit."""
    reckoned = Hijri()
    start = (reckoned.numbered(370).span.first + timedelta(days=first), "")
    end = (reckoned.numbered(370 + apart).span.first + timedelta(days=second), "")
    if not 29 * apart <= (end[0] - start[0]).days <= 30 * apart:
        return  # Refused when it is entered: see above.
    calendar = Hijri({month_of(370): start, month_of(370 + apart): end})

    months = list(calendar.months_between(date(2029, 1, 1), date(2033, 1, 1)))

    assert {month.span.days for month in months} == {29, 30}
    assert all(a.span.last + timedelta(days=1) == b.span.first for a, b in pairwise(months))
    assert all(month.readings for month in months)


def month_of(number):
    return 1420 + number // 12, number % 12 + 1


def test_decrees_that_contradict_each_other_still_give_every_day_a_name():
    calendar = Hijri({(1449, 7): (date(2027, 11, 29), ""), (1449, 11): (date(2028, 3, 29), "")})

    assert named(calendar, date(2028, 3, 10)).year == 1449
