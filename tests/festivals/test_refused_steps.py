"""Steps that cannot be taken: each is refused with a sentence, and nothing is changed."""

from datetime import date

import pytest

from destinations import closing
from festivals import recording, scheduling
from festivals.lifecycle import StepRefused
from festivals.models import Edition
from festivals.recording import ChangedMeanwhile
from tests.factories import EditionFactory, PlaceFactory
from tests.festivals.lives import FIRST, NOW, OTHER, SAID, edition_in, take

pytestmark = pytest.mark.django_db


def test_a_confirmed_day_is_not_confirmed_for_another_in_passing():
    with pytest.raises(StepRefused, match=r"It is confirmed for 2026-11-08\. Move it"):
        take("confirm", edition_in("confirmed"), starts_on=OTHER)


def test_what_has_not_begun_cannot_be_marked_as_held():
    with pytest.raises(StepRefused, match="can be marked as held from 2026-11-25 on"):
        take("hold", edition_in("confirmed"), starts_on=date(2026, 11, 25))


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


def test_who_acts_on_what_has_changed_meanwhile_is_told_by_whom():
    edition = edition_in("confirmed")
    seen = edition.updated_at
    take("cancel", Edition.objects.get())

    with pytest.raises(ChangedMeanwhile, match=r"(?i)it is now cancelled, 2026-11-08 to "):
        take("move", edition, seen=seen)

    assert Edition.objects.get().status == "cancelled"


def test_a_status_that_no_step_leads_to_is_refused_in_the_form_too():
    with pytest.raises(StepRefused, match=r"Held cannot become Proposed\. It was held"):
        recording.change(edition_in("held"), at=NOW, authority="office", status="proposed")


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


def test_a_cancelled_edition_is_not_entered_again_by_the_way():
    edition = edition_in("cancelled")

    with pytest.raises(StepRefused):
        recording.record(edition.festival, starts_on=FIRST, status="confirmed", **SAID)
