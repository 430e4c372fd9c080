"""What a feed is asked for: its name in words, and what cannot be meant."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from festivals.feeds.calendars import About
from festivals.filters import FEED_ONLY, Cancelled, FeedFilter
from tourism.base.filters import PAGE, canonical, chosen
from tourism.base.refusing import refusals

OF_PAGES = (PAGE, "days")  # Of a page's query string, which a feed takes as it stands.


def sentences_against(filters: FeedFilter, *, beside: Iterable[str] = ()) -> list[str]:
    """A sentence for each filter that cannot be meant, with what can; [] where all is well."""
    return [refusal.sentence for refusal in refusals(filters, beside=beside, unsaid=OF_PAGES)]


def about_feed(filters: FeedFilter) -> About:
    """What the calendar of a query string says of itself."""
    site, query = settings.WAGTAILADMIN_BASE_URL, canonical(filters, beside=())
    names = " · ".join(choice.label for choice in chosen(filters) if choice.field not in FEED_ONLY)
    return About(
        name=": ".join(filter(None, [_("Festivals of Banyuwangi"), names])),
        description="\n".join(sentences_of(filters)),
        source=f"{site}{reverse('festivals:feed')}{'?' if query else ''}{query.urlencode()}",
        page=f"{site}{reverse('festivals:calendar')}",
    )


def sentences_of(filters: FeedFilter) -> Iterator[str]:
    """Whose dates these are, and what the marks in front of and behind a name mean."""
    yield _("Dates of festivals from the tourism office of Banyuwangi. They change as it decides.")
    if filters.holds_projected:
        yield _("“(expected)” stands behind a date that is reckoned, and not confirmed yet.")
    if filters.cancelled_as == Cancelled.STRIKE:
        yield _("What is called off is marked as cancelled; some apps hide it.")
