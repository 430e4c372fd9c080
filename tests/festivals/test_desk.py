"""The office's desk: an editor changes facts, dates and words, and the site shows it at once."""

import json
from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from festivals import scheduling
from festivals.models import Edition, EditionChange
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory
from tourism.base.models import User

pytestmark = pytest.mark.django_db

EIGHTEENTH_OF_DECEMBER = "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=18"


@pytest.fixture
def editor(homes) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("editor", password="secret"))
    return client


def edition_form(edition: Edition, **values: object) -> dict[str, object]:
    return {
        "festival": edition.festival_id,
        "starts_on": edition.starts_on.isoformat(),
        "ends_on": edition.ends_on.isoformat(),
        "status": edition.status,
        "precision": edition.precision,
        "authority": "village",
        "reason": "The elders chose the Sunday after.",
    } | values


def test_every_list_of_the_desk_opens(editor):
    EditionFactory()

    for path in (
        "/admin/",
        "/admin/editions/",
        "/admin/editions/?q=festival",
        "/admin/editions/?status=confirmed",
        "/admin/edition_changes/",
        "/admin/snippets/festivals/festival/",
        "/admin/snippets/destinations/place/",
        "/admin/snippets/destinations/district/",
        "/admin/snippets/destinations/interest/",
        "/admin/itineraries/",
    ):
        assert editor.get(path).status_code == 200, path


def test_a_visitor_is_sent_to_the_sign_in(client, homes):
    assert client.get("/admin/editions/")["Location"].startswith("/admin/login/")


def test_an_editor_moves_a_date_and_the_site_shows_it_at_once(editor, client):
    edition = EditionFactory(starts_on=date(2026, 12, 6))

    response = editor.post(
        f"/admin/editions/edit/{edition.pk}/",
        edition_form(edition, starts_on="2026-12-13", ends_on="2026-12-13"),
    )

    assert response.status_code == 302
    edition.refresh_from_db()
    assert edition.status == Edition.Status.RESCHEDULED
    (change,) = EditionChange.objects.all()
    assert (change.by.username, change.authority) == ("editor", "village")
    assert "from 6 Dec 2026" in client.get("/en/calendar/2026/12/").content.decode()


def test_a_last_day_before_the_first_is_a_sentence_on_the_form_and_nothing_is_lost(editor):
    edition = EditionFactory(starts_on=date(2026, 12, 6))

    response = editor.post(
        f"/admin/editions/edit/{edition.pk}/", edition_form(edition, ends_on="2026-12-01")
    )

    html = response.content.decode()
    assert response.status_code == 200
    assert "Hari terakhir tidak boleh sebelum hari pertama." in html
    assert "The elders chose the Sunday after." in html
    edition.refresh_from_db()
    assert edition.ends_on == date(2026, 12, 6)


def test_a_broken_date_is_a_form_error(editor):
    edition = EditionFactory()

    response = editor.post(
        f"/admin/editions/edit/{edition.pk}/", edition_form(edition, starts_on="31 June")
    )

    assert response.status_code == 200
    assert "starts_on" in response.context["form"].errors


def test_a_new_date_is_entered_with_who_said_so(editor):
    edition = EditionFactory.build(festival=FestivalFactory(), starts_on=date(2027, 3, 1))

    response = editor.post("/admin/editions/new/", edition_form(edition))

    assert response.status_code == 302
    assert Edition.objects.get().changes.get().by.username == "editor"


def test_a_date_cannot_be_deleted(editor):
    edition = EditionFactory()

    response = editor.post(f"/admin/editions/delete/{edition.pk}/")

    assert response.status_code in {302, 403, 404}
    assert Edition.objects.filter(pk=edition.pk).exists()


def test_the_change_log_can_be_read_and_not_written(editor):
    assert editor.get("/admin/edition_changes/new/").status_code in {302, 403, 404}


def place_form(place, **values):
    names = (
        "slug", "name_en", "name_id", "kind", "village", "timezone", "latitude", "longitude",
        "opening_hours", "visit_minutes", "effort", "minimum_age", "last_mile_mode",
        "last_mile_minutes",
    )  # fmt: skip
    facts = {name: getattr(place, name) for name in names}
    formsets = {
        name: inline_formset([]) for name in ("closures", "best_times", "requirements", "fees")
    }
    return nested_form_data(facts | {"district": place.district_id} | formsets | values)


def place_url(place) -> str:
    return f"/admin/snippets/destinations/place/edit/{place.pk}/"


def test_an_editor_changes_the_hours_and_the_site_shows_it_at_once(
    editor, client, destination_page
):
    place = PlaceFactory(slug="kawah-ijen")
    destination_page(place)

    response = editor.post(place_url(place), place_form(place, opening_hours="03:00-11:00"))

    assert response.status_code == 302
    assert "Open today 03:00–11:00" in client.get("/en/destinations/kawah-ijen/").content.decode()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"opening_hours": "8-16"}, "Tulis jam beserta menitnya: 08:00-16:00."),
        ({"latitude": "95"}, "lebih kecil dari atau sama dengan 90"),
    ],
)
def test_wrong_facts_come_back_with_a_sentence_and_nothing_is_saved(editor, values, words):
    place = PlaceFactory()

    response = editor.post(place_url(place), place_form(place, **values))

    assert words in response.content.decode()
    place.refresh_from_db()
    assert (place.opening_hours, place.latitude) == ("Mo-Su 08:00-17:00", -8.211)


def test_an_editor_shuts_a_place_on_its_form(editor, client, destination_page):
    place = PlaceFactory(slug="kawah-ijen")
    destination_page(place)
    closure = {
        "starts_on": "2026-11-20",
        "ends_on": "",
        "reason_en": "Volcano level II.",
        "reason_id": "Status gunung level II.",
        "source": "",
    }

    editor.post(place_url(place), place_form(place, closures=inline_formset([closure])))

    assert "Volcano level II." in client.get("/en/destinations/kawah-ijen/").content.decode()


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


def test_a_rule_that_cannot_be_read_is_refused_with_what_is_allowed(editor):
    festival = FestivalFactory.build(
        place=PlaceFactory(), date_rule={"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=13"}
    )

    with pytest.raises(Exception, match="it runs from 1 to 12"):
        festival.full_clean()


@pytest.fixture
def member(homes) -> Client:
    """Somebody of Wagtail's group Editors, with no other right."""
    user = User.objects.create_user("member", password="secret", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client = Client()
    client.force_login(user)
    return client


def test_an_ordinary_editor_may_change_dates_places_and_pages(member, festival_page):
    edition, place = EditionFactory(), PlaceFactory()
    page = festival_page(edition.festival)["id"]

    for path in (
        "/admin/",
        f"/admin/editions/edit/{edition.pk}/",
        place_url(place),
        f"/admin/snippets/festivals/festival/edit/{edition.festival_id}/",
        f"/admin/pages/{page.pk}/edit/",
        "/admin/edition_changes/",
    ):
        assert member.get(path).status_code == 200, path


def test_an_ordinary_editor_may_not_change_the_vocabulary_or_the_users(member):
    assert member.get("/admin/snippets/destinations/district/").status_code == 302
    assert member.get("/admin/users/").status_code == 302


def test_a_form_drawn_before_somebody_else_saved_is_refused_and_loses_nothing(editor):
    edition = EditionFactory(starts_on=date(2026, 12, 6))
    url = f"/admin/editions/edit/{edition.pk}/"
    seen = editor.get(url).context["form"]["seen"].value()
    scheduling.change(
        edition, at=timezone.now(), authority="office", status=Edition.Status.CANCELLED
    )

    typed = edition_form(edition, status="confirmed", note_en="Bring a hat.", seen=seen)
    response = editor.post(url, typed)

    html = response.content.decode()
    edition.refresh_from_db()
    assert edition.status == Edition.Status.CANCELLED
    assert "Bring a hat." in html
    assert "dibatalkan" in html
    again = typed | {"seen": response.context["form"]["seen"].value()}
    assert editor.post(url, again).status_code == 302


def test_an_edition_cannot_be_given_to_another_festival(editor):
    edition, other = EditionFactory(), FestivalFactory()
    festival = edition.festival

    editor.post(f"/admin/editions/edit/{edition.pk}/", edition_form(edition, festival=other.pk))

    edition.refresh_from_db()
    assert edition.festival == festival


def test_a_new_festival_has_its_dates_at_once(editor):
    place = PlaceFactory()
    response = editor.post(
        "/admin/snippets/festivals/festival/add/",
        {
            "slug": "harjaba",
            "name_en": "Town day",
            "name_id": "Hari jadi",
            "category": "carnival",
            "place": place.pk,
            "date_rule": json.dumps({"calendar": "gregorian", "rule": EIGHTEENTH_OF_DECEMBER}),
            "usual_days": 1,
        },
    )

    assert response.status_code == 302
    assert Edition.objects.filter(festival__slug="harjaba").count() == 3


@pytest.mark.parametrize("path", ["/admin/editions/", "/admin/edition_changes/"])
def test_the_lists_of_the_desk_take_the_same_few_queries(
    editor, django_assert_max_num_queries, path
):
    for _ in range(20):
        edition = EditionFactory()
        scheduling.change(edition, at=timezone.now(), authority="office", note_en="A note.")
    editor.get(path)

    with django_assert_max_num_queries(26):
        editor.get(path)
