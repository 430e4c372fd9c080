"""What pages still lack, in their editor and in the explorer's lists."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from destinations.models import DestinationPage
from festivals.models import FestivalIndexPage, FestivalPage
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory
from tests.tourism.photographs import upload
from tourism.base.gathering import checks_of, other_pages
from tourism.base.models import CreditedImage
from tourism.home.loading import branches as add_branches
from tourism.home.models import ArticleIndexPage

pytestmark = pytest.mark.django_db


def kinds(page) -> list[str]:
    return [check.kind for check in checks_of([page], other_pages([page]))[page.pk]]


def list_of(page) -> str:
    return f"/admin/pages/{page.get_parent().pk}/"


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_editor_of_a_page_names_what_it_lacks_with_a_way_to_the_field(editor, festival_page):
    page = festival_page(FestivalFactory())["en"]
    FestivalPage.objects.filter(pk=page.pk).update(summary="")

    html = editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    anchor = re.search(r'href="#([\w-]+)" data-check="summary"', html)[1]
    assert f'id="{anchor}"' in html
    assert 'data-check="cover"' in html


def test_a_page_that_is_not_there_yet_is_not_checked(editor, festival_page):
    branch = festival_page(FestivalFactory())["en"].get_parent()

    html = editor.get(f"/admin/pages/add/festivals/festivalpage/{branch.pk}/").content.decode()

    assert 'name="summary"' in html
    assert 'data-check="' not in html


def test_every_kind_of_page_with_words_is_checked(editor, homes):
    for page in [*homes.values(), *add_branches(homes, ArticleIndexPage, "articles").values()]:
        html = editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        assert 'data-check="cover"' in html


def test_a_draft_is_checked_by_its_own_words(festival_page):
    page = festival_page(FestivalFactory())["en"]
    page.cover = CreditedImage.objects.create(title="Ijen", file=upload(size=(900, 600)))
    page.summary = ""
    page.body = [("image", {"image": page.cover, "caption": ""})]
    page.save_revision()

    found = kinds(FestivalPage.objects.get(pk=page.pk))

    assert found[:3] == ["summary", "credit-cover", "description-cover"]
    assert found[3:] == ["narrow", "credit-body", "description-body"]


def test_the_other_language_is_missing_a_draft_or_there(festival_page):
    pages = festival_page(FestivalFactory())
    assert kinds(pages["en"]) == ["cover"]

    pages["id"].unpublish()
    assert kinds(pages["en"]) == ["cover", "draft-translation"]

    pages["id"].delete()
    assert kinds(pages["en"]) == ["cover", "no-translation"]


def test_a_page_is_told_of_a_place_that_lies_in_another_country(festival_page, destination_page):
    place = PlaceFactory(longitude=11.4374)
    festival = FestivalFactory(place=place)

    assert "outside-region" in kinds(destination_page(place)["en"])
    assert "outside-region" in kinds(festival_page(festival)["id"])


def test_the_list_of_festival_pages_tells_next_date_certainty_languages_and_checks(
    editor, festival_page
):
    edition = EditionFactory()
    pages = festival_page(edition.festival)
    pages["en"].unpublish()

    html = editor.get(list_of(pages["id"])).content.decode()
    words = text(html)

    assert "5 Desember 2026" in words
    assert "Dipastikan" in words
    assert "EN draf" in words
    assert "2 hal" in words
    assert f"/admin/pages/{pages['en'].pk}/edit/" in html


def test_the_list_of_festival_pages_is_sorted_by_the_next_date(editor, festival_page):
    late = EditionFactory(festival__slug="a-late", starts_on="2026-12-24", ends_on="2026-12-24")
    early = EditionFactory(festival__slug="b-early")
    page = festival_page(late.festival)["en"]
    festival_page(early.festival)

    url = f"{list_of(page)}?ordering=next_on"
    slugs = [row.slug for row in editor.get(url).context["object_list"]]

    assert slugs == ["b-early", "a-late"]


def test_a_search_in_the_list_still_tells_the_facts(editor, festival_page):
    page = festival_page(EditionFactory().festival)["en"]

    response = editor.get(f"{list_of(page)}?q=Festival&ordering=next_on")

    assert "5 Desember 2026" in text(response.content.decode())


@pytest.mark.parametrize("kind", [FestivalPage, DestinationPage])
def test_the_lists_of_pages_take_as_many_queries_for_twelve_as_for_two(
    editor, festival_page, destination_page, kind
):
    """Beside the two a row that the menus of translations ask for."""

    def add(count: int) -> None:
        for _ in range(count):
            edition = EditionFactory()
            festival_page(edition.festival)["en"].save_revision()
            destination_page(PlaceFactory())["en"].save_revision()

    def queries() -> int:
        url = list_of(kind.objects.filter(locale__language_code="en").first())
        editor.get(url)
        with CaptureQueriesContext(connection) as asked:
            editor.get(url)
        menus = ("wagtail_localize_translatableobject", 'NOT ("wagtailcore_locale"')
        return sum(not any(word in query["sql"] for word in menus) for query in asked)

    add(2)
    few = queries()
    add(10)

    assert queries() == few
    assert few <= 38


def test_pages_are_published_together_from_their_list(editor, festival_page):
    pages = [festival_page(FestivalFactory())["en"] for _ in range(2)]
    for page in pages:
        page.unpublish()
    chosen = "&".join(f"id={page.pk}" for page in pages)

    response = editor.post(f"/admin/bulk/wagtailcore/page/publish/?{chosen}&next=/admin/", {})

    assert response.status_code == 302
    assert FestivalPage.objects.filter(pk__in=[page.pk for page in pages], live=True).count() == 2
    assert (
        editor.post(
            f"/admin/bulk/wagtailcore/page/unpublish/?{chosen}&next=/admin/", {}
        ).status_code
        == 302
    )
    assert not FestivalPage.objects.filter(pk__in=[page.pk for page in pages], live=True).exists()


def test_a_branch_without_pages_is_listed(editor, festival_page):
    page = festival_page(FestivalFactory())["en"]
    branch = FestivalIndexPage.objects.get(pk=page.get_parent().pk)
    page.delete()

    assert editor.get(f"/admin/pages/{branch.pk}/").status_code == 200
