"""One form at the desk makes a festival or a place and its page in each language."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError
from wagtail.models import GroupPagePermission, Page

from destinations.models import DestinationIndexPage, DestinationPage, Place
from festivals.models import Festival, FestivalIndexPage, FestivalPage
from tests.factories import DistrictFactory, FestivalFactory, InterestFactory
from tests.festivals.desk.rules import ALIYAN, facts
from tourism.base.founding import branches, found
from tourism.base.models import User
from tourism.home.loading import branches as add_branches

pytestmark = pytest.mark.django_db

FESTIVAL, DESTINATION = "/admin/festivals/new/", "/admin/places/new/"


@pytest.fixture(autouse=True)
def both_branches(homes):
    add_branches(homes, FestivalIndexPage, "festivals")
    add_branches(homes, DestinationIndexPage, "destinations")


def festival(**more):
    words = {
        "name_id": "Keboan Aliyan",
        "name_en": "Keboan of Aliyan",
        "summary_id": "Warga menjadi kerbau.",
        "summary_en": "Villagers turn into buffaloes.",
    }
    return facts(**ALIYAN) | words | more


def destination(**more):
    return {
        "name_id": "Pulau Merah",
        "name_en": "Red Island",
        "slug": "pulau-merah",
        "kind": "beach",
        "district": DistrictFactory(slug="pesanggaran").pk,
        "latitude": "-8.5989",
        "longitude": "114.0308",
        "interests": [InterestFactory().pk],
        "visit_minutes": "120",
        "effort": "0",
        "summary_id": "",
        "summary_en": "A beach.",
        **more,
    }


def test_one_form_makes_a_festival_and_its_two_drafts_and_leads_to_the_indonesian_one(editor):
    response = editor.post(FESTIVAL, festival())

    fact = Festival.objects.get()
    pages = {page.locale.language_code: page for page in FestivalPage.objects.all()}
    assert response["Location"] == f"/admin/pages/{pages['id'].pk}/edit/"
    assert {code: page.title for code, page in pages.items()} == {
        "id": "Keboan Aliyan", "en": "Keboan of Aliyan"
    }  # fmt: skip
    assert pages["id"].summary == "Warga menjadi kerbau."
    assert pages["id"].translation_key == pages["en"].translation_key
    assert all(page.slug == "aliyan" and page.festival == fact for page in pages.values())
    assert not any(page.live for page in pages.values())
    assert all(page.latest_revision.user.username == "editor" for page in pages.values())
    assert pages["en"].get_parent().locale.language_code == "en"
    assert editor.get(response["Location"]).status_code == 200


def test_a_new_festival_gets_its_dates_at_once(editor):
    editor.post(FESTIVAL, festival())

    assert str(Festival.objects.get().editions.order_by("starts_on")[0].starts_on) == "2027-06-13"


def test_one_form_makes_a_place_and_its_two_drafts(editor, client):
    response = editor.post(DESTINATION, destination())

    place = Place.objects.get()
    assert place.interests.count() == 1
    page = DestinationPage.objects.get(locale__language_code="id")
    assert response["Location"] == f"/admin/pages/{page.pk}/edit/"
    assert DestinationPage.objects.filter(place=place, live=False).count() == 2
    assert client.get("/id/destinations/pulau-merah/").status_code == 404


def test_a_slug_is_made_from_the_indonesian_name_where_none_is_given(editor):
    editor.post(DESTINATION, destination(slug=""))

    assert DestinationPage.objects.get(locale__language_code="en").slug == "pulau-merah"


@pytest.mark.parametrize(("url", "form"), [(FESTIVAL, festival), (DESTINATION, destination)])
def test_a_form_sent_twice_makes_one_fact_and_says_so(editor, url, form):
    values = form()
    editor.post(url, values)

    response = editor.post(url, values)

    assert response.status_code == 422
    assert "Mungkin formulir ini terkirim dua kali" in response.content.decode()
    assert Festival.objects.count() + Place.objects.filter(slug="pulau-merah").count() == 1
    assert FestivalPage.objects.count() + DestinationPage.objects.count() == 2


def test_two_forms_sent_at_one_moment_make_one_fact(homes, editor):
    def make():
        fact = FestivalFactory.build(slug="kuwung", place=place)
        return found(
            fact,
            interests=[],
            model=FestivalPage,
            link="festival",
            summaries={"id": "", "en": ""},
            under=branches(FestivalIndexPage),
            by=User.objects.get(),
        )

    place = FestivalFactory().place
    make()
    with pytest.raises(IntegrityError):
        make()

    assert Festival.objects.filter(slug="kuwung").count() == 1
    assert FestivalPage.objects.filter(slug="kuwung").count() == 2


def test_nothing_is_made_where_a_page_cannot_be(editor, monkeypatch):
    def fail(self, **kwargs):
        raise IntegrityError("The second page cannot be written.")

    monkeypatch.setattr(FestivalPage, "save_revision", fail)

    response = editor.post(FESTIVAL, festival())

    assert response.status_code == 422
    assert not Festival.objects.exists()
    assert not FestivalPage.objects.exists()


def test_a_slug_that_any_page_of_the_branch_has_is_refused(editor):
    branch = branches(FestivalIndexPage)["en"]
    other = FestivalPage(title="Aliyan", slug="aliyan", festival=FestivalFactory(slug="x"))
    other.locale = branch.locale
    branch.add_child(instance=other)

    response = editor.post(FESTIVAL, festival())

    assert "slug" in response.context["form"].errors
    assert not Festival.objects.filter(slug="aliyan").exists()


def test_errors_keep_what_was_typed_the_rule_too(editor):
    wrong = {"name_en": "", "date_rule-first_day": "31", "usual_start": "19:00"}

    response = editor.post(FESTIVAL, festival(**wrong))

    html = response.content.decode()
    assert response.status_code == 422
    assert {"name_en", "date_rule"} <= set(response.context["form"].errors)
    assert 'value="Keboan Aliyan"' in html
    assert "Villagers turn into buffaloes." in html
    assert 'value="19:00' in html
    assert 'value="31"' in html
    assert not Festival.objects.exists()


@pytest.mark.parametrize("url", [FESTIVAL, DESTINATION])
@pytest.mark.parametrize(
    ("language", "words"), [("id", "Buat beserta halamannya"), ("en", "Make it and its pages")]
)
def test_the_form_speaks_the_language_of_the_editor(editor, url, language, words):
    assert words in editor.get(url, headers={"accept-language": language}).content.decode()


def test_an_ordinary_editor_may_make_both_and_finds_them_in_the_menu(member):
    html = member.get("/admin/").content.decode()

    assert FESTIVAL in html
    assert DESTINATION in html
    assert member.post(FESTIVAL, festival()).status_code == 302
    assert member.post(DESTINATION, destination()).status_code == 302


@pytest.mark.parametrize("missing", ["fact", "page"])
def test_who_may_not_add_the_fact_or_a_page_may_not_use_the_form(member, missing):
    group = Group.objects.get(name="Editors")
    if missing == "fact":
        group.permissions.remove(Permission.objects.get(codename="add_festival"))
    else:
        english = branches(FestivalIndexPage)["id"].get_parent()
        GroupPagePermission.objects.filter(group=group).delete()
        for codename in ("add_page", "change_page"):
            GroupPagePermission.objects.create(
                group=group,
                page=Page.objects.get(pk=english.pk),
                permission=Permission.objects.get(
                    codename=codename, content_type__app_label="wagtailcore"
                ),
            )

    response = member.post(FESTIVAL, festival())

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/")
    assert not Festival.objects.exists()
    assert FESTIVAL not in member.get("/admin/").content.decode()


def test_a_visitor_is_sent_to_the_sign_in(client):
    assert client.get(FESTIVAL)["Location"].startswith("/admin/login/")
