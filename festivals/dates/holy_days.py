"""National days that councils and ministries set: Nyepi, Waisak, Imlek, Isra Mikraj.

Each is decreed a year or two ahead; before that it is reckoned: Nyepi by the saka months,
Imlek by the Chinese calendar, Isra Mikraj as 27 Rajab, Waisak as the day (in western
Indonesian time) of the full moon in the fourth Chinese month, which gives all 28 decreed
days of 2000 to 2027. A full moon within an hour of midnight keeps both days.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from festivals.dates.anchors import Anchor, AnchorSource, Reading
from festivals.dates.chinese import Chinese
from festivals.dates.moon import EPOCH, SYNODIC_MONTH, WESTERN_TIME, full_moon
from festivals.dates.spans import Span

VESAK_MONTH = 4
NEAR_MIDNIGHT = timedelta(hours=1)
NEAR = timedelta(days=3)  # A decree this near to the reckoned day is the decree of that day.


@dataclass(frozen=True)
class HolyDay:
    """A national day: as reckoned by `source`, but where one of `decrees` is near."""

    event: str
    source: AnchorSource
    decrees: Mapping[date, str]  # Day -> source.

    def anchors(self, first: date, last: date) -> Iterator[Anchor]:
        for anchor in self.source.anchors(first - NEAR, last + NEAR):
            day = anchor.readings[0].days.first
            decreed = next((found for found in self.decrees if abs(found - day) <= NEAR), None)
            yield Anchor(
                calendar=anchor.calendar,
                year=anchor.year,
                month=anchor.month,
                first_day=anchor.first_day,
                last_day=anchor.last_day,
                event=self.event,
                readings=(Reading(Span(decreed, decreed)),) if decreed else anchor.readings,
                basis="decree" if decreed else anchor.basis,
                margin=None if decreed else anchor.margin,
                doubt=anchor.doubt,
            )


class VesakMoon:
    """The full moon of Waisak, as it is reckoned."""

    def anchors(self, first: date, last: date) -> Iterator[Anchor]:
        for year in range(first.year, last.year + 1):
            days = vesak(year)
            if first <= days[0] <= last:
                yield Anchor(
                    calendar="full_moon",
                    year=year,
                    month=VESAK_MONTH,
                    readings=tuple(Reading(Span(day, day)) for day in days),
                    doubt="committee",
                )


def vesak(year: int) -> tuple[date, ...]:
    """The day of the full moon, likely first."""
    month = Chinese().month(year, VESAK_MONTH).span.first
    moment = full_moon(round((month - EPOCH.date()) / SYNODIC_MONTH)) + WESTERN_TIME
    days = (moment, moment - NEAR_MIDNIGHT, moment + NEAR_MIDNIGHT)
    return tuple(dict.fromkeys(day.date() for day in days))
