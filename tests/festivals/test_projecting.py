"""Write door of dates: what the rules give, and how it meets what people say."""

from datetime import UTC, date, datetime

import pytest

from festivals import projecting, recording
from festivals.models import Edition, EditionChange
from tests.factories import EditionFactory, FestivalFactory
from tests.festivals.sample_rules import CARNIVAL

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY, HORIZON = date(2026, 11, 24), date(2028, 12, 31)
OFFICE = EditionChange.Authority.OFFICE

pytestmark = pytest.mark.django_db


def project(festival, first=TODAY, last=HORIZON):
    return projecting.project(festival, first=first, last=last, at=NOW)


def test_a_rule_gives_an_edition_a_year_to_the_horizon():
    festival = FestivalFactory(date_rule=CARNIVAL)

    added = project(festival)

    assert [row.starts_on for row in added] == [date(2027, 7, 10), date(2028, 7, 8)]
    assert {row.status for row in added} == {Edition.Status.PROJECTED}
    assert added[0].earliest_on == date(2027, 6, 26)


def test_projecting_again_adds_nothing():
    festival = FestivalFactory(date_rule=CARNIVAL)
    project(festival)

    assert project(festival) == []
    assert festival.editions.count() == 2


def test_a_moved_edition_is_not_projected_again():
    festival = FestivalFactory(date_rule=CARNIVAL)
    edition = project(festival)[0]
    recording.change(
        edition, at=NOW, authority=OFFICE, starts_on=date(2027, 8, 7), ends_on=date(2027, 8, 7)
    )

    project(festival)

    assert festival.editions.filter(starts_on__year=2027).count() == 1


def test_a_date_typed_in_by_hand_takes_the_place_of_the_forecast_it_falls_into():
    festival = FestivalFactory(date_rule=CARNIVAL)
    by_hand = EditionFactory(festival=festival, starts_on=date(2027, 7, 3))

    project(festival)

    by_hand.refresh_from_db()
    assert by_hand.rule_date == date(2027, 7, 10)
    assert by_hand.status == Edition.Status.CONFIRMED
    assert festival.editions.filter(starts_on__year=2027).count() == 1


def test_what_is_over_is_not_projected_and_what_is_still_expected_is():
    over = FestivalFactory(date_rule={"calendar": "announced", "typical_months": [8]})
    open_still = FestivalFactory(date_rule={"calendar": "announced", "typical_months": [10, 12]})

    assert project(over)[0].starts_on == date(2027, 8, 1)
    assert project(open_still)[0].starts_on == date(2026, 10, 1)


def test_a_traditional_rule_gives_its_window_and_why():
    tumpeng = {
        "calendar": "hijri",
        "month": 12,
        "day": 1,
        "pick": {"type": "first_weekday_on_or_after", "weekdays": ["TH", "SU"]},
    }

    (edition,) = project(
        FestivalFactory(date_rule=tumpeng), first=date(2029, 1, 1), last=date(2029, 12, 31)
    )

    assert (edition.starts_on, edition.occurrence) == (date(2029, 4, 15), "hijri 1450-12")
    assert (edition.earliest_on, edition.latest_on) == (date(2029, 4, 15), date(2029, 4, 19))
    assert edition.reasons == ["sighting", "weekday_jump"]


def test_each_projected_edition_has_a_first_change():
    edition = project(FestivalFactory(date_rule=CARNIVAL))[0]

    (change,) = edition.changes.all()
    assert change.authority == EditionChange.Authority.RULE
    assert change.new["starts_on"] == "2027-07-10"


def test_a_named_day_in_the_window_of_a_projection_is_that_holding():
    festival = FestivalFactory(date_rule=CARNIVAL)
    projected = project(festival)[0]

    named = recording.record(
        festival,
        starts_on=date(2027, 7, 3),
        status=Edition.Status.CONFIRMED,
        note_en="With a night parade.",
        at=NOW,
        authority=OFFICE,
    )

    assert (named.pk, named.uid) == (projected.pk, projected.uid)
    assert (named.starts_on, named.status) == (date(2027, 7, 3), Edition.Status.CONFIRMED)
    assert named.note_en == "With a night parade."
    assert festival.editions.filter(starts_on__year=2027).count() == 1
    assert named.changes.count() == 2


def test_a_changed_rule_moves_projections_and_keeps_their_uid():
    festival = FestivalFactory(date_rule=CARNIVAL)
    before = {row.year: row.uid for row in project(festival)}
    festival.date_rule = {"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3"}
    festival.save()

    assert project(festival) == []

    rows = festival.editions.order_by("starts_on")
    assert [row.starts_on for row in rows] == [date(2027, 3, 3), date(2028, 3, 3)]
    assert {row.year: row.uid for row in rows} == before


def test_a_projection_that_no_rule_gives_any_more_goes_unless_somebody_touched_it():
    festival = FestivalFactory(date_rule=CARNIVAL)
    touched, _ = project(festival)
    recording.change(touched, at=NOW, authority=OFFICE, note_en="The office thinks of this day.")
    festival.date_rule = {"calendar": "announced", "typical_months": [3], "from_year": 2030}
    festival.save()

    project(festival)

    assert list(festival.editions.all()) == [touched]


def test_a_projection_of_an_older_version_is_known_by_its_date_and_gets_its_name():
    festival = FestivalFactory(date_rule=CARNIVAL)
    first, _ = project(festival)
    festival.editions.update(occurrence="")

    assert project(festival) == []

    first.refresh_from_db()
    assert first.occurrence == "gregorian 2027-07-10"


def test_a_festival_whose_rule_is_followed_takes_its_followers_along():
    base = FestivalFactory(slug="tumpeng", date_rule=CARNIVAL)
    follower = FestivalFactory(date_rule={"calendar": "same_day_as", "festival": "tumpeng"})
    further = FestivalFactory(
        date_rule={"calendar": "offset_from", "festival": follower.slug, "days": 1}
    )

    assert projecting.with_followers(base) == [base, follower, further]
    assert project(further)[0].starts_on == date(2027, 7, 11)


def test_two_rows_may_change_their_dates_with_each_other():
    monthly = {"calendar": "gregorian", "rule": "FREQ=MONTHLY;BYMONTHDAY=1"}
    festival = FestivalFactory(date_rule=monthly)
    project(festival, last=date(2027, 3, 31))
    festival.date_rule = {
        "calendar": "gregorian",
        "rule": "FREQ=MONTHLY;BYMONTHDAY=1;BYMONTH=2,3,4",
    }
    festival.save()

    project(festival, last=date(2027, 4, 30))

    days = festival.editions.filter(starts_on__year=2027).values_list("starts_on", flat=True)
    assert sorted(days) == [date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1)]


PAGERWESI = {
    "calendar": "pawukon",
    "wuku": "Sinta",
    "weekday": "WE",
    "pasaran": "Kliwon",
    "duration_days": 4,
}


@pytest.mark.parametrize("rule", [PAGERWESI, {"calendar": "announced", "typical_months": [12, 1]}])
def test_what_runs_over_the_new_year_is_there_on_both_sides_of_it(rule):
    festival = FestivalFactory(date_rule=rule)
    project(festival, first=date(2027, 12, 30))
    before = list(festival.editions.values_list("uid", "starts_on"))

    project(festival, first=date(2028, 1, 1))
    late = FestivalFactory(date_rule=rule)
    project(late, first=date(2028, 1, 1))

    assert list(festival.editions.values_list("uid", "starts_on")) == before
    assert late.editions.count() == festival.editions.count()


def test_a_day_that_a_person_gave_stays_when_the_rule_changes():
    festival = FestivalFactory(date_rule=CARNIVAL)
    edition = project(festival)[0]
    recording.change(
        edition, at=NOW, authority=OFFICE, starts_on=date(2027, 7, 20), ends_on=date(2027, 7, 20)
    )
    festival.date_rule = {"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=5"}
    festival.save()

    project(festival)

    edition.refresh_from_db()
    assert edition.starts_on == date(2027, 7, 20)
    assert edition.occurrence == "gregorian 2027-08-05"
    assert festival.editions.filter(starts_on__year=2027).count() == 1


@pytest.mark.parametrize("rule", [CARNIVAL, {"calendar": "announced", "typical_months": [7]}])
def test_a_named_day_far_from_the_habit_is_still_the_holding_of_its_year(rule):
    festival = FestivalFactory(date_rule=rule)
    EditionFactory(festival=festival, starts_on=date(2027, 9, 20))

    project(festival)

    assert festival.editions.filter(starts_on__year=2027).count() == 1


def test_a_holding_that_runs_out_of_the_years_of_the_calendar_is_left_out():
    rule = {"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"}
    festival = FestivalFactory(date_rule=rule, usual_days=3)

    project(festival, first=date(2051, 1, 1), last=date(2052, 12, 31))

    assert [row.starts_on.year for row in festival.editions.all()] == [2050, 2051]
