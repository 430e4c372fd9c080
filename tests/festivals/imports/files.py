"""Files of an office made for a test: a text table, its report, and what is kept of it."""

from datetime import UTC, datetime

from festivals import importing
from festivals.imports import reports

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def table(*rows):
    return "\n".join(["Event;Tanggal;Keterangan", *(";".join(row) for row in rows)]).encode()


def report(*rows, source="Office", year=2027):
    return reports.report(reports.read(table(*rows), "k.csv"), source=source, year=year)


def keep(*rows, source="Office", year=2027):
    content = table(*rows)
    said = {"file_name": "k.csv", "source": source, "year": year, "at": NOW, "by": None}
    return importing.keep(content, **said)


def apply(batch, **more):
    return importing.apply(batch, at=NOW, by=None, **more)
