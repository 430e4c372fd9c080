"""An operator that is signed in, and one that is not."""

import pytest
from django.core.cache import cache, caches
from django.test import Client

from festivals.models import Operator
from tests.festivals.operators.signing import operator_called


@pytest.fixture(autouse=True)
def nobody_has_asked_yet(db):
    cache.clear()
    caches["limits"].clear()
    yield
    cache.clear()
    caches["limits"].clear()


@pytest.fixture
def operator() -> Operator:
    return operator_called("ijen@example.org", name="Ijen Jaya Tour")


@pytest.fixture
def desk(operator) -> Client:
    """The browser of the operator."""
    client = Client()
    client.force_login(operator.user)
    return client


@pytest.fixture
def other() -> Client:
    """The browser of somebody else's company."""
    client = Client()
    client.force_login(operator_called("kawah@example.org", name="Kawah Tour").user)
    return client
