"""Print the dates that the rules give, as CSV or JSON; known editions are never asked."""

import csv
import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from festivals.dates.reading import FIRST_YEAR, LAST_YEAR
from festivals.dates.rules import Almanac, DateRule, Forecast, RuleError, rule_from_dict
from festivals.models import Festival

COLUMNS = ("festival", "year", "start", "end", "low", "high", "basis", "reasons", "month")
HOLY_DAYS: dict[str, dict[str, object]] = {
    "1-muharram": {"calendar": "hijri", "month": 1, "day": 1},
    "maulid-nabi": {"calendar": "hijri", "month": 3, "day": 12},
    "isra-mikraj": {"calendar": "table", "event": "isra-mikraj"},
    "idul-fitri": {"calendar": "hijri", "month": 10, "day": 1},
    "idul-adha": {"calendar": "hijri", "month": 12, "day": 10},
    "nyepi": {"calendar": "table", "event": "nyepi"},
    "imlek": {"calendar": "table", "event": "imlek"},
    "waisak": {"calendar": "table", "event": "waisak"},
}
BEFORE_THE_DAY = timedelta(days=31)  # Side events begin so much before the rule date at most.


class Command(BaseCommand):
    help = "Print what the date rules give, year by year, with the window of each first day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="first", type=int, required=True, metavar="YEAR")
        parser.add_argument("--to", dest="last", type=int, required=True, metavar="YEAR")
        parser.add_argument("--festival", nargs="+", action="extend", metavar="SLUG", default=[])
        parser.add_argument("--format", choices=("csv", "json"), default="csv")
        parser.add_argument("--without-decrees", action="store_true")
        parser.add_argument("--holy-days", action="store_true")

    def handle(self, *, first: int, last: int, **options: Any) -> None:
        if not FIRST_YEAR <= first <= last <= LAST_YEAR:
            raise CommandError(
                f"--from {first} --to {last}: give years from {FIRST_YEAR} to {LAST_YEAR}, "
                "the first not after the last."
            )
        known = Festival.objects.order_by("slug")
        almanac = known.almanac()
        if options["without_decrees"]:
            almanac = Almanac((), rules=almanac.rules, leap_years=almanac.leap_years)
        festivals = list(
            known.filter(slug__in=options["festival"]) if options["festival"] else known
        )
        if unknown := sorted(set(options["festival"]) - {row.slug for row in festivals}):
            raise CommandError(f"No festival has the slug {', '.join(unknown)}.")
        rows: list[dict[str, Any]] = []
        for festival in festivals:
            try:
                rows += rows_of(festival.slug, festival.rule_by(almanac), first, last)
            except RuleError as error:
                self.stderr.write(self.style.WARNING(f"{festival.slug}: skipped. {error}"))
        if options["holy_days"]:
            for slug, data in HOLY_DAYS.items():
                if slug in {festival.slug for festival in festivals}:
                    continue  # It is a festival here, and stands there already.
                rows += rows_of(slug, rule_from_dict(data, almanac=almanac), first, last)
        self.write(rows, options["format"])

    def write(self, rows: Iterable[dict[str, Any]], form: str) -> None:
        if form == "json":
            self.stdout.write(json.dumps(list(rows), indent=1))
            return
        writer = csv.DictWriter(self.stdout, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            lists = {name: ";".join(map(str, row[name])) for name in ("reasons", "month")}
            writer.writerow(row | lists)


def rows_of(slug: str, rule: DateRule, first: int, last: int) -> list[dict[str, Any]]:
    """The holdings whose first day lies in the years, as rows."""
    least = max(date(first, 1, 1) - BEFORE_THE_DAY, date(FIRST_YEAR, 1, 1))
    most = min(date(last, 12, 31) + BEFORE_THE_DAY, date(LAST_YEAR, 12, 31))
    found = rule.forecasts(least, most)
    return [row_of(slug, f) for f in found if first <= f.span.first.year <= last]


def row_of(slug: str, forecast: Forecast) -> dict[str, Any]:
    """One holding as a row; where only months are known, they stand in place of days."""
    is_dated = forecast.precision == "day"
    days = (*days_of(forecast.span), *days_of(forecast.window)) if is_dated else (None,) * 4
    return dict(
        zip(
            COLUMNS,
            (
                *(slug, forecast.span.first.year, *days, forecast.basis),
                *(list(forecast.reasons), list(forecast.months)),
            ),
            strict=True,
        )
    )


def days_of(span: Any) -> tuple[str, str]:
    return span.first.isoformat(), span.last.isoformat()
