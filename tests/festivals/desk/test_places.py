"""Facts of a place at the desk: hours and closures, and the site shows them at once."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


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
