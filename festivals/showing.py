"""What the page of a festival shows of its facts, as plain data."""

from datetime import date, timedelta
from typing import Any

from destinations.arriving import ways_to
from destinations.drawing import draw, pin
from destinations.models import DestinationPage, Place
from festivals.models.editions import Edition, EditionQuerySet
from festivals.models.festivals import Festival

NEAR_KM = 12
AHEAD = timedelta(days=200)


def festival_facts(festival: Festival, today: date, language: str) -> dict[str, Any]:
    """Dates before and after today, the way there, and what else is near (straight line)."""
    coming = list(festival.editions.with_festival().ending_from(today).order_by("starts_on")[:12])
    past = festival.editions.with_festival().dated().filter(ends_on__lt=today)
    ways = ways_to(festival.place, Place.objects.gateways().with_district())
    point = festival.place.point
    return {
        "festival": festival,
        "today": today,
        "next": next((row for row in coming if row.is_taking_place), None),
        "coming": coming,
        "past": list(past.order_by("-starts_on")[:12]),
        "ways": ways[:4],
        "drawing": draw([pin(festival.place)], routes=[way.route for way in ways[:1]], ratio=1.2),
        "places_near": list(DestinationPage.objects.listed(language).near(point, NEAR_KM)[:3]),
        "festivals_near": editions_near(festival.place, today, language)
        .exclude(festival=festival)
        .order_by("starts_on")[:4],
    }


def editions_near(place: Place, today: date, language: str) -> EditionQuerySet:
    """Dated editions of the coming half year at places around this one."""
    return (
        Edition.objects.dated()
        .taking_place()
        .overlapping(today, today + AHEAD)
        .near(place.point, NEAR_KM)
        .with_festival()
        .with_page(language)
    )
