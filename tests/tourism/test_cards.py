"""The pictures that stand where links are shared: their size, their words, their bytes."""

import gzip
import io
from datetime import date

import pytest
from PIL import Image

from festivals.cards import certainty, festival_card, when
from tests.factories import EditionFactory, FestivalFactory
from tourism.base.cards import (
    LEFT,
    NAME_BOTTOM,
    NAME_TOP,
    RIGHT,
    SIZES,
    Card,
    draw_card,
    fitting,
    font,
    readable,
    step,
)

TODAY = date(2026, 11, 24)
NAMES = [
    "Keboan",
    "Banyuwangi Ethno Carnival",
    "Petik Laut Muncar, Ritual Bersih Desa dan Arak-arakan Barong Ider Bumi Kemiren",
    "W" * 120,
    "word " * 60,
    "",
]
MISSING = "\uffff"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_never_runs_out_of_its_room(name):
    lines, size = fitting(name, RIGHT - LEFT)

    assert size in SIZES
    assert all(font(size, 800).getlength(line) <= RIGHT - LEFT for line in lines)
    assert len(lines) * step(size) <= NAME_BOTTOM - NAME_TOP


def test_short_names_are_whole_and_large():
    assert fitting("Keboan", RIGHT - LEFT) == (["Keboan"], SIZES[0])
    lines, _ = fitting(NAMES[2], RIGHT - LEFT)
    assert " ".join(lines) == NAMES[2]


@pytest.mark.parametrize("name", NAMES)
def test_a_card_has_its_size_and_the_same_bytes_each_time(name):
    card = Card(name, kind="Ritual", when="12 July 2027", certainty="x" * 300, site="Festivals")

    content = draw_card(card)

    assert content == draw_card(card)
    image = Image.open(io.BytesIO(content))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(content) < 150_000


def test_nothing_is_written_beyond_the_margin():
    full = Image.open(io.BytesIO(draw_card(Card("W" * 120, when="W" * 200, certainty="W" * 200))))
    bare = Image.open(io.BytesIO(draw_card(Card(""))))

    box = (RIGHT + 1, 160, 1200, 530)

    assert full.crop(box).tobytes() == bare.crop(box).tobytes()


@pytest.mark.parametrize(
    "words", ["Ṣuro ḥijrī", "Idulfitri ʿīd", "鬼 Imlek", "“Gandrung” – 1.000 …"]
)
def test_no_letter_is_drawn_that_the_typeface_lacks(words):
    face = font(40, 700)
    missing = bytes(face.getmask(MISSING))

    for letter in readable(words).replace(" ", ""):
        assert bytes(face.getmask(letter)) != missing, letter


def test_letters_with_marks_are_written_by_their_nearest():
    assert readable("Ṣuro ḥijrī é – “x”") == "Suro hijri é – “x”"


@pytest.mark.django_db
def test_a_card_tells_how_sure_the_date_is_in_words():
    sure = EditionFactory.build(starts_on=date(2027, 7, 12), days=3, festival=FestivalFactory())
    unsure = EditionFactory.build(
        projected=True,
        festival=sure.festival,
        starts_on=date(2027, 6, 13),
        earliest_on=date(2027, 6, 6),
        latest_on=date(2027, 6, 13),
    )
    undated = EditionFactory.build(
        festival=sure.festival, starts_on=date(2027, 5, 1), days=31, precision="month"
    )

    assert (when(sure), certainty(sure)) == ("12–14 July 2027", "Confirmed")
    assert certainty(unsure) == "Projected, between 6 June and 13 June 2027"
    assert (when(undated), certainty(undated)) == ("Date to be announced", "Expected in May 2027.")


@pytest.mark.django_db
def test_a_card_shows_the_next_date_and_else_the_last(festival_page):
    festival = FestivalFactory()
    page = festival_page(festival)["en"]
    EditionFactory(festival=festival, starts_on=date(2025, 6, 1), status="held")

    assert festival_card(page, TODAY).certainty == "Held"

    EditionFactory(festival=festival, starts_on=date(2027, 6, 1), cancelled=True)
    assert festival_card(page, TODAY).certainty == "Cancelled"

    EditionFactory(festival=festival, starts_on=date(2028, 6, 1))
    assert festival_card(page, TODAY).when == "1 June 2028"


@pytest.mark.django_db
def test_a_card_is_kept_as_it_is_until_its_date_moves(client, settings, festival_page):
    settings.KEEP_PAGES = True
    edition = EditionFactory(festival__slug="keboan")
    festival_page(edition.festival)
    address = "/en/festivals/keboan/card.png"

    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    zipped = client.get(address, headers={"accept-encoding": "gzip"})

    assert first["Content-Type"] == "image/png"
    assert again.status_code == 304
    is_zipped = zipped.get("Content-Encoding") == "gzip"
    assert (gzip.decompress(zipped.content) if is_zipped else zipped.content) == first.content
    edition.starts_on = edition.ends_on = date(2026, 12, 6)
    edition.save()
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["festivals/none", "destinations/none", "articles/none", "calendar/2026/13"]
)
def test_what_has_no_page_has_no_card(client, homes, path):
    assert client.get(f"/en/{path}/card.png").status_code == 404
