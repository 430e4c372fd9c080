"""What is wrong with a plan. 4 December 2026 is the first Friday of its month."""

from datetime import date, time

import pytest

from destinations import closing
from festivals.models import Edition
from itineraries.showing import trip_of
from tests.factories import EditionFactory, PlaceFactory
from tests.itineraries.factories import ItineraryFactory, StopFactory

pytestmark = pytest.mark.django_db


def findings(itinerary) -> list[tuple[str, str]]:
    return [(finding.kind, finding.level) for finding in trip_of(itinerary).findings]


def of_place(**values) -> list[tuple[str, str]]:
    more = {name: values.pop(name) for name in ("starts_at", "day") if name in values}
    return findings(StopFactory(place=PlaceFactory(**values), **more).itinerary)


def of_edition(**values) -> list[tuple[str, str]]:
    values = {"starts_on": date(2026, 12, 4), "festival__usual_start": time(14)} | values
    return findings(StopFactory(edition=EditionFactory(**values), place=None).itinerary)


def test_a_plain_good_day_has_nothing_to_look_at():
    assert of_place() == []


def test_a_place_shut_on_that_day_cannot_be():
    assert of_place(opening_hours="08:00-17:00; Fr[1] off") == [("closed_day", "cannot")]


def test_a_closure_gives_its_reason():
    stop = StopFactory()
    closing.close(
        stop.place, starts_on=date(2026, 12, 1), ends_on=None, reason_en="Volcano.", reason_id="G."
    )

    (finding,) = trip_of(stop.itinerary).findings

    assert (finding.kind, finding.level) == ("closure", "cannot")
    assert finding.facts["reason"]


def test_a_place_shut_at_that_time_cannot_be():
    assert of_place(starts_at=time(20)) == [("closed_then", "cannot")]


def test_a_place_that_closes_before_the_visit_is_over_is_tight():
    assert of_place(starts_at=time(16, 30)) == [("closes_early", "tight")]


def test_the_hours_after_midnight_belong_to_the_night_before_and_are_open():
    assert of_place(opening_hours="19:00-05:00", starts_at=time(2), day=2, visit_minutes=60) == []


def test_hours_that_nobody_knows_are_unknown():
    assert of_place(opening_hours="") == [("hours_unknown", "unknown")]


def test_a_place_that_has_been_deleted_is_gone():
    stop = StopFactory()
    stop.place.delete()

    assert findings(stop.itinerary) == [("gone", "cannot")]


def test_a_confirmed_edition_on_its_day_is_fine():
    assert of_edition() == []


def test_an_edition_on_another_day_cannot_be():
    assert of_edition(starts_on=date(2026, 12, 20)) == [("other_day", "cannot")]


def test_a_cancelled_edition_cannot_be():
    assert of_edition(cancelled=True) == [("cancelled", "cannot")]


def test_a_postponed_edition_cannot_be():
    assert of_edition(status=Edition.Status.POSTPONED) == [("cancelled", "cannot")]


def test_a_projected_date_is_unknown():
    assert of_edition(projected=True) == [("projected", "unknown")]


def test_arriving_after_it_has_begun_is_late_by_so_many_minutes():
    stop = StopFactory(
        itinerary=ItineraryFactory(arrives_at=time(15)),
        edition=EditionFactory(starts_on=date(2026, 12, 4), festival__usual_start=time(14)),
        place=None,
    )

    (finding,) = trip_of(stop.itinerary).findings

    assert (finding.kind, finding.level) == ("late", "cannot")
    assert 80 <= finding.facts["minutes"] <= 100


def test_a_night_that_begins_before_the_evening_is_over_cannot_be():
    trip = ItineraryFactory()
    party = EditionFactory(
        starts_on=date(2026, 12, 4), festival__usual_start=time(21), festival__usual_minutes=360
    )
    StopFactory(itinerary=trip, edition=party, place=None)
    StopFactory(itinerary=trip, day=2, place__opening_hours="02:00-04:00")

    assert ("overlap", "cannot") in findings(trip)


def test_a_short_night_is_tight():
    trip = ItineraryFactory()
    show = EditionFactory(
        starts_on=date(2026, 12, 4), festival__usual_start=time(19), festival__usual_minutes=120
    )
    StopFactory(itinerary=trip, edition=show, place=None)
    StopFactory(itinerary=trip, day=2, place__opening_hours="02:00-04:00")

    assert ("short_night", "tight") in findings(trip)


def test_a_day_that_ends_late_is_tight():
    assert of_place(opening_hours="24/7", visit_minutes=120, starts_at=time(21)) == [
        ("long_day", "tight")
    ]
