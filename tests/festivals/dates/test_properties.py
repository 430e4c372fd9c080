"""What holds on every day from 2000 to 2052, in every calendar."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from festivals.dates.almanac import Almanac
from festivals.dates.chinese import Chinese
from festivals.dates.days import names_of
from festivals.dates.hijri import Hijri
from festivals.dates.javanese import Javanese
from festivals.dates.lunar import civil, named
from festivals.dates.pawukon import CYCLE, WETON, pasaran, pawukon_day
from festivals.dates.rules import rule_from_dict
from festivals.dates.saka import Saka

FIRST, LAST = date(2000, 1, 1), date(2052, 12, 31)
DAYS = st.dates(FIRST, LAST)
ALMANAC = Almanac()
CALENDARS = {
    "hijri": Hijri(),
    "hijri under decrees": ALMANAC.hijri,
    "javanese": Javanese(),
    "javanese, aboge": Javanese("aboge"),
    "javanese, other leap years": Javanese(leap_years=(2, 4, 8)),
    "chinese": Chinese(),
    "saka": Saka(),
    "saka under decrees": ALMANAC.saka,
}
HIJRI = st.fixed_dictionaries(
    {
        "calendar": st.sampled_from(["hijri", "javanese"]),
        "month": st.integers(1, 12),
        "day": st.integers(1, 29),
        "offset_days": st.integers(-40, 40),
        "uncertainty_days": st.lists(st.integers(0, 9), min_size=2, max_size=2),
        "pick": st.fixed_dictionaries(
            {
                "type": st.sampled_from(
                    ["first_weekday_on_or_after", "nth_weekday_after", "nearest_weekday"]
                ),
                "weekdays": st.lists(st.sampled_from(["MO", "TH", "SU"]), min_size=1),
                "n": st.integers(1, 4),
            }
        ),
    }
)


@pytest.mark.parametrize("name", CALENDARS)
def test_months_follow_each_other_without_gap_or_overlap(name):
    spans = [month.span for month in CALENDARS[name].months_between(FIRST, LAST)]

    assert spans[0].first <= FIRST
    assert spans[-1].last >= LAST
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(spans))


@pytest.mark.parametrize("name", [name for name in CALENDARS if name != "saka under decrees"])
def test_months_have_29_or_30_days(name):
    months = CALENDARS[name].months_between(FIRST, LAST)

    assert {month.span.days for month in months} == {29, 30}


@pytest.mark.parametrize("name", ["hijri", "hijri under decrees", "javanese", "chinese"])
@given(day=DAYS)
def test_a_day_and_its_name_lead_to_each_other(name, day):
    calendar = CALENDARS[name]

    name_of_day = named(calendar, day)

    if not name_of_day.is_leap:
        assert civil(calendar, name_of_day.year, name_of_day.month, name_of_day.day) == day


@given(day=DAYS)
def test_market_week_weton_and_pawukon_come_round(day):
    assert pasaran(day) == pasaran(day + timedelta(days=5))
    assert (day.weekday(), pasaran(day)) == (
        (day + timedelta(days=WETON)).weekday(),
        pasaran(day + timedelta(days=WETON)),
    )
    assert pawukon_day(day) == pawukon_day(day + timedelta(days=CYCLE))
    assert pawukon_day(day + timedelta(days=1)) == (pawukon_day(day) + 1) % CYCLE


@given(day=DAYS)
def test_every_day_has_a_name_in_every_calendar(day):
    names = names_of(day, ALMANAC)

    assert 1 <= names.saka.day <= 30
    assert 1 <= names.hijri.day <= 30
    assert abs(names.hijri.day - names.javanese.day) <= 2 or names.hijri.day in (1, 2, 29, 30)


@given(data=HIJRI, year=st.integers(2001, 2051))
def test_the_window_holds_the_date_and_the_answer_is_the_same_however_asked(data, year):
    rule = rule_from_dict(data, almanac=ALMANAC)

    found = rule.forecasts(date(year, 1, 1), date(year, 12, 31))
    longer = rule.forecasts(date(year - 1, 6, 1), date(year + 1, 6, 30))

    assert found == [forecast for forecast in longer if forecast.rule_date.year == year]
    for forecast in found:
        assert forecast.window.first <= forecast.span.first <= forecast.window.last
    assert len({forecast.occurrence for forecast in found}) == len(found)
