"""Week, agenda, map and year: the same set as the month, laid out otherwise."""

from datetime import date, time, timedelta

import pytest

from festivals.models import Edition
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory

pytestmark = pytest.mark.django_db

VIEWS = {
    "month": "/en/calendar/2026/12/",
    "week": "/en/calendar/2026/11/29/week/",
    "agenda": "/en/calendar/agenda/",
    "map": "/en/calendar/map/",
    "year": "/en/calendar/2026/",
}


def text(response) -> str:
    return response.content.decode()


def addresses(response) -> dict[str, str]:
    return {link.name: link.address for link in response.context["switch"]}


@pytest.mark.parametrize("path", VIEWS.values(), ids=VIEWS)
def test_every_view_shows_the_same_set(client, path):
    EditionFactory(festival__name_en="Kuwung", festival__category="carnival")
    EditionFactory(festival__name_en="Trail Run", festival__category="sport")

    page = text(client.get(f"{path}?category=carnival"))

    assert "Kuwung" in page
    assert "Trail Run" not in page
    assert "1 festival<" in page


@pytest.mark.parametrize("path", VIEWS.values(), ids=VIEWS)
def test_every_view_has_one_address_for_a_set(client, path):
    response = client.get(f"{path}?time=night&category=sport&x=1")

    assert (response.status_code, response.url) == (302, f"{path}?category=sport&time=night")


@pytest.mark.parametrize("path", VIEWS.values(), ids=VIEWS)
def test_every_view_refuses_what_no_filter_knows_in_words(client, path):
    response = client.get(f"{path}?time=noon")

    assert response.status_code == 400
    assert "noon is not one of the available choices" in text(response)


@pytest.mark.parametrize("path", VIEWS.values(), ids=VIEWS)
def test_where_nothing_is_left_the_page_says_what_to_take_off(client, path):
    EditionFactory(festival__category="sport", starts_at=time(8))

    response = client.get(f"{path}?category=sport&time=night")

    assert "0 festivals" in text(response)
    assert [(way.choice.label, way.count) for way in response.context["ways_out"]] == [
        ("At night, from 18:00", 1)
    ]
    assert f'href="{path}?category=sport"' in text(response)


@pytest.mark.parametrize("count", [5, 500])
@pytest.mark.parametrize(("view", "queries"), [("week", 7), ("agenda", 6), ("map", 4), ("year", 5)])
def test_every_view_takes_the_same_few_queries(
    client, django_assert_num_queries, view, queries, count
):
    Edition.objects.bulk_create(
        EditionFactory.build(
            festival=festival, starts_on=date(2026, 11, 30) + timedelta(days=n % 5)
        )
        for festival in [FestivalFactory(interests=["surf", "dive"])]
        for n in range(count)
    )

    with django_assert_num_queries(queries):
        client.get(VIEWS[view])


def test_the_switch_leads_to_nearly_the_same_days_and_keeps_the_filters(client):
    found = addresses(client.get("/en/calendar/2027/6/?category=dance&time=night"))

    assert found == {
        "month": "/en/calendar/2027/6/?category=dance&time=night",
        "week": "/en/calendar/2027/5/30/week/?category=dance&time=night",
        "agenda": "/en/calendar/agenda/?category=dance&from=2027-06-01&time=night",
        "map": "/en/calendar/map/?category=dance&from=2027-06-01&to=2027-06-30&time=night",
        "year": "/en/calendar/2027/?category=dance&time=night",
    }


def test_the_switch_opens_on_today_where_it_is_in_sight(client):
    found = addresses(client.get("/en/calendar/2026/11/"))

    assert found["week"] == "/en/calendar/2026/11/22/week/"
    assert found["agenda"] == "/en/calendar/agenda/"


def test_a_week_begins_on_sunday_whatever_day_is_asked_for(client):
    response = client.get("/en/calendar/2026/12/3/week/")

    assert response.url == "/en/calendar/2026/11/29/week/"


@pytest.mark.parametrize(
    "path", ["2026/2/30/week/", "2025/12/21/week/", "2029/1/7/week/", "2025/", "2029/", "99999/"]
)
def test_what_is_no_day_of_the_calendar_has_no_page(client, path):
    assert client.get(f"/en/calendar/{path}").status_code == 404


def test_a_day_of_the_week_lists_long_ones_first_and_then_by_the_hour(client):
    for name, hour in (("Late", time(20)), ("Early", time(6))):
        EditionFactory(festival__name_en=name, starts_on=date(2026, 12, 2), starts_at=hour)
    EditionFactory(festival__name_en="Long", starts_on=date(2026, 12, 1), days=3)

    day = client.get(VIEWS["week"]).context["week"].days[3]

    assert [mark.edition.festival.name_en for mark in day.lanes] == ["Long", "Early", "Late"]


def test_an_hour_is_told_with_its_clock(client):
    bali = PlaceFactory(timezone="Asia/Makassar")
    EditionFactory(festival__place=bali, starts_on=date(2026, 12, 2), starts_at=time(19))

    assert "19:00 WITA" in text(client.get(VIEWS["week"]))
    assert "19:00 WITA" in text(client.get(VIEWS["agenda"]))


def test_the_agenda_begins_today_with_what_goes_on_and_follows_by_months(client):
    for name, day, days in (
        ("Over", date(2026, 11, 1), 1),
        ("Going", date(2026, 11, 20), 9),
        ("Soon", date(2026, 11, 28), 1),
        ("Later", date(2027, 1, 9), 1),
    ):
        EditionFactory(festival__name_en=name, starts_on=day, days=days)

    agenda = client.get(VIEWS["agenda"]).context["agenda"]

    assert [row.festival.name_en for row in agenda.ongoing] == ["Going"]
    assert [
        (f"{month.first:%Y-%m}", [row.festival.name_en for row in month.editions])
        for month in agenda.months
    ] == [("2026-11", ["Soon"]), ("2027-01", ["Later"])]


def test_what_has_no_day_stands_once_under_the_first_month_it_may_fall_in(client):
    EditionFactory(
        festival__name_en="Film Festival",
        festival__date_rule={"calendar": "announced", "typical_months": [7, 12]},
        starts_on=date(2026, 7, 1),
        ends_on=date(2026, 12, 31),
        precision=Edition.Precision.MONTH,
        projected=True,
    )

    agenda = client.get(VIEWS["agenda"]).context["agenda"]

    assert [(month.first.month, len(month.undated)) for month in agenda.months] == [(12, 1)]


def test_a_long_agenda_goes_on_over_pages_and_loses_nothing(client):
    festival = FestivalFactory()
    for n in range(90):
        EditionFactory(festival=festival, starts_on=date(2026, 12, 1) + timedelta(days=n))
    EditionFactory(
        festival__date_rule={"calendar": "announced", "typical_months": [2]},
        starts_on=date(2027, 2, 1),
        ends_on=date(2027, 2, 28),
        precision=Edition.Precision.MONTH,
    )

    agendas = [client.get(f"{VIEWS['agenda']}?page={n}").context["agenda"] for n in (2, 3)]
    agendas.insert(0, client.get(VIEWS["agenda"]).context["agenda"])

    months = [month for agenda in agendas for month in agenda.months]
    assert sum(len(month.editions) for month in months) == 90
    assert sum(len(month.undated) for month in months) == 1


def test_the_map_has_a_pin_a_place_that_leads_to_its_part_of_the_list(client):
    boom = PlaceFactory(slug="boom", name_en="Boom Beach")
    for day in (1, 8):
        EditionFactory(festival__place=boom, starts_on=date(2026, 12, day))
    EditionFactory(starts_on=date(2027, 5, 1))

    response = client.get(VIEWS["map"])

    assert [at.place for at in response.context["chart"].places] == [boom]
    assert 'href="#at-boom"' in text(response)
    assert "Boom Beach (2)" in text(response)


def test_the_map_shows_the_days_that_are_asked_for(client):
    EditionFactory(starts_on=date(2027, 5, 1), festival__name_en="May Fair")

    assert "May Fair" in text(client.get(f"{VIEWS['map']}?from=2027-05-01&to=2027-05-31"))
    assert "May Fair" not in text(client.get(f"{VIEWS['map']}?from=2027-06-01"))


def test_a_year_holds_every_edition_and_marks_its_days(client):
    EditionFactory(starts_on=date(2026, 12, 30), days=4, festival__name_en="New Year")
    EditionFactory(starts_on=date(2026, 3, 8), projected=True, festival__name_en="March Fair")

    year = client.get(VIEWS["year"]).context["year"]
    days = [day for month in year.months for week in month.weeks for day in week if day]

    assert [row.festival.name_en for month in year.months for row in month.editions] == [
        "March Fair",
        "New Year",
    ]
    assert [(day.date.day, day.certainty) for day in days if day.count] == [
        (8, "projected"),
        (30, "confirmed"),
        (31, "confirmed"),
    ]
    assert len(days) == 365
