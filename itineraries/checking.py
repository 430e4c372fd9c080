"""What is wrong with a plan, as data. Pure over the timetable; words are made where it is shown.

Levels: "cannot" (it will not work), "tight" (it may not), "unknown" (nobody knows).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from festivals.models import Edition
from itineraries.models import Itinerary
from itineraries.timing import TimedStop, TripDay

LATEST_END = 22  # o'clock
SHORT_SLEEP = timedelta(hours=6)
OVERNIGHT = timedelta(hours=10)


@dataclass(frozen=True)
class Finding:
    """One thing to look at. `kind` names the sentence, `facts` fill it."""

    kind: str
    level: str
    row: TimedStop
    facts: dict[str, Any]


def check(itinerary: Itinerary, days: list[TripDay]) -> list[Finding]:
    """Everything to look at, in the order of the trip."""
    found: list[Finding] = []
    before: TimedStop | None = None
    for day in days:
        for row in day.rows:
            found.extend(of_stop(row))
            found.extend(of_edition(row, day))
            found.extend(of_hours(row))
            found.extend(of_time(row, before))
            before = row if row.ends else before
        found.extend(of_day(day))
    return found


def of_stop(row: TimedStop) -> Iterator[Finding]:
    """Whether there still is something to go to, and a road to it."""
    if row.place is None:
        yield Finding("gone", "cannot", row, {})
    elif row.leg is None:
        yield Finding("no_road", "cannot", row, {})


def of_edition(row: TimedStop, day: TripDay) -> Iterator[Finding]:
    """Whether the festival is on that day, and how sure its date is."""
    edition = row.stop.edition
    if edition is None:
        return
    if edition.status in Edition.OFF:
        yield Finding("cancelled", "cannot", row, {"status": edition.status_name})
    elif not edition.is_dated:
        yield Finding("no_date", "unknown", row, {})
    elif day.date not in edition.span:
        yield Finding(
            "other_day",
            "cannot",
            row,
            {"first": edition.starts_on, "last": edition.ends_on, "moved": edition.moved_from},
        )
    elif edition.status == Edition.Status.PROJECTED:
        facts = {"first": edition.earliest_on, "last": edition.latest_on}
        yield Finding("projected", "unknown", row, facts)


def of_hours(row: TimedStop) -> Iterator[Finding]:
    """Whether the place is open then. An edition opens its place itself."""
    hours = row.hours
    if hours is None or row.stop.edition or row.begins is None or row.ends is None:
        return
    if hours.closure:
        yield Finding("closure", "cannot", row, {"reason": hours.closure.reason})
    elif not hours.is_known:
        yield Finding("hours_unknown", "unknown", row, {})
    elif not row.windows:
        yield Finding("closed_day", "cannot", row, {})
    elif hours.is_all_day:
        return
    elif not any(w.opens <= row.begins < w.closes for w in row.windows):
        yield Finding("closed_then", "cannot", row, {"windows": hours.windows or row.windows})
    elif not any(w.opens <= row.begins and row.ends <= w.closes for w in row.windows):
        closes = max(w.closes for w in row.windows if w.opens <= row.begins)
        is_most = (row.ends - closes) * 2 > row.ends - row.begins
        level = "cannot" if is_most else "tight"
        yield Finding("closes_early", level, row, {"closes": closes})


def of_time(row: TimedStop, before: TimedStop | None) -> Iterator[Finding]:
    """Whether one can be there when it begins, and has slept."""
    if row.begins is None or row.arrives is None:
        return
    leaves = row.leaves or row.arrives
    if row.arrives > row.begins:
        late = int((row.arrives - row.begins).total_seconds() // 60)
        yield Finding("late", "cannot" if late > 15 else "tight", row, {"minutes": late})
    elif before and before.ends and leaves < before.ends:
        yield Finding("overlap", "cannot", row, {"before": before.stop.name})
    elif before and before.ends and before.stop.day < row.stop.day:
        sleep = leaves - before.ends
        if sleep < SHORT_SLEEP:
            yield Finding(
                "short_night", "tight", row, {"minutes": int(sleep.total_seconds() // 60)}
            )


def of_day(day: TripDay) -> Iterator[Finding]:
    """Whether the day ends at an hour at which one can still find a bed."""
    last = next((row for row in reversed(day.rows) if row.ends), None)
    if last is None or last.ends is None or last.begins is None:
        return
    if last.ends - last.begins >= OVERNIGHT:
        return  # One stays there for the night.
    if last.stop.edition is None and (last.ends.date() > day.date or last.ends.hour >= LATEST_END):
        yield Finding("long_day", "tight", last, {"ends": last.ends})
