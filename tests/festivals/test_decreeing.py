"""Write door of decrees: what one would change, what it changes, and what it leaves alone.

1 Dzulhijjah 1450 is borderline: 15 or 16 April 2029; the first Thursday or Sunday from it on
is the 15th or the 19th.
"""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from festivals import decreeing, projecting, recording
from festivals.dates.spans import Span
from festivals.models import Decree, Edition, EditionChange
from tests.factories import FestivalFactory
from tests.festivals.sample_rules import TUMPENG

NOW = datetime(2028, 11, 24, 9, 0, tzinfo=UTC)
YEAR = {"first": date(2029, 1, 1), "last": date(2029, 12, 31)}

pytestmark = pytest.mark.django_db


def decree(day=date(2029, 4, 16), **more):
    values = {"kind": "month", "year": 1450, "month": 12, "day": day}
    return Decree(**values | {"source": "KMA 5/2029", "seen_on": date(2029, 4, 14)} | more)


@pytest.fixture
def edition():
    festival = FestivalFactory(slug="tumpeng-sewu", date_rule=TUMPENG)
    (found,) = projecting.project(festival, **YEAR, at=NOW)
    return found


def test_what_a_decree_would_change_is_seen_and_nothing_is_written(edition):
    (found,) = decreeing.consequences(decree(), **YEAR)

    assert found.festival == edition.festival
    assert found.before == Span(date(2029, 4, 15), date(2029, 4, 15))
    assert found.after == Span(date(2029, 4, 19), date(2029, 4, 19))
    assert found.is_moved
    assert not Decree.objects.exists()
    edition.refresh_from_db()
    assert edition.starts_on == date(2029, 4, 15)


def test_a_decree_moves_what_hangs_on_it_and_keeps_its_uid(edition):
    decreeing.enact(decree(), **YEAR, at=NOW)

    (moved,) = Edition.objects.all()
    assert (moved.pk, moved.uid, moved.sequence) == (edition.pk, edition.uid, 1)
    assert moved.starts_on == moved.earliest_on == moved.latest_on == date(2029, 4, 19)
    assert moved.reasons == []
    change = moved.changes.last()
    assert (change.authority, change.reason) == (
        EditionChange.Authority.RULE,
        "1 Dzulhijjah 1450: 2029-04-16",
    )


def test_a_decree_that_says_what_was_likely_only_closes_the_window(edition):
    (found,) = decreeing.consequences(decree(date(2029, 4, 15)), **YEAR)
    decreeing.enact(decree(date(2029, 4, 15)), **YEAR, at=NOW)

    assert not found.is_moved
    edition.refresh_from_db()
    assert (edition.latest_on, edition.sequence) == (date(2029, 4, 15), 0)


def test_what_people_have_named_stays_and_is_not_doubled(edition):
    recording.change(
        edition,
        at=NOW,
        authority="village",
        status="confirmed",
        starts_on=date(2029, 4, 22),
        ends_on=date(2029, 4, 22),
    )

    assert decreeing.consequences(decree(), **YEAR) == []
    decreeing.enact(decree(), **YEAR, at=NOW)

    (kept,) = Edition.objects.all()
    assert kept.starts_on == date(2029, 4, 22)


def test_a_projection_that_somebody_dated_stays(edition):
    recording.change(
        edition, at=NOW, authority="village", starts_on=date(2029, 4, 22), ends_on=date(2029, 4, 22)
    )

    decreeing.enact(decree(), **YEAR, at=NOW)

    edition.refresh_from_db()
    assert edition.starts_on == date(2029, 4, 22)


def test_enacting_twice_is_the_same_as_once(edition):
    row = decreeing.enact(decree(), **YEAR, at=NOW)
    changes = EditionChange.objects.count()

    decreeing.enact(row, **YEAR, at=NOW)

    assert EditionChange.objects.count() == changes


def test_a_decree_that_is_taken_back_lets_the_dates_go_back(edition):
    row = decreeing.enact(decree(), **YEAR, at=NOW)
    (seen,) = decreeing.consequences_of_taking_back(row, **YEAR)

    decreeing.take_back(row, **YEAR, at=NOW)

    assert seen.after == Span(date(2029, 4, 15), date(2029, 4, 15))
    edition.refresh_from_db()
    assert (edition.starts_on, edition.latest_on) == (date(2029, 4, 15), date(2029, 4, 19))


def test_a_rule_that_cannot_be_asked_stops_no_other(edition):
    broken = FestivalFactory(slug="broken")
    type(broken).objects.filter(pk=broken.pk).update(date_rule={"calendar": "mayan"})

    decreeing.enact(decree(), **YEAR, at=NOW)

    edition.refresh_from_db()
    assert edition.starts_on == date(2029, 4, 19)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"day": date(2029, 5, 20)}, "day", "cannot begin on 2029-05-20: by the moon it begins on"),
        ({"month": 0}, "__all__", "Name the Hijri month where a month begins"),
        ({"kind": "nyepi", "year": 2029}, "__all__", "leave it out for a national day"),
        (
            {"kind": "nyepi", "year": 2031, "month": 0, "day": date(2030, 3, 5)},
            "day",
            "The day does not lie in the year 2031.",
        ),
        ({"year": 1300}, "year", "The year lies between 1420 and 1475."),
        ({"source": ""}, "source", "This field cannot be blank."),
    ],
)
def test_a_decree_that_cannot_be_true_is_refused_and_nothing_is_saved(values, field, sentence):
    row = decree()
    for name, value in values.items():
        setattr(row, name, value)

    with pytest.raises(ValidationError) as caught:
        decreeing.enact(row, **YEAR, at=NOW)

    assert sentence in " ".join(caught.value.message_dict[field])
    assert not Decree.objects.exists()


def test_two_decrees_for_one_month_are_refused():
    decreeing.enact(decree(), **YEAR, at=NOW)

    with pytest.raises(ValidationError, match="There is a decree for this already"):
        decreeing.enact(decree(date(2029, 4, 15)), **YEAR, at=NOW)


def test_a_decree_that_leaves_a_month_of_28_days_is_refused():
    decreeing.enact(decree(), **YEAR, at=NOW)
    after = decree(date(2029, 5, 14), year=1451, month=1)

    with pytest.raises(ValidationError, match="there would be 28 days between them"):
        decreeing.enact(after, **YEAR, at=NOW)
