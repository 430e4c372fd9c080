"""The addresses that apps take, what stays kept, and the ways that lead to the page."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar

from festivals import scheduling
from tests.factories import EditionFactory, PlaceFactory
from tests.festivals.subscribe.asked import PAGE, SAID, feed, words_of
from tourism.base.qr import LONGEST, qr_code

pytestmark = pytest.mark.django_db


def test_each_app_has_the_address_it_takes(client):
    query = "category=ritual&category=dance&q=petik+laut&projected=1"
    address = f"http://testserver/en/calendar.ics?{query}"

    taken = feed(client, query)

    assert taken.address == address
    assert taken.webcal == address.replace("http:", "webcal:")
    assert taken.google == (
        "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Ftestserver%2Fen%2Fcalendar.ics"
        "%3Fcategory%3Dritual%26category%3Ddance%26q%3Dpetik%2Blaut%26projected%3D1"
    )
    for host, link in {
        "live.com": taken.outlook["own"],
        "office.com": taken.outlook["work"],
    }.items():
        at = urlsplit(link)
        assert (at.scheme, at.netloc, at.path) == (
            *("https", f"outlook.{host}", "/calendar/0/addfromweb"),
        )
        assert parse_qs(at.query) == {"url": [address], "name": ["Festivals of Banyuwangi"]}


def test_behind_https_apps_are_told_webcal(client):
    EditionFactory(festival__category="sea")

    response = client.get(f"{PAGE}?category=sea", secure=True)
    found = words_of(response)

    assert 'href="webcal://testserver/en/calendar.ics?category=sea"' in found
    assert 'value="https://testserver/en/calendar.ics?category=sea"' in found
    assert (
        'href="https://testserver/en/calendar.ics?category=sea" download="banyuwangi.ics"' in found
    )


@pytest.mark.parametrize(
    "query",
    [
        "",
        "projected=1",
        "cancelled=drop&projected=1",
        "category=dance&language=id",
        "cancelled=strike",
    ],
)
def test_the_feed_answers_and_holds_as_many_dates(client, query):
    EditionFactory(starts_on=date(2026, 12, 5))
    EditionFactory(starts_on=date(2026, 12, 6), cancelled=True)
    EditionFactory(starts_on=date(2026, 12, 7), projected=True)
    EditionFactory(starts_on=date(2026, 12, 8), festival__category="dance")

    page = client.get(f"{PAGE}?{query}" if query else PAGE, follow=True)
    answer = client.get(page.context["feed"].address)

    assert answer.status_code == 200
    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) == page.context["total"]


@pytest.mark.parametrize(
    ("path", "address", "said"),
    [
        (PAGE, "/en/calendar.ics", "in English"),
        (f"{PAGE}?language=id", "/id/calendar.ics", "in Indonesian"),
        ("/id/calendar/subscribe/", "/id/calendar.ics", "dalam Bahasa Indonesia"),
        ("/id/calendar/subscribe/?language=en", "/en/calendar.ics", "dalam Bahasa Inggris"),
    ],
)
def test_the_feed_is_in_the_language_that_is_chosen(client, path, address, said):
    response = client.get(path)

    assert response.context["feed"].address == f"http://testserver{address}"
    assert said in words_of(response)


def test_the_square_leads_to_this_page_with_its_choices(client):
    assert feed(client, "category=sea&language=id").page == (
        "http://testserver/en/calendar/subscribe/?category=sea&language=id"
    )


def test_a_square_is_dark_where_its_corners_are_and_none_where_it_would_be_too_fine():
    square = qr_code("http://testserver/")

    assert square.path.startswith("M0 0h7v1h-7z")
    assert square.view_box == f"-4 -4 {square.size + 8} {square.size + 8}"
    assert qr_code("x" * (LONGEST + 1)) is None


def test_a_kept_page_never_shows_a_day_that_has_moved(client, keeping):
    edition = EditionFactory(starts_on=date(2026, 12, 6))
    assert "Sun 6 Dec" in words_of(client.get(PAGE))
    assert "Sun 6 Dec" in words_of(client.get(PAGE))

    scheduling.move(edition, starts_on=date(2026, 12, 13), **SAID)

    assert "Sun 13 Dec" in words_of(client.get(PAGE))


def test_a_kept_count_is_that_of_its_day(client, keeping, settings):
    EditionFactory(starts_on=date(2026, 11, 24))
    EditionFactory(starts_on=date(2026, 12, 6))
    before = words_of(client.get(PAGE))
    settings.TODAY = date(2026, 11, 25)

    after = words_of(client.get(PAGE))

    assert ("2 dates" in before, "1 date</em>" in after) == (True, True)


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/en/calendar/2026/12/", "category=ritual"),
        ("/en/calendar/2026/11/29/week/", "category=ritual"),
        ("/en/calendar/2027/", "category=ritual"),
        ("/en/calendar/agenda/", "category=ritual"),
        ("/en/calendar/map/", "category=ritual"),
        ("/en/festivals/", "category=ritual&free=yes"),
    ],
)
def test_every_view_leads_here_with_its_filters_and_names_its_feed(client, path, query):
    found = words_of(client.get(f"{path}?{query}"))

    assert f'href="{PAGE}?{query}" rel="nofollow" data-subscribe' in found
    assert f'<link rel="alternate" type="text/calendar" title="These dates as a calendar" href="/en/calendar.ics?{query}">' in found  # fmt: skip  # noqa: E501


def test_days_asked_for_are_not_part_of_a_subscription(client):
    found = words_of(client.get("/en/calendar/agenda/?category=sea&from=2027-01-01"))

    assert f'href="{PAGE}?category=sea"' in found


def test_a_festival_leads_to_its_own_dates(client, keboan):
    found = words_of(client.get("/en/festivals/keboan-aliyan/"))

    assert f'href="{PAGE}?festival=keboan-aliyan"' in found


def test_a_destination_leads_to_what_is_held_there_if_anything_is(client, destination_page):
    venue, beach = PlaceFactory(slug="venue"), PlaceFactory(slug="beach")
    for place in (venue, beach):
        destination_page(place)
    EditionFactory(festival__place=venue)

    assert f'href="{PAGE}?place=venue"' in words_of(client.get("/en/destinations/venue/"))
    assert f"{PAGE}?place=" not in words_of(client.get("/en/destinations/beach/"))
