"""When something goes wrong: in the style and language of the site, with a way on.

Tests without the mark of the database run without it, and so prove that it is not needed.
"""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client, RequestFactory

from tests.factories import PlaceFactory
from tourism.home import views

WORDS = {
    "400": {"en": "We could not read that", "id": "Kami tidak dapat membacanya"},
    "403": {"en": "This is not open to you", "id": "Halaman ini tidak terbuka untukmu"},
    "stale": {"en": "This form has grown too old", "id": "Formulir ini sudah terlalu lama"},
    "404": {"en": "There is nothing at this address", "id": "Tidak ada apa-apa di alamat ini"},
    "500": {"en": "Something broke on our side", "id": "Ada yang rusak di pihak kami"},
}
ANSWERS = {
    "400": lambda request: views.bad_request(request, ValueError()),
    "403": lambda request: views.forbidden(request, PermissionDenied()),
    "stale": views.forged,
    "404": lambda request: views.not_found(request, ValueError()),
    "500": views.server_error,
}


def offers_a_way_on(response: HttpResponse, language: str) -> bool:
    html = response.content.decode()
    return (
        f'<html lang="{language}">' in html
        and f'action="/{language}/search/"' in html
        and f'href="/{language}/calendar/"' in html
    )


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("name", ANSWERS)
def test_each_page_of_an_error_leads_on_in_the_language_of_its_address(name, language):
    response = ANSWERS[name](RequestFactory().get(f"/{language}/somewhere/"))

    assert offers_a_way_on(response, language)
    assert response["Content-Language"] == language
    assert WORDS[name][language] in response.content.decode()


@pytest.mark.parametrize("name", ANSWERS)
def test_outside_the_languages_an_error_speaks_that_of_the_browser(name):
    request = RequestFactory().get("/somewhere", headers={"accept-language": "en"})

    assert offers_a_way_on(ANSWERS[name](request), "en")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "id"])
def test_an_unknown_address_is_404(client, homes, language):
    response = client.get(f"/{language}/atlantis/")

    assert response.status_code == 404
    assert WORDS["404"][language] in response.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_is_403(homes):
    place = PlaceFactory()

    response = Client(enforce_csrf_checks=True).post("/en/plan/add/", {"place": place.pk})

    assert response.status_code == 403
    assert WORDS["stale"]["en"] in response.content.decode()


@pytest.mark.parametrize(
    "broken", ["festivals.views.sheets.month_of", "tourism.base.middleware.timezone"]
)
def test_a_fault_of_ours_is_500_wherever_it_happens(monkeypatch, broken):
    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(broken, fail)
    client = Client(raise_request_exception=False)

    response = client.get("/en/calendar/2026/12/")

    assert response.status_code == 500
    assert WORDS["500"]["en"] in response.content.decode()
    assert offers_a_way_on(response, "en")


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_host_that_is_not_ours_is_400(client, language):
    response = client.get(f"/{language}/calendar/", headers={"host": "example.net"})

    assert response.status_code == 400
    assert offers_a_way_on(response, language)
    assert b"example.net" not in response.content


def test_a_query_string_that_no_form_can_make_is_refused_before_it_is_read(client):
    response = client.get("/en/festivals/?" + "x" * 2_000_000)

    assert response.status_code == 414
    assert offers_a_way_on(response, "en")
    assert len(response.content) < 20_000


def test_a_feed_refuses_it_in_one_line(client):
    response = client.get("/id/calendar.ics?" + "x" * 4000)

    assert response.status_code == 414
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().count("\n") == 0
    assert response["Content-Language"] == "id"
