"""How right the dates are on what was really held, and what they cost. Needs no Django.

Beside the government's months stand two calendars that others use for them: Umm al-Qura (of
Mecca, from `hijridate`) and civil arithmetic (the tabular calendar of thirty years).
"""

import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import hijridate

from festivals.dates.decrees import MONTH, Decree
from festivals.dates.rules import Almanac, rule_from_dict
from tests.festivals.dates.past import Judged, almanac, judged, rules

Say = Callable[[str], None]
YEARS = range(1421, 1475)
TEN_YEARS = date(2027, 1, 1), date(2036, 12, 31)
COLD = """
import time
begun = time.process_time()
from datetime import date
from festivals.dates.rules import rule_from_dict
imported = time.process_time()
rule = rule_from_dict({"calendar": "hijri", "month": 12, "day": 1,
    "pick": {"type": "first_weekday_on_or_after", "weekdays": ["TH", "SU"]}})
rule.forecasts(date(2029, 1, 1), date(2029, 12, 31))
print((time.process_time() - imported) * 1000, (imported - begun) * 1000)
"""


def umm_al_qura(year: int, month: int) -> date:
    found = hijridate.Hijri(year, month, 1).to_gregorian()
    return date(found.year, found.month, found.day)


def civil(year: int, month: int) -> date:
    """The tabular calendar: epoch 19 July 622, eleven leap years in thirty."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
    return date(622, 7, 19) + timedelta(days=days)


def with_months(first_day: Callable[[int, int], date]) -> Almanac:
    """The rules under another calendar's months, taken as if they were decreed."""
    months = [
        Decree(MONTH, year, month, first_day(year, month))
        for year in YEARS
        for month in range(1, 13)
    ]
    return Almanac(months, rules=almanac(with_decrees=False).rules)


def share(rows: Iterable[Judged], is_so: Callable[[Judged], bool]) -> str:
    found = [is_so(row) for row in rows]
    return f"{sum(found)}/{len(found)}"


def figures(rows: list[Judged]) -> str:
    return (
        f"exact {share(rows, lambda r: not r.days_off)}, "
        f"within a day {share(rows, lambda r: abs(r.days_off) <= 1)}, "
        f"inside {share(rows, lambda r: r.is_inside)}"
    )


def accuracy(say: Say) -> None:
    """Exact, within one day and inside the window, per calendar and festival."""
    for words, calendars in (
        ("with decrees", almanac(with_decrees=True)),
        ("without decrees", almanac(with_decrees=False)),
        ("under Umm al-Qura months", with_months(umm_al_qura)),
        ("under civil arithmetic", with_months(civil)),
    ):
        rows = judged(calendars)
        by_rule = [row for row in rows if row.forecast.basis != "pattern"]
        say(f"dates held, {words}: rules {figures(by_rule)}; all {figures(rows)}")
        sighted = [row for row in rows if row.calendar == "hijri"]
        say(f"  hijri alone: {figures(sighted)}")
    rows = judged(almanac(with_decrees=True))
    for name in ("calendar", "festival"):
        groups = defaultdict(list)
        for row in rows:
            groups[getattr(row, name)].append(row)
        for group, found in sorted(groups.items()):
            say(f"  {name} {group}: {figures(found)}")


def widths(say: Say) -> None:
    """The median width of the windows, festival by festival, over ten years."""
    calendars = almanac(with_decrees=True)
    by_basis = defaultdict(list)
    for data, days in rules().values():
        found = rule_from_dict(data, days=days, almanac=calendars).forecasts(*TEN_YEARS)
        dated = [forecast for forecast in found if forecast.precision == "day"]
        if dated:
            is_habit = dated[0].basis == "pattern"
            by_basis["habits" if is_habit else "rules"].append(
                statistics.median(forecast.window.days for forecast in dated)
            )
    for name, found in by_basis.items():
        say(
            f"window of {len(found)} {name}, 2027 to 2036: median {statistics.median(found):g} days"
        )


def cost(say: Say) -> None:
    """CPU of the projection: everything for ten years when warm, one festival when cold."""
    calendars, known = almanac(with_decrees=True), rules()

    def project() -> int:
        return sum(
            len(rule_from_dict(data, days=days, almanac=calendars).forecasts(*TEN_YEARS))
            for data, days in known.values()
        )

    project()
    begun = time.process_time()
    count = project()
    say(f"{count} dates of {len(known)} festivals, ten years, warm: {ms_since(begun):.0f} ms CPU")
    cold = [cold_ms() for _ in range(5)]
    first, imports = (statistics.median(values) for values in zip(*cold, strict=True))
    say(f"one festival and year, cold: {first:.0f} ms CPU (and {imports:.0f} ms of imports)")


def ms_since(begun: float) -> float:
    return (time.process_time() - begun) * 1000


def cold_ms() -> tuple[float, float]:
    """Reckoning and imports in a new process."""
    out = subprocess.run([sys.executable, "-c", COLD], check=True, capture_output=True, text=True)  # noqa: S603
    first, imports = map(float, out.stdout.split())
    return first, imports


def measure(say: Say) -> None:
    accuracy(say)
    widths(say)
    cost(say)
