"""Write door of closures: shut a place for some days, and open it again."""

from datetime import date, timedelta

from django.db import transaction

from destinations.models import Closure, Place


@transaction.atomic
def close(
    place: Place,
    *,
    starts_on: date,
    ends_on: date | None,
    reason_en: str,
    reason_id: str,
    source: str = "",
) -> Closure:
    """Shut a place from the first to the last day (None: until further notice).

    The same closure entered twice is one row; a new last day or reason is written onto it.
    """
    Place.objects.select_for_update().get(pk=place.pk)
    closure = place.closures.filter(starts_on=starts_on).first() or Closure(
        place=place, starts_on=starts_on
    )
    closure.ends_on = ends_on
    closure.reason_en, closure.reason_id, closure.source = reason_en, reason_id, source
    closure.full_clean()
    closure.save()
    return closure


@transaction.atomic
def reopen(place: Place, *, on: date) -> list[Closure]:
    """Open a place from a day on: closures that hold on it end the day before; return them.

    A closure that would have begun on that very day has not taken place, and is removed.
    """
    ended = []
    for closure in place.closures.select_for_update().overlapping(on, on):
        if closure.starts_on == on:
            closure.delete()
            continue
        closure.ends_on = on - timedelta(days=1)
        closure.save()
        ended.append(closure)
    return ended
