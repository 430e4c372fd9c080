"""Trips for tests. The roads are the shipped ones; places stand at real points of them."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from destinations.models import Place
from itineraries.models import Itinerary, Stop
from tests.factories import PlaceFactory


class GatewayFactory(PlaceFactory):
    class Meta:
        model = Place
        skip_postgeneration_save = True
        django_get_or_create = ("slug",)

    slug = "ketapang-ferry"
    name_en = "Ketapang ferry port"
    name_id = "Pelabuhan Ketapang"
    kind = Place.Kind.FERRY
    latitude, longitude, road_node = -8.1433, 114.4005, "ketapang"


class ItineraryFactory(DjangoModelFactory):
    class Meta:
        model = Itinerary

    arrives_on = date(2026, 12, 4)  # A Friday.
    days = 3
    gateway = factory.SubFactory(GatewayFactory)


class StopFactory(DjangoModelFactory):
    class Meta:
        model = Stop

    itinerary = factory.SubFactory(ItineraryFactory)
    place = factory.SubFactory(PlaceFactory)
    name_en = factory.LazyAttribute(
        lambda row: row.edition.festival.name_en if row.edition else row.place.name_en
    )
    name_id = factory.LazyAttribute(
        lambda row: row.edition.festival.name_id if row.edition else row.place.name_id
    )
    edition = None
    day = 1
    position = factory.Sequence(lambda n: n)
