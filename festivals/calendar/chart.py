"""Rows -> festivals by place, and the map that shows the places."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from destinations.drawing import Drawing, Pin, draw
from destinations.models import Place
from festivals.models.editions import Edition

RATIO = 0.8  # Width over height; it stands beside a list.


@dataclass(frozen=True)
class PlaceOnChart:
    """A place and what is on there, in order."""

    place: Place
    editions: list[Edition]

    @property
    def anchor(self) -> str:
        """Where its part of the list begins."""
        return f"at-{self.place.slug}"


@dataclass(frozen=True)
class Chart:
    places: list[PlaceOnChart]
    drawing: Drawing


def chart_of(editions: Iterable[Edition]) -> Chart:
    """Editions in order, by the place they are held at; each pin leads to its part of the list."""
    found: dict[int, list[Edition]] = defaultdict(list)
    for row in editions:
        found[row.where.pk].append(row)
    places = [PlaceOnChart(rows[0].where, rows) for rows in found.values()]
    pins = [
        Pin(
            at.place.name,
            at.editions[0].festival.category,
            at.place.point,
            href=f"#{at.anchor}",
            category=at.editions[0].festival.category,
            count=len(at.editions),
        )
        for at in places
    ]
    return Chart(places, draw(pins, ratio=RATIO))
