"""Dates at the desk: an editor moves one, says who said so, and the site shows it at once."""

from datetime import date

import pytest
from django.utils import timezone

from festivals import recording
from festivals.models import Edition, EditionChange
from tests.factories import EditionFactory, FestivalFactory

pytestmark = pytest.mark.django_db


def edition_form(edition: Edition, **values: object) -> dict[str, object]:
    return {
        "festival": edition.festival_id,
        "starts_on": edition.starts_on.isoformat(),
        "ends_on": edition.ends_on.isoformat(),
        "status": edition.status,
        "precision": edition.precision,
        "authority": "village",
        "reason": "The elders chose the Sunday after.",
    } | values


def test_an_editor_moves_a_date_and_the_site_shows_it_at_once(editor, client):
    edition = EditionFactory(starts_on=date(2026, 12, 6))

    response = editor.post(
        f"/admin/editions/edit/{edition.pk}/",
        edition_form(edition, starts_on="2026-12-13", ends_on="2026-12-13"),
    )

    assert response.status_code == 302
    edition.refresh_from_db()
    assert edition.status == Edition.Status.RESCHEDULED
    (change,) = EditionChange.objects.all()
    assert (change.by.username, change.authority) == ("editor", "village")
    assert "from 6 Dec 2026" in client.get("/en/calendar/2026/12/").content.decode()


def test_a_last_day_before_the_first_is_a_sentence_on_the_form_and_nothing_is_lost(editor):
    edition = EditionFactory(starts_on=date(2026, 12, 6))

    response = editor.post(
        f"/admin/editions/edit/{edition.pk}/", edition_form(edition, ends_on="2026-12-01")
    )

    html = response.content.decode()
    assert response.status_code == 200
    assert "Hari terakhir tidak boleh sebelum hari pertama." in html
    assert "The elders chose the Sunday after." in html
    edition.refresh_from_db()
    assert edition.ends_on == date(2026, 12, 6)


def test_a_broken_date_is_a_form_error(editor):
    edition = EditionFactory()

    response = editor.post(
        f"/admin/editions/edit/{edition.pk}/", edition_form(edition, starts_on="31 June")
    )

    assert response.status_code == 200
    assert "starts_on" in response.context["form"].errors


def test_a_new_date_is_entered_with_who_said_so(editor):
    edition = EditionFactory.build(festival=FestivalFactory(), starts_on=date(2027, 3, 1))

    response = editor.post("/admin/editions/new/", edition_form(edition))

    assert response.status_code == 302
    assert Edition.objects.get().changes.get().by.username == "editor"


def test_a_date_cannot_be_deleted(editor):
    edition = EditionFactory()

    response = editor.post(f"/admin/editions/delete/{edition.pk}/")

    assert response.status_code in {302, 403, 404}
    assert Edition.objects.filter(pk=edition.pk).exists()


def test_the_change_log_can_be_read_and_not_written(editor):
    change = recording.change(
        EditionFactory(), at=timezone.now(), authority="office", note_en="Bring a hat."
    )
    inspected = editor.get(f"/admin/edition_changes/inspect/{change.pk}/")

    assert editor.get("/admin/edition_changes/").status_code == 200
    assert inspected.status_code == 200
    for path in ("new/", f"edit/{change.pk}/", f"delete/{change.pk}/"):
        response = editor.post(f"/admin/edition_changes/{path}", {"reason": "Another"})
        assert response.status_code in {302, 403, 404, 405}
    change.refresh_from_db()
    assert (change.reason, EditionChange.objects.count()) == ("", 1)


def test_a_form_drawn_before_somebody_else_saved_is_refused_and_loses_nothing(editor):
    edition = EditionFactory(starts_on=date(2026, 12, 6))
    url = f"/admin/editions/edit/{edition.pk}/"
    seen = editor.get(url).context["form"]["seen"].value()
    recording.change(
        edition, at=timezone.now(), authority="office", status=Edition.Status.CANCELLED
    )

    typed = edition_form(edition, status="confirmed", note_en="Bring a hat.", seen=seen)
    response = editor.post(url, typed)

    html = response.content.decode()
    edition.refresh_from_db()
    assert edition.status == Edition.Status.CANCELLED
    assert "Bring a hat." in html
    assert "dibatalkan" in html
    again = typed | {"seen": response.context["form"]["seen"].value()}
    assert editor.post(url, again).status_code == 302


def test_an_edition_cannot_be_given_to_another_festival(editor):
    edition, other = EditionFactory(), FestivalFactory()
    festival = edition.festival

    editor.post(f"/admin/editions/edit/{edition.pk}/", edition_form(edition, festival=other.pk))

    edition.refresh_from_db()
    assert edition.festival == festival


def test_the_form_takes_no_step_of_the_life(editor):
    edition = EditionFactory(starts_on=date(2030, 5, 5))

    editor.post(
        f"/admin/editions/edit/{edition.pk}/", edition_form(edition, status="held", note_en="Hat.")
    )

    edition.refresh_from_db()
    assert (edition.status, edition.note_en) == ("confirmed", "Hat.")


@pytest.mark.parametrize("status", ["held", "cancelled"])
def test_a_new_edition_over_one_that_is_over_comes_back_with_a_sentence(editor, status):
    old = EditionFactory(status=status)

    response = editor.post(
        "/admin/editions/new/", edition_form(old, festival=old.festival_id, status="confirmed")
    )

    assert response.status_code == 200
    assert any(word in response.content.decode() for word in ("Sudah terlaksana", "dibatalkan"))
    old.refresh_from_db()
    assert old.status == status
