"""How programs are answered: language, 304, compression, other sites, and what goes wrong."""

import gzip

import brotli
import pytest

from tests.factories import EditionFactory
from tests.tourism.api.asked import ROOT, problem, told

pytestmark = pytest.mark.django_db
LISTS = ["", "editions", "festivals", "places", "districts", "interests", "holidays"]


@pytest.mark.parametrize(
    ("query", "header", "language"),
    [
        ("", "", "id"),
        ("", "en", "en"),
        ("", "fr, en-GB;q=0.8, id;q=0.5", "en"),
        ("", "fr", "id"),
        ("", "*", "id"),
        ("", "\x01;;q=,", "id"),
        ("?lang=id", "en", "id"),
        ("?lang=en", "id", "en"),
    ],
)
def test_the_language_is_the_one_asked_for(client, query, header, language):
    edition = EditionFactory()
    client.cookies["django_language"] = "en" if language == "id" else "id"

    response = client.get(f"{ROOT}editions{query}", headers={"accept-language": header})

    (row,) = response.json()["items"]
    names = {"en": edition.festival.name_en, "id": edition.festival.name_id}
    assert row["festival"]["name"] == names[language]
    assert row["festival"]["names"] == names
    assert response["Content-Language"] == language
    assert ("Accept-Language" in response["Vary"]) == (not query)


def test_whoever_asks_second_gets_a_language_of_their_own(client, settings):
    settings.KEEP_PAGES = True
    EditionFactory()

    first = client.get(f"{ROOT}editions", headers={"accept-language": "en"})
    second = client.get(f"{ROOT}editions", headers={"accept-language": "id"})
    again = client.get(f"{ROOT}editions", headers={"accept-language": "en"})

    assert first["Content-Language"] == again["Content-Language"] == "en"
    assert second["Content-Language"] == "id"
    assert first.content == again.content != second.content
    assert first["ETag"] != second["ETag"]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("keeps", [True, False])
def test_what_has_not_changed_is_304_in_every_coding(client, settings, path, keeps):
    settings.KEEP_PAGES = keeps
    EditionFactory()

    for coding, unpack in {"gzip": gzip.decompress, "br": brotli.decompress, "": bytes}.items():
        asked = {"accept-encoding": coding}
        whole = client.get(f"{ROOT}{path}", headers=asked)
        again = client.get(f"{ROOT}{path}", headers=asked | {"if-none-match": whole["ETag"]})

        assert unpack(whole.content).startswith(b"{")
        assert not whole["ETag"].startswith("W/")
        assert whole["Cache-Control"] == again["Cache-Control"] == "public, max-age=60"
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == whole["ETag"]
        assert again["Access-Control-Allow-Origin"] == "*"


def test_a_changed_name_is_another_answer(client):
    edition = EditionFactory()
    before = client.get(f"{ROOT}editions")["ETag"]
    edition.festival.name_id = "Malam Kuwung"
    edition.festival.save()

    after = client.get(f"{ROOT}editions", headers={"if-none-match": before})

    assert after.status_code == 200
    assert after["ETag"] != before


@pytest.mark.parametrize("path", [*LISTS, "openapi.json", "nix", "editions?lang=xx"])
def test_head_says_what_get_says_without_its_body(client, path):
    get, head = client.get(f"{ROOT}{path}"), client.head(f"{ROOT}{path}")

    assert head.status_code == get.status_code
    assert head.content == b""
    assert dict(head.headers) == dict(get.headers)


@pytest.mark.parametrize("path", [*LISTS, "nix", "editions?lang=xx"])
def test_a_page_of_any_site_may_read_it_and_no_cookie_is_set(client, path):
    response = client.get(f"{ROOT}{path}", headers={"origin": "https://example.org"})

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_a_browser_that_asks_first_is_told_what_it_may(client):
    response = client.options(
        f"{ROOT}editions",
        headers={
            "origin": "https://example.org",
            "access-control-request-method": "GET",
            "access-control-request-headers": "if-none-match",
        },
    )

    assert response.status_code == 204
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "GET" in response["Access-Control-Allow-Methods"]
    assert "If-None-Match" in response["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("path", ["", "editions", "editions/x", "nix"])
def test_nothing_can_be_written(client, method, path):
    response = getattr(client, method)(f"{ROOT}{path}")

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["nix", "editions/", "festivals/a/b", "docs", "places/%2e%2e"])
@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Nothing is at this address"), ("id", "Tidak ada apa-apa di alamat ini")],
)
def test_an_unknown_address_is_a_problem_and_leads_nowhere_else(client, path, language, title):
    assert problem(client, path, 404, **{"accept-language": language})["title"] == title


def test_an_api_of_another_version_is_a_problem(client):
    response = client.get("/api/v2/editions")

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("application/json", 200),
        ("application/*", 200),
        ("text/html, */*;q=0.1", 200),
        ("application/problem+json", 200),
        ("text/html", 406),
        ("image/png", 406),
        ("x" * 5000, 406),
    ],
)
def test_whoever_takes_no_json_is_told_so(client, accept, status):
    response = client.get(f"{ROOT}editions", headers={"accept": accept})

    assert response.status_code == status
    if status == 406:
        assert response["Content-Type"] == "application/problem+json"


def test_an_address_that_is_too_long_is_a_problem(client):
    problem(client, f"editions?q={'x' * 4000}", 414)
    problem(client, f"editions?{'x=1&' * 12000}", 414)


def test_a_foreign_host_is_a_problem(client):
    response = client.get(f"{ROOT}editions", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"


def test_while_the_site_is_worked_on_programs_are_told_when_to_come_back(client, settings):
    settings.MAINTENANCE = True

    response = client.get(f"{ROOT}editions?lang=en")

    assert response.status_code == 503
    assert response["Retry-After"] == "600"
    assert response.json()["title"] == "The calendar is being worked on"


def test_a_fault_of_ours_is_a_problem_that_gives_nothing_away(client, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("secret")

    monkeypatch.setattr("festivals.api.views.edition_facts", fail)
    EditionFactory()
    client.raise_request_exception = False

    response = client.get(f"{ROOT}editions")

    assert response.status_code == 500
    assert response["Content-Type"] == "application/problem+json"
    assert b"secret" not in response.content


def test_addresses_in_answers_do_not_come_from_the_host_that_was_named(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    EditionFactory.create_batch(2)

    page = told(client, "editions?limit=1", host="evil.example")

    assert page["next"].startswith("http://testserver/")
