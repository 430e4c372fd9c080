"""What the page of a festival shows of its facts, as plain data."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from destinations.arriving import ways_to
from destinations.drawing import draw, pin
from destinations.models import DestinationPage, Place
from festivals.around import BOX_KM, Around, around
from festivals.deriving import reasoning_of
from festivals.history import HistoryLine, lines_of
from festivals.models.editions import Edition
from festivals.models.festivals import Festival
from festivals.models.operators import Tour
from festivals.models.programme import ProgrammePart
from tourism.base.holidays import holidays_between

NEAR_KM = 12
AHEAD = timedelta(days=200)
MOST_CALLED_OFF = 3  # A weekly festival may stop for a season.
DAY = timedelta(days=1)


def festival_facts(festival: Festival, today: date, language: str) -> dict[str, Any]:
    """Dates before and after today, the way there, and what else is near (straight line)."""
    rows = festival.editions.with_festival().with_why().ending_from(today)
    coming = list(rows.order_by("starts_on")[:12])
    past = festival.editions.with_festival().dated().announced().filter(ends_on__lt=today)
    following = next((row for row in coming if row.is_taking_place), None)
    place = following.where if following else festival.place
    ways = ways_to(place, Place.objects.gateways().with_district())
    around_here = Place.objects.near(place.point, BOX_KM).with_page(language)
    neighbours = list(around_here.prefetch_related("closures"))
    near = around_it(place, following, today, neighbours)
    is_alone = not (near.before or near.after)
    pages = DestinationPage.objects.listed(language).near(place.point, NEAR_KM)
    return {
        "festival": festival,
        "today": today,
        "next": following,
        "called_off": called_off(coming, following),
        "reasoning": reasoning_of(festival, following) if following else None,
        "history": history_of(following) if following else [],
        "tours": list(Tour.objects.to(following)) if following else [],
        "place": place,
        "coming": [row for row in coming if row != following],
        "past": list(past.order_by("-starts_on")[:12]),
        "ways": ways[:4],
        "drawing": draw([pin(place)], routes=[way.route for way in ways[:1]], ratio=1.2),
        "programme": programme_of(festival, following),
        "around": near,
        "place_slug": next((row.page_slug for row in neighbours if row.pk == place.pk), None),
        "places_near": list(pages[:3]) if is_alone else [],
        "festivals_near": editions_near(place, today, language, apart_from=festival),
    }


def called_off(coming: list[Edition], following: Edition | None) -> list[Edition]:
    """What was to be before the next edition: somebody may still count on those days."""
    before = coming[: coming.index(following)] if following else coming
    return [row for row in before if not row.is_taking_place][:MOST_CALLED_OFF]


def around_it(
    place: Place, edition: Edition | None, today: date, neighbours: list[Place]
) -> Around:
    """What fits around the next edition, and beds."""
    days = {today, edition.starts_on, edition.ends_on + DAY} if edition else {today}
    return around(
        place,
        edition,
        neighbours,
        today=today,
        holidays=holidays_between(min(days), max(days), "id"),
    )


def programme_of(festival: Festival, edition: Edition | None) -> list[ProgrammePart]:
    """How it goes, in order. Its very first part begins when the festival does."""
    parts = list(festival.programme.all())
    if parts and parts[0].at is None:
        parts[0].at = edition.begins_at if edition else festival.usual_start
    return parts


def history_of(edition: Edition) -> list[HistoryLine]:
    """What was said of its day, where that is more than one word."""
    lines = [
        line for line in lines_of(edition, edition.changes.select_related("by")) if line.is_public
    ]
    return lines if len(lines) > 1 else []


def editions_near(
    place: Place, today: date, language: str, *, apart_from: Festival | None = None
) -> list[Edition]:
    """The next edition of each of four festivals around a place, within half a year."""
    coming = (
        Edition.objects.dated()
        .taking_place()
        .overlapping(today, today + AHEAD)
        .near(place.point, NEAR_KM)
        .exclude(festival=apart_from)
        .for_cards(language)
        .order_by("starts_on", "starts_at")
    )
    return first_of_each(coming[:60], 4)


def first_of_each(editions: Iterable[Edition], count: int) -> list[Edition]:
    """The first editions of so many festivals; a weekly one does not crowd out the others."""
    firsts: dict[int, Edition] = {}
    for edition in editions:
        firsts.setdefault(edition.festival_id, edition)
    return list(firsts.values())[:count]
