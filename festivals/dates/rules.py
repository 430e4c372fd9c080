"""From the dictionary that is stored with a festival to a rule that can be asked for dates.

{"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=7;BYDAY=2SA", "status": "pattern"}
{"calendar": "announced", "typical_months": [7, 8]}
"""

from collections.abc import Callable, Mapping

from festivals.dates import announced, gregorian, traditional
from festivals.dates.forecasts import DateRule, Forecast, RuleError

Reader = Callable[[dict[str, object], int], DateRule]

READERS: dict[str, Reader] = {
    "gregorian": gregorian.from_dict,
    "announced": announced.from_dict,
    **dict.fromkeys(traditional.CALENDARS, traditional.from_dict),
}

__all__ = ["DateRule", "Forecast", "RuleError", "rule_from_dict"]


def rule_from_dict(data: object, *, days: int = 1) -> DateRule:
    """Read a rule. `days` is how long a holding usually lasts, where the rule does not say.

    Raises `RuleError` with a sentence that names the value and what is allowed.
    """
    if isinstance(data, Mapping):
        calendar = data.get("calendar")
        if isinstance(calendar, str) and calendar in READERS:
            return READERS[calendar](dict(data), days)
    raise RuleError(f"{data!r} is not a date rule. 'calendar' must be one of {', '.join(READERS)}.")
