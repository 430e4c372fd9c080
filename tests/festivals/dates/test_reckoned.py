"""Windows that are computed, not guessed; and what a rule of a traditional calendar refuses."""

from datetime import date

import pytest

from festivals.dates.decrees import Decree
from festivals.dates.explaining import explain
from festivals.dates.rules import Almanac, RuleError, rule_from_dict
from festivals.dates.spans import Span
from tests.festivals.sample_rules import ALIYAN, TUMPENG


def only(data, year, **more):
    (found,) = rule_from_dict(data, **more).forecasts(date(year, 1, 1), date(year, 12, 31))
    return found


def test_a_clear_month_start_gives_one_day():
    found = only(TUMPENG, 2028)

    assert found.window == Span(found.rule_date, found.rule_date)
    assert found.reasons == ()


def test_a_borderline_month_lets_a_weekday_jump():
    """1 Dzulhijjah 1450 is Sunday 15 April 2029, or Monday: then Thursday the 19th."""
    found = only(TUMPENG, 2029)

    assert found.window == Span(date(2029, 4, 15), date(2029, 4, 19))
    assert found.reasons == ("sighting", "weekday_jump")


def test_a_borderline_month_moves_a_fixed_day_by_one():
    found = only({"calendar": "hijri", "month": 12, "day": 10}, 2029)

    assert found.window == Span(date(2029, 4, 24), date(2029, 4, 25))
    assert found.reasons == ("sighting",)


def test_a_decree_closes_the_window():
    decreed = Almanac([Decree("month", 1450, 12, date(2029, 4, 16))])

    found = only(TUMPENG, 2029, almanac=decreed)

    assert found.window == Span(date(2029, 4, 19), date(2029, 4, 19))
    assert (found.basis, found.reasons) == ("decree", ())


def test_the_name_of_a_holding_stays_when_a_decree_moves_it():
    decreed = Almanac([Decree("month", 1450, 12, date(2029, 4, 16))])

    before, after = only(TUMPENG, 2029), only(TUMPENG, 2029, almanac=decreed)

    assert before.rule_date != after.rule_date
    assert before.occurrence == after.occurrence == "hijri 1450-12"


def test_elders_widen_the_window_by_their_days():
    data = {"calendar": "javanese", "month": "Besar", "day": 15, "decided_by": "elders"}

    found = only(data | {"uncertainty_days": [1, 4]}, 2027)

    assert found.window == Span(date(2027, 5, 21), date(2027, 5, 26))
    assert found.reasons == ("elders",)


def test_another_reading_of_the_rule_widens_the_window_to_hold_both():
    """12 Sela 1960 is 19 April 2027; 12 Dzulqa'dah, by the government's months, a day later."""
    data = {"calendar": "javanese", "month": "Sela", "day": 12, "decided_by": "elders"}

    found = only(data | {"alternate": {"calendar": "hijri", "month": 11, "day": 12}}, 2027)

    assert found.span.first == date(2027, 4, 19)
    assert found.window == Span(date(2027, 4, 19), date(2027, 4, 20))
    assert found.reasons == ("elders",)


def test_the_evening_before_is_a_day_earlier():
    data = {"calendar": "javanese", "month": "Sura", "day": 1}

    assert only(data, 2027).span.first == date(2027, 6, 6)
    assert only(data | {"time": "eve"}, 2027).span.first == date(2027, 6, 5)
    assert only(data | {"time": "evening"}, 2027).span.first == date(2027, 6, 6)


def test_a_hijri_festival_may_come_twice_in_a_civil_year_or_not_at_all():
    rule = rule_from_dict({"calendar": "hijri", "month": 9, "day": 1})

    counts = [
        len(rule.forecasts(date(year, 1, 1), date(year, 12, 31))) for year in range(2000, 2053)
    ]

    assert counts[2030 - 2000] == 2
    assert set(counts) == {1, 2}


def test_a_day_thirty_is_left_out_in_short_months():
    rule = rule_from_dict({"calendar": "hijri", "month": "*", "day": 30})

    found = rule.forecasts(date(2027, 1, 1), date(2027, 12, 31))

    assert 4 <= len(found) <= 8


def test_every_month_may_be_held_in_a_season_only():
    rule = rule_from_dict(
        {"calendar": "javanese", "month": "*", "day": 15, "months_active": [4, 5, 6]}
    )

    found = rule.forecasts(date(2027, 1, 1), date(2027, 12, 31))

    assert {forecast.span.first.month for forecast in found} == {4, 5, 6}


def test_a_market_day_once_a_year_keeps_its_other_days_open():
    rule = {"calendar": "weton", "weekday": "MO", "pasaran": "Kliwon", "months": [9, 10]}

    last, every = only(rule | {"prefer": "last"}, 2027), rule_from_dict(rule)

    assert last.span.first == date(2027, 10, 25)
    assert last.window == Span(date(2027, 9, 20), date(2027, 10, 25))
    assert len(every.forecasts(date(2027, 1, 1), date(2027, 12, 31))) == 2


def test_the_derivation_tells_month_pick_and_what_a_day_would_change():
    """1 Muharram 1449 is Sunday 6 June 2027; a day earlier, the Sunday after is the 6th."""
    (found,) = explain(rule_from_dict(ALIYAN), 2027)

    assert (found.kind, found.anchor.year, found.anchor.month) == ("month", 1449, 1)
    assert found.courses[0].month_start == date(2027, 6, 6)
    assert found.courses[0].day == date(2027, 6, 13)
    assert found.pick.kind == "nth_weekday_after"
    assert [course.day for course in found.what_if] == [date(2027, 6, 6)]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"calendar": "hijri", "month": 13, "day": 1}, "Month 13: the calendar “hijri” has months"),
        ({"calendar": "hijri", "month": "Foo", "day": 1}, "“month” is Foo; give 1 to 12, * for"),
        ({"calendar": "hijri", "month": 1, "day": 31}, "“day” is 31; it must be a whole number"),
        ({"calendar": "hijri", "month": 1}, "“day” is –; it must be a whole number from 1 to 30."),
        ({"calendar": "javanese", "month": "Sapar", "day": 30}, "Sapar has 29 days in every year."),
        (
            {"calendar": "javanese", "month": 1, "day": 1, "kurup": "umm"},
            "“kurup” is umm; it must be one of asapon, aboge.",
        ),
        (
            {"calendar": "hijri", "window": {"month": 8, "from_day": 15, "to_day": 12}},
            "“to_day” is 12; it must be a whole number from 15 to 30.",
        ),
        ({"calendar": "hijri", "month": 1, "day": 1, "pick": "SU"}, "“pick” is SU; it must have"),
        ({"calendar": "hijri", "month": 1, "day": 1, "decided_by": "me"}, "“decided_by” is me;"),
        ({"calendar": "hijri", "month": 1, "day": 1, "offset_days": 99}, "“offset_days” is 99;"),
        ({"calendar": "pawukon", "wuku": "Foo", "weekday": "WE"}, "“wuku” is Foo; it must be one"),
        (
            {"calendar": "pawukon", "wuku": "Sinta", "weekday": "WE", "pasaran": "Legi"},
            "WE and Legi never meet in the week Sinta.",
        ),
        ({"calendar": "weton", "weekday": "ZZ", "pasaran": "Legi"}, "“weekday” is ZZ; give one"),
        ({"calendar": "weton", "weekday": ["MO", "TU"], "pasaran": "Legi"}, "give one."),
        ({"calendar": "table", "event": "easter"}, "“event” is easter; it must be one of nyepi"),
        (
            {"calendar": "hijri", "month": 1, "day": 1, "alternate": {"calendar": "mayan"}},
            "“calendar” is mayan; it must be one of hijri, javanese, chinese, balinese_saka.",
        ),
        (
            {
                "calendar": "hijri",
                "month": 1,
                "day": 1,
                "alternate": {"calendar": "announced", "typical_months": [6]},
            },
            "“typical_months” cannot stand in “alternate”",
        ),
        (
            {
                "calendar": "javanese",
                "window": {"month": "Ruwah", "from_day": 30, "to_day": 30},
            },
            "Ruwah has 29 days in every year.",
        ),
        (
            {
                "calendar": "javanese",
                "month": "Sura",
                "day": 1,
                "pick": {"type": "weekday_in_window", "weekday": "MO"},
            },
            "“weekday_in_window” needs several days to choose from",
        ),
        ({"calendar": "hijri", "month": 1, "day": 1, "note": 7}, "“note” is 7; it must be text."),
        ({"calendar": "hijri", "month": 1, "day": 1, "moon": 1}, "“moon” cannot stand in “hijri”"),
    ],
)
def test_nonsense_is_refused_with_the_value_and_what_is_allowed(data, sentence):
    with pytest.raises(RuleError) as caught:
        rule_from_dict(data)

    assert sentence in str(caught.value)


@pytest.mark.parametrize("years", [(1999, 2001), (2052, 2053)])
def test_a_year_out_of_reach_is_refused_with_the_reason(years):
    rule = rule_from_dict(ALIYAN)

    with pytest.raises(RuleError, match="years run from 2000 to 2052, for which the moon"):
        rule.forecasts(date(years[0], 1, 1), date(years[1], 12, 31))


def test_the_answer_is_the_same_for_one_day_as_for_its_month():
    far = {
        "calendar": "hijri",
        "month": 6,
        "day": 29,
        "offset_days": 40,
        "pick": {"type": "nth_weekday_after", "weekday": "SU", "n": 9},
    }
    rule = rule_from_dict(far)

    (found,) = rule.forecasts(date(2027, 1, 1), date(2027, 12, 31))

    assert rule.forecasts(found.rule_date, found.rule_date) == [found]


def test_two_readings_that_pick_the_same_day_are_one_holding():
    rule = rule_from_dict(ALIYAN | {"also": [{"month": 1, "day": 3}]})

    found = rule.forecasts(date(2027, 1, 1), date(2027, 12, 31))

    assert [forecast.occurrence for forecast in found] == ["hijri 1449-01"]


def test_possible_days_are_those_that_come_out_and_move_with_the_festival():
    almanac = Almanac(rules={"tumpeng": TUMPENG})
    eve = {"calendar": "offset_from", "festival": "tumpeng", "days": -1}

    assert only(TUMPENG, 2029).possible == (date(2029, 4, 15), date(2029, 4, 19))
    assert only(eve, 2029, almanac=almanac).possible == (date(2029, 4, 14), date(2029, 4, 18))
    assert only(TUMPENG | {"time": "eve", "uncertainty_days": 4}, 2028).possible == (
        date(2028, 4, 22),
        date(2028, 4, 26),
        date(2028, 4, 29),
    )
