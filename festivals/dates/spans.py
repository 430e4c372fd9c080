"""Days from a first to a last one, both included."""

from collections.abc import Iterator
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

    def each(self) -> Iterator[date]:
        """Every day, in order."""
        return (self.first + timedelta(days=away) for away in range(self.days))

    def joined(self, other: "Span") -> "Span":
        """The shortest span that holds both."""
        return Span(min(self.first, other.first), max(self.last, other.last))

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def shifted(self, days: int) -> "Span":
        """The same length, so many days later."""
        step = timedelta(days=days)
        return Span(self.first + step, self.last + step)
