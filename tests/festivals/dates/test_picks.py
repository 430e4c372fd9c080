"""From a day of a calendar to the weekday people take; 6 June 2027 is a Sunday."""

from datetime import date

import pytest

from festivals.dates import picks
from festivals.dates.reading import RuleError
from festivals.dates.spans import Span

SUNDAY = Span(date(2027, 6, 6), date(2027, 6, 6))
MONDAY = Span(date(2027, 6, 7), date(2027, 6, 7))
MONTH = Span(date(2027, 6, 1), date(2027, 6, 30))


def picked(span, **data):
    return picks.from_dict(data).day(span)


def test_on_or_after_counts_the_day_itself():
    first = {"type": "first_weekday_on_or_after", "weekdays": ["SU"]}

    assert picked(SUNDAY, **first) == date(2027, 6, 6)
    assert picked(MONDAY, **first) == date(2027, 6, 13)


def test_of_two_weekdays_the_first_to_come_is_taken():
    found = picked(MONDAY, type="first_weekday_on_or_after", weekdays=["TH", "SU"])

    assert found == date(2027, 6, 10)


@pytest.mark.parametrize(("n", "day"), [(1, 13), (2, 20), (3, 27)])
def test_strictly_after_never_counts_the_day_itself(n, day):
    found = picked(SUNDAY, type="nth_weekday_after", weekday="SU", n=n)

    assert found == date(2027, 6, day)


@pytest.mark.parametrize(("weekday", "day"), [("SU", 6), ("SA", 5), ("TH", 10), ("WE", 9)])
def test_the_nearest_may_lie_before(weekday, day):
    found = picked(MONDAY, type="nearest_weekday", weekday=weekday)

    assert found == date(2027, 6, day)


@pytest.mark.parametrize(("prefer", "day"), [("first", 10), ("last", 13)])
def test_in_a_window_the_first_or_the_last_is_preferred(prefer, day):
    window = Span(date(2027, 6, 10), date(2027, 6, 13))

    found = picked(window, type="weekday_in_window", weekdays=["TH", "SU"], prefer=prefer)

    assert found == date(2027, 6, day)


def test_a_window_without_such_a_weekday_gives_none():
    window = Span(date(2027, 6, 7), date(2027, 6, 9))

    assert picked(window, type="weekday_in_window", weekdays=["SU"]) is None


def test_the_last_in_the_month():
    assert picked(MONTH, type="last_weekday_in_month", weekdays=["SA"]) == date(2027, 6, 26)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"type": "some_day", "weekday": "SU"}, "“type” is some_day; it must be one of first_"),
        ({"type": "nearest_weekday", "weekday": "XX"}, "“weekday” is XX; give one or more of MO"),
        ({"type": "nearest_weekday", "weekdays": []}, "“weekdays” is [];"),
        ({"type": "nth_weekday_after", "weekday": "SU", "n": 0}, "“n” is 0; it must be a whole"),
        ({"type": "nth_weekday_after", "weekday": "SU", "of": 1}, "“of” cannot stand in “pick”"),
        (
            {"type": "weekday_in_window", "weekday": "SU", "prefer": "middle"},
            "“prefer” is middle; it must be one of first, last.",
        ),
    ],
)
def test_a_pick_that_cannot_be_read_is_refused_with_what_is_allowed(data, sentence):
    with pytest.raises(RuleError) as caught:
        picks.from_dict(data)

    assert sentence in str(caught.value)
