"""What a rule says of one holding, and what every rule can be asked.

Words used here:
    rule date   the day the rule gave; names the holding for ever, however it is moved later
    window      the days on which its first day may fall
    basis       "computed" from a rule, "pattern" of recent years, or "announced" by people
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from festivals.dates.spans import Span

FIRST_YEAR, LAST_YEAR = 1900, 2100


class RuleError(ValueError):
    """A rule that cannot be read or asked; the sentence names the value and what is allowed."""


@dataclass(frozen=True)
class Forecast:
    """One holding as the rule sees it. `precision` is "day", "month" or "year"."""

    rule_date: date
    span: Span
    window: Span
    precision: str = "day"
    basis: str = "computed"
    reasons: tuple[str, ...] = ()


class DateRule(Protocol):
    """How a festival's date is set."""

    @property
    def is_reckoned(self) -> bool:
        """Whether this engine can turn the rule into dates."""

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        """Every holding whose rule date lies in first..last, in order."""


def years_in(first: date, last: date) -> range:
    """The years from first to last, refused where the engine does not reach."""
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise RuleError(
            f"{first.year} to {last.year} cannot be reckoned; "
            f"years run from {FIRST_YEAR} to {LAST_YEAR}."
        )
    return range(first.year, last.year + 1)


def whole_number(data: dict[str, object], name: str, *, default: int, least: int, most: int) -> int:
    """Read one whole number of a rule, refused outside its range."""
    value = data.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise RuleError(f"{name!r} is {value!r}; it must be a whole number from {least} to {most}.")
    return value


def refuse_unknown(data: dict[str, object], known: frozenset[str]) -> None:
    """A word that the rule does not know is a slip, and would be lost without a sound."""
    if unknown := sorted(set(data) - known):
        raise RuleError(
            f"{', '.join(map(repr, unknown))} cannot stand in a rule of the calendar "
            f"{data['calendar']!r}; it knows {', '.join(sorted(known))}."
        )
