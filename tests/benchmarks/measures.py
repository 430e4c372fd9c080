"""The measurements themselves; they need Django to be set up."""

from collections.abc import Callable
from datetime import date, timedelta

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from wagtail.models import Page

from destinations.models import Place
from festivals.models import Edition, Festival
from itineraries import editing
from tourism.home.models import HomePage

Say = Callable[[str], None]
InTurn = Callable[[Callable[[], object], Callable[[], object], int], tuple[float, float]]
KEPT = (
    "/en/calendar/2027/7/",
    "/en/calendar/agenda/",
    "/en/calendar/2027/",
    "/en/festivals/gandrung-sewu/",
    "/en/destinations/kawah-ijen/",
)
MONTH, FEED = "/en/calendar/2027/7/", "/en/calendar.ics?projected=1"


def visitor() -> Client:
    return Client(headers={"host": settings.ALLOWED_HOSTS[0]})


def pages(in_turn: InTurn, requests: int, say: Say) -> None:
    """The month page against a bare Wagtail page (a title and nothing else) on the same site."""
    home = HomePage.objects.get(locale__language_code="en")
    if not Page.objects.child_of(home).filter(slug="bare").exists():
        home.add_child(instance=Page(title="Bare", slug="bare", locale=home.locale))
    client = visitor()
    for path in ("/en/bare/", MONTH):
        if client.get(path).status_code != 200:
            raise RuntimeError(f"{path} does not answer.")
    with override_settings(KEEP_PAGES=False):
        month, bare = in_turn(lambda: client.get(MONTH), lambda: client.get("/en/bare/"), requests)
    say(f"month page {month:.1f} ms, bare Wagtail page {bare:.1f} ms CPU: ratio {month / bare:.2f}")
    for path in KEPT:
        with override_settings(KEEP_PAGES=False):
            made, _ = in_turn(lambda path=path: client.get(path), lambda: None, requests // 3)
        kept, _ = in_turn(lambda path=path: client.get(path), lambda: None, requests * 10)
        say(f"{path}: made {made:.1f} ms, kept {kept:.2f} ms CPU: {made / kept:.0f} times the rate")


@override_settings(KEEP_PAGES=False)
def queries(say: Say) -> None:
    """Queries of each page with few and with a thousand editions more."""
    trip = editing.begin(
        arrives_on=date(2027, 7, 8), days=4, gateway=Place.objects.gateways().first()
    )
    for place in Place.objects.open_to_plans()[:12]:
        editing.add(trip, place=place)
    paths = {
        "month": MONTH,
        "week": "/en/calendar/2027/7/11/week/",
        "agenda": "/en/calendar/agenda/",
        "map of the calendar": "/en/calendar/map/?from=2027-07-01&to=2027-07-31",
        "year": "/en/calendar/2027/",
        "festival list": "/en/festivals/",
        "festival page": "/en/festivals/banyuwangi-culture-everyweek/",
        "destination list": "/en/destinations/",
        "destination page": "/en/destinations/kawah-ijen/",
        "feed": FEED,
        "trip": f"/en/plan/{trip.key}/",
        "home": "/en/",
        "article": "/en/articles/how-dates-are-set/",
    }
    few = {name: count(path) for name, path in paths.items()}
    festival = Festival.objects.get(slug="banyuwangi-culture-everyweek")
    Edition.objects.bulk_create(
        Edition(
            festival=festival,
            starts_on=date(2027, 7, 1) + timedelta(days=n % 31),
            ends_on=date(2027, 7, 1) + timedelta(days=n % 31),
            status=Edition.Status.CONFIRMED,
        )
        for n in range(1000)
    )
    for name, path in paths.items():
        say(f"queries, {name}: {few[name]}, with 1,000 editions more: {count(path)}")


def count(path: str) -> int:
    client = visitor()
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)
