"""The life of an edition at the desk: steps with who said so and why, and nothing lost."""

from datetime import UTC, date, datetime

import pytest

from festivals import recording, scheduling
from festivals.models import Edition
from itineraries.models import Itinerary, Stop
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory

pytestmark = pytest.mark.django_db

MOVED = {
    "starts_on": "2026-12-12",
    "ends_on": "2026-12-12",
    "authority": "village",
    "reason": "Hujan",
    "document": "https://example.org/surat",
}


def url(edition, step=""):
    return f"/admin/editions/{edition.pk}/life/{step}{'/' if step else ''}"


def test_the_page_of_an_edition_offers_the_steps_of_its_status(editor):
    confirmed, held = EditionFactory(), EditionFactory(status=Edition.Status.HELD)

    html = editor.get(url(confirmed)).content.decode()
    over = editor.get(url(held)).content.decode()

    assert all(f"{url(confirmed, step)}" in html for step in ("move", "postpone", "cancel", "hold"))
    assert url(confirmed, "propose") not in html
    assert url(held, "cancel") not in over
    assert url(held, "repeat") in over


def test_a_step_is_taken_and_told_in_the_history_and_on_the_site(editor, client, festival_page):
    edition = EditionFactory()
    festival_page(edition.festival)

    response = editor.post(url(edition, "move"), MOVED)

    assert response.status_code == 302
    edition.refresh_from_db()
    assert (edition.status, edition.starts_on) == ("rescheduled", date(2026, 12, 12))
    html = editor.get(url(edition)).content.decode()
    assert "Dipindah dari Sabtu 5 Desember 2026 ke Sabtu 12 Desember 2026" in html
    assert 'href="https://example.org/surat"' in html
    assert "editor" in html


def test_visitors_read_in_short_what_changed(client, festival_page):
    said = {"at": datetime(2026, 6, 2, 9, tzinfo=UTC), "authority": "village"}
    festival = FestivalFactory()
    edition = recording.record(
        festival, starts_on=date(2026, 12, 5), status=Edition.Status.CONFIRMED, **said
    )
    scheduling.move(edition, starts_on=date(2026, 12, 12), reason="Rain", **said)
    festival_page(festival)

    html = client.get(f"/en/festivals/{festival.slug}/").content.decode()

    assert "What changed, and who said so" in html
    assert "Moved from Saturday 5 December 2026 to Saturday 12 December 2026" in html
    assert "The village council" in html


def test_a_reason_is_asked_for_where_people_will_want_it(editor):
    edition = EditionFactory()

    response = editor.post(url(edition, "cancel"), {"authority": "office"})

    assert response.status_code == 422
    edition.refresh_from_db()
    assert edition.status == "confirmed"


def test_an_impossible_step_comes_back_with_a_sentence_and_what_was_typed(editor):
    edition = EditionFactory(status=Edition.Status.HELD)

    response = editor.post(url(edition, "cancel"), {"authority": "office", "reason": "Hujan"})

    html = response.content.decode()
    assert response.status_code == 422
    assert "Sudah terlaksana dan selesai." in html
    assert 'value="Hujan"' in html


def test_a_closed_place_is_told_and_may_be_overridden(editor):
    place = PlaceFactory(opening_hours="Mo-Fr 08:00-17:00")
    edition = EditionFactory(status=Edition.Status.PROPOSED, place=place)
    typed = {"starts_on": "2026-12-05", "authority": "office"}

    refused = editor.post(url(edition, "confirm"), typed)
    taken = editor.post(url(edition, "confirm"), typed | {"override": "on"})

    assert "tutup pada 2026-12-05 menurut jam bukanya" in refused.content.decode()
    assert taken.status_code == 302


def test_who_acts_second_sees_both_and_loses_no_typing(editor):
    edition = EditionFactory()
    form = editor.get(url(edition, "move")).context["form"]
    seen = {"seen": form["seen"].value()}
    editor.post(url(edition, "cancel"), {"authority": "police", "reason": "Pengamanan"})

    response = editor.post(url(edition, "move"), MOVED | seen)

    html = response.content.decode()
    assert "Diubah oleh editor pada" in html
    assert "kini dibatalkan" in html
    assert 'value="Hujan"' in html
    edition.refresh_from_db()
    assert edition.status == "cancelled"


def test_before_the_button_it_says_how_many_trips_will_be_told(editor):
    edition = EditionFactory()
    gateway = PlaceFactory(kind="gateway")
    trip = Itinerary.objects.create(arrives_on=date(2026, 12, 4), gateway=gateway)
    for place in range(2):
        Stop.objects.create(itinerary=trip, edition=edition, day=1, position=place)

    html = editor.get(url(edition, "cancel")).content.decode()

    assert "Akan diberi tahu: 1 perjalanan tersimpan." in html


def test_a_second_holding_is_entered_from_the_first(editor):
    edition = EditionFactory(status=Edition.Status.HELD)

    editor.post(url(edition, "repeat"), MOVED)

    assert edition.festival.editions.count() == 2


@pytest.mark.parametrize("path", ["/admin/editions/9999/life/", "/admin/editions/9999/life/move/"])
def test_an_edition_that_is_not_there_is_not_found(editor, path):
    assert editor.get(path, follow=True).status_code == 404


def test_an_unknown_step_is_not_found(editor):
    assert editor.get(url(EditionFactory(), "explode"), follow=True).status_code == 404


def test_an_ordinary_editor_may_take_steps_and_a_visitor_none(member, client):
    edition = EditionFactory()

    assert member.get(url(edition, "move")).status_code == 200
    assert client.get(url(edition, "move")).status_code == 302


@pytest.mark.parametrize(
    "typed",
    [
        {"starts_on": "1999-05-01", "ends_on": ""},
        {"starts_on": "9999-12-31", "ends_on": ""},
        {"ends_on": "2034-12-12"},
        {"seen": "0000-00-00T00:00:00"},
    ],
)
@pytest.mark.parametrize("step", ["move", "repeat"])
def test_hostile_days_come_back_with_a_sentence_and_what_was_typed(editor, step, typed):
    response = editor.post(url(EditionFactory(), step), MOVED | typed)

    assert response.status_code == 422
    assert "Hujan" in response.content.decode()
