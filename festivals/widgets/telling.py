"""What a widget says, all of it in words: the script that shows it knows no sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.dates import MONTHS_3
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from festivals.cards import when
from festivals.filters import FEED_ONLY, FeedFilter
from festivals.models import Edition
from festivals.widgets.asking import Asked, coming, query_of
from festivals.wording import in_words
from tourism.base.filters import chosen

READ = 6  # Rows read for each that is shown, as a weekly festival is shown once.
Status = Edition.Status


@dataclass(frozen=True)
class Teller:
    """Who tells: in which language, on which day, under which address of the site."""

    language: str
    today: date
    site: str

    def tell(self, asked: Asked) -> dict[str, Any]:
        """The list and the words around it. One query, one more where nothing is left."""
        count = asked.look.count_asked
        rows = asked.filters.qs.dated().order_by("starts_on", "starts_at", "pk")
        cards = rows.for_cards(self.language).with_why()[: count * READ]
        editions = list(cards) if asked.filters.data.get("festival") else each_once(cards)
        return {
            **self.frame(asked),
            "festivals": [self.line(edition) for edition in editions[:count]],
            "empty": "" if editions else self.when_to_look_again(asked.filters),
        }

    def frame(self, asked: Asked) -> dict[str, Any]:
        labels = [row.label for row in chosen(asked.filters) if row.field not in FEED_ONLY]
        return {
            "language": self.language,
            "title": _("Next festivals in Banyuwangi"),
            "about": " · ".join(labels),
            **self.way_on(query_of(asked.filters, without=FEED_ONLY)),
        }

    def refuse(self, wrong: Iterable[str]) -> dict[str, Any]:
        """What is wrong, and the way to the calendar."""
        return {"language": self.language, "error": " ".join(wrong), **self.way_on("")}

    def way_on(self, query: str) -> dict[str, Any]:
        address = f"{self.site}{reverse('festivals:agenda')}{'?' if query else ''}{query}"
        return {"more": {"text": _("All dates in the calendar"), "url": address}}

    def line(self, edition: Edition) -> dict[str, Any]:
        first, where = edition.starts_on, edition.where
        return {
            "name": edition.festival.name,
            "url": f"{self.site}{edition.get_absolute_url()}",
            "day": str(first.day),
            "month": MONTHS_3[first.month].capitalize(),
            "dates": dates(edition),
            "place": f"{where.name}, {where.district.name}",
            "status": edition.status,
            "mark": edition.certainty,
            "certainty": certainty(edition),
            "why": edition.why_now,
            "is_off": not edition.is_taking_place,
        }

    def when_to_look_again(self, filters: FeedFilter) -> str:
        """Of an empty list: when the next one is expected, as far as a rule tells."""
        data = filters.data.copy()
        data["projected"] = "1"
        expected = FeedFilter(data, coming(self.today).taking_place()).qs
        row = expected.only("starts_on", "ask_on").order_by("starts_on").first()
        if row is None:
            return _("No date is known for this list yet. Look again next month.")
        month = {"month": date_format(row.starts_on, "F Y")}
        if row.ask_on and row.ask_on >= self.today:
            return _(
                "No date is named yet. The next festival is expected in %(month)s; look again "
                "from %(day)s, when the office asks for its day."
            ) % (month | {"day": in_words(row.ask_on)})
        return (
            _(
                "No date is named yet. The next festival is expected in %(month)s; look again "
                "next week."
            )
            % month
        )


def each_once(editions: Iterable[Edition]) -> list[Edition]:
    """One edition a festival that takes place, and one that does not.

    So a weekly festival does not crowd out the others, and one that is called off does not
    hide its next date.
    """
    firsts: dict[tuple[int, bool], Edition] = {}
    for edition in editions:
        firsts.setdefault((edition.festival_id, edition.is_taking_place), edition)
    return list(firsts.values())


def dates(edition: Edition) -> str:
    """12 July 2027, from 19:00 WIB; the hour only where the day stands."""
    is_sure = edition.is_taking_place and edition.status != Status.PROJECTED
    if not (is_sure and edition.begins_at):
        return when(edition)
    hour = _("from %(time)s %(clock)s") % {
        "time": f"{edition.begins_at:%H:%M}",
        "clock": edition.where.clock_name,
    }
    return f"{when(edition)}, {hour}"


def certainty(edition: Edition) -> str:
    """How sure the day is, in a few words."""
    if edition.has_window and edition.earliest_on and edition.latest_on:
        return _("Expected between %(first)s and %(last)s") % {
            "first": in_words(edition.earliest_on, edition.latest_on),
            "last": in_words(edition.latest_on),
        }
    if edition.status == Status.PROJECTED:
        return _("Expected, not confirmed yet")
    if edition.status == Status.POSTPONED:
        return _("Postponed, no new day yet")
    if edition.status == Status.RESCHEDULED and edition.moved_from:
        return _("Moved from %(day)s") % {"day": in_words(edition.moved_from)}
    return edition.status_name
