"""The page of a day: what it is in every calendar, what is on, and what may fall on it."""

from datetime import date

import pytest

from tests.factories import EditionFactory

pytestmark = pytest.mark.django_db

DAY = "/en/calendar/2027/6/13/"


def test_a_day_is_named_in_every_calendar(client):
    html = client.get(DAY).content.decode()

    for words in (
        "Sunday 13 June",
        "Sunday Legi",
        "8 Muharram 1449",
        "8 Sura 1961, year Wawu",
        "Ukir",
        "Sadha 1949",
        "Month 5, day 9, 2578 Kongzili",
        "No national holiday",
    ):
        assert words in html, words


def test_a_holiday_is_named_in_the_language_of_the_address(client):
    assert "Vesak Day" in client.get("/en/calendar/2027/5/20/").content.decode()
    assert "Hari Raya Waisak" in client.get("/id/calendar/2027/5/20/").content.decode()


def test_festivals_of_the_day_and_those_that_may_begin_on_it_stand_apart(client):
    on = EditionFactory(starts_on=date(2027, 6, 12), days=3)
    may = EditionFactory(
        starts_on=date(2027, 6, 16),
        projected=True,
        earliest_on=date(2027, 6, 12),
        latest_on=date(2027, 6, 16),
    )
    EditionFactory(starts_on=date(2027, 6, 14))

    response = client.get(DAY)

    assert list(response.context["editions"]) == [on]
    assert list(response.context["possible"]) == [may]


def test_a_confirmed_festival_stays_out_of_what_may_be(client):
    EditionFactory(
        starts_on=date(2027, 6, 16), earliest_on=date(2027, 6, 12), latest_on=date(2027, 6, 16)
    )

    assert not client.get(DAY).context["possible"]


@pytest.mark.parametrize(
    "path", ["2027/2/30/", "2027/13/1/", "2025/12/31/", "2029/1/1/", f"{9**30}/1/1/", "2027/6/0/"]
)
def test_what_is_no_day_of_the_calendar_is_not_found(client, path):
    assert client.get(f"/en/calendar/{path}").status_code == 404


@pytest.mark.parametrize(
    ("path", "words"), [("2026/1/1/", 'rel="prev'), ("2028/12/31/", 'rel="next')]
)
def test_the_first_and_the_last_day_lead_no_further(client, path, words):
    assert words not in client.get(f"/en/calendar/{path}").content.decode()


def test_each_day_of_a_month_leads_to_its_page(client):
    html = client.get("/en/calendar/2027/6/").content.decode()

    assert f'href="{DAY}"' in html
    assert html.count('class="month-grid__head"') == 35


def test_days_beyond_the_calendar_lead_nowhere(client):
    html = client.get("/en/calendar/2028/12/").content.decode()

    assert "/en/calendar/2028/12/31/" in html
    assert "/en/calendar/2029/" not in html


def test_a_day_takes_the_same_few_queries_however_full(client, django_assert_max_num_queries):
    for _ in range(10):
        EditionFactory(starts_on=date(2027, 6, 13))
    client.get(DAY)

    with django_assert_max_num_queries(5):
        client.get(DAY)
