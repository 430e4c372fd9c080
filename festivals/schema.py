"""Editions in the words of schema.org, from rows. Asks no database and no clock.

Only what somebody has named is told to machines, which know no "perhaps": no projected
edition, and none without a day.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from destinations.schema import place_facts
from festivals.models.editions import Edition
from festivals.models.festivals import Festival
from tourism.base.schema import Facts, known

STATUS = {  # Every other status is an event as it was announced.
    Edition.Status.RESCHEDULED: "EventRescheduled",
    Edition.Status.POSTPONED: "EventPostponed",
    Edition.Status.CANCELLED: "EventCancelled",
}


def told(editions: Iterable[Edition], today: date) -> list[Edition]:
    """The editions that are coming, and the last one that is over, by their first day."""
    rows = [row for row in editions if row.is_dated and row.status != Edition.Status.PROJECTED]
    rows.sort(key=lambda row: row.starts_on)
    over = [row for row in rows if row.ends_on < today]
    return over[-1:] + [row for row in rows if row.ends_on >= today]


def event(edition: Edition, **page: Any) -> Facts:
    """One edition. `page` holds what the festival's page says: name, description, url, image."""
    festival = edition.festival
    status = STATUS.get(Edition.Status(edition.status), "EventScheduled")
    is_moved = status == "EventRescheduled"
    return known(
        {
            "@type": "Event",
            "identifier": edition.uid,
            "name": festival.name,
            **page,
            "startDate": begins(edition, edition.starts_on),
            "endDate": ends(edition),
            "previousStartDate": begins(edition, edition.moved_from) if is_moved else None,
            "eventStatus": f"https://schema.org/{status}",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": place_facts(edition.where),
            "organizer": organizer(festival),
            **entry(festival),
        }
    )


def begins(edition: Edition, day: date | None) -> str | None:
    """The day, with its hour and offset where that is known."""
    if day is None:
        return None
    hour = edition.begins_at
    return at(edition, day, hour).isoformat() if hour else day.isoformat()


def ends(edition: Edition) -> str:
    """The end of the last day where hour and length are known, else that day."""
    hour, minutes = edition.begins_at, edition.minutes
    if hour is None or minutes is None:
        return edition.ends_on.isoformat()
    return (at(edition, edition.ends_on, hour) + timedelta(minutes=minutes)).isoformat()


def at(edition: Edition, day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(edition.where.timezone))


def organizer(festival: Festival) -> Facts | None:
    name = festival.organiser
    return {"@type": "Organization", "name": name} if name else None


def entry(festival: Festival) -> Facts:
    """What it costs to come in: told only where somebody has said it."""
    if festival.entry == Festival.Entry.TICKET:
        return {"isAccessibleForFree": False}
    if festival.entry != Festival.Entry.FREE:
        return {}
    offer = {"@type": "Offer", "price": 0, "priceCurrency": "IDR"}
    return {"isAccessibleForFree": True, "offers": offer}
