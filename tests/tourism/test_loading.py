"""The sample content: 101 festivals and 69 places, in both languages, loaded once."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Site

from destinations.models import DestinationPage, District, Fee, Interest, Place
from festivals.models import Edition, EditionChange, Festival, FestivalPage
from tourism.home.models import HomePage


def load() -> str:
    out = StringIO()
    call_command("load_sample_data", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_sample_content_is_whole_and_is_loaded_once(client):
    assert load() == "129 places, 101 festivals, 352 pages added.\n"

    assert Festival.objects.count() == 101
    assert District.objects.filter(regency="Banyuwangi").count() == 25
    assert Interest.objects.count() == 13
    assert Place.objects.gateways().count() == 16
    for language in ("id", "en"):
        assert FestivalPage.objects.listed(language).count() == 101
        assert DestinationPage.objects.listed(language).count() == 69
    assert not FestivalPage.objects.filter(summary="").exists()
    assert Fee.objects.filter(verified=False).count() > Fee.objects.filter(verified=True).count()

    homes = HomePage.objects.order_by("slug").values_list("title", flat=True)
    assert list(homes) == ["A year of festivals, day by day", "Setahun festival, hari demi hari"]

    assert set(HomePage.objects.values_list("now_at__slug", flat=True)) == {"kawah-ijen"}

    seblang = Festival.objects.get(slug="seblang-bakungan").programme.all()
    assert [part.words_en.split()[1] for part in seblang] == ["torch", "elderly", "scramble"]

    held = Edition.objects.filter(status=Edition.Status.HELD)
    assert held.count() == 100
    assert not held.filter(source="").exists()
    assert not held.filter(starts_on__gt=date(2026, 11, 24)).exists()
    assert Edition.objects.filter(starts_on__year=2028, status="projected").count() > 100
    assert EditionChange.objects.count() >= Edition.objects.count()

    carnival = Edition.objects.get(festival__slug="banyuwangi-ethno-carnival", starts_on__year=2025)
    assert (carnival.starts_on, carnival.status) == (date(2025, 7, 12), Edition.Status.HELD)
    bakungan = Edition.objects.get(festival__slug="seblang-bakungan", starts_on__year=2025)
    assert (bakungan.planned_starts_on, bakungan.changes.count()) == (date(2025, 6, 15), 2)

    for path in ("/id/", "/en/calendar/2025/7/", "/id/festivals/keboan-aliyan/"):
        assert client.get(path).status_code == 200

    ijen = Place.objects.get(slug="kawah-ijen")
    ijen.opening_hours = "03:00-11:00"
    ijen.save()
    FestivalPage.objects.filter(slug="keboan-aliyan").update(title="Our own words")

    Site.objects.update(hostname="festival.example")

    assert load() == "0 places, 0 festivals, 0 pages added.\n"

    ijen.refresh_from_db()
    assert ijen.opening_hours == "03:00-11:00"
    assert FestivalPage.objects.filter(title="Our own words").count() == 2
    assert Site.objects.get().hostname == "festival.example"
