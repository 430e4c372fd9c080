"""Days of new and full moons, in western Indonesian time."""

from datetime import date

from festivals.dates.moon import EPOCH, SYNODIC_MONTH, WESTERN_TIME, full_moon, new_moon

NEW, FULL = "new", "full"


def phases_between(first: date, last: date) -> dict[date, str]:
    """The days from first to last on which the moon is new (`NEW`) or full (`FULL`)."""
    at = int((first - EPOCH.date()) / SYNODIC_MONTH) - 1
    until = int((last - EPOCH.date()) / SYNODIC_MONTH) + 2
    found = {}
    for lunation in range(at, until):
        for moment, phase in ((new_moon(lunation), NEW), (full_moon(lunation), FULL)):
            day = (moment + WESTERN_TIME).date()
            if first <= day <= last:
                found[day] = phase
    return found
