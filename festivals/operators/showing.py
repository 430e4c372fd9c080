"""What the desk of an operator shows of its subscriptions, as plain data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, Sum
from django.http import QueryDict
from django.utils.translation import get_language_info

from festivals.filters import FEED_ONLY, Cancelled, FeedFilter
from festivals.models import Edition, FeedDay, Operator, Subscription
from tourism.base.filters import label_of

MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Seen:
    """One kind of app: how often it came in the last 30 days, and when last."""

    app: str
    count: int
    last: date


@dataclass(frozen=True)
class Shown:
    """A subscription as its card prints it."""

    row: Subscription
    choices: list[str]  # Its filters in words, without those that only feeds are asked.
    is_readable: bool  # Whether all that its filters name is still there.
    is_projected: bool
    has_past: bool
    cancelled: str
    language: str
    seen: list[Seen]

    @property
    def last_app(self) -> str:
        return str(FeedDay.App(self.row.seen_app).label) if self.row.seen_app else ""

    @property
    def seen_at(self) -> datetime | None:
        return self.row.seen_at


def subscriptions_of(operator: Operator, today: date) -> list[Shown]:
    """All subscriptions, those that still answer first. Queries do not grow with them."""
    rows = list(operator.subscriptions.all())
    seen: dict[int, list[Seen]] = {}
    counted = (
        FeedDay.objects.filter(subscription__in=rows, day__gt=today - MONTH)
        .values("subscription", "app")
        .annotate(total=Sum("count"), last=Max("day"))
        .order_by("-total", "app")
    )
    for row in counted:
        app = str(FeedDay.App(row["app"]).label)
        seen.setdefault(row["subscription"], []).append(Seen(app, row["total"], row["last"]))
    words = words_of(rows)
    shown = [shown_of(row, words[row.pk], seen.get(row.pk, [])) for row in rows]
    return sorted(shown, key=lambda one: not one.row.is_live)


def shown_of(row: Subscription, words: list[str], seen: list[Seen]) -> Shown:
    asked = row.asked
    return Shown(
        row=row,
        choices=[choice for choice in words if choice],
        is_readable=all(words),
        is_projected="projected" in asked,
        has_past="past" in asked,
        cancelled=str(Cancelled(asked.get("cancelled") or Cancelled.KEEP).label),
        language=str(get_language_info(row.language)["name_translated"]),
        seen=seen,
    )


def words_of(rows: Iterable[Subscription]) -> dict[int, list[str]]:
    """The filters of each in words, "" for what is not known any more.

    One form with the choices of all reads their names once.
    """
    asked = {row.pk: row.asked for row in rows}
    together = QueryDict(mutable=True)
    for query in asked.values():
        together.update(query)
    fields = FeedFilter(together, Edition.objects.none()).form.fields
    return {
        pk: [
            label_of(name, fields[name], value) if name in fields else ""
            for name, values in query.lists()
            if name not in FEED_ONLY
            for value in values
        ]
        for pk, query in asked.items()
    }
