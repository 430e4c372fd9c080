"""The schema against what is answered: every operation, asked as its schema allows and forbids.

The examples are the same each time (`derandomize`). What is a slug or a cursor is known to the
database alone, so one that the schema allows may still be refused: the check that all such are
taken is left out.
"""

import json
from datetime import date, time

import pytest
import schemathesis
from django.core.serializers.json import DjangoJSONEncoder
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.factories import EditionFactory
from tests.tourism.api.asked import told
from tourism.home.api import api
from tourism.wsgi import application

EXAMPLES = 30  # of each operation
CALM = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)

schema = schemathesis.openapi.from_dict(
    json.loads(json.dumps(api.get_openapi_schema(), cls=DjangoJSONEncoder))
)
schema.app = application


@pytest.fixture
def in_this_transaction():
    """Keep the connection open between requests, as the client of Django's own tests does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def rows(db, festival_page, destination_page):
    edition = EditionFactory(
        festival__slug="kuwung",
        festival__interests=["surf"],
        festival__usual_start=time(19),
        festival__usual_minutes=90,
        festival__place__slug="boom",
    )
    EditionFactory(
        projected=True,
        earliest_on=date(2026, 12, 4),
        latest_on=date(2026, 12, 6),
        reasons=["sighting"],
    )
    EditionFactory(cancelled=True)
    festival_page(edition.festival)
    destination_page(edition.where)


@schema.parametrize()
@pytest.mark.usefixtures("rows", "in_this_transaction")
@CALM
def test_answers_are_what_the_schema_says(case):
    case.call_and_validate(
        headers={"accept-encoding": "identity"}, excluded_checks=[positive_data_acceptance]
    )


@pytest.mark.django_db
def test_the_schema_is_valid_openapi_in_both_languages(client):
    for language in ("en", "id"):
        found = told(client, f"openapi.json?lang={language}")

        assert found["openapi"].startswith("3.1")
        schemathesis.openapi.from_dict(found).validate()


@pytest.mark.django_db
def test_the_schema_speaks_the_language_asked_for(client):
    english, indonesian = (told(client, f"openapi.json?lang={code}") for code in ("en", "id"))

    assert english["info"]["title"] == "Festivals of Banyuwangi: API"
    assert indonesian["info"]["title"] == "Festival Banyuwangi: API"
    assert english["paths"].keys() == indonesian["paths"].keys()
    uid = english["components"]["schemas"]["EditionFacts"]["properties"]["uid"]
    assert uid["description"].startswith("Its name for life")


@pytest.mark.django_db
def test_every_parameter_and_part_has_words(client):
    found = told(client, "openapi.json?lang=en")

    for methods in found["paths"].values():
        names = [one["name"] for one in methods["get"]["parameters"]]
        assert len(names) == len(set(names))
        assert all(one["description"] for one in methods["get"]["parameters"])
        assert {"200", "400", "404", "405", "406", "414"} <= set(methods["get"]["responses"])
    for name, part in found["components"]["schemas"].items():
        if name not in ("Problem", "Refusal"):
            assert all(one.get("description") for one in part["properties"].values()), name
