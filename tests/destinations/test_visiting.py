"""A place on the day on which a visitor means to come. The site's day is 24 November 2026."""

from datetime import date

import pytest

from destinations import closing
from destinations.models import Fee
from tests.factories import EditionFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def page(client):
    return client.get("/en/destinations/kawah-ijen/").content.decode()


def on(client, day):
    return client.get(f"/en/destinations/kawah-ijen/?day={day}").content.decode()


def test_a_page_tells_of_the_day_that_a_visitor_means_to_come(client, ijen):
    Fee.objects.create(
        place=ijen, audience="foreign", weekday_idr=100_000, holiday_idr=150_000, year=2023
    )

    sunday, monday = on(client, "2026-12-06"), on(client, "2026-12-07")

    assert "On Sunday 6 December 2026" in sunday
    assert "<b>Open</b> 02:00–12:00 WIB" in sunday
    assert "December is not one of its best months." in sunday
    assert "The tariff of a holiday holds" in sunday
    assert "by Sat 5 Dec" in sunday
    assert "The tariff of a weekday holds." in monday
    assert "May is one of its best months." in on(client, "2027-05-03")


def test_a_national_holiday_of_another_year_has_the_tariff_of_a_holiday(client, ijen):
    Fee.objects.create(place=ijen, audience="foreign", weekday_idr=1, holiday_idr=2, year=2023)

    assert "The tariff of a holiday holds" in on(client, "2028-08-17")


def test_a_day_on_which_it_is_shut_is_told_as_shut(client, ijen):
    closing.close(
        ijen, starts_on=date(2026, 12, 7), ends_on=date(2026, 12, 9),
        reason_en="Road works.", reason_id="Perbaikan jalan.",
    )  # fmt: skip

    assert "<b>Closed.</b>" in on(client, "2026-12-04")
    assert "<b>Closed.</b> Road works." in on(client, "2026-12-08")


def test_a_paper_for_which_it_is_too_late_is_told_as_late(client, ijen):
    ijen.requirements.update(lead_days=14)

    assert "too late by now; ask" in on(client, "2026-12-01")
    assert "too late by now; ask" not in on(client, "2026-12-20")


@pytest.mark.parametrize("day", ["2026-11-23", "2029-01-01", "", "soon", "2026-02-30"])
def test_a_day_that_cannot_be_visited_is_asked_again(client, ijen, day):
    response = client.get(f"/en/destinations/kawah-ijen/?day={day}")

    assert response.status_code == 400
    assert response.context["chosen"] is None
    assert "Please look at this again" in response.content.decode()


def test_a_page_says_when_one_comes_in_the_dark(client, ijen):
    night = page(client)
    ijen.opening_hours = "05:00-17:00"
    ijen.save()

    assert "The sun rises about 04:54 WIB." in night
    assert "who comes then travels in the dark" in night
    assert "who comes then travels in the dark" not in page(client)


def test_festivals_near_it_are_those_from_the_chosen_day_on(client, ijen):
    near = PlaceFactory(latitude=-8.09, longitude=114.24)
    EditionFactory(festival__place=near, starts_on=date(2026, 12, 5))
    later = EditionFactory(festival__place=near, starts_on=date(2026, 12, 19))

    response = client.get("/en/destinations/kawah-ijen/?day=2026-12-10")

    assert response.context["festivals_near"] == [later]
