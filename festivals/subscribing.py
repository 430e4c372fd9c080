"""Write door of subscriptions: open, change, end, give another address, and note who fetches.

An address is made by whoever draws the form (`new_token`) and handed in with it, so that the
same form sent twice makes one feed and shows the same address; only its hash is stored.
"""

import logging
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.http import QueryDict

from festivals.models import FeedDay, FeedKey, Operator, Subscription
from festivals.models.operators import digest_of

logger = logging.getLogger(__name__)
MOST = 50  # subscriptions of one operator
QUARTER = timedelta(minutes=15)
KEPT = timedelta(days=90)  # Counts, and what was ended.
PATIENCE_MS = 50  # For a note that may as well be left out.


class TooMany(Exception):
    """The operator has as many subscriptions as one may have."""


class ChangedMeanwhile(Exception):
    """Another tab has given the subscription another address since the form was drawn."""


def new_token() -> str:
    """A secret of 192 bits: whoever has it can read the feed, nobody can guess it."""
    return secrets.token_urlsafe(24)


@transaction.atomic
def subscribe(
    operator: Operator, *, name: str, query: QueryDict, language: str, token: str, at: datetime
) -> Subscription:
    """A new feed under the address of the token; the one it opened before, if it did."""
    Operator.objects.select_for_update().get(pk=operator.pk)  # Two tabs, one after the other.
    if known := operator.subscriptions.filter(keys__digest=digest_of(token)).first():
        return known
    if operator.subscriptions.filter(ended_on=None).count() >= MOST:
        raise TooMany
    made = Subscription(operator=operator, name=name, query=query.urlencode(), language=language)
    made.full_clean()
    made.save()
    made.keys.create(digest=digest_of(token), made_at=at)
    return made


@transaction.atomic
def change(
    subscription: Subscription, *, name: str, query: QueryDict, language: str
) -> Subscription:
    """Give it another name, other filters or another language. Its address stays."""
    subscription.name = name
    subscription.query = query.urlencode()
    subscription.language = language
    subscription.full_clean()
    subscription.save(update_fields=["name", "query", "language"])
    return subscription


@transaction.atomic
def give_address(
    subscription: Subscription, *, token: str, instead_of: int | None, today: date, at: datetime
) -> Subscription:
    """Let the token open the feed and no other; an ended one begins again.

    `instead_of` is the key that the form has seen: only that one is put out.
    """
    row = Subscription.objects.select_for_update().get(pk=subscription.pk)
    live = row.keys.live().first()
    if live and live.digest == digest_of(token):
        return row
    if (live.pk if live else None) != instead_of:
        raise ChangedMeanwhile
    row.keys.live().update(ended_on=today)
    row.keys.create(digest=digest_of(token), made_at=at)
    row.ended_on = None
    row.save(update_fields=["ended_on"])
    return row


@transaction.atomic
def end(subscription: Subscription, *, today: date) -> Subscription:
    """Let no address open the feed any more. Ended twice, it stays ended since the first day."""
    row = Subscription.objects.select_for_update().get(pk=subscription.pk)
    row.keys.live().update(ended_on=today)
    if row.is_live:
        row.ended_on = today
        row.save(update_fields=["ended_on"])
    return row


def note_fetches(
    subscription: Subscription, *, app: str, counts: Mapping[str, int], at: datetime, day: date
) -> bool:
    """Write down that apps came; whether it was written. A database that is busy is let be.

    Of several processes that want to write in one quarter of an hour, one does.
    """
    try:
        with in_a_moment():
            rows = Subscription.objects.filter(pk=subscription.pk, seen_at=subscription.seen_at)
            if not rows.update(seen_at=at, seen_app=app):
                return False
            for name, count in counts.items():
                days = {"subscription": subscription, "day": day, "app": name}
                if not FeedDay.objects.filter(**days).update(count=F("count") + count):
                    FeedDay.objects.create(**days, count=count)
    except DatabaseError as error:
        logger.info("A fetch of subscription %s was not noted: %s", subscription.pk, error)
        return False
    return True


@contextmanager
def in_a_moment() -> Iterator[None]:
    """A transaction that gives up at once where another one writes."""
    is_sqlite = connection.vendor == "sqlite"
    usual_ms = int(connection.settings_dict["OPTIONS"].get("timeout", 5) * 1000)
    if is_sqlite:
        tell(f"PRAGMA busy_timeout = {PATIENCE_MS}")
    try:
        with transaction.atomic():
            if not is_sqlite:
                tell(f"SET LOCAL lock_timeout = {PATIENCE_MS}")
            yield
    finally:
        if is_sqlite:
            tell(f"PRAGMA busy_timeout = {usual_ms}")


def tell(sentence: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sentence)


@transaction.atomic
def forget(*, today: date) -> int:
    """Delete counts, ended subscriptions and ended addresses that are older than 90 days."""
    last = today - KEPT
    gone = [
        FeedDay.objects.filter(day__lt=last),
        FeedKey.objects.filter(ended_on__lt=last),
        Subscription.objects.filter(ended_on__lt=last),
    ]
    return sum(rows.delete()[0] for rows in gone)
