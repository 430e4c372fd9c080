"""What a feed is asked for: its name in words, and what cannot be meant."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.forms import Field, MultipleChoiceField
from django.urls import reverse
from django.utils.translation import gettext as _

from festivals.feeds.calendars import About
from festivals.filters import FEED_ONLY, ORDER, Cancelled, FeedFilter
from tourism.base.filters import PAGE, canonical, chosen

OF_PAGES = (PAGE, "days")  # Of a page's query string, which a feed takes as it stands.
LONGEST_VALUE, MOST_NAMED = 60, 5  # Characters, and how many, of what is said back.


def refusals(filters: FeedFilter, *, beside: Iterable[str] = ()) -> list[str]:
    """A sentence for each filter that cannot be meant, with what can; [] where all is well.

    An unknown name is refused like an unknown value: left out, it would give all festivals. So is
    a second value where only one can be. Names in `beside` are somebody else's.
    """
    names = [name for name in filters.data if name not in (*ORDER, *OF_PAGES, *beside)]
    found = [unknown_names(names)] if names else []
    for name, field in filters.form.fields.items():
        sentence = unknown_values(filters, name, field) or asked_twice(filters, name, field)
        found += [sentence] if sentence else [f"{name}: {e}" for e in filters.errors.get(name, ())]
    return found


def unknown_names(names: list[str]) -> str:
    return _("%(unknown)s: no such filter. Use any of: %(names)s.") % {
        "unknown": quoted(names),
        "names": ", ".join(ORDER),
    }


def unknown_values(filters: FeedFilter, name: str, field: Field) -> str:
    """Which values of one filter it does not know, and those that it does; "" if it knows all."""
    known = [str(value) for value, label in getattr(field, "choices", ()) if value]
    unknown = [value for value in filters.data.getlist(name) if value and value not in known]
    if not (known and unknown):
        return ""
    return _("%(name)s: %(values)s is not known. Use any of: %(known)s.") % {
        "name": name,
        "values": quoted(unknown),
        "known": ", ".join(known),
    }


def asked_twice(filters: FeedFilter, name: str, field: Field) -> str:
    takes_many = isinstance(field, MultipleChoiceField)
    if takes_many or len(set(filters.data.getlist(name))) < 2:
        return ""
    return _("%(name)s: it takes one value. Leave the others out.") % {"name": name}


def quoted(words: list[str]) -> str:
    """The first few, shortened."""
    return ", ".join(f"“{word[:LONGEST_VALUE]}”" for word in words[:MOST_NAMED])


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
