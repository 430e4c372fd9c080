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


def test_without_months_only_the_year_is_known():
    (found,) = rule_from_dict({"calendar": "announced", "typical_months": []}).forecasts(*YEAR)

    assert found.precision == "year"


def test_every_second_year_counts_from_the_year_it_is_known_from():
    rule = rule_from_dict(
        {"calendar": "announced", "typical_months": [9], "every_years": 2, "from_year": 2014}
    )

    assert rule.forecasts(*YEAR) == []
    assert rule.forecasts(date(2026, 1, 1), date(2026, 12, 31))


def test_every_second_year_from_no_year_says_that_it_is_not_every_year():
    rule = rule_from_dict({"calendar": "announced", "typical_months": [9], "every_years": 2})

    assert rule.forecasts(*YEAR)[0].reasons == ("committee", "not_every_year")


@pytest.mark.parametrize("months", [[13], [0], "7", [7.5], None])
def test_a_month_outside_the_year_is_refused(months):
    with pytest.raises(RuleError, match="give a list of numbers from 1 to 12"):
        rule_from_dict({"calendar": "announced", "typical_months": months})


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


@pytest.mark.parametrize("data", [{}, {"calendar": "mayan"}, "second Saturday", None, []])
def test_what_is_no_rule_is_refused_with_what_is_allowed(data):
    with pytest.raises(RuleError, match=r"'calendar' must be one of gregorian, announced, hijri"):
        rule_from_dict(data)
