"""Articles: words about the region that belong to no single place or festival."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import EditionFactory
from tourism.home.loading import add_pages, branches, home_pages
from tourism.home.models import ArticleIndexPage, ArticlePage

pytestmark = pytest.mark.django_db

STORY = {
    "slug": "how-dates-are-set",
    "title_en": "How dates are set",
    "title_id": "Cara menetapkan tanggal",
    "summary_en": "Moons, markets and elders.",
    "summary_id": "Bulan, pasaran dan tetua.",
    "body_en": [
        {"heading": "The moon"},
        {"paragraph": "<p>A crescent is sighted.</p>"},
        {"upcoming": {"heading": "", "interest": "surf"}},
    ],
    "body_id": [{"heading": "Bulan"}, {"paragraph": "<p>Hilal dirukyat.</p>"}],
}


@pytest.fixture
def articles(homes):
    branch = branches(homes, ArticleIndexPage, "articles")
    add_pages(branch, [STORY], lambda row: {}, ArticlePage)
    return {page.locale.language_code: page for page in ArticlePage.objects.all()}


def text(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_an_article_is_read_in_either_language_at_the_same_address(client, articles):
    english = text(client, "/en/articles/how-dates-are-set/")
    indonesian = text(client, "/id/articles/how-dates-are-set/")

    assert "A crescent is sighted." in english
    assert "Hilal dirukyat." in indonesian
    assert 'href="/id/articles/how-dates-are-set/"' in english


def test_the_list_leads_to_the_articles_of_its_language(client, articles):
    assert "How dates are set" in text(client, "/en/articles/")
    assert "Cara menetapkan tanggal" in text(client, "/id/articles/")
    assert "How dates are set" not in text(client, "/id/articles/")
    assert "<h1>Articles</h1>" in text(client, "/en/articles/")
    assert "<h1>Artikel</h1>" in text(client, "/id/articles/")


def test_an_article_is_found_by_its_title_misspelt_and_by_its_words(client, articles):
    for query in ("dats set", "crescent"):
        assert client.get(f"/en/search/?q={query}").context["found"].articles == [articles["en"]]


def test_a_draft_is_not_found(client, articles):
    articles["en"].unpublish()

    assert client.get("/en/search/?q=crescent").context["found"].articles == []
    assert "How dates are set" not in text(client, "/en/articles/")


def test_the_front_page_leads_to_the_articles(client, articles):
    assert 'href="/en/articles/how-dates-are-set/"' in text(client, "/en/")
    assert 'href="/id/articles/how-dates-are-set/"' in text(client, "/id/")


def test_the_front_page_takes_as_many_queries_for_three_articles_as_for_one(client, articles):
    def front() -> int:
        client.get("/en/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/en/")
        return len(captured)

    one = front()
    branch = branches(home_pages(), ArticleIndexPage, "articles")
    for n in range(5):
        add_pages(branch, [STORY | {"slug": f"story-{n}"}], lambda row: {}, ArticlePage)

    assert front() == one


def test_an_article_shows_the_next_festivals_of_its_interest(client, articles):
    EditionFactory(festival__name_en="Surf Contest", festival__interests=["surf"])
    EditionFactory(festival__name_en="Trail Run", festival__interests=["trek"])
    EditionFactory(
        festival__name_en="Old Contest",
        festival__interests=["surf"],
        starts_on=date(2026, 11, 1),
    )

    page = text(client, "/en/articles/how-dates-are-set/")

    assert "Coming next" in page
    assert "Surf Contest" in page
    assert "Trail Run" not in page
    assert "Old Contest" not in page


@pytest.mark.parametrize("count", [1, 80])
def test_an_article_takes_the_same_few_queries(client, articles, django_assert_num_queries, count):
    for n in range(count):
        EditionFactory(festival__interests=["surf"], starts_on=date(2026, 12, 1 + n % 28))
    text(client, "/en/articles/how-dates-are-set/")

    with django_assert_num_queries(13):
        client.get("/en/articles/how-dates-are-set/")
