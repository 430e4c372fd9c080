"""The region's road table, read once."""

from functools import cache

from django.conf import settings

from destinations.travel.graph import RoadGraph


@cache
def graph() -> RoadGraph:
    """The roads of `settings.ROADS`: dry daytime minutes by private car."""
    return RoadGraph.from_toml(settings.ROADS)
