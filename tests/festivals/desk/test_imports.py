"""Reading somebody's calendar at the desk: send, settle, enter; bad files lose nothing."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from festivals.models import Edition, Import, ImportRow
from tests.factories import FestivalFactory

pytestmark = pytest.mark.django_db

SEND = "/admin/dates/import/"


def file(text, name="k.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return SimpleUploadedFile(name, content)


def send(editor, text, **more):
    return editor.post(SEND, {"file": file(text), "source": "Disbudpar", "year": "2027"} | more)


@pytest.fixture
def batch(editor):
    FestivalFactory(slug="muncar", name_id="Petik Laut Muncar")
    send(editor, "Event;Tanggal\nPetik Laut Muncar;20 Juni\nPanen Raya;TBA\n")
    return Import.objects.get()


def test_a_file_is_reported_row_by_row_and_nothing_is_entered(editor, batch):
    html = editor.get(f"{SEND}{batch.pk}/").content.decode()

    assert "“TBA”: harinya belum ditetapkan." in html
    assert "Catat 1 baris yang jelas" in html
    assert not Edition.objects.exists()


def test_what_is_clear_is_entered(editor, batch):
    editor.post(f"{SEND}{batch.pk}/enter/")

    edition = Edition.objects.get()
    assert (edition.starts_on, edition.status) == (date(2027, 6, 20), "confirmed")
    assert edition.changes.get().by.username == "editor"


def test_an_unclear_row_is_settled_in_place(editor, batch):
    FestivalFactory(slug="panen")
    row = batch.rows.get(name="Panen Raya")
    typed = {"festival": "panen", "starts_on": "2027-08-01"}

    editor.post(f"{SEND}row/{row.pk}/", typed)
    editor.post(f"{SEND}{batch.pk}/enter/")

    assert Edition.objects.get(festival__slug="panen").starts_on == date(2027, 8, 1)


@pytest.mark.parametrize(
    "typed",
    [
        {"festival": "nobody", "starts_on": "2027-08-01"},
        {"festival": "muncar", "starts_on": "soon"},
        {"festival": "muncar", "starts_on": "2027-08-02", "ends_on": "2027-08-01"},
    ],
)
def test_what_settles_nothing_comes_back_with_a_sentence(editor, batch, typed):
    row = batch.rows.get(name="Panen Raya")

    response = editor.post(f"{SEND}row/{row.pk}/", typed)

    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()


def test_a_row_can_be_left_out(editor, batch):
    row = batch.rows.get(name="Panen Raya")

    editor.post(f"{SEND}row/{row.pk}/", {"leave": "1"})

    assert ImportRow.objects.get(pk=row.pk).is_done
    assert "Baris yang belum jelas" not in editor.get(f"{SEND}{batch.pk}/").content.decode()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"%PDF \x00", "Ini bukan lembar kerja"),
        ("only words\n", "Baris judul tidak ditemukan"),
        (b"x" * 11_000_000, "Berkasnya 11 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_the_work_so_far_is_kept(
    editor, batch, text, sentence
):
    response = send(editor, text)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert Import.objects.get() == batch


def test_an_address_in_our_own_network_is_refused(editor):
    response = editor.post(
        SEND, {"address": "http://127.0.0.1/k.ics", "source": "x", "year": "2027"}
    )

    assert "jaringan pribadi" in response.content.decode()


def test_a_file_or_an_address_one_of_both(editor):
    response = editor.post(SEND, {"source": "x", "year": "2027"})

    assert "salah satu" in response.content.decode()


def test_it_is_for_those_who_may_enter_dates(client, member):
    assert client.get(SEND).status_code == 302
    assert member.get(SEND).status_code == 200
