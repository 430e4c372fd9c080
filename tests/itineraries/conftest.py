"""Every trip needs a place to arrive at."""

import pytest

from destinations.models import Place
from tests.itineraries.factories import GatewayFactory


@pytest.fixture(autouse=True)
def gateway(db: None) -> Place:
    return GatewayFactory()
