"""What is on as the front page tells it. Wednesday 14 July 2027, at an hour of each test."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from festivals.dates.spans import Span
from festivals.models import Edition
from tests.factories import EditionFactory, FestivalFactory
from tourism.home.coming import coming_of, week_from, weekend_of, weekends_from

pytestmark = pytest.mark.django_db
WEEKEND = Span(date(2027, 7, 17), date(2027, 7, 18))


def at(hour, minute=0):
    return datetime(2027, 7, 14, hour, minute, tzinfo=ZoneInfo("Asia/Jakarta"))


def july(day, **values):
    return EditionFactory(starts_on=date(2027, 7, day), **values)


def names(rows):
    return [row.edition.pk for row in rows]


def test_tonight_begins_at_five_in_the_afternoon():
    evening = july(14, starts_at=time(17))
    july(14, starts_at=time(16, 59))

    rows = coming_of(Edition.objects.all(), at(6))

    assert names(row for row in rows if row.is_tonight) == [evening.pk]


def test_a_festival_whose_last_hour_is_past_is_not_coming():
    july(14, starts_at=time(8), ends_at=time(10))

    assert len(coming_of(Edition.objects.all(), at(9, 59))) == 1
    assert coming_of(Edition.objects.all(), at(10)) == []


def test_an_hour_that_is_past_is_told_as_past_where_nobody_knows_the_end():
    july(14, starts_at=time(8))

    (before,) = coming_of(Edition.objects.all(), at(7, 59))
    (after,) = coming_of(Edition.objects.all(), at(8))

    assert (before.has_begun, after.has_begun) == (False, True)


def test_one_that_began_before_today_is_ongoing_and_stands_on_today():
    july(12, days=7)

    (row,) = coming_of(Edition.objects.all(), at(6))

    assert (row.is_ongoing, row.day) == (True, date(2027, 7, 14))


def test_one_of_several_days_is_not_over_with_todays_hours():
    july(12, days=7, starts_at=time(17), ends_at=time(21))

    (row,) = coming_of(Edition.objects.all(), at(22))

    assert (row.is_over, row.is_tonight) == (False, False)


def test_the_week_ends_on_sunday_even_on_a_sunday():
    assert week_from(date(2027, 7, 14)) == Span(date(2027, 7, 14), date(2027, 7, 18))
    assert week_from(date(2027, 7, 18)) == Span(date(2027, 7, 18), date(2027, 7, 18))


@pytest.mark.parametrize(("today", "first"), [(14, 17), (16, 17), (17, 17), (18, 24)])
def test_three_weekends_begin_on_the_next_saturday(today, first):
    weekends = weekends_from(date(2027, 7, today))

    assert [span.first.weekday() for span in weekends] == [5, 5, 5]
    assert weekends[0].first == date(2027, 7, first)


def test_a_festival_is_listed_once_a_weekend_and_in_every_weekend_it_touches():
    weekly = FestivalFactory()
    july(17, festival=weekly)
    july(18, festival=weekly)
    long = july(16, days=10)

    rows = coming_of(Edition.objects.all(), at(6))
    columns = [weekend_of(span, rows) for span in weekends_from(date(2027, 7, 14))]

    assert len(columns[0].rows) == 2
    assert names(columns[1].rows) == [long.pk]
    assert columns[2].rows == []


def test_a_full_weekend_says_how_many_more_there_are():
    for _ in range(9):
        july(17)

    column = weekend_of(WEEKEND, coming_of(Edition.objects.all(), at(6)))

    assert (len(column.rows), column.more) == (6, 3)


def test_the_full_moon_of_a_weekend_is_noted():
    assert weekend_of(WEEKEND, []).full_moon == date(2027, 7, 18)
    assert weekend_of(Span(date(2027, 7, 24), date(2027, 7, 25)), []).full_moon is None


@pytest.mark.parametrize(("latest", "found"), [(22, 1), (28, 0)])
def test_a_small_window_beside_the_weekend_is_a_perhaps_and_a_wide_one_says_nothing(latest, found):
    july(20, projected=True, earliest_on=date(2027, 7, 18), latest_on=date(2027, 7, latest))

    column = weekend_of(WEEKEND, coming_of(Edition.objects.all(), at(6)))

    assert (len(column.perhaps), column.rows) == (found, [])


@pytest.mark.parametrize(("latest", "days"), [(22, 2), (21, 0)])
def test_give_or_take_is_said_of_even_windows_only(latest, days):
    edition = july(
        20, projected=True, earliest_on=date(2027, 7, 18), latest_on=date(2027, 7, latest)
    )

    assert edition.give_or_take == days
