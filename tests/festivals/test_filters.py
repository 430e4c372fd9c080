"""The grammar of the query string, as every view and the feed read it."""

from datetime import date, time

import pytest
from django.http import QueryDict

from festivals.facets import FACETS, facets_of
from festivals.filters import CalendarFilter, FeedFilter
from festivals.models import Edition
from tests.factories import DistrictFactory, EditionFactory, PlaceFactory
from tourism.base.filters import canonical, chosen

pytestmark = pytest.mark.django_db


def asked(query: str) -> CalendarFilter:
    return CalendarFilter(QueryDict(query), Edition.objects.order_by("starts_on"))


def found(query: str) -> list[str]:
    filters = asked(query)
    assert filters.is_valid(), filters.errors
    return [row.festival.name_en for row in filters.qs]


@pytest.fixture
def three():
    """A dance at night, a walk by day, and a market of which no hour is known."""
    boom = PlaceFactory(
        slug="boom", district=DistrictFactory(slug="banyuwangi"), latitude=-8.20, longitude=114.38
    )
    licin = PlaceFactory(slug="jiwa-jawa", latitude=-8.18, longitude=114.26)
    EditionFactory(
        festival__name_en="Gandrung Sewu",
        festival__category="dance",
        festival__interests=["arts"],
        festival__place=boom,
        festival__entry="free",
        starts_at=time(19, 30),
        starts_on=date(2027, 6, 5),
    )
    EditionFactory(
        festival__name_en="Trail Run",
        festival__category="sport",
        festival__interests=["trek"],
        festival__place=licin,
        festival__usual_start=time(6),
        festival__for_families=True,
        starts_on=date(2027, 6, 12),
        projected=True,
    )
    EditionFactory(
        festival__name_en="Fish Market",
        festival__category="food",
        festival__interests=["food", "arts"],
        festival__place=boom,
        starts_on=date(2027, 7, 1),
        days=4,
    )


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Gandrung Sewu", "Trail Run", "Fish Market"]),
        ("category=dance&category=food", ["Gandrung Sewu", "Fish Market"]),
        ("interest=arts&category=food", ["Fish Market"]),
        ("district=banyuwangi", ["Gandrung Sewu", "Fish Market"]),
        ("place=boom", ["Gandrung Sewu", "Fish Market"]),
        ("place=boom&place=jiwa-jawa&time=day", ["Trail Run"]),
        ("near=-8.18,114.26,5", ["Trail Run"]),
        ("near=-8.2,114.3,300", ["Gandrung Sewu", "Trail Run", "Fish Market"]),
        ("from=2027-06-10", ["Trail Run", "Fish Market"]),
        ("from=2027-07-03", ["Fish Market"]),
        ("to=2027-06-12", ["Gandrung Sewu", "Trail Run"]),
        ("from=2027-06-06&to=2027-06-30", ["Trail Run"]),
        ("status=projected", ["Trail Run"]),
        ("time=night", ["Gandrung Sewu"]),
        ("time=day&time=night", ["Gandrung Sewu", "Trail Run"]),
        ("free=yes", ["Gandrung Sewu"]),
        ("family=yes", ["Trail Run"]),
        ("q=gandrng", ["Gandrung Sewu"]),
        ("q=zzzz", []),
    ],
)
def test_each_word_of_the_grammar_narrows(three, query, names):
    assert found(query) == names


@pytest.mark.parametrize(
    "query",
    [
        "near=here",
        "near=-8.2,114.3",
        "near=-98,114.3,5",
        "near=-8.2,114.3,0",
        "near=-8.2,114.3,999",
        "near=nan,nan,nan",
        "from=yesterday",
        "from=2027-06-02&to=2027-06-01",
        "place=nowhere",
        "time=noon",
        "free=no",
        "status=maybe",
        "q=" + "x" * 81,
    ],
)
def test_what_cannot_be_meant_is_an_error_of_its_field(three, query):
    filters = asked(query)

    assert not filters.is_valid()
    assert set(filters.errors) <= set(QueryDict(query))


def test_days_that_run_backwards_are_answered_with_a_sentence():
    assert asked("from=2027-06-02&to=2027-06-01").errors["to"] == [
        "The last day lies before the first. Turn them round."
    ]


def test_the_same_set_has_one_query_string(three):
    mixed = (
        "q=+gandrung+&time=night&from=2027-06-01&category=food&category=dance&utm=x&category=food"
    )

    assert canonical(asked(mixed)).urlencode() == (
        "category=dance&category=food&from=2027-06-01&time=night&q=gandrung"
    )
    assert canonical(asked("from=&to=&q=&page=2")).urlencode() == "page=2"


def test_what_is_on_is_said_in_words_and_can_be_taken_off(three):
    on = chosen(asked("category=dance&place=boom&near=-8.2,114.3,15&from=2027-06-01&free=yes&q=x"))

    assert [choice.label for choice in on] == [
        "Dance",
        "Place boom",
        "within 15 km of -8.2, 114.3",
        "from 1 June 2027",
        "Free entry",
        "“x”",
    ]
    assert "category" not in QueryDict(on[0].without)
    assert QueryDict(on[0].without)["q"] == "x"


@pytest.mark.parametrize("base", ["", "category=dance", "category=dance&interest=arts", "time=day"])
def test_a_choice_leaves_as_many_as_its_count_says(three, base):
    filters = asked(base)
    assert filters.is_valid()
    facets = facets_of(filters, Edition.objects.all())
    counted = {
        (name, value): count for name in FACETS for value, count in facets.counts[name].items()
    }

    assert facets.total == len(found(base))
    assert counted
    for (name, value), count in counted.items():
        query = QueryDict(base, mutable=True)
        query.setlist(name, [value])
        assert count == len(found(query.urlencode())), (name, value)


def test_counts_take_two_queries(three, django_assert_num_queries):
    filters = asked("")
    assert filters.is_valid()

    with django_assert_num_queries(2):
        facets_of(filters, Edition.objects.all())


def fed(query: str) -> list[str]:
    filters = FeedFilter(QueryDict(query), Edition.objects.order_by("starts_on"))
    assert filters.is_valid(), filters.errors
    return [row.festival.name_en for row in filters.qs]


def test_a_festival_is_asked_for_by_its_slug(three):
    slug = Edition.objects.get(festival__name_en="Trail Run").festival.slug

    assert found(f"festival={slug}") == ["Trail Run"]


@pytest.mark.parametrize("query", ["projected=1", "projected=yes", "status=projected"])
def test_a_feed_holds_reckoned_dates_where_they_are_asked_for(three, query):
    assert "Trail Run" in fed(query)
    assert "Trail Run" not in fed("")


@pytest.mark.parametrize(
    ("query", "stays"), [("cancelled=drop", False), ("cancelled=strike", True)]
)
def test_a_feed_keeps_what_is_called_off_unless_it_is_told_to_drop_it(three, query, stays):
    EditionFactory(festival__name_en="Called off", cancelled=True)

    assert ("Called off" in fed(query)) is stays
    assert "Called off" in fed("")
