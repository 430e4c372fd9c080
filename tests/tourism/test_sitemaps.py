"""What search engines are told there is, and the feed of articles."""

import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest

from tests.factories import EditionFactory, PlaceFactory
from tests.tourism.test_head import STORY
from tourism.home.loading import add_pages, branches
from tourism.home.models import ArticleIndexPage, ArticlePage

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
AT = datetime(2026, 11, 20, tzinfo=UTC)
KINDS = ("home", "calendar", "festivals", "destinations", "articles")


@pytest.fixture
def site(homes, festival_page, destination_page):
    edition = EditionFactory(festival__slug="keboan")
    festival_page(edition.festival)
    destination_page(PlaceFactory(slug="ijen"))
    branch = branches(homes, ArticleIndexPage, "articles")
    add_pages(branch, [STORY], lambda row: {}, ArticlePage, AT)
    return edition


def root(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return ET.fromstring(response.content)  # noqa: S314  (our own bytes)


def entries(client, kind):
    return {
        entry.findtext(f"{SITEMAP}loc"): entry.findtext(f"{SITEMAP}lastmod")
        for entry in root(client, f"/sitemap-{kind}.xml")
    }


def test_robots_are_led_to_every_sitemap(client, site):
    [address] = re.findall(r"^Sitemap: (.+)$", client.get("/robots.txt").content.decode(), re.M)

    index = root(client, address.removeprefix(HOST))

    assert [entry.findtext(f"{SITEMAP}loc") for entry in index] == [
        f"{HOST}/sitemap-{kind}.xml" for kind in KINDS
    ]


def test_every_address_of_every_sitemap_is_a_page_that_may_be_kept(client, site):
    for kind in KINDS:
        found = entries(client, kind)
        assert found, kind
        for address in found:
            response = client.get(address.removeprefix(HOST))
            html = response.content.decode()
            assert response.status_code == 200, address
            assert f'<link rel="canonical" href="{address}">' in html
            assert "noindex" not in html.split("</head>")[0]


def test_pages_tell_when_they_changed_and_their_other_language(client, site):
    for kind in ("calendar", "festivals", "destinations", "articles"):
        assert all(entries(client, kind).values()), kind
    text = client.get("/sitemap-festivals.xml").content.decode()
    assert f'hreflang="id" href="{HOST}/id/festivals/keboan/"' in text
    assert set(entries(client, "festivals")) == {
        f"{HOST}/{language}/festivals/keboan/" for language in ("id", "en")
    }


def test_only_months_with_a_festival_are_told(client, site):
    assert {address[len(HOST) + 3 :] for address in entries(client, "calendar")} == {
        "/calendar/2026/",
        "/calendar/2026/12/",
    }


def test_a_draft_is_told_to_nobody(client, site):
    ArticlePage.objects.get(locale__language_code="id").unpublish()

    assert list(entries(client, "articles")) == [f"{HOST}/en/articles/moons/"]
    assert client.get("/id/articles.atom").status_code == 404
    assert client.get("/en/articles.atom").status_code == 200


def test_sitemaps_take_few_queries_however_many_pages(
    client, site, festival_page, django_assert_max_num_queries
):
    for n in range(5):
        festival_page(EditionFactory(festival__slug=f"other-{n}").festival)
    for kind in KINDS:
        with django_assert_max_num_queries(6):
            client.get(f"/sitemap-{kind}.xml")


@pytest.mark.parametrize(("language", "title"), [("en", "Moons & markets"), ("id", "Bulan")])
def test_articles_are_a_feed_in_their_language(client, site, language, title):
    index = client.get(f"/{language}/articles/").content.decode()
    [address] = re.findall(r'type="application/atom\+xml"[^>]* href="([^"]+)"', index)

    response = client.get(address)
    feed = ET.fromstring(response.content)  # noqa: S314  (our own bytes)

    assert response["Content-Type"].startswith("application/atom+xml")
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == [title]
    link = feed.find(f"{ATOM}entry").find(f"{ATOM}link").get("href")
    assert link == f"{HOST}/{language}/articles/moons/"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")


def test_a_feed_is_the_same_until_an_article_changes(client, site):
    first = client.get("/en/articles.atom")

    again = client.get("/en/articles.atom", headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304
    page = ArticlePage.objects.get(locale__language_code="en")
    page.title = "Moons"
    page.save_revision().publish()
    changed = client.get("/en/articles.atom", headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200


def test_without_an_article_there_is_no_feed(client, site):
    ArticlePage.objects.all().delete()

    assert client.get("/en/articles.atom").status_code == 404
    assert "articles.atom" not in client.get("/en/articles/").content.decode()
