"""The calendar has pages of the years with data, and none beyond."""

from datetime import date

import pytest

from festivals.calendar.spans import Years
from festivals.years import years_with_data
from tests.factories import EditionFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def status(client, path):
    return client.get(f"/en/calendar/{path}").status_code


def test_without_data_there_are_this_year_and_the_projected_ones():
    assert years_with_data(TODAY) == Years(2026, 2028)


def test_the_oldest_edition_opens_the_calendar_and_a_later_one_closes_it():
    EditionFactory(starts_on=date(2011, 9, 9))
    EditionFactory(starts_on=date(2030, 12, 31), days=2)

    assert years_with_data(TODAY) == Years(2011, 2031)


def test_addresses_outside_the_years_are_not_found(client):
    EditionFactory(starts_on=date(2024, 6, 1))

    inside = ["2024/", "2024/1/", "2024/1/1/", "2028/", "2028/12/31/"]
    outside = ["2023/", "2023/12/", "2023/12/31/", "2029/", "2029/1/", "2029/1/1/"]

    assert [status(client, path) for path in inside] == [200] * len(inside)
    assert [status(client, path) for path in outside] == [404] * len(outside)


def test_the_week_over_the_first_new_year_has_its_page_and_leads_no_further_back(client):
    EditionFactory(starts_on=date(2025, 6, 1))

    first = client.get("/en/calendar/2024/12/29/week/")

    assert first.status_code == 200
    assert first.context["week"].previous is None
    assert first.context["week"].next == date(2025, 1, 5)
    assert status(client, "2024/12/22/week/") == 404


def test_the_first_month_leads_no_further_back(client):
    month = client.get("/en/calendar/2026/1/").context["month"]

    assert (month.previous, month.next) == (None, date(2026, 2, 1))
    assert not month.weeks[0][0].has_page


def test_robots_step_back_two_years_and_no_further(client):
    EditionFactory(starts_on=date(2020, 6, 1))

    def steps(path):
        html = client.get(f"/en/calendar/{path}").content.decode()
        return 'rel="prev nofollow"' in html

    assert [steps(path) for path in ("2024/6/", "2023/6/", "2020/6/")] == [False, True, True]
