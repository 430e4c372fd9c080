"""Rules that follow another festival."""

from datetime import date

import pytest

from festivals.dates.rules import Almanac, RuleError, rule_from_dict
from festivals.dates.spans import Span
from tests.festivals.sample_rules import TUMPENG

ALMANAC = Almanac(
    rules={
        "tumpeng-sewu": TUMPENG,
        "a": {"calendar": "same_day_as", "festival": "b"},
        "b": {"calendar": "offset_from", "festival": "c", "days": 1},
        "c": {"calendar": "same_day_as", "festival": "a"},
        "jazz": {"calendar": "announced", "typical_months": [7, 8]},
    }
)


def forecasts(data, year, days=1):
    rule = rule_from_dict(data, days=days, almanac=ALMANAC)
    return rule.forecasts(date(year, 1, 1), date(year, 12, 31))


def test_the_same_day_is_as_sure_as_the_other_festival():
    (found,) = forecasts({"calendar": "same_day_as", "festival": "tumpeng-sewu"}, 2029)

    assert found.window == Span(date(2029, 4, 15), date(2029, 4, 19))
    assert found.reasons == ("sighting", "weekday_jump")
    assert found.derivation.festival == "tumpeng-sewu"


def test_days_before_shift_the_day_and_its_window():
    data = {"calendar": "offset_from", "festival": "tumpeng-sewu", "days": -1}

    (found,) = forecasts(data, 2029, days=2)

    assert found.span == Span(date(2029, 4, 14), date(2029, 4, 15))
    assert found.window == Span(date(2029, 4, 14), date(2029, 4, 18))


def test_what_follows_an_announced_festival_knows_its_months_only():
    (found,) = forecasts({"calendar": "same_day_as", "festival": "jazz"}, 2027)

    assert (found.precision, found.months) == ("month", (7, 8))


@pytest.mark.parametrize("slug", ["a", "b", "c"])
def test_rules_that_follow_one_another_in_a_circle_are_refused(slug):
    with pytest.raises(RuleError, match="follow one another in a circle"):
        rule_from_dict(ALMANAC.rules[slug], almanac=ALMANAC)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"calendar": "same_day_as"}, "“festival” is –; give the slug of the festival"),
        ({"calendar": "same_day_as", "festival": "nobody"}, "“nobody” is no festival here"),
        ({"calendar": "offset_from", "festival": "jazz"}, "“days” is –; it must be a whole number"),
        ({"calendar": "offset_from", "festival": "jazz", "days": 400}, "from -90 to 90."),
        ({"calendar": "same_day_as", "festival": "jazz", "days": 1}, "“days” cannot stand in"),
    ],
)
def test_a_rule_that_follows_nothing_is_refused(data, sentence):
    with pytest.raises(RuleError) as caught:
        rule_from_dict(data, almanac=ALMANAC)

    assert sentence in str(caught.value)
