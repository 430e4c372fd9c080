"""Rules of the traditional calendars, read from the dictionaries that are stored.

{"calendar": "hijri", "month": 10, "day": 2}
{"calendar": "hijri", "window": {"month": 8, "from_day": 12, "to_day": 15}, "pick": {...}}
{"calendar": "javanese", "month": "*", "day": 15, "months_active": [4, 5, 6, 7, 8, 9, 10]}
{"calendar": "chinese", "month": 1, "day": 15, "also": [{"month": 2, "day": 1}]}
{"calendar": "pawukon", "wuku": "Sinta", "weekday": "WE", "pasaran": "Kliwon"}
{"calendar": "weton", "weekday": "MO", "pasaran": "Kliwon", "months": [9, 10], "prefer": "last"}
{"calendar": "table", "event": "nyepi", "offset_days": -1}
"""

from collections.abc import Callable
from datetime import date

from festivals.dates import picks
from festivals.dates.almanac import MONTH_CALENDARS, Almanac
from festivals.dates.anchors import AnchorSource, CycleDay, CycleDayOfYear, DaysOfMonth
from festivals.dates.decrees import DAYS
from festivals.dates.forecasts import DateRule, Slack
from festivals.dates.javanese import KURUP
from festivals.dates.lunar import LunarCalendar, check_number
from festivals.dates.pawukon import PASARAN, WUKU, on_or_after
from festivals.dates.reading import (
    DECIDERS,
    Data,
    RuleError,
    each,
    gettext_noop,
    is_whole,
    mapping,
    months,
    one_of,
    refuse_unknown,
    shown,
    weekdays,
    whole_number,
)
from festivals.dates.reckoned import AlternateRule, JointRule, ReckonedRule

SHARED = {"calendar", "duration_days", "uncertainty_days", "decided_by", "time", "offset_days"}
SHARED |= {"months_active", "note"}
OF_MONTHS = SHARED | {"month", "day", "anchor", "window", "pick", "kurup", "also", "alternate"}
OF_ALTERNATE = OF_MONTHS - {"also", "alternate"}
OF_PAWUKON = SHARED | {"wuku", "weekday", "pasaran"}
OF_WETON = SHARED | {"weekday", "pasaran", "months", "prefer"}
OF_TABLE = SHARED | {"event"}
TIMES = ("day", "evening", "eve")  # "eve" is the evening before: days begin at sunset.
LONGEST_DAYS, FURTHEST_DAYS, WIDEST_DAYS = 366, 40, 60
EACH_MONTH = "*"
ANY_DAY = date(2000, 1, 1)

Read = Callable[[Data], DateRule]


def of_months(data: Data, days: int, almanac: Almanac, read: Read) -> DateRule:
    """A day of a month, or some days of one with a pick among them."""
    refuse_unknown(data, OF_MONTHS, str(data["calendar"]))
    rule: DateRule = reckoned(data, days, "month", days_of_month(data, almanac))
    also = each(data, "also", lambda part: also_rule(data, part, days, almanac))
    if also:
        rule = JointRule((rule, *also))
    if "alternate" in data:
        other = mapping(data, "alternate")
        refuse_unknown(other, OF_ALTERNATE, "alternate")
        one_of(other, "calendar", MONTH_CALENDARS)
        rule = AlternateRule(rule, read(other), slack(data).decided_by)
    return rule


def also_rule(data: Data, part: Data, days: int, almanac: Almanac) -> DateRule:
    """A further holding in the same calendar: only the month and the day are others."""
    refuse_unknown(part, ("month", "day"), "also")
    kept = {name: value for name, value in data.items() if name not in ("also", "alternate")}
    merged = kept | part
    return reckoned(merged, days, "month", days_of_month(merged, almanac), suffix=suffix_of(part))


def suffix_of(part: Data) -> str:
    return f"+{shown(part.get('month'))}/{shown(part.get('day'))}"


def of_pawukon(data: Data, days: int, almanac: Almanac, read: Read) -> DateRule:
    """A day of the 210-day cycle."""
    refuse_unknown(data, OF_PAWUKON, "pawukon")
    week = one_of(data, "wuku", WUKU)
    return reckoned(data, days, "cycle", cycle_day(data, week))


def of_weton(data: Data, days: int, almanac: Almanac, read: Read) -> DateRule:
    """A day of the 35-day cycle: each one, or one a year from those in some months."""
    refuse_unknown(data, OF_WETON, "weton")
    source: AnchorSource = cycle_day(data, None)
    if "prefer" in data:
        source = CycleDayOfYear(
            cycle_day(data, None),
            months(data, "months") or tuple(range(1, 13)),
            one_of(data, "prefer", picks.PREFER),
            slack(data).decided_by,
        )
        return reckoned(data, days, "cycle", source)
    active = {"months_active": list(months(data, "months"))} if "months" in data else {}
    return reckoned(data | active, days, "cycle", source)


def of_table(data: Data, days: int, almanac: Almanac, read: Read) -> DateRule:
    """A national day, and days counted from it."""
    refuse_unknown(data, OF_TABLE, "table")
    event = one_of(data, "event", DAYS)
    return reckoned(data, days, "holy_day", almanac.holy_day(event))


def reckoned(
    data: Data, days: int, kind: str, source: AnchorSource, suffix: str = ""
) -> ReckonedRule:
    """The parts that all these rules share."""
    return ReckonedRule(
        kind=kind,
        source=source,
        pick=picks.from_dict(mapping(data, "pick")) if "pick" in data else None,
        shift=whole_number(
            data, "offset_days", least=-FURTHEST_DAYS, most=FURTHEST_DAYS, default=0
        ),
        is_eve=one_of(data, "time", TIMES, default="day") == "eve",
        slack=slack(data),
        days=whole_number(data, "duration_days", least=1, most=LONGEST_DAYS, default=days),
        months=months(data, "months_active"),
        suffix=suffix,
    )


def slack(data: Data) -> Slack:
    """How far people may go: {"uncertainty_days": [1, 2]}, or 2 for both sides."""
    decided_by = one_of(data, "decided_by", DECIDERS, default="committee")
    value = data.get("uncertainty_days", 0)
    before, after = value if isinstance(value, list | tuple) and len(value) == 2 else (value, value)
    if is_whole(before, 0, WIDEST_DAYS) and is_whole(after, 0, WIDEST_DAYS):
        return Slack(before, after, decided_by)
    raise RuleError(
        gettext_noop(
            "“uncertainty_days” is %(value)s; give days before and after, as in [1, 2], "
            "or one number for both, from 0 to %(most)s."
        ),
        value=shown(value),
        most=WIDEST_DAYS,
    )


def days_of_month(data: Data, almanac: Almanac) -> DaysOfMonth:
    """The anchor: a day, the days of a window, or the whole month where only a pick is given."""
    name = str(data["calendar"])
    kurup = one_of(data, "kurup", tuple(KURUP), default="asapon")
    calendar = almanac.calendar(name, kurup)
    if "window" in data:
        window = mapping(data, "window")
        refuse_unknown(window, ("month", "from_day", "to_day"), "window")
        first = whole_number(window, "from_day", least=1, most=30)
        last = whole_number(window, "to_day", least=first, most=30)
        month = month_number(window, calendar)
        refuse_day_of_short_month(calendar, month, last)
        refuse_pick_of_one_day(data, first, last)
        return DaysOfMonth(calendar, month, first, last)
    part = data
    if "anchor" in data:
        part = mapping(data, "anchor")
        refuse_unknown(part, ("month", "day"), "anchor")
    month = month_number(part, calendar)
    if "day" not in part and "pick" in data:
        return DaysOfMonth(calendar, month, 1, 30)
    day = whole_number(part, "day", least=1, most=30)
    refuse_day_of_short_month(calendar, month, day)
    refuse_pick_of_one_day(data, day, day)
    return DaysOfMonth(calendar, month, day, day)


def refuse_pick_of_one_day(data: Data, first: int, last: int) -> None:
    """A weekday among some days needs some days."""
    pick = data.get("pick")
    kind = pick.get("type") if isinstance(pick, dict) else None
    if first == last and kind in ("weekday_in_window", "last_weekday_in_month"):
        raise RuleError(
            gettext_noop(
                "“%(pick)s” needs several days to choose from; give the day up to which they run, "
                "or leave the day out for the whole month."
            ),
            pick=kind,
        )


def month_number(data: Data, calendar: LunarCalendar) -> int | None:
    """A month by its number or its name; `*` is each month."""
    value = data.get("month")
    if value == EACH_MONTH:
        return None
    if isinstance(value, str) and value in calendar.names:
        return calendar.names.index(value) + 1
    if is_whole(value, -99, 99):
        check_number(calendar, value)
        return value
    raise RuleError(
        gettext_noop("“month” is %(value)s; give 1 to %(most)s, * for each, or one of %(names)s."),
        value=shown(value),
        most=len(calendar.names),
        names=", ".join(calendar.names),
    )


def refuse_day_of_short_month(calendar: LunarCalendar, month: int | None, day: int) -> None:
    """Javanese months of even number have 29 days, but the last: a day 30 never comes."""
    is_short = calendar.name == "javanese" and month is not None and month % 2 == 0 and month < 12
    if is_short and month and day > 29:
        raise RuleError(
            gettext_noop("“day” is %(day)s; %(month)s has 29 days in every year."),
            day=day,
            month=calendar.names[month - 1],
        )


def cycle_day(data: Data, week: str | None) -> CycleDay:
    """A weekday and a market day, refused where they never meet in that week."""
    days = weekdays(data, "weekday")
    if len(days) > 1:
        raise RuleError(
            gettext_noop("“weekday” is %(value)s; give one."), value=shown(data["weekday"])
        )
    market = one_of(data, "pasaran", PASARAN)
    from_day = days[0]
    if on_or_after(ANY_DAY, weekday=from_day, market=market, week=week) is None:
        raise RuleError(
            gettext_noop("%(weekday)s and %(pasaran)s never meet in the week %(wuku)s."),
            weekday=shown(data["weekday"]),
            pasaran=market,
            wuku=week,
        )
    return CycleDay(from_day, market, week)
