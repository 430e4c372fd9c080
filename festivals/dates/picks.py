"""From days of a calendar to the weekday on which people come together.

A pick takes the days of an anchor and gives one civil day. Weekdays are civil ones: where a
day of the Javanese calendar begins at sunset, the evening before it has its own word in a
rule (`"time": "eve"`).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from festivals.dates.reading import Data, one_of, refuse_unknown, weekdays, whole_number
from festivals.dates.spans import Span

KINDS = (
    "first_weekday_on_or_after",
    "nth_weekday_after",
    "nearest_weekday",
    "weekday_in_window",
    "last_weekday_in_month",
)
PREFER = ("first", "last")
KEYS = ("type", "weekdays", "weekday", "n", "prefer")


@dataclass(frozen=True)
class Pick:
    """One of `KINDS`; weekdays count from Monday = 0."""

    kind: str
    weekdays: tuple[int, ...]
    n: int = 1
    prefer: str = "first"

    def day(self, days: Span) -> date | None:
        """The picked day; None where no such weekday lies in a window."""
        match self.kind:
            case "first_weekday_on_or_after":
                return self.after(days.first, 1)
            case "nth_weekday_after":
                return self.after(days.first + timedelta(days=1), self.n)
            case "nearest_weekday":
                near = (days.first + timedelta(days=off) for off in (0, -1, 1, -2, 2, -3, 3))
                return next((day for day in near if day.weekday() in self.weekdays), None)
        found = [day for day in days.each() if day.weekday() in self.weekdays]
        is_last = self.kind == "last_weekday_in_month" or self.prefer == "last"
        return found[-1 if is_last else 0] if found else None

    def after(self, day: date, n: int) -> date:
        """The nth such weekday from a day on, the day itself counted."""
        while True:
            if day.weekday() in self.weekdays:
                n -= 1
                if n == 0:
                    return day
            day += timedelta(days=1)


def from_dict(data: Data) -> Pick:
    """Read a pick: {"type": "nth_weekday_after", "weekday": "SU", "n": 2}."""
    refuse_unknown(data, KEYS, "pick")
    return Pick(
        kind=one_of(data, "type", KINDS),
        weekdays=weekdays(data),
        n=whole_number(data, "n", least=1, most=9, default=1),
        prefer=one_of(data, "prefer", PREFER, default="first"),
    )
