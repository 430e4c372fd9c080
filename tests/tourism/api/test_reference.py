"""The page for people: in both languages, whole, and out of nothing that another host serves."""

import re

import pytest

from tests.tourism.api.asked import told

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "heading"), [("en", "For programs"), ("id", "Untuk program")])
def test_it_tells_every_operation_and_every_parameter(client, homes, language, heading):
    html = client.get(f"/{language}/api/").content.decode()
    schema = told(client, f"openapi.json?lang={language}")

    assert f"<h1>{heading}</h1>" in html
    for path, methods in schema["paths"].items():
        assert f"GET {path}" in html
        for parameter in methods["get"]["parameters"]:
            assert f">{parameter['name']}</code>" in html
    for name in schema["components"]["schemas"]:
        assert f'id="{name}"' in html


def test_every_link_within_it_leads_somewhere(client, homes):
    html = client.get("/en/api/").content.decode()

    targets = set(re.findall(r'href="#([^"]+)"', html))
    ids = re.findall(r'id="([^"]+)"', html)
    assert targets <= set(ids)
    assert len(ids) == len(set(ids))


def test_it_loads_nothing_from_elsewhere_and_runs_nothing(client, homes):
    html = client.get("/en/api/").content.decode()

    assert not re.search(r'<(script|link|img|iframe)[^>]+(src|href)="https?://(?!testserver)', html)
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)", html)


def test_its_examples_can_be_asked(client, homes):
    html = client.get("/en/api/").content.decode()
    addresses = re.findall(r'href="(/api/v1/[^"]*)"', html)

    assert len(addresses) >= 4
    for address in addresses:
        assert client.get(address.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_foot_of_every_page_leads_to_it(client, homes, language):
    assert f'href="/{language}/api/"' in client.get(f"/{language}/accessibility/").content.decode()
