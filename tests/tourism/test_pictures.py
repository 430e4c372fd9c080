"""What a camera writes into a picture about its owner and position never reaches a visitor."""

from io import BytesIO

import pytest
from PIL import Image

from tests.tourism.photographs import OWNER, PROFILE, notes, photograph, upload
from tourism.base.models import CreditedImage
from tourism.base.stripping import stripped

KINDS = ["JPEG", "PNG", "WEBP", "AVIF"]
RED, BLUE = (1, 0), (0, 1)


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def is_clean(content: bytes) -> bool:
    exif = opened(content).getexif()
    return OWNER.encode() not in content and not dict(exif) and not exif.get_ifd(0x8825)


def side(picture: Image.Image, x: float, y: float) -> tuple[int, int]:
    """Whether the picture is red or blue at a part of its width and height."""
    red, _green, blue = picture.convert("RGB").getpixel((picture.width * x, picture.height * y))
    return int(red > 200), int(blue > 200)


@pytest.mark.parametrize("kind", KINDS)
def test_position_and_owner_are_dropped_and_the_picture_stands_upright(kind):
    before = photograph(kind)
    assert not is_clean(before)

    after = stripped(BytesIO(before))

    picture = opened(after)
    assert is_clean(after)
    assert picture.format == kind
    assert picture.size == (1200, 1800)
    assert side(picture, 0.5, 0.1) == RED  # What lay on the left stands at the top.
    assert side(picture, 0.5, 0.9) == BLUE


@pytest.mark.parametrize("kind", KINDS)
def test_the_colour_profile_is_kept(kind):
    assert opened(stripped(BytesIO(photograph(kind)))).info["icc_profile"] == PROFILE


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_without_notes_stays_byte_for_byte(kind):
    assert stripped(BytesIO(photograph(kind, with_notes=False))) is None
    assert stripped(BytesIO(stripped(BytesIO(photograph(kind))))) is None


def test_a_picture_on_clear_ground_stays_on_clear_ground():
    written = BytesIO()
    Image.new("RGBA", (40, 20), (0, 0, 0, 0)).save(written, "PNG", exif=notes())

    picture = opened(stripped(written))

    assert picture.mode == "RGBA"
    assert picture.getpixel((5, 5))[3] == 0


def test_moving_pictures_keep_moving():
    frames = [Image.new("RGB", (40, 20), colour) for colour in ("red", "blue", "green")]
    written = BytesIO()
    frames[0].save(
        written, "WEBP", save_all=True, append_images=frames[1:], duration=[100, 200, 300],
        xmp=OWNER.encode(),
    )  # fmt: skip

    after = stripped(written)

    assert OWNER.encode() not in after
    assert opened(after).n_frames == 3


@pytest.mark.django_db
def test_a_picture_saved_without_a_form_is_stored_clean_and_measured_as_stored():
    picture = CreditedImage.objects.create(title="Ijen", file=upload())

    content = picture.file.storage.open(picture.file.name).read()
    assert is_clean(content)
    assert (picture.width, picture.height) == (1200, 1800)
    assert picture.file_size == len(content)


@pytest.mark.django_db
def test_a_file_that_was_stored_before_it_was_measured_is_replaced():
    picture = CreditedImage(title="Ijen")
    picture.file.save("later.jpeg", upload(), save=False)  # As Wagtail does once a form is mended.
    raw = picture.file.name

    picture._set_image_file_metadata()
    picture.save()

    storage = picture.file.storage
    assert is_clean(storage.open(picture.file.name).read())
    assert raw == picture.file.name or not storage.exists(raw)


@pytest.mark.django_db
def test_saving_it_again_keeps_file_and_focal_point():
    picture = CreditedImage.objects.create(title="Ijen", file=upload())
    name = picture.file.name
    CreditedImage.objects.update(
        focal_point_x=600, focal_point_y=300, focal_point_width=50, focal_point_height=50
    )

    again = CreditedImage.objects.get()
    again.credit = "Somebody"
    again.save()

    again.refresh_from_db()
    assert again.file.name == name
    assert again.has_focal_point()
    assert (again.focal_point_x, again.focal_point_y) == (600, 300)
