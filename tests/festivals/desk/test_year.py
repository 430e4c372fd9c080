"""The office's year: the board, what is due, and next year from this one."""

from datetime import date, time

import pytest

from festivals.board import board_of
from festivals.models import Edition, Season
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory

pytestmark = pytest.mark.django_db

BOARD, DUE, CLONE = "/admin/dates/board/", "/admin/dates/due/", "/admin/dates/clone/"
SATURDAY = date(2027, 6, 12)
EIGHTEENTH = {"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=18"}


def board(*editions):
    return board_of(2027, [row.festival for row in editions], editions)


def at(hour, place, **more):
    festival = FestivalFactory(usual_start=time(hour), usual_minutes=180, place=place, **more)
    return EditionFactory(festival=festival, starts_on=SATURDAY)


def test_an_edition_stands_in_the_month_of_its_first_day():
    edition = EditionFactory(starts_on=SATURDAY, days=3)

    (row,) = board(edition).rows

    assert [len(marks) for marks in row.months] == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    assert row.months[5][0].label == "12–14"
    assert row.months[5][0].words == "12 June – 14 June 2027, Confirmed"


def test_two_at_the_same_hours_in_one_village_clash():
    place = PlaceFactory()
    one, other = at(19, place), at(20, place)

    (clash,) = board(one, other).clashes

    assert (clash.kind, clash.day, {clash.first, clash.second}) == ("near", SATURDAY, {one, other})


@pytest.mark.parametrize("hour", [7, 22])
def test_other_hours_are_no_clash(hour):
    place = PlaceFactory()

    assert board(at(19, place), at(hour, place)).clashes == []


def test_another_village_is_no_clash():
    assert board(at(19, PlaceFactory()), at(19, PlaceFactory(latitude=-8.4))).clashes == []


def test_a_cancelled_edition_clashes_with_nobody():
    place = PlaceFactory()
    one, other = at(19, place), at(19, place)
    other.status = Edition.Status.CANCELLED

    assert board(one, other).clashes == []


def test_two_flagships_in_one_weekend_clash_wherever_they_are():
    one = EditionFactory(festival__flagship=True, starts_on=SATURDAY)
    other = EditionFactory(
        festival__flagship=True,
        festival__place=PlaceFactory(latitude=-8.6),
        starts_on=date(2027, 6, 13),
    )
    later = EditionFactory(festival__flagship=True, starts_on=date(2027, 6, 15))

    (clash,) = board(one, other, later).clashes

    assert (clash.kind, {clash.first, clash.second}) == ("flagships", {one, other})


def test_two_long_flagships_clash_on_a_weekend_that_comes_later():
    one, other = (
        EditionFactory(
            festival__flagship=True,
            festival__place=PlaceFactory(latitude=latitude),
            starts_on=date(2027, 5, day),
            ends_on=date(2027, 5, 9),
        )
        for day, latitude in ((5, -8.2), (6, -8.6))
    )

    (clash,) = board(one, other).clashes

    assert clash.day == date(2027, 5, 7)


def test_an_empty_weekend_is_a_gap():
    found = board(EditionFactory(starts_on=date(2027, 1, 3))).gaps

    assert date(2027, 1, 2) not in found
    assert date(2027, 1, 9) in found
    assert len(found) == 51


def test_the_board_carries_holidays_feasts_moons_breaks_and_closures(editor):
    PlaceFactory(name_id="Kawah Ijen", opening_hours="02:00-12:00; Fr[1] off")
    Season.objects.create(
        name_en="Break", name_id="Libur", starts_on=date(2027, 6, 21), ends_on=date(2027, 7, 10)
    )

    response = editor.get(f"{BOARD}?year=2027")

    lines = {line.name: line.months for line in response.context["lines"]}
    assert lines["Puasa dan hari raya"][1] == "Ramadan mulai 8"
    assert lines["Puasa dan hari raya"][2] == "Nyepi, feri berhenti 8, Idul Fitri 10"
    assert lines["Puasa dan hari raya"][5] == "Suro mulai 6"
    assert lines["Kawah Ijen tutup"][:3] == ["1", "5", "5"]
    assert lines["Libur sekolah"][5:7] == ["dari 21", "sampai 10"]
    assert lines["Purnama"][4] == "20"


def test_the_board_is_narrowed_by_the_words_of_the_calendar(editor):
    sea = EditionFactory(festival__category="sea", starts_on=SATURDAY)
    EditionFactory(festival__category="food", starts_on=SATURDAY)
    FestivalFactory()

    everything = editor.get(f"{BOARD}?year=2027").context["board"]
    some = editor.get(f"{BOARD}?year=2027&category=sea").context["board"]

    assert len(everything.rows) == 3
    assert [row.festival for row in some.rows] == [sea.festival]
    assert editor.get(f"{BOARD}?category=none").status_code == 400
    assert editor.get(f"{BOARD}?year=99999999999").context["board"].year == 2026


@pytest.mark.parametrize("count", [10, 60])
def test_the_board_takes_the_same_few_queries_however_many(
    editor, django_assert_max_num_queries, count
):
    for _ in range(count):
        EditionFactory(starts_on=SATURDAY)
    editor.get(f"{BOARD}?year=2027")

    with django_assert_max_num_queries(16):
        editor.get(f"{BOARD}?year=2027")


def test_three_clicks_lead_from_a_cell_to_a_step(editor):
    edition = EditionFactory(starts_on=SATURDAY, projected=True)

    life = f"/admin/editions/{edition.pk}/life/"
    step = f"{life}confirm/"

    assert f'href="{life}"' in editor.get(f"{BOARD}?year=2027").content.decode()
    assert f'href="{step}"' in editor.get(life).content.decode()
    assert editor.get(step).context["form"].initial["starts_on"] == SATURDAY


def test_what_nobody_has_named_is_due_and_the_late_come_first(editor):
    later = EditionFactory(starts_on=date(2026, 12, 20), projected=True)
    late = EditionFactory(starts_on=date(2026, 11, 20), status=Edition.Status.PROPOSED)
    asked = EditionFactory(starts_on=date(2027, 3, 1), projected=True, ask_on=date(2026, 11, 24))
    EditionFactory(starts_on=date(2026, 12, 1))

    rows = editor.get(DUE).context["rows"]

    assert [row[0] for row in rows] == [late, asked, later]
    assert [row[3] for row in rows] == [True, True, False]


def test_a_weekly_festival_is_due_once(editor):
    festival = FestivalFactory()
    for day in (5, 12, 19):
        EditionFactory(festival=festival, starts_on=date(2026, 12, day), projected=True)

    ((first, later, days, _),) = editor.get(DUE).context["rows"]

    assert (first.starts_on, later, days) == (date(2026, 12, 5), 2, 11)


def test_the_office_notes_when_to_ask_again(editor):
    edition = EditionFactory(starts_on=date(2026, 12, 20), projected=True)
    address = f"/admin/dates/due/{edition.pk}/ask/"

    editor.post(address, {"ask_on": "2026-12-01"})
    edition.refresh_from_db()
    kept = edition.ask_on
    editor.post(address, {"ask_on": "soon"})

    edition.refresh_from_db()
    assert kept == edition.ask_on == date(2026, 12, 1)
    assert edition.changes.count() == 0


def test_next_year_comes_from_the_rules_with_this_years_hours(editor):
    festival = FestivalFactory(date_rule=EIGHTEENTH)
    place = PlaceFactory()
    EditionFactory(festival=festival, starts_on=date(2030, 12, 18), starts_at=time(15), place=place)

    response = editor.post(CLONE, {"source": 2030})

    assert response.status_code == 200
    new = festival.editions.get(starts_on__year=2031)
    assert (new.starts_on, new.status) == (date(2031, 12, 18), "projected")
    assert (new.starts_at, new.place) == (time(15), place)


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_was_called_off_this_year_is_in_the_next_programme(editor, status):
    festival = FestivalFactory(date_rule=EIGHTEENTH)
    EditionFactory(festival=festival, starts_on=date(2030, 12, 18), status=status)

    editor.post(CLONE, {"source": 2030})

    assert festival.editions.get(starts_on__year=2031).status == "projected"


def test_cloning_twice_is_the_same_as_once(editor):
    festival = FestivalFactory(date_rule=EIGHTEENTH)
    EditionFactory(festival=festival, starts_on=date(2030, 12, 18), starts_at=time(15))
    editor.post(CLONE, {"source": 2030})

    editor.post(CLONE, {"source": 2030})

    assert festival.editions.filter(starts_on__year=2031).count() == 1
    assert festival.editions.get(starts_on__year=2031).changes.count() == 2


def test_a_year_out_of_reach_is_refused(editor):
    assert editor.post(CLONE, {"source": 2052}).status_code == 422


def test_the_year_is_for_those_who_may_see_dates(client, member):
    for path in (BOARD, DUE, CLONE):
        assert client.get(path).status_code == 302
        assert member.get(path).status_code == 200
