"""Rows -> a list by months, what goes on already apart from what comes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from festivals.models.editions import Edition


@dataclass(frozen=True)
class AgendaMonth:
    """The editions that begin in one month, and those of which only the month is known."""

    first: date
    editions: list[Edition] = field(default_factory=list)
    undated: list[Edition] = field(default_factory=list)


@dataclass(frozen=True)
class Agenda:
    """`ongoing` began before the first day; `months` follow in order."""

    ongoing: list[Edition]
    months: list[AgendaMonth]


def agenda_of(
    first: date, dated: Iterable[Edition], undated: Iterable[Edition], *, until: date | None = None
) -> Agenda:
    """Part editions that are in order of their first day.

    `until` is the first day of the next page; an edition without a day stands on the page of
    the first month in which it may fall, `first` and later.
    """
    rows = list(dated)
    coming = [row for row in rows if row.starts_on >= first]
    months = {
        month: AgendaMonth(month, list(found))
        for month, found in groupby(coming, key=lambda row: row.starts_on.replace(day=1))
    }
    for row in undated:
        month = next((month for month in row.months if month >= first.replace(day=1)), None)
        if month and (until is None or month < until.replace(day=1)):
            months.setdefault(month, AgendaMonth(month)).undated.append(row)
    ongoing = [row for row in rows if row.starts_on < first]
    return Agenda(ongoing, [months[month] for month in sorted(months)])
