"""Sentences that are kept: told in the language of whoever reads them."""

import pytest
from django.utils import translation

from festivals import recording
from festivals.lifecycle import StepRefused
from festivals.wording import said_as, sentence_of
from tests.festivals.lives import NOW, edition_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused():
    with translation.override("en"), pytest.raises(StepRefused) as caught:
        recording.change(edition_in("held"), at=NOW, authority="office", status="proposed")
    return caught.value


def test_a_refusal_kept_by_one_reader_is_told_to_another_in_his_language(refused):
    with translation.override("id"):
        told = said_as(refused.template, refused.values)

    assert told.startswith("Terlaksana tidak dapat menjadi Diusulkan.")
    assert "Sudah terlaksana dan selesai." in told


def test_a_kept_sentence_and_the_error_itself_say_the_same(refused):
    for language in ("en", "id"):
        with translation.override(language):
            assert said_as(refused.template, refused.values) == sentence_of(refused)


def test_where_nothing_is_kept_nothing_is_said():
    assert said_as("", None) == ""
