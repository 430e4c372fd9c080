"""A kept page of a place: never older than its facts, nor than the minute on the clock."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from destinations import closing
from tests.factories import PlaceFactory

PAGE = "/en/destinations/beach/"


@pytest.fixture
def beach(keeping, destination_page):
    place = PlaceFactory(slug="beach", opening_hours="Mo-Su 08:00-17:00")
    destination_page(place)
    return place


@pytest.fixture
def clock(settings, monkeypatch):
    """Set the clock of the site, in hours and minutes of UTC."""
    settings.TODAY = None

    def set_to(hour: int, minute: int) -> None:
        now = datetime(2026, 11, 24, hour, minute, tzinfo=UTC)
        monkeypatch.setattr("tourism.base.middleware.timezone.now", lambda: now)

    return set_to


def text(client) -> str:
    return client.get(PAGE).content.decode()


def test_within_a_minute_it_is_answered_with_one_query(client, beach):
    text(client)

    with CaptureQueriesContext(connection) as captured:
        text(client)

    assert len(captured) == 1


def test_a_place_that_shuts_is_shut_on_the_page_a_minute_later(client, beach, clock):
    clock(9, 59)  # 16:59 in Banyuwangi.
    before = text(client)
    clock(10, 1)

    after = text(client)

    assert "Closed by now" not in before
    assert "Closed by now" in after


def test_a_closure_is_on_the_page_that_is_read_next(client, beach):
    assert "High waves" not in text(client)

    closing.close(
        beach,
        starts_on=date(2026, 11, 24),
        ends_on=None,
        reason_en="High waves",
        reason_id="Ombak tinggi",
    )

    assert "High waves" in text(client)


def test_a_page_that_asks_for_a_password_is_kept_for_nobody(client, beach):
    assert "The story of" in text(client)
    page = beach.pages.get(locale__language_code="en")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="secret")

    assert "The story of" not in text(client)
    assert "The story of" not in text(Client())
