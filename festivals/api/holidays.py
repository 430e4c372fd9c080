"""Days of a year that everybody has off, and first days as the government decreed them."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from django.http import Http404, HttpRequest
from django.utils.dateparse import parse_date
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema

from festivals.calendar.spans import FIRST_YEAR, LAST_YEAR
from festivals.dates import decrees
from festivals.models import Decree
from tourism.base.api.asking import only
from tourism.base.api.parameters import parameter
from tourism.base.api.problems import Refused
from tourism.base.api.routes import list_of, row_of
from tourism.base.api.schemas import Names, told
from tourism.base.holidays import NAMES, national_holidays
from tourism.base.refusing import Refusal

ESTIMATED = " (estimated)"  # What the library puts behind the English name of what is not decreed.
YEAR = "year"

router = Router()


class HolidayFacts(Schema):
    date: str = told(_("The day."), format="date")
    kind: Literal["holiday", "decree"] = told(
        _("A national holiday, or the first day of a month or feast as decreed.")
    )
    name: str = told(_("Name in the language asked for."))
    names: Names = told(_("Name in each language."))
    is_estimated: bool = told(_("Whether it is reckoned, because no decree names it yet."))
    source: str | None = told(_("Which decree, where it is known."))


class HolidayList(Schema):
    items: list[HolidayFacts] = told(_("The days in order."))


@list_of(
    router,
    "holidays",
    response=HolidayList,
    words=_("Holidays"),
    about=_("National holidays and decreed first days of one year, all on one page."),
    takes=[
        parameter(
            YEAR,
            _("Year; without it this one."),
            {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
        )
    ],
    paged=False,
)
def holidays(request: HttpRequest) -> dict[str, Any]:
    only(request, YEAR)
    return {"items": days_of(year_of(request))}


@row_of(
    router,
    "holidays/day",
    response=HolidayList,
    words=_("One day"),
    about=_("What the day is; 404 where it is neither."),
    key=_("A day, as 2027-03-08."),
    format="date",
)
def holiday(request: HttpRequest, day: str) -> dict[str, Any]:
    only(request)
    found = [row for row in days_of(year_named(day)) if row["date"] == day]
    if not found:
        raise Http404
    return {"items": found}


def year_of(request: HttpRequest) -> int:
    given = request.GET.get(YEAR, str(request.today.year))
    year = int(given) if given.isascii() and given.isdigit() and len(given) == 4 else 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        words = _("year: give one from %(first)s to %(last)s.")
        said = words % {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise Refused([Refusal(YEAR, str(said))])
    return year


def year_named(day: str) -> int:
    try:
        found = parse_date(day)
    except ValueError as error:
        raise Http404 from error
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Http404
    return found.year


def days_of(year: int) -> list[dict[str, Any]]:
    found = [*national(year), *decreed(year)]
    return sorted(found, key=lambda row: (row["date"], row["kind"], row["names"]["en"]))


def national(year: int) -> Iterator[dict[str, Any]]:
    names = {code: national_holidays(year, code) for code in NAMES}
    for day, english in names["en"].items():
        both = {code: names[code][day] for code in NAMES}
        yield told_day(day, "holiday", both, is_estimated=ESTIMATED in english)


def decreed(year: int) -> Iterator[dict[str, Any]]:
    """Decrees that the office entered outrank the shipped ones."""
    own = [row.known for row in Decree.objects.all()]
    for decree in decrees.latest([*decrees.shipped(), *own]).values():
        if decree.day.year == year and decree.kind in Decree.Kind.values:
            row = Decree(kind=decree.kind, year=decree.year, month=decree.month)
            both = {code: name_in(code, row) for code in NAMES}
            yield told_day(decree.day, "decree", both, source=decree.source)


def name_in(language: str, row: Decree) -> str:
    with override(language):
        return row.name


def told_day(
    day: date, kind: str, names: dict[str, str], *, is_estimated: bool = False, source: str = ""
) -> dict[str, Any]:
    return {
        "date": day.isoformat(),
        "kind": kind,
        "name": names[get_language()],
        "names": names,
        "is_estimated": is_estimated,
        "source": source or None,
    }
