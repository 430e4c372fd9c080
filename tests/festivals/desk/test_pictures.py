"""Pictures at the desk: each way to send one drops what the camera wrote about its owner."""

import pytest
from wagtail.models import Collection

from tests.tourism.photographs import OWNER, upload
from tourism.base.models import CreditedImage

pytestmark = pytest.mark.django_db


def stored(picture: CreditedImage) -> bytes:
    return picture.file.storage.open(picture.file.name).read()


def test_a_picture_sent_alone_is_stored_without_its_notes(editor):
    response = editor.post("/admin/images/add/", {"title": "Ijen", "file": upload("JPEG")})

    picture = CreditedImage.objects.get()
    assert response.status_code == 302
    assert OWNER.encode() not in stored(picture)
    assert (picture.width, picture.height) == (1200, 1800)
    assert picture.file_size == len(stored(picture))


def test_pictures_sent_many_at_once_are_stored_without_their_notes(editor):
    for kind in ("JPEG", "PNG", "WEBP"):
        response = editor.post(
            "/admin/images/multiple/add/", {"title": kind, "files[]": upload(kind)}
        )
        assert response.json()["success"]

    assert CreditedImage.objects.count() == 3
    for picture in CreditedImage.objects.all():
        assert OWNER.encode() not in stored(picture)
        assert picture.height == 1800


def test_a_picture_sent_from_within_a_page_is_stored_without_its_notes(editor):
    form = {"title": "Ijen", "collection": Collection.get_first_root_node().pk, "file": upload()}
    sent = {f"image-chooser-upload-{name}": value for name, value in form.items()}

    response = editor.post("/admin/images/chooser/create/", sent)

    assert response.json()["step"] == "chosen"
    assert OWNER.encode() not in stored(CreditedImage.objects.get())


def test_a_picture_sent_in_the_place_of_another_is_stored_without_its_notes(editor):
    picture = CreditedImage.objects.create(title="Ijen", file=upload("PNG", with_notes=False))
    form = {"title": "Ijen", "collection": Collection.get_first_root_node().pk, "tags": ""}

    editor.post(f"/admin/images/{picture.pk}/", form | {"file": upload("JPEG")})

    picture.refresh_from_db()
    assert picture.file.name.endswith(".jpeg")
    assert OWNER.encode() not in stored(picture)


def test_a_narrow_picture_is_taken_and_its_editor_is_told(editor):
    response = editor.post(
        "/admin/images/multiple/add/", {"title": "Small", "files[]": upload(size=(900, 800))}
    )

    assert response.json()["success"]
    assert "800" in response.json()["form"]
    assert "1600" in response.json()["form"]


def test_a_wide_picture_is_not_called_narrow(editor):
    picture = CreditedImage.objects.create(title="Wide", file=upload(with_notes=False))

    assert (
        "1600" not in editor.get(f"/admin/images/{picture.pk}/").context["form"]["title"].help_text
    )


def test_the_form_asks_for_credit_and_description(editor):
    html = editor.get("/admin/images/add/").content.decode()

    assert 'name="credit"' in html
    assert 'name="description"' in html
    assert "1600" in html
