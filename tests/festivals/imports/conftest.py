"""The festivals that rows are held against."""

import tomllib

import pytest

from tests.factories import FestivalFactory, PlaceFactory
from tests.festivals.dates.past import SAMPLE


@pytest.fixture
def sample():
    """The festivals of the sample data, by name only."""
    place = PlaceFactory()
    for row in tomllib.loads(SAMPLE.read_text(encoding="utf-8"))["festival"]:
        names = {name: row[name] for name in ("slug", "name_en", "name_id")}
        FestivalFactory(**names, place=place)
