"""A place with all its facts, and a port to come from."""

from datetime import time

import pytest

from destinations.models import BestTime, Place, Requirement
from tests.factories import PlaceFactory


@pytest.fixture
def ijen(destination_page):
    place = PlaceFactory(
        slug="kawah-ijen",
        name_en="Ijen Crater",
        name_id="Kawah Ijen",
        latitude=-8.0738,
        longitude=114.224,
        opening_hours="02:00-12:00; Fr[1] off",
        effort=4,
        minimum_age=12,
        best_months=[5, 6, 7],
        hazards_en="Sulphur gas\nSteep path",
        hazards_id="Gas belerang\nJalur curam",
        road_node="paltuding",
        last_mile_mode="walk",
        last_mile_minutes=100,
        visit_minutes=330,
    )
    PlaceFactory(
        slug="ketapang", kind=Place.Kind.FERRY, latitude=-8.1433, longitude=114.4005,
        name_en="Ketapang ferry port", road_node="ketapang",
    )  # fmt: skip
    BestTime.objects.create(
        place=place, name_en="Blue fire", name_id="Api biru", opens=time(2), closes=time(5)
    )
    Requirement.objects.create(
        place=place, kind="health", name_en="Health letter", name_id="Surat sehat", lead_days=1
    )
    destination_page(place)
    return place
