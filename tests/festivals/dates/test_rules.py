import tomllib
from datetime import date
from pathlib import Path

import pytest

from festivals.dates.rules import RuleError, rule_from_dict
from festivals.dates.spans import Span

SAMPLE = Path(__file__).resolve().parents[3] / "festivals/sample_data/festivals.toml"
YEAR = (date(2027, 1, 1), date(2027, 12, 31))


def test_all_hundred_and_one_rules_of_the_sample_data_can_be_read_and_asked():
    rows = tomllib.loads(SAMPLE.read_text(encoding="utf-8"))["festival"]

    rules = [rule_from_dict(row["rule"], days=row.get("duration_days", 1)) for row in rows]

    assert len(rules) == 101
    assert sum(bool(rule.forecasts(*YEAR)) for rule in rules) >= 60


def test_an_announced_festival_is_expected_in_its_months():
    (found,) = rule_from_dict({"calendar": "announced", "typical_months": [8, 9]}).forecasts(*YEAR)

    assert found.span == found.window == Span(date(2027, 8, 1), date(2027, 9, 30))
    assert (found.precision, found.basis) == ("month", "announced")


def test_parted_months_are_one_holding():
    rule = rule_from_dict({"calendar": "announced", "typical_months": [12, 7]})
    (found,) = rule.forecasts(*YEAR)

    assert found.span == Span(date(2027, 7, 1), date(2027, 12, 31))
    assert rule.months == (7, 12)


def test_a_season_over_the_new_year_begins_in_the_old_year():
    rule = rule_from_dict({"calendar": "announced", "typical_months": [1, 11, 12]})
    (found,) = rule.forecasts(*YEAR)

    assert found.rule_date == date(2027, 11, 1)
    assert found.span == Span(date(2027, 11, 1), date(2028, 1, 31))
    assert rule.months == (11, 12, 1)


def test_without_months_only_the_year_is_known():
    (found,) = rule_from_dict({"calendar": "announced", "typical_months": []}).forecasts(*YEAR)

    assert found.precision == "year"


def test_every_second_year_counts_from_the_year_it_is_known_from():
    rule = rule_from_dict(
        {"calendar": "announced", "typical_months": [9], "every_years": 2, "from_year": 2014}
    )

    assert rule.forecasts(*YEAR) == []
    assert rule.forecasts(date(2026, 1, 1), date(2026, 12, 31))


def test_there_is_none_before_the_year_it_is_known_from():
    rule = rule_from_dict(
        {"calendar": "announced", "typical_months": [9], "every_years": 2, "from_year": 2029}
    )

    assert rule.forecasts(*YEAR) == []


def test_every_second_year_from_no_year_says_that_it_is_not_every_year():
    rule = rule_from_dict({"calendar": "announced", "typical_months": [9], "every_years": 2})

    assert rule.forecasts(*YEAR)[0].reasons == ("committee", "not_every_year")


@pytest.mark.parametrize("months", [[13], [0], [True], "7", [7.5], None])
def test_a_month_outside_the_year_is_refused(months):
    with pytest.raises(RuleError, match="give a list of numbers from 1 to 12"):
        rule_from_dict({"calendar": "announced", "typical_months": months})


@pytest.mark.parametrize(
    ("data", "basis"),
    [
        ({"calendar": "gregorian", "rule": "FREQ=MONTHLY;BYDAY=3SA"}, "computed"),
        (
            {
                "calendar": "gregorian",
                "rule": "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SA",
                "status": "pattern",
                "side_events_days": [-2, 0],
                "uncertainty_days": 21,
            },
            "pattern",
        ),
        (
            {
                "calendar": "gregorian",
                "rule": "FREQ=YEARLY;BYMONTH=7;BYDAY=4MO",
                "status": "pattern",
                "duration_days": 4,
                "uncertainty_days": 14,
            },
            "pattern",
        ),
        (
            {
                "calendar": "gregorian",
                "rule": "FREQ=WEEKLY;BYDAY=SA;BYMONTH=2,3,4,5,6,7,8,9,10,11",
            },
            "computed",
        ),
        (
            {
                "calendar": "announced",
                "typical_months": [2, 3],
                "hijri_window": {"month": 9, "from": 15, "to": 25},
            },
            "announced",
        ),
        ({"calendar": "announced", "typical_months": [9, 10], "weekday": "SU"}, "announced"),
        (
            {"calendar": "announced", "typical_months": [10, 11], "trigger": "long dry season"},
            "announced",
        ),
        (
            {"calendar": "announced", "typical_months": [12], "weekday_any": ["SA", "SU"]},
            "announced",
        ),
        (
            {
                "calendar": "announced",
                "typical_months": [5, 6, 7],
                "note": "not every year; window follows the WSL calendar",
            },
            "announced",
        ),
        ({"calendar": "announced", "typical_months": [9, 10], "every_years": 2}, "announced"),
    ],
)
def test_rules_as_the_office_writes_them_say_what_their_dates_rest_on(data, basis):
    rule = rule_from_dict(data)

    assert rule.is_reckoned
    assert {forecast.basis for forecast in rule.forecasts(*YEAR)} == {basis}


@pytest.mark.parametrize(
    "data",
    [
        {"calendar": "hijri", "month": 10, "day": 2},
        {"calendar": "pawukon", "wuku": "Sinta", "weekday": "WE", "pasaran": "Kliwon"},
        {"calendar": "same_day_as", "festival": "tumpeng-sewu"},
    ],
)
def test_a_rule_of_a_calendar_that_is_not_reckoned_is_kept_and_gives_no_date(data):
    rule = rule_from_dict(data)

    assert not rule.is_reckoned
    assert rule.forecasts(*YEAR) == []


@pytest.mark.parametrize(
    "data", [{}, {"calendar": "mayan"}, {"calendar": []}, "second Saturday", None, []]
)
def test_what_is_no_rule_is_refused_with_what_is_allowed(data):
    with pytest.raises(RuleError, match=r"'calendar' must be one of gregorian, announced, hijri"):
        rule_from_dict(data)
