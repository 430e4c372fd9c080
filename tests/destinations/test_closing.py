from datetime import date

import pytest
from django.core.exceptions import ValidationError

from destinations import closing
from destinations.models import Closure
from tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db

JULY, SEPTEMBER = date(2027, 7, 12), date(2027, 9, 8)
WORDS = {"reason_en": "Volcano level II.", "reason_id": "Status gunung level II."}


def close(place, ends_on=SEPTEMBER, **more):
    return closing.close(place, starts_on=JULY, ends_on=ends_on, **WORDS | more)


def test_a_closure_holds_on_both_its_ends():
    closure = close(PlaceFactory())

    assert closure.holds_on(JULY)
    assert closure.holds_on(SEPTEMBER)
    assert not closure.holds_on(date(2027, 9, 9))


def test_a_closure_until_further_notice_holds_on_every_day_after():
    closure = close(PlaceFactory(), ends_on=None)

    assert closure.holds_on(date(2031, 1, 1))


def test_closing_twice_is_one_closure_with_the_newer_last_day():
    place = PlaceFactory()
    close(place)

    close(place, ends_on=date(2027, 10, 1))

    assert place.closures.get().ends_on == date(2027, 10, 1)


def test_a_last_day_before_the_first_is_refused_and_nothing_is_saved():
    with pytest.raises(ValidationError, match="last day cannot be before the first"):
        close(PlaceFactory(), ends_on=date(2027, 7, 11))

    assert not Closure.objects.exists()


def test_reopening_ends_the_closure_the_day_before():
    place = PlaceFactory()
    close(place, ends_on=None)

    (ended,) = closing.reopen(place, on=date(2027, 8, 1))

    assert ended.ends_on == date(2027, 7, 31)
    assert closing.reopen(place, on=date(2027, 8, 1)) == []


def test_reopening_on_the_first_day_means_that_it_never_closed():
    place = PlaceFactory()
    close(place)

    closing.reopen(place, on=JULY)

    assert not place.closures.exists()


def test_closures_are_found_by_any_of_their_days():
    close(PlaceFactory())

    assert Closure.objects.overlapping(date(2027, 9, 1), date(2027, 9, 2)).count() == 1
    assert Closure.objects.overlapping(date(2027, 9, 9), date(2027, 9, 30)).count() == 0
