"""Rules of calendars that this engine keeps word for word and does not reckon yet.

They can be stored, shown in words and edited; asked for dates they give none, and the
office announces the day.
"""

from dataclasses import dataclass
from datetime import date

from festivals.dates.forecasts import Forecast, years_in

CALENDARS = (
    "hijri",
    "javanese",
    "pawukon",
    "balinese_saka",
    "chinese",
    "weton",
    "table",
    "same_day_as",
    "offset_from",
)


@dataclass(frozen=True)
class TraditionalRule:
    """A rule kept for the calendar it belongs to."""

    calendar: str

    is_reckoned = False

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        years_in(first, last)
        return []


def from_dict(data: dict[str, object], days: int) -> TraditionalRule:
    return TraditionalRule(str(data["calendar"]))
