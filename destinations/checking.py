"""What is doubtful about where a place is said to lie."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext

from destinations.cartography import REGION
from destinations.geography import Point, distance_km
from destinations.models.places import Place
from tourism.base.checking import Check

FAR_KM = 25.0  # Of the sample's places, the loneliest lies 13.4 km from the next of its district.


def check_place(place: Place, others: Sequence[Point]) -> list[Check]:
    """Whether the point can be right; `others` are the other places of its district.

    Nobody has drawn the districts' borders for us, so a far point is doubtful, not wrong.
    """
    form = f"{reverse('wagtailsnippets_destinations_place:edit', args=[place.pk])}#id_latitude"
    if not REGION.contains(place.point):
        sentence = gettext(
            "%(place)s lies outside the map of the region (latitude %(south)s to %(north)s, "
            "longitude %(west)s to %(east)s). Please look at its coordinates."
        ) % {
            "place": place.name,
            "south": REGION.south,
            "north": REGION.north,
            "west": REGION.west,
            "east": REGION.east,
        }
        return [Check("outside-region", sentence, "latitude", form)]
    nearest = min((distance_km(place.point, other) for other in others), default=0.0)
    if nearest <= FAR_KM:
        return []
    sentence = gettext(
        "%(place)s lies %(km)s km from the nearest other place of its district, %(district)s. "
        "Please look at its coordinates."
    ) % {"place": place.name, "km": round(nearest), "district": place.district.name}
    return [Check("far-from-district", sentence, "latitude", form)]


def check_places(places: Iterable[Place]) -> dict[int, list[Check]]:
    """The same for many places, by their numbers. One query; give places with their district."""
    places = list(places)
    rows = Place.objects.filter(district__in={place.district_id for place in places})
    by_district: dict[int, list[tuple[int, Point]]] = {}
    for pk, district, *degrees in rows.values_list("pk", "district", "latitude", "longitude"):
        by_district.setdefault(district, []).append((pk, Point(*degrees)))
    return {
        place.pk: check_place(
            place,
            [point for pk, point in by_district.get(place.district_id, []) if pk != place.pk],
        )
        for place in places
    }
