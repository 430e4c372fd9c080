"""Print a day in every calendar, with its national holiday."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext, override

from festivals.dates.days import names_of
from festivals.dates.rules import RuleError
from festivals.models import Festival
from festivals.wording import lines_of, sentence_of, weekday_and_day
from tourism.base.holidays import holidays_between


class Command(BaseCommand):
    help = "Print what a day is in every calendar of the region."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("day", metavar="YYYY-MM-DD")
        parser.add_argument("--language", choices=("en", "id"), default="en")

    def handle(self, *, day: str, language: str, **options: Any) -> None:
        try:
            asked = date.fromisoformat(day)
        except ValueError:
            raise CommandError(f"{day} is no day; write it like 2027-06-13.") from None
        with override(language):
            try:
                names = names_of(asked, Festival.objects.almanac())
            except RuleError as error:
                raise CommandError(sentence_of(error)) from error
            self.stdout.write(f"{weekday_and_day(asked)} {asked.year}")
            for line in lines_of(names):
                note = f" ({line.note})" if line.note else ""
                self.stdout.write(f"{line.label}: {line.name}{note}")
            holiday = holidays_between(asked, asked, language).get(asked)
            label = gettext("National holiday")
            self.stdout.write(f"{label}: {holiday or '–'}")
