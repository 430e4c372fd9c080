"""The office's desk: its lists, and who may do what at it."""

import pytest
from django.utils import timezone

from festivals import recording
from tests.factories import EditionFactory, PlaceFactory
from tests.festivals.desk.test_places import place_url

pytestmark = pytest.mark.django_db


def test_every_list_of_the_desk_opens(editor):
    EditionFactory()

    for path in (
        "/admin/",
        "/admin/editions/",
        "/admin/editions/?q=festival",
        "/admin/editions/?status=confirmed",
        "/admin/edition_changes/",
        "/admin/snippets/festivals/festival/",
        "/admin/snippets/destinations/place/",
        "/admin/snippets/destinations/district/",
        "/admin/snippets/destinations/interest/",
        "/admin/itineraries/",
    ):
        assert editor.get(path).status_code == 200, path


def test_a_visitor_is_sent_to_the_sign_in(client, homes):
    assert client.get("/admin/editions/")["Location"].startswith("/admin/login/")


def test_an_ordinary_editor_may_change_dates_places_and_pages(member, festival_page):
    edition, place = EditionFactory(), PlaceFactory()
    page = festival_page(edition.festival)["id"]

    for path in (
        "/admin/",
        f"/admin/editions/edit/{edition.pk}/",
        place_url(place),
        f"/admin/snippets/festivals/festival/edit/{edition.festival_id}/",
        f"/admin/pages/{page.pk}/edit/",
        "/admin/edition_changes/",
    ):
        assert member.get(path).status_code == 200, path


def test_an_ordinary_editor_may_not_change_the_vocabulary_or_the_users(member):
    assert member.get("/admin/snippets/destinations/district/").status_code == 302
    assert member.get("/admin/users/").status_code == 302


@pytest.mark.parametrize("path", ["/admin/editions/", "/admin/edition_changes/"])
def test_the_lists_of_the_desk_take_the_same_few_queries(
    editor, django_assert_max_num_queries, path
):
    for _ in range(20):
        edition = EditionFactory()
        recording.change(edition, at=timezone.now(), authority="office", note_en="A note.")
    editor.get(path)

    with django_assert_max_num_queries(26):
        editor.get(path)
