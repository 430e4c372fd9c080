"""The programme of a festival at the desk: parts in order, with or without an hour."""

from datetime import time

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from festivals.models import Festival
from tests.festivals.desk.rules import ALIYAN, add

pytestmark = pytest.mark.django_db


def programme(*parts):
    rows = [
        {"day": 1, "at": at, "words_en": words, "words_id": words, "ORDER": order}
        for order, (at, words) in enumerate(parts)
    ]
    return nested_form_data({"programme": inline_formset(rows)})


def test_an_editor_tells_how_a_festival_goes(editor):
    parts = programme(("", "Prayer"), ("11:00", "Meal"))

    assert add(editor, **ALIYAN, **parts).status_code == 302

    told = Festival.objects.get(slug="aliyan").programme.values_list("at", "words_en")
    assert list(told) == [(None, "Prayer"), (time(11), "Meal")]


def test_a_part_without_words_comes_back_and_nothing_is_saved(editor):
    assert add(editor, **ALIYAN, **programme(("11:00", ""))).status_code == 200

    assert not Festival.objects.exists()
