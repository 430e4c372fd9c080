"""Pages at the desk: drafts, preview, the facts beside the words, the other language."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from tests.factories import EditionFactory, FestivalFactory, PlaceFactory
from tests.festivals.desk.test_places import place_url
from tourism.home.loading import branches as add_branches
from tourism.home.models import ArticleIndexPage, ArticlePage

pytestmark = pytest.mark.django_db


def page_form(page, **values):
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "festival": page.festival_id,
            "summary": page.summary,
            "body": streamfield([("paragraph", rich_text("<p>Long ago.</p>"))]),
            "comments": inline_formset([]),
        }
        | values
    )


def prose_form(page):
    fact = {"place": page.place_id} if hasattr(page, "place_id") else {}
    values = {"title": page.title, "slug": page.slug, "summary": "Seen.", **fact}
    return nested_form_data(values | {"body": streamfield([]), "comments": inline_formset([])})


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_page_is_edited_as_a_draft_and_then_published(editor, client, festival_page, language):
    festival = FestivalFactory(slug="kuwung")
    page = festival_page(festival)[language]
    url = f"/admin/pages/{page.pk}/edit/"
    address = f"/{language}/festivals/kuwung/"
    words = page_form(page, summary="Our own words.")

    assert editor.post(url, words).status_code == 302
    draft = client.get(address).content.decode()
    assert editor.post(url, words | {"action-publish": "1"}).status_code == 302
    live = client.get(address).content.decode()

    assert "Our own words." not in draft
    assert "Our own words." in live
    assert "Long ago." in live


def test_the_page_editor_shows_the_facts_with_a_link_to_edit_them(editor, festival_page):
    festival = FestivalFactory(name_en="Kuwung")
    edition = EditionFactory(festival=festival)
    page = festival_page(festival)["en"]

    html = editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert f"/admin/snippets/festivals/festival/edit/{festival.pk}/" in html
    assert f"/admin/editions/edit/{edition.pk}/" in html


def test_the_page_editor_of_a_place_shows_its_facts(editor, destination_page):
    place = PlaceFactory()
    page = destination_page(place)["id"]

    html = editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert place_url(place) in html
    assert "Mo-Su 08:00-17:00" in html


def test_a_page_that_exists_in_one_language_can_be_sent_to_the_other(editor, festival_page):
    pages = festival_page(FestivalFactory())
    pages["en"].delete()

    response = editor.get(f"/admin/localize/submit/page/{pages['id'].pk}/")

    assert response.status_code == 200
    assert 'name="locales"' in response.content.decode()


def test_a_preview_shows_the_page_as_visitors_will_see_it(editor, festival_page):
    festival = FestivalFactory()
    EditionFactory(festival=festival)
    page = festival_page(festival)["en"]
    url = f"/admin/pages/{page.pk}/edit/preview/"

    assert editor.post(url, page_form(page, summary="Not yet public.")).json()["is_valid"]
    html = editor.get(url).content.decode()

    assert "Not yet public." in html
    assert "Saturday 5 December 2026" in html


@pytest.mark.parametrize("kind", ["festival", "destination", "article"])
def test_a_preview_may_stand_in_a_frame_of_the_desk_and_a_public_page_may_not(
    editor, client, homes, festival_page, destination_page, kind
):
    if kind == "article":
        branch = add_branches(homes, ArticleIndexPage, "articles")["en"]
        page = branch.add_child(
            instance=ArticlePage(title="Moons", slug="moons", locale=branch.locale)
        )
    else:
        fact = FestivalFactory(slug="moons") if kind == "festival" else PlaceFactory(slug="moons")
        page = {"festival": festival_page, "destination": destination_page}[kind](fact)["en"]
    url = f"/admin/pages/{page.pk}/edit/preview/"
    words = page_form(page, summary="Seen.") if kind == "festival" else prose_form(page)

    assert editor.post(url, words).json()["is_valid"]
    preview, public = editor.get(url), client.get(f"/en/{kind}s/moons/")

    assert "Seen." in preview.content.decode()
    assert "frame-ancestors 'self'" in preview["Content-Security-Policy"]
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'none'" in public["Content-Security-Policy"]
