"""Days from a first to a last one, both included."""

from dataclasses import dataclass
from datetime import date, timedelta


class SpanError(ValueError):
    """A last day before the first."""


@dataclass(frozen=True, order=True)
class Span:
    """From the first to the last day, both included; one day is a span too."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise SpanError(f"The last day {self.last} is before the first day {self.first}.")

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days; a single day is 1."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def shifted(self, days: int) -> "Span":
        """The same length, so many days later."""
        step = timedelta(days=days)
        return Span(self.first + step, self.last + step)
