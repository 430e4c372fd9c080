"""The views of the calendar, each with the address of the same set and nearly the same days."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from festivals.calendar.spans import week_of_day
from festivals.filters import ORDER


@dataclass(frozen=True)
class ViewLink:
    name: str
    label: str
    icon: str
    address: str
    is_current: bool


def views_of(
    view: str, first: date, last: date | None, *, query: QueryDict, today: date
) -> list[ViewLink]:
    """Month, week, agenda, map and year around the days that `view` shows; no `last`: from now on.

    `query` holds the filters alone; where today is among the days, the others open on it.
    """
    is_now = first <= today and (last is None or today <= last)
    focus = today if is_now else first
    sunday = week_of_day(focus)[0]
    since = {} if is_now else {"from": first.isoformat()}
    span = since if last is None else {"from": first.isoformat(), "to": last.isoformat()}
    month = reverse("festivals:month", args=[focus.year, focus.month])
    week = reverse("festivals:week", args=[sunday.year, sunday.month, sunday.day])
    year = reverse("festivals:year", args=[focus.year])
    links = [
        ("month", _("Month"), "calendar", month, {}),
        ("week", _("Week"), "week", week, {}),
        ("agenda", _("Agenda"), "list", reverse("festivals:agenda"), since),
        ("map", _("Map"), "map", reverse("festivals:map"), span),
        ("year", _("Year"), "year", year, {}),
    ]
    return [
        ViewLink(name, label, icon, with_query(path, query, days), name == view)
        for name, label, icon, path, days in links
    ]


def with_query(path: str, query: QueryDict, days: dict[str, str]) -> str:
    """The address with the days set in their place among the filters."""
    whole = query.copy()
    whole.update(days)
    ordered = QueryDict(mutable=True)
    for name in sorted(whole, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER)):
        ordered.setlist(name, whole.getlist(name))
    words = ordered.urlencode()
    return f"{path}?{words}" if words else path
