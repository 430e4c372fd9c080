"""What the picture of a festival says of its date, in words: a picture has no hatch to tell by."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from festivals.models import Edition, FestivalPage
from festivals.wording import in_words
from tourism.base.cards import Card


def festival_card(page: FestivalPage, today: date) -> Card:
    """The name of a festival, its next date and how sure that is; else the last one."""
    edition = edition_told(page, today)
    return Card(
        page.title,
        kind=page.festival.category_name,
        when=when(edition) if edition else _("No date yet"),
        certainty=certainty(edition) if edition else page.festival.rule_in_words,
        site=_("Festivals of Banyuwangi"),
    )


def edition_told(page: FestivalPage, today: date) -> Edition | None:
    """The next edition that takes place, else the next that does not, else the last one."""
    rows = page.festival.editions.order_by("starts_on")
    coming = list(rows.ending_from(today)[:12])
    if coming:
        return next((row for row in coming if row.is_taking_place), coming[0])
    return rows.dated().announced().last()


def when(edition: Edition) -> str:
    """12 July 2027, or the first and the last day; without a day it says that there is none."""
    first, last = edition.starts_on, edition.ends_on
    if not edition.is_dated:
        return _("Date to be announced")
    if first == last:
        return in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{in_words(last)}"
    return f"{in_words(first, last)} – {in_words(last)}"


def certainty(edition: Edition) -> str:
    """Confirmed; Projected, between 10 July and 14 July 2027."""
    if not edition.is_dated:
        return months(edition)
    if not edition.has_window:
        return edition.status_name
    window = _("between %(first)s and %(last)s") % {
        "first": in_words(edition.earliest_on, edition.latest_on),
        "last": in_words(edition.latest_on),
    }
    return f"{edition.status_name}, {window}"


def months(edition: Edition) -> str:
    """In which months an edition without a day is expected."""
    first, last = (date_format(day, "F Y") for day in (edition.starts_on, edition.ends_on))
    if edition.is_within_a_month:
        return _("Expected in %(month)s.") % {"month": first}
    return _("Expected between %(first)s and %(last)s.") % {"first": first, "last": last}
