"""The grammar over plain values says the same as the grammar over rows."""

import random

import pytest
from django.http import QueryDict

from festivals.changes.membership import membership_of
from festivals.changes.states import state_of
from festivals.filters import FeedFilter
from festivals.models import Edition
from tests.festivals.changes.doors import open_one, region

pytestmark = pytest.mark.django_db
QUERIES = (
    "",
    "projected=1",
    "cancelled=drop",
    "category=ritual&category=food",
    "interest=surf&projected=1",
    "interest=surf&interest=arts&district=licin",
    "district=muncar&projected=1",
    "near=-8.211,114.374,6&projected=1",
    "from=2026-12-01",
    "to=2026-12-10&projected=1",
    "from=2026-11-20&to=2026-12-05&projected=1",
    "status=projected",
    "status=confirmed&status=held",
    "time=night&projected=1",
    "time=day&projected=1",
    "time=day&time=night&projected=1",
    "free=yes&projected=1",
    "family=yes",
    "q=festival&projected=1",
    "q=nothing-of-the-kind",
)


def test_a_state_is_a_member_where_its_row_is_found():
    region()
    draw = random.Random(9)

    for number in range(60):
        open_one(draw, number)
    rows = list(Edition.objects.all())
    states = {row.pk: state_of(row) for row in rows}
    for query in QUERIES:
        filters = FeedFilter(QueryDict(query), Edition.objects.dated())
        assert filters.is_valid(), query
        found = set(filters.qs.values_list("pk", flat=True))
        members = membership_of(filters)
        assert {pk for pk, state in states.items() if members.holds(state)} == found, query
