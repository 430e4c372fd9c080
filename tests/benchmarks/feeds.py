"""What feeds cost: a first build, an answer that is kept, a 304, the build after one change."""

import statistics
import time
import tracemalloc
from collections.abc import Callable
from datetime import date, timedelta

from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from festivals import urls
from festivals.models import Edition, FeedEntry, Festival
from tests.benchmarks.measures import InTurn, Say, visitor
from tests.factories import DistrictFactory, EditionFactory, FestivalFactory, PlaceFactory

FESTIVALS, SMALL, LARGE = 100, 1000, 5000
PATH = "/en/calendar.ics?past=all&projected=1&district=bench-feed"
ROUNDS = 5


def measure(in_turn: InTurn, say: Say) -> None:
    client = visitor()
    festivals = fill(SMALL)
    builds(client, festivals[0], say)
    answers(client, in_turn, say)
    queries(client, say)
    fill(LARGE - SMALL, festivals, first=date(2030, 1, 1))
    memory(client, say)


def fill(
    count: int, festivals: list[Festival] | None = None, first: date = date(2027, 1, 1)
) -> list[Festival]:
    """So many editions of a hundred festivals, half of them with hours, all in one district."""
    festivals = festivals or [
        FestivalFactory(
            place=PlaceFactory(district=DistrictFactory(slug="bench-feed")),
            manners_en="Dress modestly; leave the street free for the procession.",
            rule_in_words_en="2 Syawal, that is the day after the government's Idul Fitri.",
        )
        for _ in range(FESTIVALS)
    ]
    Edition.objects.bulk_create(
        EditionFactory.build(festival=festivals[n % FESTIVALS], starts_on=first + timedelta(days=n))
        for n in range(count)
    )
    return festivals


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


def cpu_of(work: Callable[[], object]) -> float:
    """CPU milliseconds of one call."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def builds(client: Client, festival: Festival, say: Say) -> None:
    """From nothing, and after one change of one edition."""

    def cold() -> float:
        FeedEntry.objects.all().delete()
        cache.clear()
        return cpu_of(lambda: client.get(PATH))

    def after_one_change() -> float:
        edition = festival.editions.first()
        edition.note_en = f"{edition.note_en}!"
        edition.save()
        return cpu_of(lambda: client.get(PATH))

    first = statistics.median(cold() for _ in range(ROUNDS))
    again = statistics.median(after_one_change() for _ in range(ROUNDS))
    say(
        f"feed of {SMALL}: first build {first:.0f} ms, after one change {again:.0f} ms CPU: "
        f"{again / first:.0%}"
    )


def answers(client: Client, in_turn: InTurn, say: Say) -> None:
    """Kept, against icalendar's writing of the same; and a 304 against a view of nothing."""
    response = client.get(PATH)
    calendar = Calendar.from_ical(response.content)
    theirs, _ = in_turn(calendar.to_ical, lambda: None, 1)
    ours, _ = in_turn(lambda: client.get(PATH), lambda: None, 20)
    say(
        f"feed of {SMALL}, {len(response.content) // 1024} KiB: kept {ours:.2f} ms, to_ical "
        f"{theirs:.0f} ms CPU: {theirs / ours:.0f} times the rate"
    )
    held = {"if-none-match": response["ETag"]}
    if client.get(PATH, headers=held).status_code != 304:
        raise RuntimeError("The feed does not answer 304.")
    pattern = next(one for one in urls.urlpatterns if one.name == "feed")
    view = pattern.callback

    def trivial() -> None:
        pattern.callback = nothing
        client.get(PATH, headers=held)
        pattern.callback = view

    unchanged, trivial_ms = in_turn(lambda: client.get(PATH, headers=held), trivial, 200)
    say(
        f"304 {unchanged:.3f} ms, a view of nothing at its address {trivial_ms:.3f} ms CPU: "
        f"ratio {unchanged / trivial_ms:.2f}"
    )


def queries(client: Client, say: Say) -> None:
    """From nothing, after a restart, and kept."""
    FeedEntry.objects.all().delete()
    counts = []
    for is_kept in (False, False, True):
        if not is_kept:
            cache.clear()
        with CaptureQueriesContext(connection) as asked:
            client.get(PATH)
        counts.append(len(asked))
    first, restarted, kept = counts
    say(f"queries of a feed of {SMALL}: first {first}, after a restart {restarted}, kept {kept}")


def memory(client: Client, say: Say) -> None:
    """Of a feed of thousands, from nothing and after a restart; timed without tracing."""
    for name, is_first in {"from nothing": True, "after a restart": False}.items():
        seconds = 0.0
        for traces in (False, True):
            if is_first:
                FeedEntry.objects.all().delete()
            cache.clear()
            if traces:
                tracemalloc.start()
            begun = time.perf_counter()
            response = client.get(PATH)
            seconds = seconds or time.perf_counter() - begun
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        say(
            f"feed of {LARGE} {name}: {len(response.content) / 2**20:.1f} MiB whole after "
            f"{seconds:.2f} s, peak {peak / 2**20:.0f} MiB"
        )
