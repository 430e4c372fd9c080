"""What a feed is asked for: its name in words, and what cannot be meant."""

from collections.abc import Iterator

from django.conf import settings
from django.forms import Field
from django.urls import reverse
from django.utils.translation import gettext as _

from festivals.feeds.calendars import About
from festivals.filters import FEED_ONLY, ORDER, Cancelled, FeedFilter
from tourism.base.filters import PAGE, canonical, chosen

OF_PAGES = (PAGE, "days")  # Of a page's query string, which a feed takes as it stands.
LONGEST_VALUE = 60  # characters of what is said back


def refusals(filters: FeedFilter) -> list[str]:
    """A sentence for each thing that cannot be meant, with what can; [] where all is well.

    An unknown name is refused like an unknown value: left out, it would give all festivals.
    """
    names = [name for name in filters.data if name not in (*ORDER, *OF_PAGES)]
    found = [unknown_name(name) for name in names]
    for name, errors in filters.errors.items():
        field = filters.form.fields.get(name)
        found += unknown_values(filters, name, field) or [f"{name}: {error}" for error in errors]
    return found


def unknown_name(name: str) -> str:
    return _("“%(name)s” is no filter. Use any of: %(names)s.") % {
        "name": name[:LONGEST_VALUE],
        "names": ", ".join(ORDER),
    }


def unknown_values(filters: FeedFilter, name: str, field: Field | None) -> list[str]:
    """The values of one filter that it does not know, with those that it does."""
    known = [str(value) for value, label in getattr(field, "choices", ()) if value]
    return [
        _("%(name)s: “%(value)s” is not known. Use any of: %(values)s.")
        % {"name": name, "value": value[:LONGEST_VALUE], "values": ", ".join(known)}
        for value in (filters.data.getlist(name) if known else ())
        if value not in known
    ]


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
