"""How the tests of operators make accounts and feeds, and read the letters."""

import re
from datetime import UTC, datetime
from typing import Any

from django.core import mail
from django.http import HttpResponse, QueryDict
from django.test import Client

from festivals import licensing, subscribing
from festivals.models import Operator, Subscription

NOW = datetime(2026, 11, 23, 23, tzinfo=UTC)  # Six in the morning of 24 November in the region.
START, DESK = "/en/operators/", "/en/operators/desk/"
SIGNED = re.compile(r'name="address" value="([^"]+)"')
FEED = re.compile(r'value="http://testserver(/\w\w/feeds/[\w-]{32}\.ics)"')


def operator_called(email: str, *, name: str = "", approved: bool = False) -> Operator:
    user = licensing.found(email, at=NOW)
    assert user is not None
    Operator.objects.filter(email=email).update(name=name)
    operator = Operator.objects.select_related("user").get(email=email)
    return licensing.approve(operator, at=NOW) if approved else operator


def feed_of(
    operator: Operator, query: str = "", *, token: str = "t" * 32, language: str = "en"
) -> Subscription:
    return subscribing.subscribe(
        operator, name="Groups", query=QueryDict(query), language=language, token=token, at=NOW
    )


def ask(client: Client, email: str = "new@example.org", **more: Any) -> HttpResponse:
    return client.post(START, {"email": email, **more})


def link_in_last_letter() -> str:
    """The path of the link in the last letter."""
    found = re.search(r"http://testserver(/\w\w/operators/enter/\S+/)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def sign_in(client: Client, email: str = "new@example.org", **more: Any) -> HttpResponse:
    ask(client, email, **more)
    return client.post(link_in_last_letter())


def text(response: HttpResponse) -> str:
    return response.content.decode()
