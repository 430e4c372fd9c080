"""What the page of a trip shows, as plain data: rows, checks, the map, festivals to add."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from destinations.drawing import Drawing, draw, pin, route_of
from destinations.models import DestinationPage
from destinations.roads import graph
from festivals.models import Edition, FestivalPage
from itineraries.checking import Finding, check
from itineraries.models import Itinerary, Stop
from itineraries.timing import TimedStop, TripDay, timetable
from tourism.base.holidays import national_holidays

OFFERED = 6  # festivals in these days


@dataclass(frozen=True)
class Trip:
    """A trip with its times and what is to look at."""

    itinerary: Itinerary
    days: list[TripDay]
    findings: list[Finding]

    @property
    def rows(self) -> list[TimedStop]:
        return [row for day in self.days for row in day.rows]

    @property
    def road_minutes(self) -> int:
        return sum(day.road_minutes for day in self.days)

    @property
    def troubles(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level == "cannot"]

    @property
    def doubts(self) -> list[Finding]:
        """What may not work out."""
        return [finding for finding in self.findings if finding.level == "tight"]

    def findings_of(self, stop_pk: int) -> list[Finding]:
        return [finding for finding in self.findings if finding.row.stop.pk == stop_pk]


def trip_of(itinerary: Itinerary) -> Trip:
    """Time and check a trip: four queries, however many stops."""
    return timed_trip(itinerary, list(itinerary.stops.with_rows()))


def timed_trip(itinerary: Itinerary, stops: list[Stop]) -> Trip:
    """Time and check stops, in the order of their days, as the stops of a trip."""
    days = timetable(itinerary, stops, roads=graph(), holidays=holidays_of(itinerary))
    return Trip(itinerary, days, check(itinerary, days))


def holidays_of(itinerary: Itinerary) -> list[date]:
    years = {itinerary.arrives_on.year, itinerary.leaves_on.year}
    return [day for year in sorted(years) for day in national_holidays(year)]


def addresses(trip: Trip, language: str) -> dict[int, str]:
    """Stop -> slug of the page of its festival or place, where there is one."""
    places = [row.stop.place_id for row in trip.rows if row.stop.place_id]
    festivals = [row.stop.edition.festival_id for row in trip.rows if row.stop.edition]
    of_place = dict(
        DestinationPage.objects.in_language(language)
        .filter(place__in=places)
        .values_list("place_id", "slug")
    )
    of_festival = dict(
        FestivalPage.objects.in_language(language)
        .filter(festival__in=festivals)
        .values_list("festival_id", "slug")
    )
    return {
        row.stop.pk: of_festival.get(row.stop.edition.festival_id, "")
        if row.stop.edition
        else of_place.get(row.stop.place_id, "")
        for row in trip.rows
    }


def offered(trip: Trip, language: str) -> list[Edition]:
    """Festivals in the days of the trip that it does not have yet."""
    itinerary = trip.itinerary
    taken = [row.stop.edition_id for row in trip.rows if row.stop.edition_id]
    return list(
        Edition.objects.dated()
        .taking_place()
        .overlapping(itinerary.arrives_on, itinerary.leaves_on)
        .exclude(pk__in=taken)
        .for_cards(language)
        .order_by("starts_on", "starts_at")[:OFFERED]
    )


def drawing_of(trip: Trip) -> Drawing:
    """Gateway, stops and the way between them, a colour a day."""
    routes, here = [], trip.itinerary.gateway
    pins = {here.pk: pin(here)}
    for day in trip.days:
        for row in day.rows:
            if row.place is None:
                continue
            if row.leg:
                name = "night" if row.is_night else f"day-{day.number % 4}"
                routes.append(route_of(row.leg, start=here.point, end=row.place.point, name=name))
            pins[row.place.pk] = pin(row.place)
            here = row.place
    return draw(pins.values(), routes=routes, ratio=0.85)


def page_of(trip: Trip, language: str) -> dict[str, Any]:
    """Everything the page of a trip prints."""
    return {
        "section": "plan",
        "trip": trip,
        "itinerary": trip.itinerary,
        "slugs": addresses(trip, language),
        "offered": offered(trip, language),
        "drawing": drawing_of(trip),
    }
