"""Add the dates that the rules give, and forget what is not kept; meant for a nightly job."""

from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError
from django.utils import timezone

from festivals import projecting, subscribing
from festivals.dates.reading import LAST_YEAR
from festivals.dates.rules import RuleError
from festivals.models import Festival
from tourism.base.models import ShownWrite


class Command(BaseCommand):
    help = (
        "Add the editions that each festival's date rule gives, to the end of the year after next."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until", type=int, metavar="YEAR")

    def handle(self, *, until: int | None, **options: object) -> None:
        today = settings.TODAY or timezone.localdate()
        if until is not None and not today.year <= until <= LAST_YEAR:
            raise CommandError(f"--until {until}: give a year from {today.year} to {LAST_YEAR}.")
        last = projecting.horizon(today) if until is None else date(until, 12, 31)
        total = 0
        almanac = Festival.objects.almanac()
        for festival in Festival.objects.order_by("slug"):
            try:
                added = projecting.project(
                    festival, first=today, last=last, at=timezone.now(), almanac=almanac
                )
            except (RuleError, ValidationError, IntegrityError) as error:
                self.stderr.write(self.style.WARNING(f"{festival.slug}: skipped. {error}"))
            else:
                total += len(added)
        subscribing.forget(today=today)
        ShownWrite.objects.forget(before=timezone.now() - timedelta(days=1))
        self.stdout.write(f"{total} editions added, to the end of {last.year}.")
