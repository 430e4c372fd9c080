"""Hours of real places. The first Friday of December 2026 is the 4th."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from destinations import opening
from destinations.geography import Point

IJEN, ZONE = Point(-8.0738, 114.224), "Asia/Jakarta"
THURSDAY, FRIDAY, SATURDAY = (date(2026, 12, day) for day in (3, 4, 5))
CHRISTMAS = date(2026, 12, 25)


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


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("8-16", "hour_without_minutes"),
        ("Mo-Fr 8-16", "hour_without_minutes"),
        ("08.00-16.00", "dots"),
        ("Senin-Jumat 08:00-16:00", "day_names"),
        ("Mo-Fr 08:00-", "other"),
    ],
)
def test_a_slip_gets_the_advice_that_helps(typed, hint):
    with pytest.raises(opening.HoursError, match="Write them like this") as caught:
        opening.check(typed)

    assert caught.value.hint == hint
