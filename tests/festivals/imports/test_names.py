"""Which festival a name means: surely, or a question."""

import tomllib

import pytest

from festivals.imports.names import Names
from tests.festivals.dates.past import SAMPLE

ROWS = tomllib.loads(SAMPLE.read_text(encoding="utf-8"))["festival"]
NAMES = Names({row["slug"]: [row["name_id"], row["name_en"]] for row in ROWS})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["slug"])
def test_every_festival_is_known_by_its_own_name_in_any_case_and_spacing(row):
    assert NAMES.match(f"  {row['name_id'].upper().replace(' ', '  ')} ").slug == row["slug"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("BEC", "banyuwangi-ethno-carnival"),
        ("Banyuwangi Etno Carnaval", "banyuwangi-ethno-carnival"),
        ("Seblang Oleh Sari", "seblang-olehsari"),
        ("Kebo keboan Alas Malang", "kebo-keboan-alasmalang"),
        ("Muncar Petik Laut", "petik-laut-muncar"),
        ("Gandrung sewu 2024", "gandrung-sewu"),
        ("Ritual Adat Barong Ider Bumi Kemiren", "barong-ider-bumi"),
        ("Endhog Endhogan", "endhog-endhogan"),
    ],
)
def test_a_name_spelt_differently_is_still_surely_meant(name, slug):
    assert NAMES.match(name).slug == slug


@pytest.mark.parametrize(
    "name", ["Petik Laut", "Seblang", "Festival Gandrung", "Festival Padi", "", "?", "Lomba Desa"]
)
def test_a_weak_match_is_never_taken_in_silence(name):
    assert NAMES.match(name).slug == ""


def test_the_closest_are_there_to_be_asked_about():
    assert set(NAMES.match("Seblang").closest) >= {"seblang-bakungan", "seblang-olehsari"}
