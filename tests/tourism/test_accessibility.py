"""The page on accessibility: in both languages, linked, and honest about whom to write to."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "What does not work yet"), ("id", "Yang belum berjalan")],
)
def test_the_page_says_what_does_not_work_yet_in_each_language(client, language, words):
    response = client.get(f"/{language}/accessibility/")

    assert response.status_code == 200
    assert words in response.content.decode()
    assert 'datetime="2026-11-24"' in response.content.decode()


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_foot_of_every_page_leads_to_it(client, homes, language):
    html = client.get(f"/{language}/calendar/2026/12/").content.decode()

    assert f'href="/{language}/accessibility/"' in html


def test_a_barrier_is_told_to_the_address_that_the_office_has_set(client, settings):
    settings.CONTACT = "akses@example.org"

    html = client.get("/en/accessibility/").content.decode()

    assert 'href="mailto:akses@example.org"' in html
    assert "has not given an e-mail address" not in html


def test_without_an_address_the_page_says_so_and_offers_no_dead_link(client, settings):
    settings.CONTACT = ""

    html = client.get("/en/accessibility/").content.decode()

    assert "The office has not given an e-mail address for this site yet." in html
    assert "mailto:" not in html
