"""The frame of the site: languages, headers, health."""

import re

import pytest

from tests.factories import EditionFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        ("en-GB,en;q=0.9", "/en/"),
        ("id,en;q=0.5", "/id/"),
        ("de-DE", "/id/"),
        ("", "/id/"),
        ("ms;q=0.9,en;q=0.4", "/en/"),
    ],
)
def test_the_root_leads_to_the_language_of_the_browser(client, homes, wanted, path):
    response = client.get("/", headers={"accept-language": wanted})

    assert (response.status_code, response["Location"]) == (302, path)


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_language_has_its_own_home(client, homes, language):
    html = client.get(f"/{language}/").content.decode()

    assert f'<html lang="{language}">' in html
    assert homes[language].title in html


def test_the_home_page_shows_what_comes_next_and_the_year(client, homes):
    EditionFactory(festival__name_en="Kuwung")

    html = client.get("/en/").content.decode()

    assert "Kuwung" in html
    assert "/en/calendar/2026/12/" in html
    assert "1 named, 0 projected" in re.sub(r"<[^>]+>|\s+", " ", html).replace("  ", " ")


def test_public_pages_send_a_strict_policy(client, homes):
    policy = client.get("/en/calendar/")["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "object-src 'none'" in policy


def test_the_admin_has_a_policy_of_its_own(client, homes):
    assert "'unsafe-inline'" in client.get("/admin/login/")["Content-Security-Policy"]


def test_no_page_names_another_host(client, homes, festival_page, destination_page):
    edition = EditionFactory()
    festival_page(edition.festival)
    destination_page(PlaceFactory(slug="ijen"))
    paths = [
        "/en/",
        "/en/calendar/2026/12/",
        "/en/festivals/",
        "/en/destinations/",
        "/en/destinations/ijen/",
        f"/en/festivals/{edition.festival.slug}/",
        "/en/plan/",
    ]

    for path in paths:
        html = client.get(path).content.decode()
        found = re.findall(r"(?:src|href|action)=[\"'](https?://[^\"']+)", html)
        assert all(address.startswith("http://testserver/") for address in found), path
        run = html.replace('<script type="application/ld+json">', "")  # Facts: nothing runs them.
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=", run), path


def test_health_says_that_the_database_and_its_migrations_stand(client):
    response = client.get("/healthz")

    assert response.status_code == 200
    assert response.json() == {"database": "up", "migrations": "applied"}


def test_health_says_503_where_a_migration_is_waiting(client, monkeypatch):
    monkeypatch.setattr(
        "tourism.home.views.MigrationExecutor.migration_plan", lambda *args: [("festivals", False)]
    )

    response = client.get("/healthz")

    assert (response.status_code, response.json()["migrations"]) == (503, "1 waiting")


def test_the_base_map_and_the_roads_are_served_once_for_all_pages(client):
    base, roads = client.get("/map/base.svg"), client.get("/map/roads.geojson")

    assert base["Content-Type"] == "image/svg+xml"
    assert b'id="land"' in base.content
    assert len(roads.json()["features"]) == 122
    assert "max-age=86400" in base["Cache-Control"]


@pytest.mark.parametrize("at_work", [False, True])
def test_crawlers_are_kept_from_the_desk_only_also_while_the_site_is_worked_on(
    client, settings, at_work
):
    settings.MAINTENANCE = at_work

    response = client.get("/robots.txt")

    assert (response.status_code, response["Content-Type"]) == (200, "text/plain")
    assert response.content == (
        b"User-agent: *\nDisallow: /admin/\nSitemap: http://testserver/sitemap.xml\n"
    )
