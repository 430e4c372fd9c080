from datetime import date

import pytest

from festivals.dates.spans import Span, SpanError

JULY = Span(date(2027, 7, 1), date(2027, 7, 31))


def test_a_span_holds_both_its_ends():
    assert date(2027, 7, 1) in JULY
    assert date(2027, 7, 31) in JULY
    assert date(2027, 8, 1) not in JULY


def test_july_has_31_days():
    assert JULY.days == 31


def test_spans_that_share_one_day_overlap():
    assert JULY.overlaps(Span(date(2027, 7, 31), date(2027, 8, 2)))
    assert not JULY.overlaps(Span(date(2027, 8, 1), date(2027, 8, 2)))


def test_a_shifted_span_keeps_its_length():
    assert JULY.shifted(2) == Span(date(2027, 7, 3), date(2027, 8, 2))


def test_a_last_day_before_the_first_is_refused_with_both_days():
    with pytest.raises(SpanError, match="last day 2027-07-01 is before the first day 2027-07-02"):
        Span(date(2027, 7, 2), date(2027, 7, 1))
