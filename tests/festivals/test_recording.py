"""Write door of dates: what is known, and what an editor changes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from festivals import recording
from festivals.models import Edition, EditionChange
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY, HORIZON = date(2026, 11, 24), date(2028, 12, 31)
OFFICE = EditionChange.Authority.OFFICE

pytestmark = pytest.mark.django_db


def test_recording_a_known_holding_twice_is_the_same_as_once():
    festival = FestivalFactory()

    def record():
        return recording.record(
            festival,
            starts_on=date(2025, 7, 12),
            status=Edition.Status.HELD,
            at=NOW,
            authority=EditionChange.Authority.PRESS,
        )

    assert record() == record()
    assert festival.editions.count() == 1
    assert EditionChange.objects.count() == 1


def test_recording_refuses_a_last_day_before_the_first_and_saves_nothing():
    festival = FestivalFactory()

    with pytest.raises(ValidationError, match="The last day cannot be before the first day"):
        recording.record(
            festival,
            starts_on=date(2027, 7, 12),
            ends_on=date(2027, 7, 11),
            at=NOW,
            authority=OFFICE,
        )

    assert not Edition.objects.exists()


def test_a_public_edition_on_another_day_is_moved_and_remembers_the_old_one():
    edition = EditionFactory(starts_on=date(2027, 7, 11))
    uid = edition.uid

    change = recording.change(
        edition,
        at=NOW,
        authority=EditionChange.Authority.VILLAGE,
        reason="The elders chose the Sunday after.",
        starts_on=date(2027, 7, 18),
        ends_on=date(2027, 7, 18),
    )

    edition.refresh_from_db()
    assert (edition.uid, edition.sequence) == (uid, 1)
    assert edition.status == Edition.Status.RESCHEDULED
    assert edition.moved_from == date(2027, 7, 11)
    assert change.old["starts_on"] == date(2027, 7, 11)
    assert change.new["status"] == Edition.Status.RESCHEDULED


def test_a_projected_edition_on_another_day_is_not_called_moved():
    edition = EditionFactory(projected=True)

    recording.change(
        edition, at=NOW, authority=OFFICE, starts_on=date(2026, 12, 4), ends_on=date(2026, 12, 5)
    )

    assert edition.status == Edition.Status.PROJECTED
    assert edition.moved_from is None


def test_a_change_to_what_stands_already_leaves_no_trace():
    edition = EditionFactory()

    assert recording.change(edition, at=NOW, authority=OFFICE, starts_on=edition.starts_on) is None
    edition.refresh_from_db()
    assert edition.sequence == 0


@pytest.mark.parametrize(
    ("values", "sequence"),
    [
        ({"status": Edition.Status.CANCELLED}, 1),
        ({"starts_at": time(9)}, 1),
        ({"note_en": "Bring a hat."}, 0),
    ],
)
def test_the_sequence_grows_only_with_what_a_calendar_must_ask_about_again(values, sequence):
    edition = EditionFactory()

    recording.change(edition, at=NOW, authority=OFFICE, **values)

    assert edition.sequence == sequence


def test_another_place_is_kept_in_the_log_by_its_key():
    edition, place = EditionFactory(), PlaceFactory()

    change = recording.change(edition, at=NOW, authority=OFFICE, place=place)

    assert change.new == {"place": place.pk}
    assert edition.where == place


def test_what_is_no_part_of_an_edition_that_may_change_is_refused():
    with pytest.raises(TypeError, match="uid cannot be changed on an edition"):
        recording.change(EditionFactory(), at=NOW, authority=OFFICE, uid="other")


def test_a_change_is_written_once_and_never_deleted():
    edition = EditionFactory()
    change = recording.change(edition, at=NOW, authority=OFFICE, note_en="Bring a hat.")

    with pytest.raises(TypeError, match="written once"):
        change.save()
    with pytest.raises(TypeError, match="never deleted"):
        change.delete()


def test_the_database_itself_refuses_a_window_that_runs_backward():
    edition = EditionFactory.build(
        festival=FestivalFactory(),
        earliest_on=date(2026, 12, 9),
        latest_on=date(2026, 12, 9) - timedelta(days=1),
    )

    with pytest.raises(ValidationError, match="latest first day cannot be before the earliest"):
        edition.full_clean()


def test_an_edition_moved_back_to_its_first_day_is_confirmed_and_no_longer_moved():
    edition = EditionFactory(starts_on=date(2027, 7, 11))
    for day in (date(2027, 7, 18), date(2027, 7, 11)):
        recording.change(edition, at=NOW, authority=OFFICE, starts_on=day, ends_on=day)

    assert (edition.status, edition.moved_from) == (Edition.Status.CONFIRMED, None)
    assert edition.sequence == 2


def test_an_edition_known_to_the_month_covers_the_whole_month():
    edition = EditionFactory(starts_on=date(2027, 6, 13))

    recording.change(edition, at=NOW, authority=OFFICE, precision=Edition.Precision.MONTH)

    assert (edition.starts_on, edition.ends_on) == (date(2027, 6, 1), date(2027, 6, 30))
    assert edition.may_fall_in(date(2027, 6, 1))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"ends_on": date(9999, 12, 31)}, "An edition lasts a year at most."),
        ({"starts_on": date(1, 1, 1), "ends_on": date(1, 1, 1)}, "between 2000 and 2052"),
    ],
)
def test_a_day_that_no_calendar_shows_is_refused(values, sentence):
    with pytest.raises(ValidationError, match=sentence):
        recording.change(EditionFactory(), at=NOW, authority=OFFICE, **values)


def test_hours_over_midnight_are_as_long_as_they_are():
    edition = EditionFactory.build(starts_at=time(20), ends_at=time(3))

    assert edition.minutes == 7 * 60


def test_another_usual_hour_reaches_the_coming_editions_that_have_none_of_their_own():
    festival = FestivalFactory(usual_start=time(8))
    plain, own = (EditionFactory(festival=festival, starts_on=date(2027, 3, day)) for day in (1, 2))
    own.starts_at = time(10)
    own.save()
    over = EditionFactory(festival=festival, starts_on=date(2026, 3, 1))
    old = recording.inherited(festival)
    festival.usual_start = time(5)

    told = recording.pass_on(festival, old=old, first=TODAY, at=NOW, by=None)

    assert told == 1
    assert [row.sequence for row in festival.editions.order_by("starts_on")] == [0, 1, 0]
    assert plain.changes.get().new == {"usual_start": "05:00:00"}
    assert not over.changes.exists()
