"""What the head of every page tells search engines and those who share its link."""

import re
from datetime import date

import pytest

from tests.factories import EditionFactory, PlaceFactory
from tests.schema_org import facts_in, faults
from tourism.home.loading import add_pages, branches
from tourism.home.models import ArticleIndexPage, ArticlePage

pytestmark = pytest.mark.django_db
META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')
LINK = re.compile(r'<link rel="(canonical|alternate)"(?: hreflang="([^"]+)")? href="([^"]+)">')
STORY = {
    "slug": "moons",
    "title_en": "Moons & markets",
    "title_id": "Bulan",
    "summary_en": "How days are set.",
    "summary_id": "Cara hari ditetapkan.",
    "body_en": [],
    "body_id": [],
}
PATHS = [
    "/en/",
    "/id/",
    "/en/calendar/",
    "/en/calendar/2026/12/",
    "/id/calendar/2026/12/5/",
    "/en/calendar/2026/12/6/week/",
    "/en/calendar/2026/",
    "/en/calendar/agenda/",
    "/en/calendar/map/",
    "/en/festivals/",
    "/en/festivals/keboan/",
    "/en/destinations/",
    "/id/destinations/ijen/",
    "/en/articles/",
    "/en/articles/moons/",
    "/en/search/?q=keboan",
    "/en/plan/",
    "/en/accessibility/",
]


@pytest.fixture
def site(homes, festival_page, destination_page):
    edition = EditionFactory(festival__slug="keboan", festival__name_en='Keboan "of" Aliyan')
    festival_page(edition.festival)
    destination_page(PlaceFactory(slug="ijen"))
    branch = branches(homes, ArticleIndexPage, "articles")
    add_pages(branch, [STORY], lambda row: {}, ArticlePage)


def head(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode().split("</head>")[0]


def links(html):
    return [(code or rel, address) for rel, code, address in LINK.findall(html)]


@pytest.mark.parametrize("path", PATHS)
def test_every_page_says_once_what_it_is_and_where(client, site, path):
    html = head(client, path)
    said, places = META.findall(html), dict(links(html))

    for name in ("description", "og:title", "og:description", "og:type", "og:url", "og:image"):
        assert [bool(value.strip()) for key, value in said if key == name] == [True], name
    assert [code for code, _ in links(html)] == ["canonical", "id", "en", "x-default"]
    assert places[path[1:3]] == places["canonical"] == dict(said)["og:url"]
    assert places["x-default"] == places["en"]
    assert "?" not in places["canonical"]
    assert dict(said)["og:image"].startswith("http://testserver/")
    locales = {"en": "en_GB", "id": "id_ID"}
    assert dict(said)["og:locale"] == locales.pop(path[1:3])
    assert dict(said)["og:locale:alternate"] == locales.popitem()[1]


@pytest.mark.parametrize("path", PATHS)
def test_the_picture_of_every_page_is_there(client, site, path):
    address = dict(META.findall(head(client, path)))["og:image"]

    response = client.get(address.removeprefix("http://testserver"))

    assert (response.status_code, response["Content-Type"]) == (200, "image/png")


@pytest.mark.parametrize("path", PATHS)
def test_the_facts_of_every_page_are_words_of_schema_org(client, site, path):
    found = facts_in(head(client, path))

    assert [fault for fact in found for fault in faults(fact)] == []
    html = client.get(path).content.decode()
    has_breadcrumb = 'class="breadcrumb"' in html
    assert ("BreadcrumbList" in {fact["@type"] for fact in found}) == has_breadcrumb


def test_the_home_page_tells_how_the_site_is_searched(client, site):
    [facts] = facts_in(head(client, "/en/"))

    assert facts["@type"] == "WebSite"
    target = facts["potentialAction"]["target"]["urlTemplate"]
    assert target == "http://testserver/en/search/?q={search_term_string}"


def test_the_title_is_escaped_once(client, site):
    html = head(client, "/en/festivals/keboan/")

    assert dict(META.findall(html))["og:title"] == "Keboan &quot;of&quot; Aliyan"


def test_a_filter_has_the_address_of_its_list_and_a_second_sheet_its_own(client, site):
    for n in range(30):
        EditionFactory(festival__slug=f"other-{n}")

    filtered = head(client, "/en/calendar/agenda/?category=ritual")

    assert dict(links(filtered))["canonical"] == "http://testserver/en/calendar/agenda/"
    assert "noindex" in filtered
    second = head(client, "/en/calendar/agenda/?page=2")
    assert dict(links(second))["canonical"].endswith(("/agenda/?page=2", "/agenda/"))


def test_a_page_in_one_language_names_no_other(client, site):
    ArticlePage.objects.get(locale__language_code="id").unpublish()

    html = head(client, "/en/articles/moons/")

    assert [code for code, _ in links(html)] == ["canonical", "en", "x-default"]
    assert "og:locale:alternate" not in html


def test_a_page_in_indonesian_alone_is_for_all(client, site):
    ArticlePage.objects.get(locale__language_code="en").unpublish()

    html = head(client, "/id/articles/moons/")

    assert dict(links(html))["x-default"] == "http://testserver/id/articles/moons/"


def test_an_error_has_no_address(client, homes):
    html = client.get("/en/atlantis/").content.decode()

    assert "canonical" not in html
    assert "og:url" not in html


def test_a_day_that_nobody_has_named_is_not_kept_by_search_engines(client, site):
    EditionFactory(starts_on=date(2026, 12, 9), projected=True)

    assert "noindex" not in head(client, "/en/calendar/2026/12/5/")
    assert "noindex" in head(client, "/en/calendar/2026/12/9/")
    assert "noindex" in head(client, "/en/calendar/2026/12/8/")
