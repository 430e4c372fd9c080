"""The page of changes, as people read it."""

from datetime import date

import pytest

from festivals import scheduling
from festivals.changes.publishing import publish
from festivals.models import Festival
from tests.factories import EditionFactory
from tests.festivals.changes.asked import NOW, VILLAGE
from tests.festivals.changes.doors import START

pytestmark = pytest.mark.django_db
PAGE = "/en/changes/"


@pytest.fixture
def moved():
    edition = EditionFactory(festival__name_en="Kuwung", festival__name_id="Kuwung")
    publish(at=NOW)
    scheduling.move(edition, starts_on=date(2026, 12, 12), at=START, authority=VILLAGE,
                    reason="The elders asked for it", document="https://example.org/1")  # fmt: skip
    return edition


def text(response) -> str:
    return response.content.decode()


def test_a_change_says_old_and_new_who_and_why(client, moved):
    page = text(client.get(PAGE))

    assert "Moved from Saturday 5 December 2026 to Saturday 12 December 2026" in page
    assert "The village council: The elders asked for it" in page
    assert 'href="https://example.org/1"' in page
    assert "Sunday 1 November 2026" in page


def test_the_indonesian_page_speaks_indonesian(client, moved):
    page = text(client.get("/id/changes/"))

    assert "Dipindah dari Sabtu 5 Desember 2026" in page
    assert "Moved" not in page


def test_the_filters_narrow_it_and_it_has_one_address(client, moved):
    assert "Kuwung" not in text(client.get(f"{PAGE}?category=food"))
    assert client.get(f"{PAGE}?to=2027-01-01&category=ritual")["Location"] == (
        f"{PAGE}?category=ritual&to=2027-01-01"
    )
    assert client.get(f"{PAGE}?category=opera").status_code == 400


def test_older_changes_are_a_page_further(client, moved, monkeypatch):
    monkeypatch.setattr("festivals.changes.views.ON_PAGE", 1)

    first = text(client.get(PAGE))
    (before,) = {part.split('"')[0] for part in first.split("before=")[1:]}
    second = text(client.get(f"{PAGE}?before={before}"))

    assert ("Moved from" in first, "Entered for" in first) == (True, False)
    assert ("Moved from" in second, "Entered for" in second) == (False, True)
    assert client.get(f"{PAGE}?before=nonsense")["Location"] == PAGE


def test_a_correction_names_what_it_touched(client, moved):
    publish(at=NOW)
    Festival.objects.update(name_en="Kuwung by night", usual_start="19:00")

    assert "Corrected: name, hours" in text(client.get(PAGE))


def test_hostile_words_are_text(client, moved):
    Festival.objects.update(name_en="<script>alert(1)</script>")

    assert "<script>alert" not in text(client.get(PAGE))
    assert b"<script>alert" not in client.get("/en/changes.atom").content


def test_an_edition_that_was_over_when_it_was_entered_is_no_news(client):
    EditionFactory(starts_on=date(2020, 6, 1), festival__name_en="Long ago")

    assert "Long ago" not in text(client.get(PAGE))
    assert "Long ago" in text(client.get("/en/changes.json"))


def test_an_empty_list_says_what_to_do(client):
    assert "Nothing has changed yet." in text(client.get(PAGE))


@pytest.mark.parametrize("count", [3, 40])
def test_the_page_takes_the_same_few_queries_however_long(
    client, django_assert_max_num_queries, count
):
    EditionFactory.create_batch(count)
    publish(at=NOW)

    with django_assert_max_num_queries(8):
        client.get(PAGE)
