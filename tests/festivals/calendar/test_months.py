"""The month as weeks, days and lanes."""

from datetime import date

import pytest

from festivals.calendar.days import Sheet, moons_between
from festivals.calendar.months import month_of
from festivals.calendar.spans import days_shown
from festivals.dates.almanac import Almanac
from festivals.dates.days import names_between, names_of
from tests.factories import EditionFactory

TODAY = date(2026, 12, 8)
DECEMBER = date(2026, 12, 1)

pytestmark = pytest.mark.django_db


def month(*editions, first=DECEMBER, holidays=None):
    names = names_between(*days_shown(first), Almanac())
    return month_of(first, editions, Sheet(TODAY, holidays or {}, names))


def day(grid, number: int):
    return next(d for week in grid.weeks for d in week if d.is_inside and d.date.day == number)


def test_weeks_run_from_sunday_to_saturday_and_are_whole():
    grid = month()

    assert {week[0].date.weekday() for week in grid.weeks} == {6}
    assert days_shown(DECEMBER) == (date(2026, 11, 29), date(2027, 1, 2))


def test_today_and_holidays_are_told_apart():
    grid = month(holidays={date(2026, 12, 25): "Christmas Day"})

    assert [d.date for week in grid.weeks for d in week if d.is_today] == [TODAY]
    assert [d.holiday for d in grid.holidays] == ["Christmas Day"]


def test_a_long_festival_is_one_bar_from_start_to_end():
    edition = EditionFactory(starts_on=date(2026, 12, 7), days=3)

    grid = month(edition)

    assert [day(grid, n).bars[0].part for n in (7, 8, 9)] == ["start", "middle", "end"]
    assert day(grid, 8).bars[0].number == 2


def test_a_bar_that_runs_on_says_its_name_again_on_sunday():
    edition = EditionFactory(starts_on=date(2026, 12, 11), days=4)

    grid = month(edition)

    assert [day(grid, n).bars[0].says_its_name for n in (11, 12, 13, 14)] == [
        True,
        False,
        True,
        False,
    ]


def test_a_bar_keeps_its_lane_through_the_week():
    first = EditionFactory(starts_on=date(2026, 12, 7), days=2)
    longer = EditionFactory(starts_on=date(2026, 12, 8), days=3)

    grid = month(first, longer)

    assert [bar and bar.edition for bar in day(grid, 8).lanes] == [first, longer]
    assert [bar and bar.edition for bar in day(grid, 9).lanes] == [None, longer]


def test_a_free_lane_is_used_again():
    first = EditionFactory(starts_on=date(2026, 12, 7))
    later = EditionFactory(starts_on=date(2026, 12, 10))

    grid = month(first, later)

    assert len(day(grid, 10).lanes) == 1


def test_an_edition_from_the_month_before_is_shown_on_its_days_here():
    edition = EditionFactory(starts_on=date(2026, 11, 25), days=10)

    grid = month(edition)

    assert day(grid, 4).bars[0].part == "end"
    assert not day(grid, 5).bars


@pytest.mark.parametrize(
    ("first", "previous", "following"),
    [
        (date(2026, 12, 1), date(2026, 11, 1), date(2027, 1, 1)),
        (date(2009, 1, 1), None, date(2009, 2, 1)),
        (date(2052, 12, 1), date(2052, 11, 1), None),
    ],
)
def test_steps_lead_to_the_neighbours_and_end_where_the_calendar_ends(first, previous, following):
    grid = month(first=first)

    assert (grid.previous, grid.next) == (previous, following)


def test_a_cell_carries_what_a_wall_calendar_carries():
    """December 2026: the Javanese day is one behind the government's Hijri one."""
    found = day(month(), 10)

    assert found.names.pasaran == "Legi"
    assert found.lunar == ["1 Rajab", "29 Jumadilakir"]
    assert found.words == "Thursday 10 December, Legi, 1 Rajab"


def test_the_months_of_both_calendars_head_the_month():
    found = month(first=date(2027, 6, 1))

    assert found.lunar == [
        "Dzulhijjah 1448 – Muharram 1449",
        "Besar 1960 – Sura 1961",
        "Hijri and Javanese days agree",
    ]


def test_every_day_has_the_same_name_in_the_grid_as_on_its_own_page():
    almanac = Almanac()

    short = names_between(date(2027, 1, 1), date(2027, 12, 31), almanac)

    for day_, names in short.items():
        whole = names_of(day_, almanac)
        assert (names.pasaran, names.hijri, names.javanese) == (
            whole.pasaran,
            whole.hijri,
            whole.javanese,
        )


def kinds(found, *numbers: int) -> list[list[str]]:
    return [[mark.kind for mark in day(found, n).lanes if mark] for n in numbers]


def test_a_narrow_window_is_drawn_beside_the_expected_day():
    edition = EditionFactory(
        projected=True,
        starts_on=date(2026, 12, 9),
        earliest_on=date(2026, 12, 8),
        latest_on=date(2026, 12, 11),
    )

    found = month(edition)

    assert kinds(found, 7, 8, 9, 10) == [[], ["whisker"], ["bar"], ["whisker"]]
    assert kinds(found, 11, 12) == [["whisker"], []]
    assert "its first day between 8 December and 11 December 2026" in day(found, 9).bars[0].words
    assert day(found, 9).bars[0].state == "8 Dec–11 Dec"


def test_a_wide_window_is_told_in_words_alone():
    edition = EditionFactory(
        projected=True, earliest_on=date(2026, 11, 25), latest_on=date(2026, 12, 15)
    )

    assert kinds(month(edition), 4, 5, 6) == [[], ["bar"], []]


def test_a_moved_festival_leaves_a_mark_on_its_old_day():
    edition = EditionFactory(
        status="rescheduled", starts_on=date(2026, 12, 20), moved_from=date(2026, 12, 13)
    )

    found = month(edition)

    assert kinds(found, 13, 20) == [["ghost"], ["bar"]]
    assert day(found, 13).lanes[0].words == "moved to Sunday 20 December 2026"
    assert day(found, 20).bars[0].state == "from 13 Dec"
    assert day(found, 13).bars == []


def test_cells_carry_moons_breaks_suro_and_ramadan():
    first = date(2027, 6, 1)
    days = days_shown(first)
    sheet = Sheet(
        TODAY,
        names=names_between(*days, Almanac()),
        moons=moons_between(*days),
        breaks=frozenset([date(2027, 6, 21)]),
    )

    found = month_of(first, [], sheet)

    assert day(found, 21).bands == ["school", "suro"]
    assert [d.date.day for d in found.days if d.moon] == [5, 19]
    assert "full moon" in day(found, 19).words
    assert found.bands == {"school", "suro", "full", "new"}
