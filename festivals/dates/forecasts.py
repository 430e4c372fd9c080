"""What a rule says of one holding, how it came to say so, and what every rule can be asked.

Words used here:
    rule date   the day the rule gave; an editor may move the holding, this stays
    occurrence  the round of the rule's calendar that the holding belongs to; its name for
                life, on whichever day a decree or a sighting lets it fall
    window      the days on which its first day may fall
    basis       "decree" and "computed" from a rule, "pattern" of recent years, or "announced"
                by people
    course      one way in which it may come: this month start, hence this day
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from festivals.dates.anchors import Anchor
from festivals.dates.picks import Pick
from festivals.dates.spans import Span


@dataclass(frozen=True)
class Course:
    """From the start of the month and the anchor to the first day of the festival."""

    day: date
    anchor: Span
    month_start: date | None = None


@dataclass(frozen=True)
class Slack:
    """How far people may go from what the calendar gives: days, and who decides."""

    before: int = 0
    after: int = 0
    decided_by: str = "committee"


NO_SLACK = Slack()


@dataclass(frozen=True)
class Derivation:
    """How a date came about, as data. What does not apply is left at its default.

    `kind` is "month", "holy_day", "cycle", "civil", "habit", "announced" or "relative". `courses`
    has the likely one first; `alternate` is the same holding by another reading of its rule;
    `base` and `festival` are those that a relative rule follows, `shift` days away. `what_if`
    holds the courses of a month that starts a day earlier or later than any reading of it,
    where the picked day would then jump.
    """

    kind: str
    courses: tuple[Course, ...] = ()
    what_if: tuple[Course, ...] = ()
    anchor: Anchor | None = None
    pick: Pick | None = None
    shift: int = 0
    is_eve: bool = False
    slack: Slack = NO_SLACK
    since: int = 0
    alternate: "Derivation | None" = None
    base: "Derivation | None" = None
    festival: str = ""


@dataclass(frozen=True)
class Forecast:
    """One holding as the rule sees it. `precision` is "day", "month" or "year"."""

    rule_date: date
    span: Span
    window: Span
    occurrence: str
    derivation: Derivation
    precision: str = "day"
    basis: str = "computed"
    reasons: tuple[str, ...] = ()
    possible: tuple[date, ...] = ()  # Days of the window that calendar or people may come to.
    months: tuple[int, ...] = ()  # The civil months that are usual, where only they are known.


class DateRule(Protocol):
    """How a festival's date is set."""

    def forecasts(self, first: date, last: date) -> list[Forecast]:
        """Every holding whose rule date lies in first..last, in order.

        Raises `RuleError` outside 2000 to 2052.
        """
