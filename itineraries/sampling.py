"""Write door of sample plans: one becomes a visitor's own trip.

A plan with a festival goes where the festival goes; any other begins on the day that the
visitor names, or on the next one from tomorrow on which nothing stands in its way. The form
carries the secret of the trip that it will make, so that sending it twice makes one.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db import IntegrityError, transaction

from destinations.models import Place
from festivals.models import Edition
from itineraries import editing, showing
from itineraries.models import Itinerary, Stop, new_key
from itineraries.samples import SamplePlan

SALT = "itineraries.sample"
TRIED = 14  # days


class NothingLeft(Exception):
    """The gateway of a plan, its festival's next date or all its places are gone."""


def signed_key() -> str:
    """A secret for a trip that is not yet there, for a form to carry."""
    return Signer(salt=SALT).sign(new_key())


def key_in(text: str) -> str:
    """The secret of a form; a fresh one where it is none of ours."""
    try:
        return str(Signer(salt=SALT).unsign(text))
    except BadSignature:
        return new_key()


def begin_once(plan: SamplePlan, *, today: date, arrives_on: date | None, key: str) -> Itinerary:
    """The trip under the key, made now unless the same form made it before.

    Sent again with another day it is another trip, under a key of its own.
    """
    known = Itinerary.objects.filter(key=key).first()
    if known and arrives_on not in (None, known.arrives_on):
        known, key = None, new_key()
    if known:
        return known
    try:
        return begin(plan, today=today, arrives_on=arrives_on, key=key)
    except (IntegrityError, ValidationError):  # The same form came twice at once.
        known = Itinerary.objects.filter(key=key).first()
        if known is None:
            raise
        return known


@transaction.atomic
def begin(plan: SamplePlan, *, today: date, arrives_on: date | None, key: str) -> Itinerary:
    """A trip with the stops of a plan; those whose place or date is gone are left out."""
    rows = Place.objects.filter(slug__in=plan.places).prefetch_related("closures")
    places = {place.slug: place for place in rows}
    if plan.gateway not in places:
        raise NothingLeft
    head = {
        "days": plan.days,
        "gateway": places[plan.gateway],
        "arrives_at": plan.arrives_at,
    }
    if plan.anchor:
        arrives_on = arrival_at_festival(plan, today)
    day = arrives_on or next_arrival(plan, today, places, head)
    itinerary = editing.begin(arrives_on=day, key=key, **head)
    for stop in plan.stops:
        if stop.festival and (edition := edition_in(itinerary, stop.festival)):
            editing.add(itinerary, edition=edition)
        elif place := places.get(stop.place):
            editing.add(itinerary, place=place, day=stop.day, starts_at=stop.starts_at)
    if not itinerary.stops.exists():
        raise NothingLeft
    return editing.forget(itinerary)


def arrival_at_festival(plan: SamplePlan, today: date) -> date:
    """The arrival for the next edition that one can still come in time for."""
    editions = Edition.objects.dated().taking_place().filter(festival__slug=plan.anchor.festival)
    days = editions.ending_from(today).order_by("starts_on").values_list("starts_on", flat=True)
    arrivals = (plan.arrival_for(day) for day in days)
    day = next((day for day in arrivals if day > today), None)
    if day is None:
        raise NothingLeft
    return day


def next_arrival(
    plan: SamplePlan, today: date, places: Mapping[str, Place], head: dict[str, object]
) -> date:
    """The first day from tomorrow on which all can be done, else tomorrow."""
    stops = [(stop, places[stop.place]) for stop in plan.stops if stop.place in places]
    days = [today + timedelta(days=n) for n in range(1, TRIED + 1)]
    for day in days:
        tried = Itinerary(arrives_on=day, **head)
        rows = [
            Stop(itinerary=tried, place=place, day=stop.day, starts_at=stop.starts_at)
            for stop, place in stops
        ]
        if not showing.timed_trip(tried, rows).troubles:
            return day
    return days[0]


def edition_in(itinerary: Itinerary, festival: str) -> Edition | None:
    """The edition of a festival in the days of the trip."""
    editions = Edition.objects.dated().taking_place().filter(festival__slug=festival)
    inside = editions.overlapping(itinerary.arrives_on, itinerary.leaves_on)
    return inside.with_festival().order_by("starts_on").first()
