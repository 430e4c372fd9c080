"""The next festivals in words, for a script on another site."""

import html
import json
from datetime import date, time, timedelta

import pytest

from festivals import scheduling
from tests.factories import EditionFactory, FestivalFactory, InterestFactory
from tests.festivals.widgets.asked import (
    COMPOSE,
    FRAME,
    HOSTILE,
    SAID,
    TODAY,
    WORDS,
    Reader,
    festival,
    names,
    told,
)
from tourism.base.middleware import LONGEST_QUERY

pytestmark = pytest.mark.django_db


def test_the_next_festivals_in_words_of_each_language(client, festival_page):
    edition = festival("Kuwung", starts_on=date(2026, 12, 5), starts_at=time(19))
    slug = festival_page(edition.festival)["en"].slug
    where = edition.where

    english, indonesian = told(client)["festivals"][0], told(client, language="id")["festivals"][0]

    assert english == {
        "name": "Kuwung",
        "url": f"http://testserver/en/festivals/{slug}/",
        "day": "5",
        "month": "Dec",
        "dates": "5 December 2026, from 19:00 WIB",
        "place": f"{where.name_en}, Licin",
        "status": "confirmed",
        "mark": "confirmed",
        "certainty": "Confirmed",
        "why": "",
        "is_off": False,
    }
    assert indonesian["dates"] == "5 Desember 2026, mulai 19:00 WIB"
    assert indonesian["certainty"] == "Dipastikan"


def test_what_is_over_or_has_no_day_is_no_next_festival(client):
    festival("Over", starts_on=TODAY - timedelta(days=1))
    festival("On now", starts_on=TODAY - timedelta(days=3), days=4)
    festival("Some day", starts_on=date(2026, 12, 1), precision="month")

    assert names(client) == ["On now"]
    assert names(client, "past=all") == ["On now"]


def test_five_are_told_unless_another_number_is_asked_for(client):
    for day in range(1, 22):
        festival(f"F{day}", starts_on=date(2026, 12, day))

    assert names(client) == ["F1", "F2", "F3", "F4", "F5"]
    assert len(names(client, "count=20")) == 20
    assert names(client, "count=1") == ["F1"]


def test_a_weekly_festival_does_not_crowd_out_the_others(client):
    weekly = FestivalFactory(name_en="Weekly")
    for week in range(4):
        EditionFactory(festival=weekly, starts_on=date(2026, 12, 1 + 7 * week))
    festival("Kuwung", starts_on=date(2026, 12, 30))

    assert names(client) == ["Weekly", "Kuwung"]
    assert names(client, f"festival={weekly.slug}&count=3") == ["Weekly"] * 3


def test_the_filters_of_the_calendar_narrow_a_widget_and_name_it(client):
    festival("Waves", festival__interests=["surf"])
    festival("Drums")

    found = told(client, "interest=surf")

    assert [row["name"] for row in found["festivals"]] == ["Waves"]
    assert found["about"] == "Surf"
    assert found["more"]["url"] == "http://testserver/en/calendar/agenda/?interest=surf"


def test_a_reckoned_date_is_told_only_where_it_is_asked_for_and_as_expected(client):
    festival(
        "Seblang",
        projected=True,
        starts_on=date(2027, 3, 14),
        earliest_on=date(2027, 3, 12),
        latest_on=date(2027, 3, 16),
    )
    festival("Keboan", projected=True, starts_on=date(2027, 6, 6))

    assert names(client) == []
    rows = told(client, "projected=1")["festivals"]
    assert [row["certainty"] for row in rows] == [
        "Expected between 12 March and 16 March 2027",
        "Expected, not confirmed yet",
    ]


def test_what_is_cancelled_moved_or_postponed_says_so_and_why(client):
    cancelled, moved, postponed = (
        festival(f"F{day}", starts_on=date(2026, 12, day)) for day in (1, 2, 3)
    )
    scheduling.cancel(cancelled, **SAID)
    scheduling.move(moved, starts_on=date(2026, 12, 20), **SAID)
    scheduling.postpone(postponed, **SAID)

    rows = {row["name"]: row for row in told(client)["festivals"]}

    assert {name: (row["certainty"], row["is_off"]) for name, row in rows.items()} == {
        "F1": ("Cancelled", True),
        "F2": ("Moved from 2 December 2026", False),
        "F3": ("Postponed, no new day yet", True),
    }
    assert {row["why"] for row in rows.values()} == {"High waves (the village council)"}
    assert names(client, "cancelled=drop") == ["F2"]


def test_one_that_is_called_off_does_not_hide_its_next_date(client):
    twice = FestivalFactory(name_en="Twice")
    EditionFactory(festival=twice, cancelled=True, starts_on=date(2026, 12, 1))
    EditionFactory(festival=twice, starts_on=date(2026, 12, 8))

    assert [row["is_off"] for row in told(client)["festivals"]] == [True, False]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"ask_on": date(2027, 3, 1)}, "expected in June 2027; look again from 1 March 2027, when"),
        ({"ask_on": date(2026, 3, 1)}, "expected in June 2027; look again next week."),
        (None, "No date is known for this list yet. Look again next month."),
    ],
)
def test_an_empty_list_says_when_to_look_again(client, facts, sentence):
    if facts is not None:
        festival("Keboan", projected=True, starts_on=date(2027, 6, 6), **facts)

    found = told(client)

    assert found["festivals"] == []
    assert sentence in found["empty"]
    assert found["more"]["url"] == "http://testserver/en/calendar/agenda/"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("colour=red", "“colour”: no such filter. Use any of: category, interest"),
        ("category=x", "category: “x” is not known. Use any of: ritual"),
        ("count=0", "count: Give a whole number from 1 to 20."),
        ("count=21", "count: Give a whole number from 1 to 20."),
        ("count=many", "count: Give a whole number from 1 to 20."),
        ("count=" + "9" * 400, "count: Give a whole number from 1 to 20."),
        ("theme=pink", "theme: Use any of: auto, light, dark."),
        ("q=%00", "q: "),
        ("near=1", "near: "),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence_and_a_way_on(client, query, sentence):
    response = client.get(f"{WORDS}?{query}")
    refusal = json.loads(response.content)

    assert response.status_code == 400
    assert sentence in refusal["error"]
    assert refusal["more"]["url"] == "http://testserver/en/calendar/agenda/"
    assert response["Access-Control-Allow-Origin"] == "*"
    page = client.get(f"{FRAME}?{query}")
    assert page.status_code == 400
    assert html.escape(sentence) in page.content.decode()


@pytest.mark.parametrize("path", [WORDS, FRAME])
def test_hostile_values_are_answered_as_text_or_refused(client, path):
    for value in ("%3C/script%3E", "%22%3E%3Cimg%20src=x%3E", "%E2%80%AE", "%ff%fe", "'--"):
        for name in ("q", "interest", "theme", "count", "x"):
            response = client.get(f"{path}?{name}={value}")
            assert response.status_code in (200, 400)
            assert b"<img" not in response.content or path == WORDS
    assert client.get(f"{path}?q={'x' * LONGEST_QUERY}").status_code == 414


def test_a_hostile_name_is_text_everywhere(client):
    festival(HOSTILE, festival__interests=["surf"])
    InterestFactory(slug="dive", name_en=HOSTILE)

    assert names(client) == [HOSTILE]
    page = Reader(client.get(FRAME).content.decode())
    assert (page.all("img"), page.all("script")) == ([], [])
    composed = client.get(f"{COMPOSE}?interest=dive").content.decode()
    assert "onerror=&quot;" in composed
    assert "<img src=x" not in composed
