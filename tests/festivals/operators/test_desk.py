"""The desk: subscriptions made, changed, given another address and ended; twice is once."""

import json
import re

import pytest
from django.test import Client

from festivals import subscribing
from festivals.models import FeedKey, Operator, Subscription
from tests.factories import EditionFactory, InterestFactory
from tests.festivals.feeds.asked import events_in
from tests.festivals.operators.signing import DESK, FEED, NOW, SIGNED, feed_of, text
from tests.festivals.operators.test_private_feed import TODAY
from tourism.base.models import User

pytestmark = pytest.mark.django_db
NEW = f"{DESK}new/"


def form(client, path: str = NEW, **values) -> dict:
    """The new form as a browser would send it."""
    signed = SIGNED.search(text(client.get(path)))
    address = {"address": signed[1]} if signed else {}
    return {"name": "Groups", "language": "en", "cancelled": "strike", **address, **values}


def test_the_empty_desk_tells_the_first_step(desk):
    html = text(desk.get(DESK))

    assert "Begin with a feed" in html
    assert NEW in html


def test_every_page_of_the_desk_asks_to_sign_in(client, operator):
    row = feed_of(operator)
    for path in ("", "company/", "new/", "data.json", "close/", f"{row.pk}/", f"{row.pk}/address/"):
        response = client.get(f"{DESK}{path}")
        assert response.status_code == 302
        assert response["Location"].startswith("/en/operators/?then=")


def test_a_subscription_is_made_and_its_address_shown_once(desk, operator):
    EditionFactory(festival__category="sport")
    EditionFactory(festival__category="ritual", projected=True)

    response = desk.post(NEW, form(desk, category=["ritual"], projected="on", language="id"))

    row = Subscription.objects.get()
    address = FEED.search(text(response))[1]
    assert row.query == "category=ritual&projected=1&cancelled=strike"
    assert address.startswith("/id/feeds/")
    assert len(events_in(Client().get(address))) == 1
    assert address not in text(desk.get(DESK))
    secret = address.split("/")[-1].removesuffix(".ics")
    assert secret not in json.dumps(list(FeedKey.objects.values()), default=str)
    assert secret not in text(desk.get(f"{DESK}data.json"))


def test_the_same_form_sent_twice_makes_one_feed_and_shows_the_same_address(desk):
    sent = form(desk)

    first, again = desk.post(NEW, sent), desk.post(NEW, sent)

    assert Subscription.objects.count() == 1
    assert FEED.search(text(first))[1] == FEED.search(text(again))[1]


def test_two_tabs_make_two_feeds(desk):
    one, two = form(desk), form(desk, name="Office")

    desk.post(NEW, one)
    desk.post(NEW, two)

    assert Subscription.objects.count() == FeedKey.objects.count() == 2


def test_nobody_brings_a_secret_of_their_own(desk, other):
    for address in ("", "secret", form(other)["address"]):
        response = desk.post(NEW, form(desk) | {"address": address})

        assert response.status_code == 422
        assert "This form has grown too old" in text(response)
    assert not Subscription.objects.exists()


def test_the_form_begins_with_the_filters_of_the_calendar(desk):
    InterestFactory(slug="surf")

    html = text(desk.get(f"{NEW}?category=ritual&interest=surf&projected=1"))

    assert re.search(r'name="category" value="ritual" checked', html)
    assert re.search(r'name="interest" value="surf" checked', html)
    assert 'value="Ritual · Surf"' in html or "Surf" in html
    assert re.search(r'name="projected"[^>]* checked', html)


def test_the_calendar_page_leads_there_with_its_filters(client, homes):
    html = text(client.get("/en/calendar/2026/12/?category=ritual"))

    assert 'href="/en/operators/desk/new/?category=ritual"' in html


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": ""}, "This field is required."),
        ({"name": "x" * 81}, "at most 80 characters"),
        ({"language": "fr"}, "fr is not one of the available choices"),
        ({"cancelled": "maybe"}, "maybe is not one of the available choices"),
        ({"category": ["nothing"]}, "nothing is not one of the available choices"),
        ({"district": ["nowhere"]}, "nowhere is not one of the available choices"),
        ({"from": "2027-02-01", "to": "2027-01-01"}, "The last day lies before the first."),
        ({"from": "soon"}, "Write the day as 2027-06-13, or choose it."),
        ({"near": "x"}, "One of the filters cannot be read."),
        ({"name": "a\x00b"}, "Null characters are not allowed."),
        ({"festival": ["x" * 3000]}, "One of the filters cannot be read."),
    ],
)
def test_what_cannot_be_meant_is_422_with_a_sentence_and_the_form_kept(desk, values, words):
    response = desk.post(NEW, form(desk) | {"q": "Gandrung"} | values)

    assert response.status_code == 422
    assert words in text(response)
    assert 'value="Gandrung"' in text(response)
    assert not Subscription.objects.exists()


def test_a_wrong_filter_in_the_address_is_a_400_that_keeps_the_form(desk):
    response = desk.get(f"{NEW}?category=nothing")

    assert response.status_code == 400
    assert "Please look at this again" in text(response)


def test_a_subscription_is_changed_and_keeps_its_address(desk, operator):
    row = feed_of(operator, "category=ritual")
    page = text(desk.get(f"{DESK}{row.pk}/"))
    assert re.search(r'name="category" value="ritual" checked', page)
    assert re.search(r'value="keep" selected', page)

    response = desk.post(f"{DESK}{row.pk}/", form(desk, name="Divers", category=["sea"]))

    row.refresh_from_db()
    assert response.status_code == 303
    assert (row.name, row.query) == ("Divers", "category=sea&cancelled=strike")
    assert row.keys.count() == 1


def test_another_address_ends_the_old_one_and_twice_is_once(desk, operator):
    row = feed_of(operator)
    path = f"{DESK}{row.pk}/address/"
    page = text(desk.get(path))
    sent = {"address": SIGNED.search(page)[1], "seen": re.search(r'"seen" value="(\d+)"', page)[1]}

    first, again = desk.post(path, sent), desk.post(path, sent)

    assert FEED.search(text(first))[1] == FEED.search(text(again))[1]
    assert row.keys.count() == 2
    assert row.keys.live().count() == 1
    assert desk.get(f"/en/feeds/{'t' * 32}.ics").status_code == 410


def test_of_two_tabs_that_give_an_address_the_second_is_told(desk, operator):
    row = feed_of(operator)
    path = f"{DESK}{row.pk}/address/"
    tabs = [
        {
            "address": SIGNED.search(page)[1],
            "seen": re.search(r'"seen" value="(\d+)"', page)[1],
        }
        for page in (text(desk.get(path)), text(desk.get(path)))
    ]

    first, second = (desk.post(path, tab) for tab in tabs)

    assert (first.status_code, second.status_code) == (200, 409)
    assert desk.get(FEED.search(text(first))[1]).status_code == 200


def test_an_ended_subscription_says_so_and_begins_again(desk, operator):
    row = feed_of(operator)

    for _ in range(2):
        assert desk.post(f"{DESK}{row.pk}/end/").status_code == 303
    assert "Ended on 24 November 2026" in text(desk.get(DESK))
    page = text(desk.get(f"{DESK}{row.pk}/address/"))
    response = desk.post(
        f"{DESK}{row.pk}/address/", {"address": SIGNED.search(page)[1], "seen": ""}
    )

    row.refresh_from_db()
    assert row.is_live
    assert desk.get(FEED.search(text(response))[1]).status_code == 200
    assert desk.get(f"/en/feeds/{'t' * 32}.ics").status_code == 410


def test_ended_twice_it_stays_ended_since_the_first_day(operator):
    row = feed_of(operator)
    subscribing.end(row, today=TODAY)

    again = subscribing.end(row, today=NOW.date())

    assert again.ended_on == TODAY


def test_what_belongs_to_somebody_else_is_not_there(other, operator):
    row = feed_of(operator)

    for path in ("", "address/", "editions/"):
        assert other.get(f"{DESK}{row.pk}/{path}").status_code == 404
    for path in ("", "address/", "end/"):
        assert other.post(f"{DESK}{row.pk}/{path}", form(other)).status_code == 404
    assert row.keys.live().count() == 1


def test_what_changes_something_is_a_post_with_a_key(operator):
    row = feed_of(operator)
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(operator.user)

    assert careful.get(f"{DESK}{row.pk}/end/").status_code == 405
    for path in ("new/", "company/", "close/", f"{row.pk}/end/", f"{row.pk}/address/"):
        assert careful.post(f"{DESK}{path}").status_code == 403


def test_there_is_an_end_to_how_many_feeds_one_has(desk, operator, monkeypatch):
    monkeypatch.setattr(subscribing, "MOST", 1)
    feed_of(operator)

    response = desk.post(NEW, form(desk))

    assert response.status_code == 422
    assert "as many feeds as one may have" in text(response)


def test_a_feed_whose_district_is_gone_is_marked_and_can_be_mended(desk, operator):
    row = feed_of(operator, "category=ritual&district=gone")

    assert "not there any more" in text(desk.get(DESK))
    page = desk.get(f"{DESK}{row.pk}/")
    assert page.status_code == 200
    assert "gone is not one of the available choices" in text(page)
    assert desk.post(f"{DESK}{row.pk}/", form(desk, category=["ritual"])).status_code == 303

    assert "not there any more" not in text(desk.get(DESK))


@pytest.mark.parametrize("count", [1, 6])
def test_the_desk_takes_the_same_queries_however_many_feeds(
    desk, operator, django_assert_num_queries, count
):
    InterestFactory(slug="surf")
    for number in range(count):
        row = feed_of(operator, "interest=surf&district=licin", token=f"{number}" * 32)
        row.days.create(day=TODAY, app="google", count=2)

    with django_assert_num_queries(7):
        desk.get(DESK)


def test_the_account_takes_its_data_along(desk, operator):
    feed_of(operator, "category=ritual").days.create(day=TODAY, app="apple", count=3)

    response = desk.get(f"{DESK}data.json")

    found = json.loads(response.content)
    assert found["company"]["email"] == operator.email
    assert found["subscriptions"][0]["fetches"] == [
        {"day": "2026-11-24", "app": "apple", "count": 3}
    ]
    assert "attachment" in response["Content-Disposition"]
    assert "digest" not in text(response)


def test_the_account_is_deleted_with_all_rows(desk, operator):
    feed_of(operator).days.create(day=TODAY, app="apple", count=3)
    assert Operator.objects.count() == 1
    assert "cannot be undone" in text(desk.get(f"{DESK}close/"))

    assert desk.post(f"{DESK}close/").status_code == 303

    assert not User.objects.filter(pk=operator.user_id).exists()
    assert not any(model.objects.exists() for model in (Operator, Subscription, FeedKey))
    assert desk.get(DESK).status_code == 302
    assert desk.post(f"{DESK}close/").status_code == 302


def test_no_word_of_a_name_is_taken_for_a_tag(desk):
    desk.post(NEW, form(desk, name="<b>bold</b>"))

    assert "<b>bold" not in text(desk.get(DESK))
