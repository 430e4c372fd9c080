"""An edition of which a feed has something to tell in every line."""

import pytest

from festivals.models import Edition
from tests.factories import EditionFactory


@pytest.fixture
def edition() -> Edition:
    return EditionFactory(
        festival__interests=["surf"], festival__rule_in_words_en="2 Syawal.", days=2
    )
