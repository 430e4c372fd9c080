"""Hours of real places. The first Friday of December 2026 is the 4th."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours

from destinations import opening
from destinations.geography import Point

IJEN, ZONE = Point(-8.0738, 114.224), "Asia/Jakarta"
THURSDAY, FRIDAY, SATURDAY = (date(2026, 12, day) for day in (3, 4, 5))
CHRISTMAS = date(2026, 12, 25)
moments = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001  (hypothesis wants bare bounds and sets the zone itself)
    datetime(2027, 12, 31),  # noqa: DTZ001
    timezones=st.just(ZoneInfo(ZONE)),
)


def hours(expression: str, day: date, **more: object) -> list[tuple[str, str]]:
    found = opening.windows(expression, day, point=IJEN, timezone=ZONE, **more)
    return [(f"{w.opens:%a %H:%M}", f"{w.closes:%a %H:%M}") for w in found]


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(ZONE))


def test_ijen_is_shut_on_the_first_friday_and_open_a_week_later():
    rule = "02:00-12:00; Fr[1] off"

    assert hours(rule, FRIDAY) == []
    assert hours(rule, date(2026, 12, 11)) == [("Fri 02:00", "Fri 12:00")]


def test_a_night_belongs_to_the_evening_it_begins_on_and_is_given_whole():
    rule = "19:00-05:00; Fr[1] off"

    assert hours(rule, THURSDAY) == [("Thu 19:00", "Fri 05:00")]
    assert hours(rule, FRIDAY) == []
    assert hours(rule, SATURDAY) == [("Sat 19:00", "Sun 05:00")]


def test_always_open_is_one_whole_day_and_can_have_a_day_off():
    assert hours("24/7", FRIDAY) == [("Fri 00:00", "Sat 00:00")]
    assert hours("24/7; Fr[1] off", FRIDAY) == []
    assert hours("24/7; Fr[1] off", SATURDAY) == [("Sat 00:00", "Sun 00:00")]


def test_two_windows_come_in_order():
    assert hours("14:00-16:00,08:00-10:00", FRIDAY) == [
        ("Fri 08:00", "Fri 10:00"),
        ("Fri 14:00", "Fri 16:00"),
    ]


def test_national_holidays_are_the_days_that_are_given():
    rule = "Mo-Fr 08:00-16:00; PH off"

    assert hours(rule, CHRISTMAS, holidays=[CHRISTMAS]) == []
    assert hours(rule, CHRISTMAS) == [("Fri 08:00", "Fri 16:00")]


def test_hours_of_holidays_hold_on_holidays_only():
    rule = "Mo-Fr 08:00-16:00; PH 10:00-14:00"

    assert hours(rule, CHRISTMAS, holidays=[CHRISTMAS]) == [("Fri 10:00", "Fri 14:00")]
    assert hours(rule, FRIDAY, holidays=[CHRISTMAS]) == [("Fri 08:00", "Fri 16:00")]


def test_a_closed_day_has_no_window():
    assert hours("24/7", FRIDAY, closed=[FRIDAY]) == []


def test_sunrise_is_that_of_the_place():
    ((opens, closes),) = hours("sunrise-sunset", FRIDAY)

    assert opens.startswith("Fri 04:5")
    assert closes.startswith("Fri 17:3")


def test_empty_hours_are_unknown_and_neither_open_nor_wrong():
    opening.check("")

    assert not opening.is_known(" ")
    assert hours("", FRIDAY) == []


def test_after_midnight_counts_for_the_night_before():
    rule, where = "19:00-05:00", {"point": IJEN, "timezone": ZONE}

    assert opening.is_open(rule, at(SATURDAY, 2), **where)
    assert not opening.is_open(rule, at(SATURDAY, 12), **where)


def test_the_next_opening_skips_the_first_friday():
    where = {"point": IJEN, "timezone": ZONE}
    found = opening.next_opening("02:00-12:00; Fr[1] off", at(THURSDAY, 13), **where)

    assert found == at(SATURDAY, 2)


def test_there_is_no_next_opening_of_what_is_always_shut():
    where = {"point": IJEN, "timezone": ZONE}

    assert opening.next_opening("off", at(FRIDAY, 8), days=10, **where) is None


def test_a_night_is_not_cut_by_the_other_hours_of_the_next_day():
    rule = "Mo-Sa 18:00-02:00; Su 10:00-22:00"

    assert hours(rule, SATURDAY) == [("Sat 18:00", "Sun 02:00")]
    assert hours(rule, SATURDAY + timedelta(days=1)) == [("Sun 10:00", "Sun 22:00")]


def test_hours_up_to_midnight_and_from_midnight_are_those_of_two_days():
    rule = "Th 08:00-24:00; Fr 00:00-16:00"

    assert hours(rule, THURSDAY) == [("Thu 08:00", "Fri 00:00")]
    assert hours(rule, FRIDAY) == [("Fri 00:00", "Fri 16:00")]


def test_a_day_off_with_a_reason_is_off_and_leaves_the_night_before_whole():
    rule = '19:00-05:00; Fr[1] off "rest; every month"'

    assert hours(rule, THURSDAY) == [("Thu 19:00", "Fri 05:00")]
    assert hours(rule, FRIDAY) == []


def test_of_two_rules_for_a_day_the_later_one_holds():
    assert hours("off; Fr 10:00-12:00", FRIDAY) == [("Fri 10:00", "Fri 12:00")]
    assert hours("Fr 10:00-12:00; off", FRIDAY) == []


def test_a_pause_takes_some_hours_and_leaves_the_others():
    assert hours("08:00-16:00; Fr 12:00-13:00 off", FRIDAY) == [
        ("Fri 08:00", "Fri 12:00"),
        ("Fri 13:00", "Fri 16:00"),
    ]


def test_hours_after_a_comma_are_added_on_their_days_only():
    rule = "Mo-Fr 08:00-10:00, Fr,Sa 14:00-16:00"

    assert hours(rule, THURSDAY) == [("Thu 08:00", "Thu 10:00")]
    assert hours(rule, FRIDAY) == [("Fri 08:00", "Fri 10:00"), ("Fri 14:00", "Fri 16:00")]
    assert hours(rule, SATURDAY) == [("Sat 14:00", "Sat 16:00")]


@pytest.mark.parametrize("rule", ["Mo-Fr 08:00-16:00; Su,PH off", "Mo-Fr 08:00-16:00; PH,Su off"])
def test_holidays_named_among_weekdays_are_the_days_that_are_given_too(rule):
    assert hours(rule, CHRISTMAS, holidays=[CHRISTMAS]) == []
    assert hours(rule, CHRISTMAS) == [("Fri 08:00", "Fri 16:00")]


def test_the_eve_of_a_holiday_can_be_off():
    rule = "08:00-16:00; PH -1 day off"

    assert hours(rule, FRIDAY, holidays=[SATURDAY]) == []
    assert hours(rule, SATURDAY, holidays=[SATURDAY]) == [("Sat 08:00", "Sat 16:00")]


@pytest.mark.parametrize(
    "rule",
    [
        "02:00-12:00; Fr[1] off",
        "Apr-Oct Mo-Fr 08:00-16:00; Sa 10:00-12:00",
        "Mo-Th 10:00-12:00,14:00-20:00; Fr 10:00-11:00 || Sa 09:00-10:00",
        '(sunrise-00:30)-(sunset+00:30) "ask; at the gate, Mo"; Dec 25,Jan 1 off',
        "week 01-53/2 We 08:00-10:00, 2026 Dec 04-2026 Dec 06 20:00-22:00",
        "Mo-Fr; Sa unknown; 24/7 off || Su 08:00-24:00",
    ],
)
@given(moments)
def test_the_library_agrees_wherever_no_night_and_no_holiday_is_in_play(rule, moment):
    library = OpeningHours(
        rule, timezone=ZoneInfo(ZONE), coords=(IJEN.latitude, IJEN.longitude), country="ID"
    )

    assert opening.is_open(rule, moment, point=IJEN, timezone=ZONE) == library.is_open(moment)


@pytest.mark.parametrize(
    ("typed", "hint", "advice"),
    [
        ("8-16", "hour_without_minutes", "Write hours with minutes: 08:00-16:00."),
        ("Mo-Fr 8-16", "hour_without_minutes", "Write hours with minutes: 08:00-16:00."),
        ("Mo-Fr 08:00-16", "hour_without_minutes", "Write hours with minutes: 08:00-16:00."),
        ("8am-4pm", "hour_without_minutes", "Write hours with minutes: 08:00-16:00."),
        ("08.00-16.00", "dots", "Write a colon between hours and minutes: 08:00-16:00."),
        ("Senin-Jumat 08:00-16:00", "day_names", "Mo, Tu, We, Th, Fr, Sa, Su."),
        ("Sunday 08:00-16:00", "day_names", "Mo, Tu, We, Th, Fr, Sa, Su."),
        ("Sen-Jum 08:00-16:00", "day_names", "Mo, Tu, We, Th, Fr, Sa, Su."),
        ("24 hours", "other", "Write them like this: Mo-Fr 08:00-16:00; Su off."),
        ("Mo-Fr 08:00-", "other", "Write them like this: Mo-Fr 08:00-16:00; Su off."),
    ],
)
def test_a_slip_gets_the_advice_that_helps(typed, hint, advice):
    with pytest.raises(opening.HoursError) as caught:
        opening.check(typed)

    assert caught.value.hint == hint
    assert str(caught.value).startswith(f"{typed!r} are not opening hours. ")
    assert str(caught.value).endswith(advice)


def test_a_slip_is_shown_where_it_stands():
    with pytest.raises(opening.HoursError) as caught:
        opening.check("Mo-Fr 8-16")

    assert caught.value.position == 7


def test_windows_of_hours_that_cannot_be_read_are_refused_with_the_same_advice():
    with pytest.raises(opening.HoursError, match="Write hours with minutes"):
        hours("Mo-Fr 8-16", FRIDAY)
