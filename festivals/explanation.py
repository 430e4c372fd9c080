"""Why a date is what it is, in sentences of the active language."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from festivals.dates.anchors import Anchor
from festivals.dates.forecasts import Course, Derivation, Forecast
from festivals.dates.picks import Pick
from festivals.dates.reading import FIRST_YEAR
from festivals.dates.spans import Span
from festivals.wording import KONGZILI, in_words, month_name


def why(forecast: Forecast, names: Mapping[str, str]) -> list[str]:
    """The sentences of a forecast. `names` gives the name of a festival by its slug."""
    found = list(of_derivation(forecast.derivation, names))
    if forecast.precision != "day" and forecast.months:
        months = ", ".join(str(MONTHS[month]) for month in forecast.months)
        found.append(_("Usual months: %(months)s.") % {"months": months})
    base = forecast.derivation
    while base.base:
        base = base.base
    slack = base.slack
    if base.kind != "habit" and forecast.precision == "day" and (slack.before or slack.after):
        found.append(of_people(slack.decided_by, forecast.window))
    return found


def of_derivation(derivation: Derivation, names: Mapping[str, str]) -> Iterator[str]:
    match derivation.kind:
        case "announced":
            yield _("No calendar gives this day; people name it.")
        case "civil":
            yield _("It is a fixed day of the civil calendar.")
        case "habit":
            yield of_habit(derivation.since)
        case "relative":
            yield of_relative(derivation, names)
            if derivation.base:
                yield from of_derivation(derivation.base, names)
        case "cycle":
            yield of_cycle(derivation)
            yield from of_moving(derivation)
        case _:
            yield from of_month(derivation)


def of_habit(since: int) -> str:
    if since == FIRST_YEAR:
        return _("It is usually held so; that is a habit and no rule, so the window is wide.")
    return _(
        "It was held so in recent years, since %(year)s; that is a habit and no rule, so the "
        "window is wide."
    ) % {"year": since}


def of_relative(derivation: Derivation, names: Mapping[str, str]) -> str:
    values = {"festival": names.get(derivation.festival, derivation.festival)}
    days = abs(derivation.shift)
    if not days:
        return _("It is held on the same day as %(festival)s.") % values
    values |= {"days": days}
    if derivation.shift < 0:
        return (
            ngettext(
                "It is held %(days)s day before %(festival)s.",
                "It is held %(days)s days before %(festival)s.",
                days,
            )
            % values
        )
    return (
        ngettext(
            "It is held %(days)s day after %(festival)s.",
            "It is held %(days)s days after %(festival)s.",
            days,
        )
        % values
    )


def of_cycle(derivation: Derivation) -> str:
    """A day of the market week, alone or in its wuku."""
    course = derivation.courses[0]
    values = {"date": in_words(course.anchor.first)}
    anchor = derivation.anchor
    if anchor and anchor.calendar == "pawukon":
        return _("The pawukon of 210 days brings it back on %(date)s.") % values
    if len(derivation.courses) > 1:
        others = ", ".join(in_words(c.day, course.day) for c in derivation.courses[1:])
        form = _("Weekday and market day meet every 35 days: %(date)s, or %(others)s.")
        return form % (values | {"others": others})
    return _("Weekday and market day meet every 35 days: %(date)s.") % values


def of_month(derivation: Derivation) -> Iterator[str]:
    """Anchor and pick, then the other ways in which it may come."""
    likely, *others = derivation.courses
    anchor = derivation.anchor
    if anchor is None:
        return
    yield first_sentence(anchor, likely, derivation.pick)
    yield from of_moving(derivation)
    if anchor.margin is not None and others:
        yield of_margin(anchor.margin)
    for course in dict.fromkeys((*others, *derivation.what_if)):
        yield of_other(anchor, likely, course)
    other = derivation.alternate
    if other and other.courses and other.courses[0].day != likely.day:
        yield of_alternate(other, likely)


def of_moving(derivation: Derivation) -> Iterator[str]:
    """How the day lies to what the calendar gives: some days away, or on the evening before."""
    likely = derivation.courses[0]
    if derivation.shift:
        yield of_shift(derivation.shift, likely.day + timedelta(days=derivation.is_eve), likely)
    if derivation.is_eve:
        yield _("Days begin at sunset: it is held on the evening before, %(day)s.") % {
            "day": in_words(likely.day, likely.anchor.first)
        }


def first_sentence(anchor: Anchor, course: Course, pick: Pick | None) -> str:
    """ "1 Muharram 1449 is expected on 6 June 2027; the first Sunday after it is 13 June." """
    values = {"what": name_of(anchor), "day": in_words(course.anchor.first)}
    if course.anchor.days > 1:
        values["last"] = in_words(course.anchor.last)
        form = _("%(what)s is expected from %(day)s to %(last)s")
        if anchor.basis == "decree":
            form = _("%(what)s is %(day)s to %(last)s, as the month was decreed")
    elif anchor.basis == "decree":
        form = _("%(what)s is %(day)s, as it was decreed")
    else:
        form = _("%(what)s is expected on %(day)s")
    sentence = form % values
    if pick is None:
        return f"{sentence}."
    picked = pick.day(course.anchor) or course.day
    return f"{sentence}; {of_pick(pick, picked, course.anchor)}."


def of_pick(pick: Pick, day: date, anchor: Span) -> str:
    """ "the first Sunday after it is 13 June" """
    weekdays = _(" or ").join(str(WEEKDAYS[weekday]) for weekday in pick.weekdays)
    values = {"weekdays": weekdays, "day": in_words(day, anchor.first)}
    match pick.kind:
        case "first_weekday_on_or_after":
            form = _("the first %(weekdays)s on or after it is %(day)s")
        case "nth_weekday_after":
            values["ordinal"] = ordinal(pick.n)
            form = _("the %(ordinal)s %(weekdays)s after it is %(day)s")
        case "nearest_weekday":
            form = _("the nearest %(weekdays)s is %(day)s")
        case _:
            is_last = pick.kind == "last_weekday_in_month" or pick.prefer == "last"
            form = _("the last %(weekdays)s of these days is %(day)s")
            if not is_last:
                form = _("the first %(weekdays)s of these days is %(day)s")
    return form % values


def ordinal(n: int) -> str:
    """first, second, third and so on to ninth."""
    words = (
        *(pgettext("ordinal", "first"), pgettext("ordinal", "second")),
        *(pgettext("ordinal", "third"), pgettext("ordinal", "fourth")),
        *(pgettext("ordinal", "fifth"), pgettext("ordinal", "sixth")),
        *(pgettext("ordinal", "seventh"), pgettext("ordinal", "eighth")),
        pgettext("ordinal", "ninth"),
    )
    return words[n - 1]


def name_of(anchor: Anchor) -> str:
    """1 Muharram 1449, Mulud 1960, Nyepi 2027, day 15 of Chinese month 1."""
    if anchor.event:
        names = {
            "nyepi": pgettext("national day", "Nyepi"),
            "waisak": pgettext("national day", "Waisak"),
            "imlek": pgettext("national day", "Imlek"),
            "isra-mikraj": pgettext("national day", "Isra Mikraj"),
        }
        return names[anchor.event]
    values = {"first": anchor.first_day, "last": anchor.last_day, "year": anchor.year}
    if anchor.calendar == "chinese":
        values |= {"month": anchor.month, "year": anchor.year + KONGZILI}
        return _("Day %(first)s of Chinese month %(month)s, %(year)s Kongzili,") % values
    values["month"] = month_name(anchor.calendar, anchor.month)
    if (anchor.first_day, anchor.last_day) == (1, 30):
        return f"{values['month']} {anchor.year}"
    if anchor.first_day != anchor.last_day:
        return _("%(first)s to %(last)s %(month)s %(year)s") % values
    return f"{anchor.first_day} {values['month']} {anchor.year}"


def of_shift(shift: int, day: date, course: Course) -> str:
    values = {"days": abs(shift), "day": in_words(day, course.anchor.first)}
    if shift < 0:
        form = ngettext(
            "The festival is %(days)s day before it: %(day)s.",
            "The festival is %(days)s days before it: %(day)s.",
            abs(shift),
        )
    else:
        form = ngettext(
            "The festival is %(days)s day after it: %(day)s.",
            "The festival is %(days)s days after it: %(day)s.",
            shift,
        )
    return form % values


def of_margin(margin: float) -> str:
    """How far the crescent is from the limit, where both days are kept."""
    form = _("The new crescent passes by only %(degrees)s°, so both days stay open.")
    if margin < 0:
        form = _("The new crescent falls short by only %(degrees)s°, so both days stay open.")
    return form % {"degrees": f"{abs(margin):.1f}"}


def of_other(anchor: Anchor, likely: Course, other: Course) -> str:
    """ "If the month starts a day earlier it is 6 June." """
    values = {"day": in_words(other.day, likely.day)}
    if anchor.event or other.month_start is None or likely.month_start is None:
        return _("It may also be %(day)s.") % values
    if other.month_start < likely.month_start:
        return _("If the month starts a day earlier, it is %(day)s.") % values
    if other.month_start > likely.month_start:
        return _("If the month starts a day later, it is %(day)s.") % values
    return _("If the month is a day shorter or longer, it is %(day)s.") % values


def of_alternate(other: Derivation, likely: Course) -> str:
    values = {"day": in_words(other.courses[0].day, likely.day)}
    if other.anchor and other.anchor.calendar == "javanese":
        return _("By the Javanese calendar it would be %(day)s.") % values
    return _("By the government’s Hijri months it would be %(day)s.") % values


def of_people(decided_by: str, window: Span) -> str:
    values = {"first": in_words(window.first, window.last), "last": in_words(window.last)}
    match decided_by:
        case "elders":
            form = _("The village elders have the last word: from %(first)s to %(last)s.")
        case "weather":
            form = _("The weather has the last word: from %(first)s to %(last)s.")
        case _:
            form = _("The committee names the day: from %(first)s to %(last)s.")
    return form % values
