"""What was really held, and when: the truth the rules are judged by.

`past_dates.csv` holds reported dates of festivals (with the source of each) and the national
holidays of 2015 to 2020. Only rows that were held, with at least medium confidence, count.
"""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from festivals.dates.forecasts import Forecast
from festivals.dates.rules import Almanac, rule_from_dict
from festivals.management.commands.project_dates import HOLY_DAYS

SAMPLE = Path(__file__).resolve().parents[3] / "festivals/sample_data/festivals.toml"
PAST = Path(__file__).with_name("past_dates.csv")


@dataclass(frozen=True)
class Judged:
    """One date that was held, beside the forecast nearest to it in its year."""

    festival: str
    calendar: str
    held: date
    forecast: Forecast

    @property
    def days_off(self) -> int:
        """From the first day that the rule gave to the day it was held."""
        return (self.held - self.forecast.span.first).days

    @property
    def is_inside(self) -> bool:
        return self.held in self.forecast.window


def rules() -> dict[str, tuple[dict[str, object], int]]:
    """The rule and the usual days of each festival of the sample data."""
    rows = tomllib.loads(SAMPLE.read_text(encoding="utf-8"))["festival"]
    return {row["slug"]: (row["rule"], row.get("duration_days", 1)) for row in rows}


def almanac(*, with_decrees: bool) -> Almanac:
    return Almanac(
        None if with_decrees else (), rules={slug: rule for slug, (rule, _) in rules().items()}
    )


def held() -> Iterator[tuple[str, str, date]]:
    """Kind, name and day of each row that counts."""
    with PAST.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["status"] == "actual" and row["confidence"] in ("high", "medium"):
                yield row["kind"], row["festival"], date.fromisoformat(row["date"])


def judged(calendars: Almanac) -> list[Judged]:
    """Every date held for which the rules give a day in that year."""
    known = rules()
    found = []
    for kind, slug, day in held():
        holy = HOLY_DAYS.get(slug) if kind == "national_holiday" else None
        data, days = (holy, 1) if holy else known.get(slug, (None, 1))
        if data is None:
            continue
        rule = rule_from_dict(data, days=days, almanac=calendars)
        forecasts = [
            forecast
            for forecast in rule.forecasts(date(day.year, 1, 1), date(day.year, 12, 31))
            if forecast.precision == "day"
        ]
        if forecasts:
            nearest = min(forecasts, key=lambda f: abs(f.span.first - day))
            found.append(Judged(slug, calendar_of(data), day, nearest))
    return found


def calendar_of(data: Mapping[str, object]) -> str:
    """The calendar of a rule, as figures are grouped."""
    return "habit" if "status" in data else str(data["calendar"])
