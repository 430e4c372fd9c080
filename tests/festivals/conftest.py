"""A festival with a page in both languages."""

from datetime import time

import pytest

from tests.factories import FestivalFactory


@pytest.fixture
def keboan(festival_page):
    festival = FestivalFactory(
        slug="keboan-aliyan",
        name_en="Keboan of Aliyan",
        name_id="Keboan Aliyan",
        rule_in_words_en="The first Sunday after 1 Muharram.",
        rule_in_words_id="Minggu pertama setelah 1 Muharam.",
        usual_start=time(8),
        manners_en="Keep two arm's lengths away.",
        organiser_en="Village council",
    )
    festival_page(festival)
    return festival
