"""The list of changes as a program follows it: each change once, in one order, under a filter."""

import random
from typing import Any

import pytest
from django.http import QueryDict

from festivals import scheduling
from festivals.changes.publishing import publish
from festivals.filters import FeedFilter
from festivals.models import Edition, Festival, Notice
from tests.factories import EditionFactory
from tests.festivals.changes.asked import LIST, NOW, VILLAGE, follow, read
from tests.festivals.changes.doors import START, open_one, region

pytestmark = pytest.mark.django_db


def test_from_now_on_is_an_empty_part_with_a_cursor(client, edition):
    begun = read(client, since="latest")

    scheduling.cancel(edition, at=START, authority=VILLAGE, reason="Rain")

    assert (begun["changes"], begun["more"]) == ([], False)
    assert [line["kind"] for line in read(client, since=begun["next"])["changes"]] == ["cancelled"]


def test_parts_of_any_size_give_the_same_list(client):
    region()
    draw = random.Random(3)
    for number in range(40):
        open_one(draw, number)
        publish(at=NOW)
    whole, _ = follow(client, "projected=1")

    for size in (1, 7, 200):
        assert follow(client, f"projected=1&limit={size}")[0] == whole
    assert [line["id"] for line in whole] == sorted({line["id"] for line in whole})


def test_a_long_way_without_a_line_for_a_filter_is_gone_in_parts(client, edition, monkeypatch):
    monkeypatch.setattr("festivals.changes.listing.MOST_READ", 3)
    for number in range(8):
        Festival.objects.update(name_en=f"Kuwung {number}")
        publish(at=NOW)
    _, since = follow(client)
    EditionFactory(festival__category="food")

    part = read(client, "category=food")
    told, _ = follow(client, "category=food")

    assert (part["changes"], part["more"]) == ([], True)
    assert [line["kind"] for line in told] == ["added"]
    assert since


@pytest.mark.parametrize("query", ["", "projected=1", "district=licin&projected=1",
                                   "category=ritual", "interest=surf&cancelled=drop"])  # fmt: skip
def test_a_second_installation_that_reads_only_the_list_holds_the_same(client, query):
    """After a thousand doors, read now and then: what it holds is what the filter finds."""
    region()
    draw, since = random.Random(len(query)), ""
    held: dict[str, dict[str, Any]] = {}
    for number in range(1000 if query == "projected=1" else 150):
        open_one(draw, number)
        if draw.random() < 0.3:
            told, since = follow(client, query, since)
            apply(held, told)

    apply(held, follow(client, query, since)[0])

    rows = FeedFilter(QueryDict(query), Edition.objects.dated()).qs.select_related("festival")
    assert held == {
        row.uid: {
            "uid": row.uid,
            "festival": row.festival.slug,
            "name": row.festival.name_en,
            "first": row.starts_on.isoformat(),
            "last": row.ends_on.isoformat(),
            "precision": row.precision,
            "status": row.status,
        }
        for row in rows
    }


def apply(held: dict[str, dict[str, Any]], told: list[dict[str, Any]]) -> None:
    """What a second installation does with each line."""
    for line in told:
        edition = {name: value for name, value in line["edition"].items() if name != "url"}
        if line["kind"] == "removed":
            held.pop(edition["uid"])
        else:
            held[edition["uid"]] = edition


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("since=nonsense", "since"),
        ("since=%00", "since"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=000199999", "limit"),
        ("q=kuwung", "festival="),
        ("limit=many", "limit"),
        ("category=opera", "ritual"),
        ("colour=red", "category"),
    ],
)
@pytest.mark.parametrize("language", ["en", "id"])
def test_what_cannot_be_meant_is_a_problem_with_a_sentence(client, query, word, language):
    response = client.get(f"/{language}/changes.json?{query}")

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert word in response.json()["detail"]


def test_a_cursor_of_another_filter_is_refused(client, edition):
    _, since = follow(client)

    assert client.get(f"{LIST}?category=ritual&since={since}").status_code == 400
    assert client.get(f"{LIST}?projected=1&since={since}").status_code == 400
    assert client.get(f"/id/changes.json?since={since}").status_code == 200
    assert client.get(f"{LIST}?cancelled=strike&since={since}").status_code == 200


def test_a_cursor_from_ahead_is_refused(client, edition):
    _, since = follow(client)
    Notice.objects.all().delete()

    assert client.get(f"{LIST}?since={since}").status_code == 400


def test_nothing_new_is_a_304(client, edition):
    _, since = follow(client)
    first = client.get(f"{LIST}?since={since}")

    again = client.get(f"{LIST}?since={since}", headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304
    assert not again.cookies


@pytest.mark.parametrize("count", [5, 60])
def test_the_list_takes_the_same_few_queries_however_long(
    client, django_assert_max_num_queries, count
):
    EditionFactory.create_batch(count)
    publish(at=NOW)

    with django_assert_max_num_queries(8):
        assert len(read(client)["changes"]) == count
