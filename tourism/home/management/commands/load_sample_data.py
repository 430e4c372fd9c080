"""Fill a new site with the festivals, places and pages of Banyuwangi."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from destinations import loading as destinations
from festivals import loading as festivals
from tourism.home import loading as pages


class Command(BaseCommand):
    help = "Add the sample content: places, festivals, known and projected dates, pages."

    @transaction.atomic  # All or nothing: half a site would look like a whole one ever after.
    def handle(self, **options: object) -> None:
        base = Path(settings.BASE_DIR)
        facts, dates = base / "destinations/sample_data", base / "festivals/sample_data"
        today = settings.TODAY or timezone.localdate()
        places = destinations.load(facts)
        now = timezone.now()
        added = festivals.load(dates, today=today, at=now)
        made = pages.load(facts, dates, base / "tourism/home/sample_data/articles.toml", at=now)
        self.stdout.write(f"{places} places, {added} festivals, {made} pages added.")
