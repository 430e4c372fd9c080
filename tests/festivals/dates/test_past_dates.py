"""The rules against what was held: exact where a calendar rules, and always inside the window."""

from datetime import date
from statistics import median

import pytest

from festivals.dates.rules import rule_from_dict
from tests.festivals.dates.past import almanac, judged, rules

BY_RULE = ("decree", "computed")


@pytest.mark.parametrize("with_decrees", [True, False])
def test_at_least_95_in_100_dates_fall_inside_their_window(with_decrees):
    rows = judged(almanac(with_decrees=with_decrees))
    outside = [row for row in rows if not row.is_inside]

    assert len(rows) >= 100
    assert len(outside) <= 0.05 * len(rows), outside


@pytest.mark.parametrize(("with_decrees", "share"), [(True, 0.95), (False, 0.94)])
def test_dates_that_a_calendar_gives_are_exact(with_decrees, share):
    rows = [r for r in judged(almanac(with_decrees=with_decrees)) if r.forecast.basis in BY_RULE]
    wrong = [row for row in rows if row.days_off]

    assert len(rows) >= 90
    assert len(rows) - len(wrong) >= share * len(rows), wrong


def test_windows_of_rules_are_two_days_wide_at_most_in_the_middle():
    calendars = almanac(with_decrees=True)
    widths = []
    for data, days in rules().values():
        rule = rule_from_dict(data, days=days, almanac=calendars)
        found = rule.forecasts(date(2028, 1, 1), date(2037, 12, 31))
        by_rule = [f.window.days for f in found if f.basis in BY_RULE]
        widths += [median(by_rule)] if by_rule else []

    assert len(widths) >= 40
    assert median(widths) <= 2


def test_a_habit_is_wide_and_says_so():
    rows = [row for row in judged(almanac(with_decrees=True)) if row.forecast.basis == "pattern"]

    assert len(rows) >= 15
    assert all(row.forecast.reasons == ("habit",) for row in rows)
    assert min(row.forecast.window.days for row in rows) >= 21
