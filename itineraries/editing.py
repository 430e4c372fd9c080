"""Write door of trips: begin one, add, move, time and remove stops, and take it back.

Each edit is one transaction, says which version of the trip it was made on, and leaves the
state before it on `Itinerary.past`, so that it can be undone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Max, prefetch_related_objects

from destinations.models import Place
from festivals.models import Edition
from itineraries import showing
from itineraries.models import Itinerary, Stop, new_key
from itineraries.timing import minutes_of

KEPT = 20  # states for undo
MOST_STOPS = 100
HEAD = ("arrives_on", "days", "arrives_at", "gateway_id")
STOP = ("pk", "place_id", "edition_id", "name_en", "name_id", "day", "position", "starts_at")


class StaleTrip(Exception):
    """The trip was changed since the form was drawn; nothing has been done."""


class FullTrip(Exception):
    """The trip holds as many stops as a trip may."""


def begin(
    *,
    arrives_on: date,
    days: int,
    gateway: Place,
    arrives_at: time | None = None,
    key: str = "",
) -> Itinerary:
    """A new, empty trip under a secret key: the given one, or a fresh one."""
    itinerary = Itinerary(
        key=key or new_key(),
        arrives_on=arrives_on,
        days=days,
        gateway=gateway,
        arrives_at=arrives_at,
    )
    itinerary.full_clean()
    itinerary.save()
    return itinerary


@contextmanager
def editing(itinerary: Itinerary, version: int | None = None) -> Iterator[Itinerary]:
    """Lock the trip, refuse a stale version, and keep the state before if anything changed."""
    with transaction.atomic():
        row = Itinerary.objects.select_for_update().get(pk=itinerary.pk)
        if version is not None and row.version != version:
            raise StaleTrip
        before = state(row)
        yield row
        row.refresh_from_db(fields=["arrives_on", "days", "arrives_at", "gateway"])
        if state(row) != before:
            row.past = [*row.past, before][-KEPT:]
            row.version += 1
            row.save()


def add(
    itinerary: Itinerary,
    *,
    edition: Edition | None = None,
    place: Place | None = None,
    day: int | None = None,
    starts_at: time | None = None,
) -> tuple[Stop, bool]:
    """Put an edition on its day, or a place on the emptiest day that suits it, at its end.

    `day` is another one for it. Returns the stop and whether it is new: what the trip has
    already is not added twice.
    """
    fact = {"edition": edition} if edition else {"place": place, "edition": None}
    with editing(itinerary) as row:
        if known := row.stops.filter(**fact).first():
            return known, False
        if row.stops.count() >= MOST_STOPS:
            raise FullTrip
        named = edition.festival if edition else place
        day = day or (day_of(row, edition) if edition else best_day(row, place))
        stop = row.stops.create(
            **fact,
            name_en=named.name_en,
            name_id=named.name_id,
            day=day,
            position=end_of(row, day),
            starts_at=starts_at,
        )
    return stop, True


def forget(itinerary: Itinerary) -> Itinerary:
    """Leave nothing to undo: what was done so far is how the trip begins."""
    row = Itinerary.objects.select_for_update().get(pk=itinerary.pk)
    row.past, row.version = [], 0
    row.save(update_fields=["past", "version", "updated_at"])
    return row


def day_of(itinerary: Itinerary, edition: Edition) -> int:
    """The first day of the trip on which the edition is on, else the nearest day."""
    days = range(1, itinerary.days + 1)
    on = [day for day in days if itinerary.day(day) in edition.span]
    return on[0] if on else min(days, key=lambda day: abs(itinerary.day(day) - edition.starts_on))


def best_day(itinerary: Itinerary, place: Place) -> int:
    """The emptiest day on which nothing stands in the way of the place, else the emptiest day."""
    prefetch_related_objects([place], "closures")
    stops = list(itinerary.stops.with_rows())
    minutes = dict.fromkeys(range(1, itinerary.days + 1), 0)
    for stop in stops:
        minutes[stop.day] += minutes_of(stop)
    days = sorted(minutes, key=lambda day: minutes[day])
    return next((day for day in days if fits(itinerary, stops, place, day)), days[0])


def fits(itinerary: Itinerary, stops: list[Stop], place: Place, day: int) -> bool:
    """Whether a place at the end of a day can be done: by hours, roads and what stands there."""
    tried = Stop(itinerary=itinerary, place=place, day=day)
    trip = showing.timed_trip(itinerary, sorted([*stops, tried], key=lambda stop: stop.day))
    return not any(finding.row.stop is tried for finding in trip.troubles)


def end_of(itinerary: Itinerary, day: int) -> int:
    last = itinerary.stops.filter(day=day).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def earlier(itinerary: Itinerary, *, stop: int, version: int) -> None:
    """One place up; from the top of a day to the end of the day before."""
    step(itinerary, stop=stop, version=version, by=-1)


def later(itinerary: Itinerary, *, stop: int, version: int) -> None:
    """One place down; from the end of a day to the top of the next."""
    step(itinerary, stop=stop, version=version, by=1)


def step(itinerary: Itinerary, *, stop: int, version: int, by: int) -> None:
    with editing(itinerary, version) as row:
        moved = row.stops.get(pk=stop)
        others = [other for other in row.stops.filter(day=moved.day) if other.pk != moved.pk]
        place = next(
            (n for n, other in enumerate(row.stops.filter(day=moved.day)) if other.pk == stop), 0
        )
        if 0 <= place + by <= len(others):
            others.insert(place + by, moved)
            put_in_order(others)
        elif 1 <= moved.day + by <= row.days:
            move_to_day(row, [moved], moved.day + by, at_top=by > 0)


def to_day(itinerary: Itinerary, *, stop: int, day: int, version: int) -> None:
    """To the end of another day."""
    with editing(itinerary, version) as row:
        moved = row.stops.get(pk=stop)
        if moved.day != day:
            move_to_day(row, [moved], day, at_top=False)


def move_to_day(itinerary: Itinerary, stops: list[Stop], day: int, *, at_top: bool) -> None:
    there = list(itinerary.stops.filter(day=day))
    for stop in stops:
        stop.day = day
    put_in_order([*stops, *there] if at_top else [*there, *stops])


def put_in_order(stops: list[Stop]) -> None:
    """Number the stops of a day as they stand, in one query however many."""
    for position, stop in enumerate(stops):
        stop.position = position
    Stop.objects.bulk_update(stops, ["day", "position"])


def set_time(itinerary: Itinerary, *, stop: int, starts_at: time | None, version: int) -> None:
    """Begin a stop at an hour, or with None whenever one gets there."""
    with editing(itinerary, version) as row:
        timed = row.stops.get(pk=stop)
        timed.starts_at = starts_at
        timed.save(update_fields=["starts_at"])


def remove(itinerary: Itinerary, *, stop: int, version: int) -> None:
    """Take a stop out of the trip."""
    with editing(itinerary, version) as row:
        row.stops.get(pk=stop).delete()


def change(itinerary: Itinerary, *, version: int, **head: Any) -> int:
    """Give the trip other days or another gateway; return how many stops moved to the last day.

    No stop is lost: those of days that are cut stand at the end of the last day.
    """
    with editing(itinerary, version) as row:
        for name, value in head.items():
            setattr(row, name, value)
        row.full_clean()
        row.save()
        homeless = list(row.stops.filter(day__gt=row.days))
        if homeless:
            move_to_day(row, homeless, row.days, at_top=False)
    return len(homeless)


def undo(itinerary: Itinerary, *, version: int) -> bool:
    """Take the latest edit back; False where there is none left.

    A place or an edition that has been deleted since stays away; its stop says so. A gateway
    that has been deleted since is not gone back to.
    """
    with transaction.atomic():
        row = Itinerary.objects.select_for_update().get(pk=itinerary.pk)
        if row.version != version:
            raise StaleTrip
        if not row.past:
            return False
        *row.past, before = row.past
        head = before["head"]
        if not Place.objects.filter(pk=head["gateway_id"]).exists():
            head["gateway_id"] = row.gateway_id
        for name in HEAD:
            field = row._meta.get_field(name.removesuffix("_id"))
            setattr(row, name, field.to_python(head[name]))
        row.version += 1
        row.save()
        restore(row, before["stops"])
        return True


def restore(itinerary: Itinerary, stops: list[dict[str, Any]]) -> None:
    """Put the stops back as they were, under their old keys."""
    places = set(Place.objects.values_list("pk", flat=True))
    editions = set(Edition.objects.values_list("pk", flat=True))
    itinerary.stops.all().delete()
    for values in stops:
        values["place_id"] = values["place_id"] if values["place_id"] in places else None
        values["edition_id"] = values["edition_id"] if values["edition_id"] in editions else None
    Stop.objects.bulk_create(Stop(itinerary=itinerary, **values) for values in stops)


def state(itinerary: Itinerary) -> dict[str, Any]:
    """The trip as plain JSON: what undo brings back."""
    rows = itinerary.stops.order_by("day", "position", "pk").values(*STOP)
    return {"head": plain(itinerary), "stops": [json_ready(values) for values in rows]}


def plain(itinerary: Itinerary) -> dict[str, Any]:
    return json_ready({name: getattr(itinerary, name) for name in HEAD})


def json_ready(values: dict[str, Any]) -> dict[str, Any]:
    encode = DjangoJSONEncoder().default
    return {
        name: encode(value) if isinstance(value, date | time) else value
        for name, value in values.items()
    }
