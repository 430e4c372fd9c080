"""How often somebody may do a thing, and from where somebody asks."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache, caches
from django.test import RequestFactory

from tourism.base.limiting import Limit, caller
from tourism.base.masking import masked

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TWICE = Limit("test", times=2, seconds=600)


@pytest.fixture(autouse=True)
def nothing_is_counted():
    cache.clear()
    caches["limits"].clear()


def test_the_third_time_has_to_wait_until_the_window_ends():
    later = NOON + timedelta(minutes=4)

    assert [TWICE.wait("a", at) for at in (NOON, NOON, later)] == [0, 0, 360]
    assert TWICE.wait("a", NOON + timedelta(minutes=10)) == 0


def test_each_is_counted_alone_and_each_thing_for_itself():
    for _ in range(3):
        TWICE.wait("a", NOON)

    assert TWICE.wait("b", NOON) == 0
    assert Limit("other", times=2, seconds=600).wait("a", NOON) == 0


def test_no_page_that_is_kept_crowds_a_count_out():
    for _ in range(3):
        TWICE.wait("a", NOON)
    for number in range(400):
        cache.set(f"page:{number}", "kept")

    assert TWICE.wait("a", NOON) > 0


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (0, "203.0.113.9", "192.0.2.1"),  # Anybody can send that line.
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9", "198.51.100.1"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "unknown", "192.0.2.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_who_asks_is_named_by_our_own_servers_only(settings, proxies, forwarded, found):
    settings.PROXIES = proxies
    more = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}

    assert caller(RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", **more)) == found


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("GET /en/feeds/" + "s" * 32 + ".ics HTTP/1.1", "GET /en/feeds/*** HTTP/1.1"),
        ("/id/operators/enter/WyJhIl0:1abc:xyz-_" + "s" * 9 + "/", "/id/operators/enter/***/"),
        ("/en/plan/" + "k" * 22 + "/edit/", "/en/plan/***/edit/"),
        ("/en/plan/add/", "/en/plan/add/"),
        (404, 404),
    ],
)  # fmt: skip
def test_secret_addresses_are_left_out_of_the_log(line, shown):
    assert masked(line) == shown
