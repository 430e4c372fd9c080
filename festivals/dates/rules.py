"""From the dictionary that is stored with a festival to a rule that can be asked for dates.

{"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=7;BYDAY=2SA", "status": "pattern"}
{"calendar": "announced", "typical_months": [7, 8]}
{"calendar": "hijri", "month": 10, "day": 2}     and more in `traditional` and `relative`
"""

from collections.abc import Callable, Mapping
from functools import partial

from festivals.dates import announced, gregorian, relative, traditional
from festivals.dates.almanac import MONTH_CALENDARS, Almanac
from festivals.dates.forecasts import DateRule, Forecast
from festivals.dates.reading import Data, RuleError, gettext_noop, shown

Reader = Callable[[Data, int, Almanac, traditional.Read], DateRule]

READERS: dict[str, Reader] = {
    "gregorian": gregorian.from_dict,
    "announced": announced.from_dict,
    **dict.fromkeys(MONTH_CALENDARS, traditional.of_months),
    "pawukon": traditional.of_pawukon,
    "weton": traditional.of_weton,
    "table": traditional.of_table,
}
CALENDARS = (*READERS, relative.SAME_DAY, relative.OFFSET)

__all__ = ["CALENDARS", "Almanac", "DateRule", "Forecast", "RuleError", "rule_from_dict"]


def rule_from_dict(
    data: object, *, days: int = 1, almanac: Almanac | None = None, followed: tuple[str, ...] = ()
) -> DateRule:
    """Read a rule. `days` is how long a holding usually lasts, where the rule does not say.

    Without an almanac the shipped decrees hold, and no other festival is known. `followed`
    are the festivals on the way here, for rules that follow one another. Raises `RuleError`
    with a sentence that names the value and what is allowed.
    """
    almanac = almanac or Almanac()
    calendar = data.get("calendar") if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping) or not isinstance(calendar, str) or calendar not in CALENDARS:
        raise RuleError(
            gettext_noop("%(rule)s is not a date rule; “calendar” must be one of %(allowed)s."),
            rule=shown(data),
            allowed=", ".join(CALENDARS),
        )
    if not isinstance(data.get("note", ""), str):
        raise RuleError(
            gettext_noop("“note” is %(value)s; it must be text."), value=shown(data["note"])
        )
    read = partial(rule_from_dict, days=days, almanac=almanac, followed=followed)
    if calendar in READERS:
        return READERS[calendar](dict(data), days, almanac, read)
    return relative.from_dict(
        dict(data), days, partial(rule_of, almanac=almanac, followed=followed)
    )


def rule_of(slug: str, *, almanac: Almanac, followed: tuple[str, ...] = ()) -> DateRule:
    """The rule of a festival by its slug; one that comes back to itself is refused."""
    if slug in followed:
        raise RuleError(
            gettext_noop("%(chain)s: these rules follow one another in a circle; break it."),
            chain=" → ".join((*followed, slug)),
        )
    return rule_from_dict(almanac.rule_of(slug), almanac=almanac, followed=(*followed, slug))
