"""The page on which a feed is chosen: its choices, counts and news. Today is 24 November 2026."""

from datetime import UTC, date, datetime
from urllib.parse import unquote

import pytest
from django.http import QueryDict

from festivals import scheduling
from festivals.models import Edition
from festivals.subscribe import settled
from tests.factories import DistrictFactory, EditionFactory, FestivalFactory, PlaceFactory
from tests.festivals.subscribe.asked import PAGE, SAID, words_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Dates that keep themselves right", "1 date", "Copy the address", "never updates")),
        ("id", ("Tanggal yang ikut berubah sendiri", "1 tanggal", "Festival yang mana")),
    ],
)
def test_the_page_is_there_in_both_languages(client, language, words):
    EditionFactory()

    response = client.get(f"/{language}/calendar/subscribe/")
    found = words_of(response).lower()

    assert response.status_code == 200
    assert [word for word in words if word.lower() not in found] == []


def test_the_plain_page_is_for_search_engines_and_a_narrowed_one_is_not(client):
    noindex = '<meta name="robots" content="noindex">'

    assert noindex not in words_of(client.get(PAGE))
    assert noindex in words_of(client.get(f"{PAGE}?category=ritual"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("category=opera", "opera"),
        ("cancelled=maybe", "maybe"),
        ("projected=often", "often"),
        ("language=fr", "fr"),
        ("past=some", "some"),
        ("from=2027-02-30", "2027-06-13"),
        ("near=here", "Give latitude"),
    ],
)
def test_a_word_that_no_field_knows_is_400_and_keeps_the_form(client, query, said):
    response = client.get(f"{PAGE}?{query}&category=dance")
    found = words_of(response)

    assert response.status_code == 400
    assert said in found
    assert 'value="dance" checked' in found
    assert "webcal:" not in found


@pytest.mark.parametrize(
    ("query", "settles_as"),
    [
        ("category=sea&category=dance&cancelled=keep&language=en", "category=dance&category=sea"),
        ("projected=yes", "projected=1"),
        ("projected=&q=&past=", ""),
        ("language=en&cancelled=keep", ""),
        ("colour=red&page=2&days=civil", ""),
        ("status=projected&status=confirmed&projected=", "status=confirmed"),
        ("language=id&cancelled=drop", "cancelled=drop&language=id"),
    ],
)  # fmt: skip
def test_a_set_has_one_address(client, query, settles_as):
    response = client.get(f"{PAGE}?{query}")

    if query == settles_as:
        assert response.status_code == 200
    else:
        whole = f"{PAGE}?{settles_as}" if settles_as else PAGE
        assert (response.status_code, response["Location"]) == (302, whole)
        assert client.get(whole).status_code == 200


def test_who_asks_for_projected_dates_by_their_status_keeps_them():
    assert settled(QueryDict("status=projected"), "en").urlencode() == "status=projected"


def test_a_place_a_festival_and_a_circle_are_kept_and_can_be_taken_off(client):
    place = PlaceFactory(slug="muncar", name_en="Muncar")
    EditionFactory(festival=FestivalFactory(slug="petik-laut", name_en="Petik Laut", place=place))

    query = "place=muncar&festival=petik-laut&near=-8.211,114.374,15&status=confirmed"
    response = client.get(f"{PAGE}?{query}", follow=True)
    found = words_of(response)

    for name, value in [("place", "muncar"), ("festival", "petik-laut"), ("status", "confirmed")]:
        assert f'<input type="hidden" name="{name}" value="{value}">' in found
    assert '<input type="hidden" name="near" value="-8.211,114.374,15">' in found
    assert [choice.field for choice in response.context["chosen"]] == [
        *("place", "festival", "near", "status")
    ]
    assert response.context["total"] == 1
    assert "Muncar, Petik Laut" in " ".join(found.split())


def test_it_counts_what_the_feed_holds_from_today_on(client):
    EditionFactory(starts_on=date(2026, 11, 23))
    EditionFactory(starts_on=date(2026, 11, 24))
    EditionFactory(starts_on=date(2026, 12, 5), cancelled=True)
    EditionFactory(starts_on=date(2026, 12, 6), projected=True)
    EditionFactory(starts_on=date(2027, 3, 1), festival__category="dance")
    EditionFactory(
        starts_on=date(2027, 4, 1), ends_on=date(2027, 4, 30), precision=Edition.Precision.MONTH
    )

    def total(query=""):
        return client.get(f"{PAGE}?{query}").context["total"]

    assert total() == 3
    assert total("cancelled=drop") == 2
    assert total("projected=1") == 4
    assert total("category=dance") == 1
    assert total("from=2027-01-01") == 1


def test_every_choice_says_what_it_would_leave_and_nothing_is_hidden(client):
    EditionFactory(festival__category="dance")
    EditionFactory(festival__category="sea", projected=True)

    group = client.get(f"{PAGE}?category=ritual").context["categories"]

    assert {choice.value: choice.count for choice in group.choices if choice.count} == {"dance": 1}
    assert len(group.choices) == 8


def test_the_next_three_say_day_name_and_how_sure(client):
    for day in (9, 7, 8, 6):
        EditionFactory(starts_on=date(2026, 12, day), festival__name_en=f"Feast of the {day}th")
    EditionFactory(
        starts_on=date(2026, 12, 1), festival__name_en="Full-Moon Stage", projected=True,
        earliest_on=date(2026, 11, 29), latest_on=date(2026, 12, 3),
    )  # fmt: skip

    response = client.get(f"{PAGE}?projected=1")
    found = " ".join(words_of(response).split())

    assert [row.starts_on.day for row in response.context["next"]] == [1, 6, 7]
    assert "Full-Moon Stage <small>(projected, 2 days either way)</small>" in found
    assert "Feast of the 6th <small>(confirmed)</small>" in found
    assert '<time datetime="2026-12-06">Sun 6 Dec</time>' in found


def test_an_empty_set_says_so_and_leads_to_projected_dates(client):
    EditionFactory(projected=True, festival__slug="gredoan")

    response = client.get(f"{PAGE}?festival=gredoan")
    found = words_of(response)

    assert response.context["total"] == 0
    assert "fills itself as dates are named" in found
    assert "With projected dates: 1" in found
    assert client.get(f"{PAGE}?festival=gredoan&projected=1").context["total"] == 1


def test_an_empty_set_says_what_to_take_off(client):
    EditionFactory(festival__category="dance")

    found = words_of(client.get(f"{PAGE}?category=sea"))

    assert "without “Sea offering”: 1 date" in found


def test_words_that_find_nothing_stand_in_one_pair_of_quotation_marks(client):
    EditionFactory()

    found = words_of(client.get(f"{PAGE}?q=zzzz"))

    assert "without “zzzz”: 1 date" in found


def test_a_file_is_offered_only_where_it_holds_a_date(client):
    EditionFactory()

    assert "A file, once<small>1 date" in words_of(client.get(PAGE))
    assert "A file, once<small>" not in words_of(client.get(f"{PAGE}?q=zzzz"))


def test_what_changed_lately_is_told_newest_first_with_who_and_why(client, keboan):
    moved = EditionFactory(festival=keboan, starts_on=date(2026, 12, 6))
    scheduling.move(moved, starts_on=date(2026, 12, 13), **SAID)
    off = EditionFactory(festival__name_en="Petik Laut", starts_on=date(2026, 12, 20))
    scheduling.cancel(off, **SAID | {"at": datetime(2026, 11, 22, 9, tzinfo=UTC), "reason": ""})

    response = client.get(f"{PAGE}?cancelled=drop")
    found = " ".join(words_of(response).split())

    assert [row.edition.pk for row in response.context["news"]] == [off.pk, moved.pk]
    assert "Moved from Sunday 6 December 2026 to Sunday 13 December 2026" in found
    assert "The village council: High waves" in found
    assert '<a href="/en/festivals/keboan-aliyan/">Keboan of Aliyan</a>' in found


def test_a_step_is_told_by_the_day_it_had_then(client):
    edition = EditionFactory(starts_on=date(2026, 12, 6), status=Edition.Status.PROPOSED)
    scheduling.confirm(edition, **SAID)
    scheduling.move(edition, starts_on=date(2026, 12, 13), **SAID)

    lines = [row.line.text for row in client.get(PAGE).context["news"]]

    assert lines == [
        "Moved from Sunday 6 December 2026 to Sunday 13 December 2026",
        "Confirmed for Sunday 6 December 2026",
    ]


def test_only_changes_of_this_set_are_told_and_five_at_most(client):
    for day in range(1, 8):
        scheduling.cancel(EditionFactory(starts_on=date(2026, 12, day)), **SAID)
    scheduling.cancel(EditionFactory(starts_on=date(2026, 11, 2)), **SAID)

    assert len(client.get(PAGE).context["news"]) == 5
    assert "Nothing has changed lately." in words_of(client.get(f"{PAGE}?category=dance"))


@pytest.mark.parametrize("number", [10, 100])
def test_the_page_takes_as_many_queries_however_many_editions(
    client, django_assert_num_queries, number
):
    district = DistrictFactory()
    place = PlaceFactory(district=district)
    for n in range(number):
        festival = FestivalFactory(place=place, interests=["surf"])
        edition = EditionFactory(festival=festival, starts_on=date(2026, 12, 1 + n % 28))
        scheduling.cancel(edition, **SAID)

    with django_assert_num_queries(7):
        assert client.get(f"{PAGE}?projected=1").context["total"] == number


def test_names_are_words_and_never_code(client):
    name = '"><script>alert(1)</script>'
    place = PlaceFactory(slug="there", name_en=name)
    edition = EditionFactory(festival=FestivalFactory(place=place, name_en=name))
    scheduling.move(edition, starts_on=date(2026, 12, 13), **SAID | {"reason": name})

    found = client.get(f"{PAGE}?place=there&q=%22%3E%3Csvg%3E").content.decode()
    shown = client.get(f"{PAGE}?place=there").content.decode()

    assert "<script>alert" not in found + shown
    assert '"><svg>' not in found
    assert unquote(client.get(f"{PAGE}?q=%22%3E%3Csvg%3E").context["feed"].webcal).endswith(
        '"><svg>'
    )


def test_no_style_and_no_script_stands_in_the_page(client):
    EditionFactory()
    found = client.get(PAGE).content.decode()

    assert " style=" not in found
    assert "<style" not in found
    assert found.count("<script") == found.count('<script type="module" src=')
