"""Write door of a new year: next year's programme from this year's, nothing said to anybody.

Days come from the rules; what an editor gave this year's edition beside them (hours, another
place) is taken over. All of it is projected, so nothing is public before somebody names a day.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from festivals import projecting, recording
from festivals.dates.rules import RuleError
from festivals.models import Edition, EditionChange, Festival
from festivals.wording import sentence_of

TAKEN_OVER = ("starts_at", "ends_at", "place")


@dataclass(frozen=True)
class Cloned:
    """What the new year has of a festival: how many editions, or why there are none."""

    festival: Festival
    before: int
    after: int
    added: int
    trouble: RuleError | None = None

    @property
    def trouble_words(self) -> str:
        """What is wrong with its rule, in the language of the reader."""
        return sentence_of(self.trouble) if self.trouble else ""


@transaction.atomic
def clone_year(source: int, *, target: int, at: datetime) -> list[Cloned]:
    """Project the target year for every festival of the source year, and return what came.

    One that was cancelled or postponed this year is in the programme of the next one too.
    Twice is the same as once: what the target year has already stays as it is.
    """
    editions = Edition.objects.filter(starts_on__year=source)
    festivals = Festival.objects.filter(pk__in=editions.values("festival")).order_by("slug")
    almanac = Festival.objects.almanac()
    found = []
    for festival in festivals:
        rows = list(editions.filter(festival=festival).order_by("starts_on"))
        known = set(years_editions(festival, target).values_list("pk", flat=True))
        trouble = None
        try:
            projecting.project(
                festival,
                first=date(target, 1, 1),
                last=date(target, 12, 31),
                at=at,
                almanac=almanac,
            )
        except RuleError as error:
            trouble = error
        new = list(years_editions(festival, target).exclude(pk__in=known))
        take_over(rows, new, at=at)
        after = years_editions(festival, target).count()
        found.append(Cloned(festival, len(rows), after, len(new), trouble))
    return found


def years_editions(festival: Festival, year: int) -> Any:
    return festival.editions.filter(starts_on__year=year)


def take_over(rows: list[Edition], new: list[Edition], *, at: datetime) -> None:
    """Give the new editions the hours and the place that those before them had of their own."""
    if len(rows) != 1:
        return  # Several a year: which of them is whose cannot be told.
    values = {name: getattr(rows[0], name) for name in TAKEN_OVER}
    own = {name: value for name, value in values.items() if value is not None}
    for edition in new if own else []:
        recording.change(edition, at=at, authority=EditionChange.Authority.RULE, **own)
