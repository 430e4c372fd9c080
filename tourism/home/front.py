"""What the front page shows of the facts: the year in few columns, then the rows it prints.

A fixed number of queries: the year tells which editions are worth fetching whole, and one
query brings every place that the page speaks of.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import get_language

from destinations.models import Place
from destinations.now import now_at
from festivals.dates.days import names_of
from festivals.dates.moon import full_moons_between
from festivals.dates.rules import Almanac
from festivals.models import Edition, Festival, FestivalPage, Season
from festivals.seasons import bands_of, lines_of
from festivals.wording import lines_of as names_in_words
from itineraries import samples
from itineraries.forms import start_form
from tourism.base.holidays import holidays_between
from tourism.base.models import CreditedImage
from tourism.home.coming import (
    WIDEST,
    Coming,
    coming_of,
    week_from,
    weekend_of,
    weekends_from,
)
from tourism.home.ribbon import RibbonMonth, span_of_ribbon, year_ribbon

NOT_TO_MISS, AFTER, FULL_WEEK = 3, 3, 3  # editions
NEAR = timedelta(days=WIDEST)  # Beyond the last weekend: what may yet move into it.


class YearRow(NamedTuple):
    """One edition in the columns that the whole year is fetched in."""

    pk: int
    starts_on: date
    ends_on: date
    status: str
    festival: str
    flagship: bool


def front_of(now: datetime, today: date, *, place: int | None) -> dict[str, Any]:
    """Everything the front page prints. `place` is the key of the one shown as it is now."""
    language = "en" if get_language() == "en" else "id"
    almanac = Festival.objects.almanac()
    year = year_of(today)
    weton, hijri, javanese = names_in_words(names_of(today, almanac))[:3]
    return {
        "names": {"weton": weton, "hijri": hijri, "javanese": javanese},
        "ribbon": ribbon_of(today, year, almanac, language),
        **editions_of(now, today, year, language),
        **places_of(now, today, year, place, language),
    }


def year_of(today: date) -> list[YearRow]:
    """Every edition of the twelve months that one can plan for, by its first day."""
    span = span_of_ribbon(today)
    dated = Edition.objects.dated().taking_place().overlapping(span.first, span.last)
    columns = ("pk", "starts_on", "ends_on", "status", "festival__slug", "festival__flagship")
    return [YearRow(*row) for row in dated.order_by("starts_on").values_list(*columns)]


def ribbon_of(
    today: date, year: Iterable[YearRow], almanac: Almanac, language: str
) -> list[RibbonMonth]:
    span = span_of_ribbon(today)
    seasons = list(Season.objects.overlapping(span.first, span.last))
    return year_ribbon(
        today,
        [(row.starts_on, row.ends_on, row.status) for row in year],
        bands=bands_of(span, almanac, seasons),
        full_moons=full_moons_between(span.first, span.last),
        lines=lines_of(span, almanac, language=language, seasons=seasons),
    )


def editions_of(
    now: datetime, today: date, year: Iterable[YearRow], language: str
) -> dict[str, Any]:
    """Tonight, the rest of the week, three weekends, what comes after, and what not to miss."""
    week, weekends = week_from(today), weekends_from(today)
    later = first_of_each(row for row in year if row.starts_on > week.last)[:AFTER]
    flags = first_of_each(row for row in year if row.flagship and row.starts_on > today)
    flags = flags[:NOT_TO_MISS]
    soon = Q(starts_on__lte=weekends[-1].last + NEAR, ends_on__gte=today)
    wanted = soon | Q(pk__in=[row.pk for row in (*later, *flags)])
    rows = coming_of(cards(wanted, language), now)
    by_key = {row.edition.pk: row for row in rows}
    this_week = [row for row in rows if row.edition.span.overlaps(week)]
    tonight = [row for row in this_week if row.is_tonight]
    others = [row for row in this_week if not row.is_tonight]
    following = [by_key[row.pk] for row in later if row.pk in by_key]
    lead = next(iter((*tonight, *others, *following)), None)
    is_quiet = len(this_week) < FULL_WEEK
    return {
        "lead": lead,
        "cover": cover_of(lead),
        "tonight": [row for row in tonight if row is not lead],
        "week": [row for row in others if row is not lead],
        "is_empty_week": not this_week,
        "later": [row for row in following if is_quiet and row is not lead],
        "weekends": [weekend_of(span, rows) for span in weekends],
        "not_to_miss": [by_key[row.pk].edition for row in flags if row.pk in by_key],
    }


def cards(wanted: Q, language: str) -> Iterable[Edition]:
    """Editions with all that a row or the lead prints, in one query."""
    pages = FestivalPage.objects.in_language(language).filter(festival=OuterRef("festival"))
    found = Edition.objects.dated().taking_place().filter(wanted).with_festival()
    return found.with_page(language).annotate(
        page_summary=Subquery(pages.values("summary")[:1]),
        page_cover=Subquery(pages.values("cover")[:1]),
    )


def first_of_each(rows: Iterable[YearRow]) -> list[YearRow]:
    """The first edition of each festival; a weekly one does not crowd out the others."""
    firsts: dict[str, YearRow] = {}
    for row in rows:
        firsts.setdefault(row.festival, row)
    return list(firsts.values())


def cover_of(lead: Coming | None) -> CreditedImage | None:
    """The picture on the page of the lead, where an editor has given it one."""
    key = lead.edition.page_cover if lead else None
    return CreditedImage.objects.filter(pk=key).first() if key else None


def places_of(
    now: datetime, today: date, year: Iterable[YearRow], shown: int | None, language: str
) -> dict[str, Any]:
    """One place as it is now, the form that begins a trip, and the plans that can be made."""
    plans = {slug for plan in samples.all_plans() for slug in plan.places}
    wanted = Q(kind__in=Place.GATEWAYS) | Q(pk=shown) | Q(slug__in=plans)
    found = Place.objects.filter(wanted).order_by("kind", "slug").with_page(language)
    places = list(found.prefetch_related("closures", "best_times"))
    gateways = [place for place in places if place.is_gateway]
    place = next((place for place in places if place.pk == shown), None)
    holidays = holidays_between(today, date(today.year + 1, 1, 1), language)
    dates: dict[str, list[date]] = defaultdict(list)
    for row in year:
        dates[row.festival].append(row.starts_on)
    return {
        "place_now": now_at(place, now, holidays=holidays, gateways=gateways) if place else None,
        "form": start_form(today, gateways),
        "offers": samples.offers({place.slug for place in places}, dates, today),
    }
