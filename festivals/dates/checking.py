"""Whether a decree can be true: near what is reckoned, and in step with the decrees around it."""

from collections.abc import Iterable
from datetime import date

from festivals.dates.almanac import Almanac
from festivals.dates.decrees import MONTH, Decree
from festivals.dates.hijri import LONG, MONTHS, SHORT, number_of
from festivals.dates.moon import crescent
from festivals.dates.reading import RuleError, gettext_noop, years_in
from festivals.dates.spans import Span

OFF_BY = 1  # Days that a decree has ever been off the reckoning; one further off is a slip.


def check_decree(decree: Decree, others: Iterable[Decree]) -> None:
    """Refuse a day that the sky or the other decrees do not allow.

    Raises `RuleError` with the days that are allowed, or the length a month would have.
    """
    years_in(decree.day, decree.day)
    if decree.kind == MONTH:
        check_month(decree, [other for other in others if other.key != decree.key])
    else:
        check_day(decree)


def check_day(decree: Decree) -> None:
    """Refuse a national day that is far from where it is reckoned."""
    source = Almanac(()).holy_day(decree.kind)
    year = Span(date(decree.day.year, 1, 1), date(decree.day.year, 12, 31))
    reckoned = [
        reading.days.first
        for anchor in source.anchors(year.first, year.last)
        for reading in anchor.readings
    ]
    if not any(abs((decree.day - day).days) <= OFF_BY for day in reckoned):
        raise RuleError(
            gettext_noop(
                "%(day)s is far from where that day is reckoned: %(seen)s. Give a day beside it, "
                "or look at the year."
            ),
            day=decree.day.isoformat(),
            seen=", ".join(day.isoformat() for day in sorted(set(reckoned)) if day in year),
        )


def check_month(decree: Decree, others: Iterable[Decree]) -> None:
    """Refuse a first day that the crescent does not allow, or that breaks a month near it."""
    seen = crescent(number_of(decree.year, decree.month)).month_start
    if abs((decree.day - seen).days) > OFF_BY:
        raise RuleError(
            gettext_noop(
                "%(month)s %(year)s cannot begin on %(day)s: by the moon it begins on %(seen)s, "
                "and no decree was ever more than a day off. Give a day beside it, or look at "
                "the year and the month."
            ),
            month=MONTHS[decree.month - 1],
            year=decree.year,
            day=decree.day.isoformat(),
            seen=seen.isoformat(),
        )
    number = number_of(decree.year, decree.month)
    for other in others:
        months = abs(number_of(other.year, other.month) - number) if other.kind == MONTH else 0
        days = abs((other.day - decree.day).days)
        if months and not months * SHORT.days <= days <= months * LONG.days:
            raise contradiction(decree, other, days, months)


def contradiction(decree: Decree, other: Decree, days: int, months: int) -> RuleError:
    """What to say where two decrees leave a month too short or too long."""
    return RuleError(
        gettext_noop(
            "%(month)s %(year)s on %(day)s contradicts the decree of %(other)s %(other_year)s on "
            "%(other_day)s: there would be %(days)s days between them; %(least)s to %(most)s are "
            "possible."
        ),
        month=MONTHS[decree.month - 1],
        year=decree.year,
        day=decree.day.isoformat(),
        other=MONTHS[other.month - 1],
        other_year=other.year,
        other_day=other.day.isoformat(),
        days=days,
        least=months * SHORT.days,
        most=months * LONG.days,
    )
