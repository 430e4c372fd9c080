"""The steps in the life of an edition: every pair of the table, and what no step may lose."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from destinations import closing
from festivals import lifecycle, recording, scheduling
from festivals.lifecycle import StepRefused
from festivals.models import Edition, EditionChange
from festivals.recording import ChangedMeanwhile
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
FIRST, OTHER = date(2026, 11, 8), date(2026, 11, 15)
SAID: dict[str, Any] = {
    "at": NOW,
    "authority": "village",
    "reason": "The elders said so.",
    "document": "letter 7",
}

pytestmark = pytest.mark.django_db


def edition_in(status, **more):
    edition = EditionFactory(starts_on=FIRST, status=Edition.Status.CONFIRMED, **more)
    if status == "cancelled":
        scheduling.cancel(edition, **SAID)
    else:
        Edition.objects.filter(pk=edition.pk).update(status=status)
    edition.refresh_from_db()
    return edition


def take(step, edition, **more):
    door = getattr(scheduling, step)
    if step == "move":
        more = {"starts_on": OTHER} | more
    if step == "hold":
        more = {"today": TODAY} | more
    return door(edition, **SAID | more)


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


def test_a_confirmed_day_is_not_confirmed_for_another_in_passing():
    with pytest.raises(StepRefused, match=r"It is confirmed for 2026-11-08\. Move it"):
        take("confirm", edition_in("confirmed"), starts_on=OTHER)


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


def test_what_has_not_begun_cannot_be_marked_as_held():
    with pytest.raises(StepRefused, match="can be marked as held from 2026-11-25 on"):
        take("hold", edition_in("confirmed"), starts_on=date(2026, 11, 25))


def test_a_cancelled_edition_is_restored_to_the_status_it_had():
    edition = edition_in("confirmed")
    take("move", edition)
    take("cancel", edition)

    take("restore", edition)

    edition.refresh_from_db()
    assert (edition.status, edition.starts_on, edition.moved_from) == ("rescheduled", OTHER, FIRST)


def test_a_day_its_place_is_closed_on_needs_an_override():
    place = PlaceFactory(opening_hours="")
    closing.close(
        place, starts_on=FIRST, ends_on=FIRST, reason_en="Volcano alert", reason_id="Siaga"
    )
    edition = edition_in("proposed", place=place)

    with pytest.raises(StepRefused, match=r"closed on 2026-11-08: Volcano alert\. Choose another"):
        take("confirm", edition)
    take("confirm", edition, override=True)

    edition.refresh_from_db()
    assert edition.status == "confirmed"


def test_a_day_off_by_the_hours_of_the_place_needs_an_override():
    place = PlaceFactory(opening_hours="Mo-Su 02:00-12:00; Su off")

    with pytest.raises(StepRefused, match="is closed on 2026-11-08 by its hours"):
        take("confirm", edition_in("proposed", place=place))


def test_a_festival_of_which_only_the_month_is_known_needs_a_day():
    edition = EditionFactory(
        starts_on=date(2026, 12, 1), days=31, precision="month", projected=True
    )

    with pytest.raises(StepRefused, match=r"Only its month is known\. Give its first day\."):
        take("confirm", edition)
    take("confirm", edition, starts_on=date(2026, 12, 12))

    edition.refresh_from_db()
    assert (edition.precision, edition.ends_on) == ("day", date(2026, 12, 12))


def test_a_last_day_before_the_first_is_refused():
    with pytest.raises(StepRefused, match="The last day cannot be before the first day"):
        take("move", edition_in("confirmed"), ends_on=date(2026, 11, 1))


def test_a_second_holding_in_the_year_has_a_life_of_its_own():
    edition = edition_in("held")

    again = scheduling.repeat(edition, starts_on=OTHER, **SAID)
    twice = scheduling.repeat(edition, starts_on=OTHER, **SAID)

    assert again == twice
    assert again.uid != edition.uid
    assert again.changes.get().step == "repeated"
    assert edition.festival.editions.count() == 2


def test_who_acts_on_what_has_changed_meanwhile_is_told_by_whom():
    edition = edition_in("confirmed")
    seen = edition.updated_at
    take("cancel", Edition.objects.get())

    with pytest.raises(ChangedMeanwhile, match="it is now cancelled, 2026-11-08 to 2026-11-08"):
        take("move", edition, seen=seen)

    assert Edition.objects.get().status == "cancelled"


def test_a_status_that_no_step_leads_to_is_refused_in_the_form_too():
    with pytest.raises(StepRefused, match=r"Held cannot become Proposed\. It was held"):
        recording.change(edition_in("held"), at=NOW, authority="office", status="proposed")


STEPS = st.sampled_from([*lifecycle.STEPS, "repeat"])
MOVES = st.lists(st.tuples(STEPS, st.integers(0, 14)), max_size=8)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moves=MOVES)
def test_whatever_is_done_the_uid_stays_and_the_log_tells_the_row(moves):
    check_life(moves)


def check_life(moves):
    """Take the steps, and hold the row against its change log."""
    edition = recording.record(
        FestivalFactory(),
        starts_on=FIRST,
        at=NOW,
        authority="office",
        status=Edition.Status.PROPOSED,
    )
    uid, days_seen = edition.uid, {FIRST}
    for step, ahead in moves:
        day = FIRST + timedelta(days=ahead)
        try:
            if step in ("cancel", "postpone", "restore"):
                take(step, edition)
            else:
                take(step, edition, starts_on=day)
        except StepRefused:
            continue
        edition.refresh_from_db()
        days_seen.add(edition.starts_on)
        assert edition.uid == uid
        assert replayed(edition) == shown(edition)
    told = {change.new.get("starts_on") for change in edition.changes.all()}
    assert {day.isoformat() for day in days_seen} <= told


def replayed(edition) -> dict[str, Any]:
    """The values that the change log leads to, from nothing."""
    values = recording.plain({name: getattr(Edition(), name) for name in recording.LOGGED})
    for change in edition.changes.all():
        assert {name: values[name] for name in change.old} == change.old
        values |= change.new
    return values


def shown(edition) -> dict[str, Any]:
    """The values of the row, as the log writes them."""
    values = recording.plain({name: getattr(edition, name) for name in recording.LOGGED})
    return {n: v.isoformat() if hasattr(v, "isoformat") else v for n, v in values.items()}


@pytest.mark.parametrize(
    "days",
    [
        {"starts_on": date(1999, 5, 1)},
        {"starts_on": date(9999, 12, 31)},
        {"starts_on": FIRST, "ends_on": date(9999, 12, 31)},
        {"starts_on": FIRST, "ends_on": date(2031, 1, 1)},
    ],
)
@pytest.mark.parametrize("step", ["confirm", "propose", "move", "repeat"])
def test_days_beyond_the_calendar_are_refused_at_once(step, days):
    edition = edition_in("projected" if step in ("confirm", "propose") else "confirmed")

    with pytest.raises(StepRefused):
        take(step, edition, **days)


@pytest.mark.parametrize("status", ["projected", "postponed", "cancelled"])
def test_what_is_not_public_is_not_held_again(status):
    with pytest.raises(StepRefused):
        take("repeat", edition_in(status), starts_on=OTHER)


def test_a_further_holding_does_not_bring_a_cancelled_one_back():
    edition = edition_in("confirmed")
    other = EditionFactory(festival=edition.festival, starts_on=OTHER)
    scheduling.cancel(other, **SAID)

    with pytest.raises(StepRefused):
        take("repeat", edition, starts_on=OTHER)


def test_a_proposal_for_another_day_is_still_a_proposal():
    edition = edition_in("proposed")

    take("propose", edition, starts_on=OTHER)

    edition.refresh_from_db()
    assert (edition.status, edition.starts_on) == ("proposed", OTHER)


def test_what_only_lasts_longer_keeps_its_status():
    edition = edition_in("proposed")

    take("move", edition, starts_on=FIRST, ends_on=OTHER)

    edition.refresh_from_db()
    assert (edition.status, edition.ends_on) == ("proposed", OTHER)


def test_a_cancelled_edition_is_not_entered_again_by_the_way():
    edition = edition_in("cancelled")

    with pytest.raises(StepRefused):
        recording.record(edition.festival, starts_on=FIRST, status="confirmed", **SAID)
