import tomllib
from datetime import date
from pathlib import Path

import pytest

from festivals.dates.rules import Almanac, RuleError, rule_from_dict
from festivals.dates.spans import Span

SAMPLE = Path(__file__).resolve().parents[3] / "festivals/sample_data/festivals.toml"
YEAR = (date(2027, 1, 1), date(2027, 12, 31))


def test_all_hundred_and_one_rules_of_the_sample_data_give_dates_or_months():
    rows = tomllib.loads(SAMPLE.read_text(encoding="utf-8"))["festival"]
    almanac = Almanac(rules={row["slug"]: row["rule"] for row in rows})

    rules = [
        rule_from_dict(row["rule"], days=row.get("duration_days", 1), almanac=almanac)
        for row in rows
    ]

    assert len(rules) == 101
    years = date(2027, 1, 1), date(2028, 12, 31)
    assert [
        row["slug"] for row, rule in zip(rows, rules, strict=True) if not rule.forecasts(*years)
    ] == []


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


def test_months_that_follow_the_hijri_year_wander_through_the_civil_one():
    rule = rule_from_dict(
        {"calendar": "announced", "hijri_window": {"month": 9, "from": 15, "to": 25}}
    )

    found = rule.forecasts(date(2027, 1, 1), date(2030, 12, 31))

    assert [forecast.months for forecast in found] == [(2, 3), (2,), (1, 2), (1,)]
    assert {forecast.basis for forecast in found} == {"announced"}


@pytest.mark.parametrize(
    ("more", "reasons"),
    [
        ({"weekdays": ["SU"]}, ("committee",)),
        ({"decided_by": "weather"}, ("weather",)),
        ({"not_every_year": True}, ("committee", "not_every_year")),
        ({"every_years": 2}, ("committee", "not_every_year")),
    ],
)
def test_what_people_say_of_the_day_is_kept_as_the_reason(more, reasons):
    rule = rule_from_dict({"calendar": "announced", "typical_months": [10, 11], **more})

    assert rule.forecasts(*YEAR)[0].reasons == reasons


@pytest.mark.parametrize(
    "data", [{}, {"calendar": "mayan"}, {"calendar": []}, "second Saturday", None, []]
)
def test_what_is_no_rule_is_refused_with_what_is_allowed(data):
    with pytest.raises(RuleError, match="“calendar” must be one of gregorian, announced, hijri"):
        rule_from_dict(data)
