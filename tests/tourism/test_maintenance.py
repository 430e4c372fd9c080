"""While the site is being worked on. Most of these run without a database, and so prove it."""

import pytest
from django.test import Client


@pytest.fixture(autouse=True)
def at_work(settings):
    settings.MAINTENANCE = True


@pytest.mark.parametrize(
    ("path", "language", "words"),
    [
        ("/en/", "en", "The site is being worked on"),
        ("/id/calendar/2026/12/", "id", "Situs sedang dibenahi"),
        ("/en/festivals/?interest=surf", "en", "The site is being worked on"),
        ("/id/plan/", "id", "Situs sedang dibenahi"),
        ("/en/nothing/", "en", "The site is being worked on"),
        ("/documents/1/a.pdf", "id", "Situs sedang dibenahi"),
        ("/", "id", "Situs sedang dibenahi"),
    ],
)
def test_every_public_address_says_503_in_its_language(client, path, language, words):
    response = client.get(path)

    assert response.status_code == 503
    assert words in response.content.decode()
    assert f'<html lang="{language}">' in response.content.decode()
    assert response["Content-Language"] == language
    assert response["Retry-After"] == "600"
    assert response["Cache-Control"] == "no-store"
    assert "default-src 'self'" in response["Content-Security-Policy"]


def test_an_address_without_a_language_takes_that_of_the_browser(client):
    response = client.get("/", headers={"accept-language": "en-GB,en;q=0.9"})

    assert "The site is being worked on" in response.content.decode()


def test_the_page_offers_the_other_language_and_no_way_that_is_shut(client):
    html = client.get("/en/calendar/").content.decode()

    assert 'href="/id/calendar/"' in html
    assert "<nav" not in html
    assert "/search/" not in html


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/en/calendar.ics", "The calendar is being worked on. Ask again in ten minutes."),
        ("/id/plan/x/trip.ics", "Kalender sedang dibenahi. Coba lagi sepuluh menit lagi."),
    ],
)
def test_a_feed_says_it_in_one_line_of_plain_text(client, path, words):
    response = client.get(path)

    assert response.status_code == 503
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == words
    assert response["Retry-After"] == "600"


def test_a_form_that_was_open_is_answered_before_anything_is_written():
    client = Client(enforce_csrf_checks=True)

    assert client.post("/en/plan/add/", {"place": 1}).status_code == 503


@pytest.mark.django_db
def test_health_and_the_desk_stay_up(client):
    assert client.get("/healthz").status_code == 200
    assert client.get("/admin/login/").status_code == 200


def test_static_files_stay_up(client):
    response = client.get("/static/tourism/css/tokens.css")

    assert response.status_code == 200
    assert b"--night" in b"".join(response.streaming_content)


def test_without_the_setting_the_site_answers(client, settings, homes):
    settings.MAINTENANCE = False

    assert client.get("/en/").status_code == 200
