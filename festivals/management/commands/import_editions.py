"""Read a spreadsheet or a calendar file, report row by row, and enter what is clear."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from festivals import importing
from festivals.dates.reading import Sentence
from festivals.imports import reports
from festivals.imports.fetching import fetch
from festivals.models import ImportRow
from festivals.wording import said_as

FIELDS = ("row", "name", "outcome", "slug", "first", "last", "reason")


class Command(BaseCommand):
    help = "Report what each row of a calendar is taken for, and enter the clear ones."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", metavar="FILE", help="A file (.xlsx, .csv, .ics) or an address."
        )
        parser.add_argument("--year", type=int, required=True)
        parser.add_argument("--source", default="", help="Who sends it; else the file's name.")
        parser.add_argument("--dry-run", action="store_true", help="Report only; write nothing.")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument("--although-rows-are-gone", action="store_true")

    def handle(self, *, file: str, year: int, **options: Any) -> None:
        if not 2000 <= year <= 2052:
            raise CommandError(f"--year {year}: give a year from 2000 to 2052.")
        source = options["source"] or Path(file).stem
        try:
            content = fetch(file) if "://" in file else Path(file).read_bytes()
            if options["dry_run"]:
                found = reports.read(content, file)
                found_reports = reports.report(found, source=source, year=year)
                self.write([of_report(made) for made in found_reports], options["format"])
                return
            at = timezone.now()
            batch = importing.keep(
                content, file_name=Path(file).name, source=source, year=year, at=at, by=None
            )
            gone = options["although_rows_are_gone"]
            importing.apply(batch, at=at, by=None, although_gone=gone)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except Sentence as refused:
            raise CommandError(str(refused)) from refused
        rows = batch.rows.select_related("festival")
        self.write([of_row(row) for row in rows], options["format"])

    def write(self, rows: list[dict[str, Any]], form: str) -> None:
        if form == "json":
            self.stdout.write(json.dumps(rows, indent=1, ensure_ascii=False))
            return
        for row in rows:
            days = " to ".join(filter(None, (row["first"], row["last"]))) or "no day"
            words = (
                f"{row['row']:>4} {row['outcome']:<9} {row['name']}: {row['slug'] or '?'}, {days}"
            )
            self.stdout.write(f"{words}. {row['reason']}".rstrip(" "))


def of_report(made: reports.Report) -> dict[str, Any]:
    """A report as the fields that are printed."""
    days = (made.span.first.isoformat(), made.span.last.isoformat()) if made.span else (None, None)
    reason = said_as(made.reason, made.values)
    return printed(made.row.number, made.row.name, made.outcome, made.slug, *days, reason)


def of_row(row: ImportRow) -> dict[str, Any]:
    """A kept row as the same fields."""
    days = (row.starts_on and row.starts_on.isoformat(), row.ends_on and row.ends_on.isoformat())
    slug = row.festival.slug if row.festival else ""
    reason = said_as(row.reason, row.reason_values)
    return printed(row.number, row.name, row.outcome, slug, *days, reason)


def printed(*values: Any) -> dict[str, Any]:
    found = dict(zip(FIELDS, values, strict=True))
    return found | {"outcome": str(found["outcome"]), "slug": found["slug"] or None}
