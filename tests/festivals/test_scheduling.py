"""The steps in the life of an edition: every pair of the table, and what no step may lose."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from festivals import lifecycle, recording, scheduling
from festivals.lifecycle import StepRefused
from festivals.models import Edition, EditionChange
from festivals.recording import ChangedMeanwhile
from tests.festivals.lives import FIRST, NOW, OTHER, SAID, check_life, edition_in, take

pytestmark = pytest.mark.django_db


PAIRS = [(step, status) for step in lifecycle.STEPS for status in lifecycle.STATUSES]


@pytest.mark.parametrize(("step", "status"), PAIRS)
def test_each_pair_of_step_and_status_is_allowed_or_refused_as_written(step, status):
    edition = edition_in(status)
    allowed = lifecycle.STEPS[step].get(status)

    if allowed is None:
        with pytest.raises(StepRefused) as caught:
            take(step, edition)
        assert str(caught.value).endswith(".")
        assert Edition.objects.get().status == status
        return
    take(step, edition)
    wanted = "confirmed" if step == "restore" else allowed
    assert Edition.objects.get().status == wanted


ALLOWED = [pair for pair in PAIRS if pair[1] in lifecycle.STEPS[pair[0]] and pair[0] != "restore"]


@pytest.mark.parametrize(("step", "status"), ALLOWED)
def test_a_step_taken_twice_is_the_same_as_once(step, status):
    edition = edition_in(status)
    take(step, edition)
    changes, row = EditionChange.objects.count(), Edition.objects.values().get()

    take(step, edition)

    assert EditionChange.objects.count() == changes
    assert Edition.objects.values().get() == row


def test_the_table_names_every_status_of_an_edition():
    assert set(lifecycle.STATUSES) == set(Edition.Status.values)
    assert set(lifecycle.DONE) == set(lifecycle.STEPS)


def test_a_step_leaves_who_said_it_why_and_where_it_is_written():
    edition = edition_in("projected")

    take("confirm", edition, starts_on=OTHER)

    change = edition.changes.get()
    assert (change.step, change.authority) == ("confirmed", "village")
    assert (change.reason, change.document, change.at) == ("The elders said so.", "letter 7", NOW)
    assert change.old == {"starts_on": "2026-11-08", "ends_on": "2026-11-08", "status": "projected"}
    assert change.new == {"starts_on": "2026-11-15", "ends_on": "2026-11-15", "status": "confirmed"}


def test_confirming_another_day_than_the_projected_one_is_no_move():
    edition = edition_in("projected")

    take("confirm", edition, starts_on=OTHER)

    edition.refresh_from_db()
    assert (edition.status, edition.moved_from) == ("confirmed", None)


def test_confirming_another_day_than_the_proposed_one_is_a_move():
    edition = edition_in("proposed")

    take("confirm", edition, starts_on=OTHER)

    edition.refresh_from_db()
    assert (edition.status, edition.moved_from) == ("rescheduled", FIRST)


def test_a_moved_edition_that_comes_back_is_confirmed_again():
    edition = edition_in("confirmed")
    take("move", edition)

    take("move", edition, starts_on=FIRST)

    edition.refresh_from_db()
    assert (edition.status, edition.moved_from) == ("confirmed", None)


def test_a_postponed_edition_gets_a_new_day_and_remembers_the_first():
    edition = edition_in("confirmed")
    take("postpone", edition)

    take("move", edition)

    edition.refresh_from_db()
    assert (edition.status, edition.starts_on, edition.moved_from) == ("rescheduled", OTHER, FIRST)


def test_it_keeps_its_length_when_only_the_first_day_is_named():
    edition = edition_in("confirmed", days=3)

    take("move", edition)

    edition.refresh_from_db()
    assert edition.ends_on == OTHER + timedelta(days=2)


def test_what_was_held_keeps_the_days_it_was_planned_for():
    edition = edition_in("confirmed", days=2)

    take("hold", edition, starts_on=date(2026, 11, 9))

    edition.refresh_from_db()
    assert (edition.starts_on, edition.ends_on) == (date(2026, 11, 9), date(2026, 11, 10))
    assert (edition.planned_starts_on, edition.planned_ends_on) == (FIRST, date(2026, 11, 9))
    assert edition.moved_from is None
    assert edition.was_planned_otherwise


def test_a_record_of_what_was_held_is_corrected_and_keeps_the_plan():
    edition = edition_in("confirmed")
    take("hold", edition, starts_on=date(2026, 11, 9))

    take("hold", edition, starts_on=date(2026, 11, 10))

    edition.refresh_from_db()
    assert (edition.starts_on, edition.planned_starts_on) == (date(2026, 11, 10), FIRST)


def test_a_cancelled_edition_is_restored_to_the_status_it_had():
    edition = edition_in("confirmed")
    take("move", edition)
    take("cancel", edition)

    take("restore", edition)

    edition.refresh_from_db()
    assert (edition.status, edition.starts_on, edition.moved_from) == ("rescheduled", OTHER, FIRST)


def test_a_second_holding_in_the_year_has_a_life_of_its_own():
    edition = edition_in("held")

    again = scheduling.repeat(edition, starts_on=OTHER, **SAID)
    twice = scheduling.repeat(edition, starts_on=OTHER, **SAID)

    assert again == twice
    assert again.uid != edition.uid
    assert again.changes.get().step == "repeated"
    assert edition.festival.editions.count() == 2


STEPS = st.sampled_from([*lifecycle.STEPS, "repeat"])
MOVES = st.lists(st.tuples(STEPS, st.integers(0, 14)), max_size=8)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moves=MOVES)
def test_whatever_is_done_the_uid_stays_and_the_log_tells_the_row(moves):
    check_life(moves)


def test_a_proposal_for_another_day_is_still_a_proposal():
    edition = edition_in("proposed")

    take("propose", edition, starts_on=OTHER)

    edition.refresh_from_db()
    assert (edition.status, edition.starts_on) == ("proposed", OTHER)


def test_what_is_held_again_was_seen_as_it_stands():
    edition = edition_in("confirmed")
    seen = edition.updated_at
    recording.change(edition, at=NOW, authority="office", note_en="Bring a hat.")

    with pytest.raises(ChangedMeanwhile):
        take("repeat", edition, starts_on=OTHER, seen=seen)


def test_what_only_lasts_longer_keeps_its_status():
    edition = edition_in("proposed")

    take("move", edition, starts_on=FIRST, ends_on=OTHER)

    edition.refresh_from_db()
    assert (edition.status, edition.ends_on) == ("proposed", OTHER)
