"""An edition that everybody sees."""

import pytest

from festivals.models import Edition
from tests.factories import EditionFactory


@pytest.fixture
def edition() -> Edition:
    return EditionFactory(festival__name_en="Kuwung", festival__slug="kuwung")
