"""How the tests of this room ask the site: addresses, forms and the text of an answer."""

from destinations.models import Place


def url(trip, action="", language="en") -> str:
    return f"/{language}/plan/{trip.key}/{action}"


def send(client, trip, **values):
    return client.post(url(trip, "edit/"), {"version": trip.version} | values)


def text(response) -> str:
    return response.content.decode()


def head(**values):
    return {
        "arrives_on": "2026-12-04",
        "days": "3",
        "gateway": Place.objects.get(slug="ketapang-ferry").pk,
        "arrives_at": "11:00",
    } | values
