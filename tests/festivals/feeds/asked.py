"""What the tests of feeds ask for, and how they read the answer."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from icalendar import Calendar, Event

FEED = "/en/calendar.ics"
LATER = datetime(2030, 1, 1, tzinfo=UTC)


def calendar_in(response: HttpResponse) -> Calendar:
    assert response.status_code == 200, response.content
    found = Calendar.from_ical(response.content)
    assert isinstance(found, Calendar)
    return found


def events_in(response: HttpResponse) -> list[Event]:
    return list(calendar_in(response).walk("VEVENT"))


def the_event(client: Any, path: str = FEED) -> Event:
    """The one event of a feed."""
    (event,) = events_in(client.get(path))
    return event
