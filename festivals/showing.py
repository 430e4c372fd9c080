"""What the page of a festival shows of its facts, as plain data."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from destinations.arriving import ways_to
from destinations.drawing import draw, pin
from destinations.models import DestinationPage, Place
from festivals.deriving import reasoning_of
from festivals.history import HistoryLine, lines_of
from festivals.models.editions import Edition
from festivals.models.festivals import Festival

NEAR_KM = 12
AHEAD = timedelta(days=200)


def festival_facts(festival: Festival, today: date, language: str) -> dict[str, Any]:
    """Dates before and after today, the way there, and what else is near (straight line)."""
    coming = list(festival.editions.with_festival().ending_from(today).order_by("starts_on")[:12])
    past = festival.editions.with_festival().dated().announced().filter(ends_on__lt=today)
    following = next((row for row in coming if row.is_taking_place), None)
    place = following.where if following else festival.place
    pages = DestinationPage.objects.listed(language)
    ways = ways_to(place, Place.objects.gateways().with_district())
    return {
        "festival": festival,
        "today": today,
        "next": following,
        "reasoning": reasoning_of(festival, following) if following else None,
        "history": history_of(following) if following else [],
        "place": place,
        "coming": [row for row in coming if row != following],
        "past": list(past.order_by("-starts_on")[:12]),
        "ways": ways[:4],
        "drawing": draw([pin(place)], routes=[way.route for way in ways[:1]], ratio=1.2),
        "places_near": list(pages.near(place.point, NEAR_KM)[:3]),
        "festivals_near": editions_near(place, today, language, apart_from=festival),
    }


def history_of(edition: Edition) -> list[HistoryLine]:
    """What was said of its day, where that is more than one word."""
    lines = [line for line in lines_of(edition.changes.select_related("by")) if line.is_public]
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
