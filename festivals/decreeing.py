"""Write door of decrees: a new first day of a month, and the dates that hang on it.

What a decree would change is seen before it is saved; both ask the same plan.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from festivals import projecting
from festivals.consequences import Consequence, consequences_of
from festivals.dates import decrees
from festivals.dates.rules import RuleError
from festivals.models import Decree, Festival


def consequences(decree: Decree, *, first: date, last: date) -> list[Consequence]:
    """What would change from `first` to `last` if the decree stood; nothing is written."""
    return planned([*others(decree), decree.known], first, last)


def consequences_of_taking_back(decree: Decree, *, first: date, last: date) -> list[Consequence]:
    """What would change if the decree were taken back; nothing is written."""
    return planned(others(decree), first, last)


@transaction.atomic
def enact(decree: Decree, *, first: date, last: date, at: datetime) -> Decree:
    """Save the decree and let every projected date follow it; return it.

    Raises `ValidationError` where it contradicts the sky or its neighbours.
    """
    decree.full_clean()
    decree.save()
    follow(first=first, last=last, at=at, reason=str(decree))
    return decree


@transaction.atomic
def take_back(decree: Decree, *, first: date, last: date, at: datetime) -> None:
    """Take the decree back, and let the dates follow what is then known."""
    words = f"– {decree}"
    decree.delete()
    follow(first=first, last=last, at=at, reason=words)


def follow(*, first: date, last: date, at: datetime, reason: str) -> None:
    """Project every festival anew; one whose rule cannot be asked is passed over."""
    almanac = Festival.objects.almanac()
    for festival in Festival.objects.all():
        try:
            projecting.project(
                festival, first=first, last=last, at=at, almanac=almanac, reason=reason
            )
        except (RuleError, ValidationError):
            continue  # The nightly run names it; no decree can mend it.


def planned(known: Iterable[decrees.Decree], first: date, last: date) -> list[Consequence]:
    """What would change if these were the office's decrees."""
    almanac = Festival.objects.almanac(replaced=known)
    return consequences_of(Festival.objects.all(), almanac=almanac, first=first, last=last)


def others(decree: Decree) -> list[decrees.Decree]:
    return [row.known for row in Decree.objects.exclude(pk=decree.pk)]
