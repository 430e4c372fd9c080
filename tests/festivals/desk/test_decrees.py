"""Decrees at the desk: seen with what they change, then saved, and never by a slip.

1 Dzulhijjah 1449 is reckoned for 26 April 2028, a Wednesday.
"""

import re
from datetime import UTC, date, datetime

import pytest

from festivals import projecting
from festivals.models import Decree, Edition
from tests.factories import FestivalFactory

pytestmark = pytest.mark.django_db

NEW = "/admin/decrees/new/"
TYPED = {
    "kind": "month",
    "month": 12,
    "year": 1449,
    "day": "2028-04-27",
    "source": "KMA 9/2028",
    "seen_on": "2026-11-24",
}


@pytest.fixture
def edition():
    rule = {"calendar": "hijri", "month": 12, "day": 10}
    festival = FestivalFactory(name_id="Takbiran", date_rule=rule)
    at = datetime(2026, 11, 24, tzinfo=UTC)
    projecting.project(festival, first=date(2026, 11, 24), last=date(2028, 12, 31), at=at)
    return festival.editions.get(starts_on__year=2028)


def confirmed(response) -> str:
    """What the button of the page of consequences sends."""
    return re.search(r'name="confirmed" value="([0-9a-f]+)"', response.content.decode())[1]


def test_a_decree_is_shown_with_what_it_would_change_before_it_is_saved(editor, edition):
    html = editor.post(NEW, TYPED).content.decode()

    assert "Takbiran" in html
    assert "Jumat 5 Mei 2028" in html
    assert "Sabtu 6 Mei 2028" in html
    assert not Decree.objects.exists()
    edition.refresh_from_db()
    assert edition.starts_on == date(2028, 5, 5)


def test_when_it_has_been_seen_it_is_saved_and_the_dates_follow(editor, edition):
    seen = confirmed(editor.post(NEW, TYPED))

    response = editor.post(NEW, TYPED | {"confirmed": seen})

    assert response.status_code == 302
    assert str(Decree.objects.get()) == "1 Dzulhijjah 1449: 2028-04-27"
    edition.refresh_from_db()
    assert edition.starts_on == date(2028, 5, 6)


def test_sent_twice_it_is_there_once(editor, edition):
    seen = confirmed(editor.post(NEW, TYPED))
    editor.post(NEW, TYPED | {"confirmed": seen})

    again = editor.post(NEW, TYPED | {"confirmed": seen})

    assert again.status_code == 200
    assert Decree.objects.count() == 1


def test_what_changed_meanwhile_is_shown_again_and_not_carried_out(editor, edition):
    seen = confirmed(editor.post(NEW, TYPED))
    Edition.objects.update(status=Edition.Status.CONFIRMED)

    response = editor.post(NEW, TYPED | {"confirmed": seen})

    assert "Sementara itu tanggal berubah" in response.content.decode()
    assert not Decree.objects.exists()


def test_the_way_back_keeps_what_was_typed(editor, edition):
    html = editor.post(NEW, TYPED | {"back": "1"}).content.decode()

    assert 'value="KMA 9/2028"' in html
    assert not Decree.objects.exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"day": "2028-05-27"}, "tidak mungkin mulai 2028-05-27: menurut hilal mulai 2028-04-26"),
        ({"month": 0}, "Sebut bulan Hijriahnya"),
        ({"day": "soon"}, "tanggal"),
        ({"year": 1}, "Tahunnya antara 1420 dan 1475."),
    ],
)
def test_a_decree_that_cannot_be_true_is_a_form_error(editor, edition, values, sentence):
    response = editor.post(NEW, TYPED | values)

    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert not Decree.objects.exists()


def test_a_decree_is_corrected_the_same_way(editor, edition):
    seen = confirmed(editor.post(NEW, TYPED))
    editor.post(NEW, TYPED | {"confirmed": seen})
    url = f"/admin/decrees/edit/{Decree.objects.get().pk}/"
    corrected = TYPED | {"day": "2028-04-26"}

    seen = confirmed(editor.post(url, corrected))
    editor.post(url, corrected | {"confirmed": seen})

    edition.refresh_from_db()
    assert edition.starts_on == date(2028, 5, 5)


def test_a_decree_that_is_taken_back_says_what_changes_and_changes_it(editor, edition):
    seen = confirmed(editor.post(NEW, TYPED))
    editor.post(NEW, TYPED | {"confirmed": seen})
    url = f"/admin/decrees/delete/{Decree.objects.get().pk}/"

    html = editor.get(url).content.decode()
    editor.post(url)

    assert "Takbiran" in html
    assert not Decree.objects.exists()
    edition.refresh_from_db()
    assert edition.starts_on == date(2028, 5, 5)


def test_the_list_shows_those_that_come_with_the_program_too(editor):
    html = editor.get("/admin/decrees/").content.decode()

    assert "1 Syawal 1447" in html
    assert "21 Maret 2026" in html


def test_an_ordinary_editor_enters_decrees_and_takes_none_back(member, edition):
    seen = confirmed(member.post(NEW, TYPED))
    member.post(NEW, TYPED | {"confirmed": seen})
    row = Decree.objects.get()

    assert member.get(f"/admin/decrees/delete/{row.pk}/").status_code == 302
