"""What the pages of a trip need to print its rows."""

from typing import Any

from django import template

from itineraries.checking import Finding
from itineraries.sampling import signed_key
from itineraries.showing import Trip
from tourism.base.templatetags.site import clock

register = template.Library()
register.filter("clock", clock)


@register.filter
def of_key(values: dict[int, Any], key: int) -> Any:
    """What a dictionary holds under a key that is a variable."""
    return values.get(key)


@register.filter
def findings_of(trip: Trip, stop: int) -> list[Finding]:
    """What is to look at with one stop."""
    return trip.findings_of(stop)


@register.simple_tag
def new_trip_key() -> str:
    """A secret for the trip that a form will begin, so that sending it twice begins one."""
    return signed_key()
