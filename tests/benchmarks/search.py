"""What a search costs over a thousand festivals and places. A process of its own."""

import statistics
import sys
import time
from datetime import date
from itertools import product
from types import SimpleNamespace

from django.db import connection, transaction

from destinations.models import DestinationIndexPage, DestinationPage
from festivals.models import FestivalIndexPage, FestivalPage
from tests.factories import FestivalFactory, PlaceFactory
from tests.tourism.test_search import MISSPELT
from tourism.home.loading import add_pages, branches, home_pages
from tourism.home.search import find

EACH, ROUNDS = 500, 5
KINDS = ("Petik Laut", "Barong", "Gandrung", "Tumpeng", "Kebo-keboan", "Pantai", "Curah", "Kawah")
NAMES = ("Muncar", "Kemiren", "Olehsari", "Bakungan", "Lampon", "Pancer", "Rejopuro", "Aliyan")
SHARE = 0.95


@transaction.atomic
def fill() -> None:
    """Festivals and places with two-word names that are much alike, each with an English page."""
    names = [f"{kind} {name} {n}" for n in range(8) for kind, name in product(KINDS, NAMES)][:EACH]
    homes = {"en": home_pages()["en"]}
    for model, index, factory, fact in (
        (FestivalPage, FestivalIndexPage, FestivalFactory, "festival"),
        (DestinationPage, DestinationIndexPage, PlaceFactory, "place"),
    ):
        branch = branches(homes, index, f"{fact}s")
        rows = [factory(name_en=name, name_id=name) for name in names]
        stories = [
            {"slug": row.slug, "name_en": row.name_en, "story_en": f"A story of {row.name_en}."}
            for row in rows
        ]
        by_slug = {row.slug: row for row in rows}
        add_pages(branch, stories, lambda row, f=fact, b=by_slug: {f: b[row["slug"]]}, model)


def main() -> None:
    fill()
    asked = [*MISSPELT, "petik laut muncar 3", "story", "gandrung olehsari"]
    find("warm", language="en", today=date(2026, 11, 24))
    costs = []
    for query in asked * ROUNDS:
        begun = SimpleNamespace(cpu=time.process_time(), wall=time.perf_counter())
        found = find(query, language="en", today=date(2026, 11, 24))
        [page.title for page in (*found.festivals, *found.destinations)]
        costs.append((time.process_time() - begun.cpu, time.perf_counter() - begun.wall))
    cpu, wall = (sorted(1000 * cost[n] for cost in costs) for n in (0, 1))
    at = int(len(costs) * SHARE)
    sys.stdout.write(
        f"search on {connection.vendor}, {2 * EACH} festivals and places: {len(costs)} queries, "
        f"p95 {cpu[at]:.1f} ms CPU, {wall[at]:.1f} ms in all, median "
        f"{statistics.median(cpu):.1f} ms\n"
    )
