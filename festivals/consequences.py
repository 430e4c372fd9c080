"""What a new decree or another rule would do to the dates, before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from festivals import projecting
from festivals.dates.rules import Almanac, RuleError
from festivals.dates.spans import Span
from festivals.models import Festival

FAR = Span(date.max, date.max)


@dataclass(frozen=True)
class Consequence:
    """What becomes of one edition: the days before and after, None where there is none."""

    festival: Festival
    before: Span | None
    after: Span | None

    @property
    def is_moved(self) -> bool:
        """Whether its days change, or else only its window."""
        return self.before != self.after


def consequences_of(
    festivals: Iterable[Festival], *, almanac: Almanac, first: date, last: date
) -> list[Consequence]:
    """Every change of days from `first` to `last` that projecting would make, by date.

    A festival whose rule cannot be asked is passed over. A row that people have touched is
    not withdrawn, so it is not told.
    """
    found: list[Consequence] = []
    for festival in festivals:
        try:
            plan = projecting.plan(festival, almanac=almanac, first=first, last=last)
        except RuleError:
            continue
        for row, forecast in plan.follow:
            found.append(Consequence(festival, row.span, forecast.span))
        gone = [row for row in plan.withdraw if projecting.is_untouched(row)]
        found += [Consequence(festival, row.span, None) for row in gone]
        found += [Consequence(festival, None, new.span) for new in plan.add]
    return sorted(found, key=lambda c: (not c.is_moved, (c.before or c.after or FAR).first))
