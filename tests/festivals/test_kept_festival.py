"""A kept page of a festival: never older than its facts, and nobody's key but the visitor's own."""

import re
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from festivals import scheduling
from festivals.models import ProgrammePart
from tests.factories import EditionFactory

PAGE = "/en/festivals/keboan/"
KEY = re.compile(r'name="csrfmiddlewaretoken" value="([^"]*)"')


@pytest.fixture
def keboan(keeping, festival_page):
    edition = EditionFactory(starts_on=date(2027, 6, 6), festival__slug="keboan")
    festival_page(edition.festival)
    return edition


def text(client, path=PAGE):
    return client.get(path).content.decode()


def test_a_kept_page_is_answered_with_one_query_and_the_same_words(client, keboan):
    first = text(client)

    with CaptureQueriesContext(connection) as captured:
        again = text(client)

    assert len(captured) == 1
    assert KEY.sub("", again) == KEY.sub("", first)


def test_each_visitor_gets_a_key_that_their_own_form_is_taken_with(keboan):
    first, second = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    text(first)

    def add(visitor, key):
        form = {"edition": keboan.pk, "csrfmiddlewaretoken": key}
        return visitor.post("/en/plan/add/", form).status_code

    key = KEY.search(text(second))[1]

    assert second.cookies["csrftoken"].value != first.cookies["csrftoken"].value
    assert add(first, key) == 403
    assert add(second, key) != 403


def test_no_browser_or_server_on_the_way_may_keep_a_key(client, keboan):
    text(client)

    response = client.get(PAGE)

    assert response["Cache-Control"] == "private, no-cache"
    assert "ETag" not in response
    assert "Cookie" in response["Vary"]


def test_a_moved_date_and_a_new_programme_are_on_the_page_that_is_read_next(client, keboan):
    assert "Sunday 6 June 2027" in text(client)
    scheduling.move(
        keboan, starts_on=date(2027, 6, 13), at=datetime(2026, 11, 24, 9, tzinfo=UTC),
        authority="village", reason="High waves",
    )  # fmt: skip

    assert "Sunday 13 June 2027" in text(client)
    ProgrammePart.objects.create(festival=keboan.festival, words_en="Ploughing", words_id="Bajak")

    assert "Ploughing" in text(client)


def test_each_language_keeps_its_own_page(client, keboan):
    assert '<html lang="en">' in text(client)
    assert '<html lang="id">' in text(client, "/id/festivals/keboan/")
    assert '<html lang="en">' in text(client)


def test_a_page_that_asks_for_a_password_is_kept_for_nobody(client, keboan):
    story = "The story of"
    assert story in text(client)
    page = keboan.festival.pages.get(locale__language_code="en")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="secret"
    )
    assert story not in text(client)
    session = client.session
    session["passed_page_view_restrictions"] = [restriction.pk]
    session.save()

    assert story in text(client)
    assert story not in text(Client())


def test_words_behind_the_address_are_kept_for_nobody(client, keboan):
    text(client)

    with CaptureQueriesContext(connection) as captured:
        text(client, f"{PAGE}?from=a-letter")

    assert len(captured) > 1
