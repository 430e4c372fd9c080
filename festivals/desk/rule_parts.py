"""A date rule as it is stored, and as the fields of a form: there and back without loss.

What no field can say (`alternate`, `also`, side events) is kept in `further`, word for word.
"""

import re
from typing import Any

from festivals.dates import chinese, hijri, javanese, saka

Data = dict[str, Any]

MONTH_FIELD = {
    "hijri": "hijri_month",
    "javanese": "javanese_month",
    "chinese": "chinese_month",
    "balinese_saka": "saka_month",
}
NAMES = {
    "hijri": hijri.MONTHS,
    "javanese": javanese.MONTHS,
    "chinese": chinese.NAMES,
    "balinese_saka": saka.MONTHS,
}
EACH = "*"
PLAIN = (  # Parts whose field has the same name and the same value.
    *("kurup", "event", "wuku", "pasaran", "festival", "time", "decided_by"),
    *("offset_days", "days", "duration_days", "every_years", "from_year", "since"),
)
LISTS = ("months_active", "typical_months", "earlier_months")
DEFAULTS = {"kurup": "asapon", "time": "day", "decided_by": "committee", "offset_days": 0}
DEFAULTS |= {"every_years": 1}
# Only what the fields can say; any other recurrence stays a text.
MONTH, DAY, NTH = "([1-9]|1[0-2])", "([1-9]|[12][0-9]|3[01])", "([1-5]|-1)([A-Z]{2})"
ON_A_DATE = re.compile(f"FREQ=YEARLY;BYMONTH={MONTH};BYMONTHDAY={DAY}")
ON_A_WEEKDAY = re.compile(f"FREQ=YEARLY;BYMONTH={MONTH};BYDAY={NTH}")
EACH_MONTH = re.compile(f"FREQ=MONTHLY;BYDAY={NTH}")


def values_of(rule: Data) -> Data:
    """The fields of a form for a stored rule."""
    rest = dict(rule)
    calendar = rest.pop("calendar", "announced")
    values: Data = {"calendar": calendar}
    for name in (*PLAIN, *LISTS):
        if name in rest:
            values[name] = rest.pop(name)
    uncertainty = rest.pop("uncertainty_days", None)
    if uncertainty is not None:
        sides = uncertainty if isinstance(uncertainty, list) else [uncertainty, uncertainty]
        values["before"], values["after"] = sides
    if calendar in MONTH_FIELD:
        values |= month_values(calendar, rest)
    elif calendar in ("pawukon", "weton"):
        values |= cycle_values(rest)
    elif calendar == "gregorian":
        values["habit"] = rest.pop("status", None) == "pattern"
        values |= civil_values(str(rest.pop("rule", "")))
    elif calendar == "announced":
        values["not_every_year"] = bool(rest.pop("not_every_year", False))
    values["further"] = rest
    return values


def month_values(calendar: str, rest: Data) -> Data:
    """Month, days and pick; takes what it understands out of `rest`."""
    values: Data = {}
    window = rest.pop("window", None)
    if window:
        values["first_day"], values["last_day"] = window["from_day"], window["to_day"]
        rest["month"] = window["month"]
    anchor = rest.pop("anchor", None)
    if anchor:
        rest |= anchor
    if "day" in rest:
        values["first_day"] = rest.pop("day")
    values[MONTH_FIELD[calendar]] = month_choice(calendar, rest.pop("month", ""))
    pick = rest.pop("pick", None)
    if pick:
        values["pick"] = pick["type"]
        days = pick.get("weekdays", pick.get("weekday", []))
        values["pick_weekdays"] = [days] if isinstance(days, str) else days
        values["pick_n"], values["pick_prefer"] = pick.get("n"), pick.get("prefer")
    return values


def month_choice(calendar: str, month: Any) -> Any:
    """A month as the form offers it: Javanese ones by name, others by number."""
    names = NAMES[calendar]
    if calendar == "javanese":
        return names[month - 1] if isinstance(month, int) else month
    return names.index(month) + 1 if month in names else month


def cycle_values(rest: Data) -> Data:
    names = {"weekday": "weekday", "months": "weton_months", "prefer": "weton_prefer"}
    return {field: rest.pop(name) for name, field in names.items() if name in rest}


def civil_values(text: str) -> Data:
    """A recurrence that a form can say in fields; any other stays a text."""
    if found := ON_A_DATE.fullmatch(text):
        return {"civil_form": "date", "civil_month": found[1], "civil_day": int(found[2])}
    if found := ON_A_WEEKDAY.fullmatch(text):
        values = {"civil_month": found[1], "civil_nth": found[2], "civil_weekday": found[3]}
        return {"civil_form": "weekday", **values}
    if found := EACH_MONTH.fullmatch(text):
        values = {"civil_month": EACH, "civil_nth": found[1], "civil_weekday": found[2]}
        return {"civil_form": "weekday", **values}
    return {"civil_form": "text", "rule": text}


def rule_of(values: Data) -> Data:
    """The rule that the fields say; what is left at its default is left out."""
    calendar = values["calendar"]
    rule: Data = {"calendar": calendar}
    if calendar in MONTH_FIELD:
        rule |= month_rule(calendar, values)
    elif calendar in ("pawukon", "weton"):
        rule["weekday"] = values["weekday"]
        rule |= {"months": values["weton_months"]} if values["weton_months"] else {}
        rule |= {"prefer": values["weton_prefer"]} if values["weton_prefer"] else {}
    elif calendar == "gregorian":
        rule["rule"] = recurrence(values)
        rule |= {"status": "pattern"} if values["habit"] else {}
    elif calendar == "announced":
        if values["typical_months"] or "hijri_window" not in values["further"]:
            rule["typical_months"] = values["typical_months"]
        rule |= {"not_every_year": True} if values["not_every_year"] else {}
    for name in (*PLAIN, *LISTS):
        if values.get(name) not in (None, "", [], DEFAULTS.get(name)):
            rule[name] = values[name]
    before, after = values["before"] or 0, values["after"] or 0
    if values["before"] is not None or values["after"] is not None:
        rule["uncertainty_days"] = before if before == after else [before, after]
    return rule | values["further"]


def month_rule(calendar: str, values: Data) -> Data:
    month = values[MONTH_FIELD[calendar]]
    if values["last_day"] is not None:
        days = {"from_day": values["first_day"], "to_day": values["last_day"]}
        rule: Data = {"window": {"month": month, **days}}
    else:
        rule = {"month": month}
        rule |= {} if values["first_day"] is None else {"day": values["first_day"]}
    if values["pick"]:
        pick: Data = {"type": values["pick"], "weekdays": values["pick_weekdays"]}
        pick |= {"n": values["pick_n"]} if values["pick_n"] else {}
        pick |= {"prefer": values["pick_prefer"]} if values["pick_prefer"] else {}
        rule["pick"] = pick
    return rule


def recurrence(values: Data) -> str:
    """The text of RFC 5545 for a civil rule."""
    month = values["civil_month"]
    match values["civil_form"]:
        case "date":
            return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={values['civil_day']}"
        case "weekday":
            day = f"BYDAY={values['civil_nth']}{values['civil_weekday']}"
            return f"FREQ=MONTHLY;{day}" if month == EACH else f"FREQ=YEARLY;BYMONTH={month};{day}"
    return str(values["rule"])
