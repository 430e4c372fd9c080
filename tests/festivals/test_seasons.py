"""What a year carries beside festivals, over spans that do not begin in January.

The moon is full at its eclipses: those of 18 July and 17 August 2027 (NASA's catalogue of lunar
eclipses) fall on the same days in Java.
"""

from datetime import date

import pytest

from festivals.dates.almanac import Almanac
from festivals.dates.moon import full_moons_between
from festivals.dates.spans import Span
from festivals.models import Season
from festivals.seasons import bands_of, lines_of

YEAR = Span(date(2026, 11, 1), date(2027, 10, 31))


def test_full_moons_are_found_in_any_span_and_on_its_edges():
    assert full_moons_between(date(2027, 7, 12), date(2027, 7, 18)) == [date(2027, 7, 18)]
    assert full_moons_between(date(2027, 7, 18), date(2027, 7, 18)) == [date(2027, 7, 18)]
    assert full_moons_between(date(2027, 7, 19), date(2027, 8, 16)) == []
    assert full_moons_between(date(2027, 8, 17), date(2027, 9, 1)) == [date(2027, 8, 17)]
    assert len(full_moons_between(date(2026, 11, 1), date(2027, 10, 31))) == 12


def test_bands_are_ramadan_suro_and_the_breaks():
    school = Season(name_en="Break", starts_on=date(2027, 6, 21), ends_on=date(2027, 7, 10))

    ramadan, suro, holidays = bands_of(YEAR, Almanac(), [school])

    assert (ramadan.kind, ramadan.span.first) == ("ramadan", date(2027, 2, 8))
    assert ramadan.span.days in (29, 30)
    assert (suro.kind, suro.span.first) == ("suro", date(2027, 6, 6))
    assert (holidays.kind, holidays.name) == ("school", "Break")


def test_a_band_that_begins_before_the_span_is_whole():
    (ramadan, *_) = bands_of(Span(date(2027, 2, 20), date(2027, 2, 25)), Almanac(), [])

    assert ramadan.span.first == date(2027, 2, 8)


def test_lines_are_by_the_months_of_the_span_across_new_year():
    season = Season(name_en="Break", starts_on=date(2026, 10, 20), ends_on=date(2027, 1, 2))

    lines = lines_of(YEAR, Almanac(), language="en", seasons=[season])
    texts = {line.name: line.months for line in lines}

    assert {len(months) for months in texts.values()} == {12}
    assert texts["National holidays"][1].startswith("25")
    assert texts["Fasting and feasts"][3] == "Ramadan from 8"
    assert texts["Full moons"][8] == "18"
    assert texts["School breaks"] == ["", "", "to 2", *[""] * 9]


@pytest.mark.django_db
def test_breaks_are_found_by_any_of_their_days():
    Season.objects.create(
        name_en="Break", name_id="Libur", starts_on=date(2026, 12, 21), ends_on=date(2027, 1, 2)
    )

    assert Season.objects.overlapping(date(2027, 1, 2), date(2027, 12, 31)).exists()
    assert not Season.objects.overlapping(date(2027, 1, 3), date(2027, 12, 31)).exists()
