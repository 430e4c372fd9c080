"""Civil rules against printed calendars: weekdays of 2024 to 2027."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from festivals.dates.rules import RuleError, rule_from_dict
from festivals.dates.spans import Span


def rule(text: str, **more: object):
    return rule_from_dict({"calendar": "gregorian", "rule": text, **more})


def days(found) -> list[date]:
    return [forecast.rule_date for forecast in found]


def year(number: int) -> tuple[date, date]:
    return date(number, 1, 1), date(number, 12, 31)


def test_the_second_saturday_of_july_2025_is_the_12th():
    assert days(rule("FREQ=YEARLY;BYMONTH=7;BYDAY=2SA").forecasts(*year(2025))) == [
        date(2025, 7, 12)
    ]


def test_the_last_saturday_of_october_2025_is_the_25th():
    assert days(rule("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SA").forecasts(*year(2025))) == [
        date(2025, 10, 25)
    ]


def test_the_first_saturday_on_or_after_the_fifth_of_november_2025_is_the_eighth():
    text = "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=5,6,7,8,9,10,11;BYDAY=SA"

    assert days(rule(text).forecasts(*year(2025))) == [date(2025, 11, 8)]


def test_a_monthly_rule_gives_twelve_a_year():
    found = rule("FREQ=MONTHLY;BYDAY=3SA").forecasts(*year(2026))

    assert len(found) == 12
    assert found[0].rule_date == date(2026, 1, 17)


def test_the_29th_of_february_comes_in_leap_years_only():
    text = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"

    assert days(rule(text).forecasts(date(2023, 1, 1), date(2032, 12, 31))) == [
        date(2024, 2, 29),
        date(2028, 2, 29),
        date(2032, 2, 29),
    ]


@given(st.dates(date(2002, 1, 1), date(2040, 1, 1)), st.integers(0, 400))
def test_a_rule_every_second_week_gives_the_same_days_whatever_span_is_asked(first, length):
    text = "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"
    last = first + timedelta(days=length)

    some = days(rule(text).forecasts(first, last))
    more = days(rule(text).forecasts(first - timedelta(days=500), last + timedelta(days=500)))

    assert some == [day for day in more if first <= day <= last]


@given(
    st.sampled_from(["FREQ=YEARLY;BYMONTH=7;BYDAY=2SA", "FREQ=MONTHLY;BYDAY=3SA"]),
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.integers(0, 800),
    st.integers(0, 60),
)
def test_a_forecast_lies_in_what_was_asked_and_inside_its_window(text, first, length, slack):
    found = rule(text, uncertainty_days=slack).forecasts(first, first + timedelta(days=length))

    for forecast in found:
        assert first <= forecast.rule_date <= first + timedelta(days=length)
        assert forecast.window.first <= forecast.span.first <= forecast.window.last
        assert forecast.window.days == 2 * slack + 1


def test_a_habit_is_no_rule_and_has_a_wide_window():
    (found,) = rule(
        "FREQ=YEARLY;BYMONTH=7;BYDAY=2SA", status="pattern", uncertainty_days=14
    ).forecasts(*year(2027))

    assert found.basis == "pattern"
    assert found.reasons == ("habit",)
    assert found.window == Span(date(2027, 6, 26), date(2027, 7, 24))


def test_before_a_habit_began_the_window_holds_the_months_it_wandered_through():
    habit = rule(
        "FREQ=YEARLY;BYMONTH=7;BYDAY=2SA",
        status="pattern",
        since=2023,
        earlier_months=[7, 11],
        uncertainty_days=[7, 14],
    )

    (before,), (after,) = habit.forecasts(*year(2017)), habit.forecasts(*year(2025))

    assert before.window == Span(date(2017, 7, 1), date(2017, 11, 30))
    assert after.window == Span(date(2025, 7, 5), date(2025, 7, 26))


def test_side_events_lay_the_days_around_the_main_one():
    (found,) = rule("FREQ=YEARLY;BYMONTH=7;BYDAY=2SA", side_events_days=[-1, 1]).forecasts(
        *year(2025)
    )

    assert found.rule_date == date(2025, 7, 12)
    assert found.span == Span(date(2025, 7, 11), date(2025, 7, 13))


def test_the_usual_length_holds_where_the_rule_gives_none():
    data = {"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=18"}

    (usual,) = rule_from_dict(data, days=3).forecasts(*year(2026))
    (own,) = rule_from_dict(data | {"duration_days": 2}, days=3).forecasts(*year(2026))

    assert (usual.span.days, own.span.days) == (3, 2)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "FREQ=YEARLY;BYMONTH=13",
            "BYMONTH=13 in FREQ=YEARLY;BYMONTH=13: it runs from 1 to 12, without 0.",
        ),
        ("FREQ=YEARLY;BYMONTHDAY=32", "it runs from -31 to 31, without 0."),
        ("FREQ=HOURLY", "must begin with FREQ= one of YEARLY, MONTHLY, WEEKLY, DAILY."),
        ("FREQ=YEARLY;COUNT=3", "FREQ=YEARLY;COUNT=3 has COUNT; it may have BYDAY,"),
        ("FREQ=YEARLY;BYDAY=2XX", "write MO, TU, WE, TH, FR, SA, SU or 2SA."),
        ("FREQ=YEARLY;BYDAY=0SA", "write MO, TU, WE, TH, FR, SA, SU or 2SA."),
        ("FREQ=MONTHLY;BYDAY=9SA", "a weekday is counted to 5 there,"),
        ("FREQ=YEARLY;BYDAY=54SA", "a weekday is counted to 53 there,"),
        (
            "FREQ=WEEKLY;BYDAY=2SA",
            "a weekday is counted to 0 there, and not at all where that is 0.",
        ),
        ("FREQ=YEARLY;FREQ=DAILY", "says the same part twice; give each part once."),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "names no day from 2000 to 2052."),
        ("", "write it like FREQ=YEARLY;BYMONTH=7;BYDAY=2SA."),
    ],
)
def test_nonsense_is_refused_with_the_value_and_what_is_allowed(text, sentence):
    with pytest.raises(RuleError) as caught:
        rule(text)

    assert sentence in str(caught.value)


def test_a_word_that_the_rule_does_not_know_is_refused():
    with pytest.raises(RuleError, match="“uncertainty” cannot stand in “gregorian”"):
        rule("FREQ=YEARLY;BYMONTH=7;BYDAY=2SA", uncertainty=14)


def test_a_negative_uncertainty_is_refused():
    with pytest.raises(RuleError, match="“uncertainty_days” is -1; give days before and after"):
        rule("FREQ=YEARLY;BYMONTH=7;BYDAY=2SA", uncertainty_days=-1)


@pytest.mark.parametrize("days", [[1, -1], [-1], [-1, 10**9], "-1..1"])
def test_side_events_that_are_no_two_days_in_order_are_refused(days):
    with pytest.raises(RuleError, match="give two whole numbers, first and last, from -366 to 366"):
        rule("FREQ=YEARLY;BYMONTH=7;BYDAY=2SA", side_events_days=days)


def test_a_year_out_of_reach_is_refused():
    with pytest.raises(RuleError, match="years run from 2000 to 2052"):
        rule("FREQ=YEARLY;BYMONTH=7;BYDAY=2SA").forecasts(date(1, 1, 1), date(2027, 1, 1))
