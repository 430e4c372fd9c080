"""The company, its approval by the office, and where visitors see it."""

from datetime import date

import pytest
from django.core.cache import cache, caches
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from festivals import licensing
from festivals.models import Operator, Tour
from tests.factories import EditionFactory
from tests.festivals.operators.signing import DESK, NOW, feed_of, operator_called, text

pytestmark = pytest.mark.django_db
LIST, COMPANY = "/en/operators/list/", f"{DESK}company/"
FILLED = {
    "name": "Ijen Jaya Tour",
    "licence": "551/2024",
    "website": "ijen.example.org",
    "phone": "+62 812 3456",
    "languages": ["nl", "en"],
    "about_en": "Small groups\nto the rituals.",
    "about_id": "Kelompok kecil ke ritual.",
}
GOES = "Go with"


@pytest.fixture
def approved(operator) -> Operator:
    licensing.describe(operator, **FILLED | {"website": "https://ijen.example.org"})
    return licensing.approve(operator, at=NOW)


@pytest.fixture
def edition(festival_page, settings):
    settings.KEEP_PAGES = True
    cache.clear()
    caches["limits"].clear()
    row = EditionFactory(starts_on=date(2027, 6, 6), festival__slug="keboan")
    festival_page(row.festival)
    return row


def page(client) -> str:
    return text(client.get("/en/festivals/keboan/"))


def test_a_company_says_what_it_is(desk, operator):
    assert desk.post(COMPANY, FILLED).status_code == 303

    operator.refresh_from_db()
    assert operator.website == "https://ijen.example.org"
    assert operator.about_en == "Small groups to the rituals."
    assert operator.languages_in_words == ["English", "Dutch"]
    assert not operator.is_approved


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": ""}, "This field is required."),
        ({"name": "x" * 121}, "at most 120 characters"),
        ({"website": "javascript:alert(1)"}, "Give an address as https://example.org."),
        ({"website": "ftp://example.org"}, "Give an address as https://example.org."),
        ({"website": "not a site"}, "Give an address as https://example.org."),
        ({"languages": ["xx"]}, "xx is not one of the available choices"),
        ({"about_en": "x" * 301}, "at most 300 characters"),
    ],
)
def test_what_cannot_be_meant_is_422_and_keeps_what_was_typed(desk, values, words):
    response = desk.post(COMPANY, FILLED | values)

    assert response.status_code == 422
    assert words in text(response)
    assert "+62 812 3456" in text(response)
    assert not Operator.objects.exclude(licence="").exists()


def test_only_approved_companies_are_listed_with_what_they_filled_in(client, approved):
    operator_called("other@example.org", name="Not looked at")
    operator_called("bare@example.org", name="Bare Tour", approved=True)

    html = text(client.get(LIST))

    assert "Ijen Jaya Tour" in html
    assert 'href="https://ijen.example.org" rel="noopener nofollow"' in html
    assert "English, Dutch" in html
    assert "Not looked at" not in html
    assert "example.org@" not in html
    assert "ijen@example.org" not in html
    assert html.count("<dl") == 1


def test_each_language_has_its_own_sentence(client, approved):
    assert "Kelompok kecil" not in text(client.get(LIST))
    assert "Kelompok kecil" in text(client.get("/id/operators/list/"))


def test_the_list_takes_the_same_queries_however_long(client, django_assert_num_queries):
    for number in range(5):
        operator_called(f"a{number}@example.org", name=f"Tour {number}", approved=True)

    with django_assert_num_queries(1):
        client.get(LIST)


def test_an_empty_list_says_so(client):
    assert "has not approved any yet" in text(client.get(LIST))


def test_another_phone_stays_approved_and_another_name_is_looked_at_anew(desk, approved):
    desk.post(COMPANY, FILLED | {"phone": "1"})
    assert Operator.objects.get(pk=approved.pk).is_approved

    desk.post(COMPANY, FILLED | {"name": "Another"})
    assert not Operator.objects.get(pk=approved.pk).is_approved
    assert "Not approved yet." in text(desk.get(DESK))


def test_what_was_not_looked_at_is_not_approved(operator):
    """The operator writes another address while the office looks."""
    seen = licensing.version(operator)
    licensing.describe(operator, **FILLED | {"website": "https://other.example"})

    with pytest.raises(licensing.ChangedMeanwhile):
        licensing.approve(operator, at=NOW, seen=seen)


def test_a_company_without_a_name_is_approved_by_nobody(operator):
    Operator.objects.filter(pk=operator.pk).update(name="")

    with pytest.raises(licensing.NameMissing):
        licensing.approve(operator, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Operator.objects.filter(pk=operator.pk).update(approved_at=NOW)


def test_an_address_is_one_account_in_small_letters(operator):
    assert licensing.found("ijen@example.org", at=NOW) is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Operator.objects.filter(pk=operator.pk).update(email="IJEN@example.org")


def test_who_runs_the_next_edition_stands_on_the_page_of_the_festival(client, approved, edition):
    assert GOES not in page(client)
    licensing.run(approved, edition, note_en="By minibus.", note_id="Naik minibus.")

    html = page(client)

    assert GOES in html
    assert 'href="https://ijen.example.org" rel="noopener nofollow">Ijen Jaya Tour</a>' in html
    assert "By minibus." in html
    assert "Naik minibus." not in html


def test_a_withdrawn_approval_takes_it_off_at_once(client, approved, edition):
    licensing.run(approved, edition)
    assert GOES in page(client)
    assert "Ijen Jaya" in text(client.get(LIST))

    licensing.withdraw(approved)

    assert GOES not in page(client)
    assert "Ijen Jaya" not in text(client.get(LIST))


def test_a_later_edition_is_not_told_of_before_the_next(client, approved, edition):
    later = EditionFactory(festival=edition.festival, starts_on=date(2028, 6, 6))
    licensing.run(approved, later)

    assert GOES not in page(client)


@pytest.mark.usefixtures("edition")
def test_a_tour_is_marked_in_the_list_of_a_feed_and_twice_is_once(desk, approved, edition):
    row = feed_of(approved)
    EditionFactory(cancelled=True)
    html = text(desk.get(f"{DESK}{row.pk}/editions/"))
    assert html.count("We run this") == 1

    for _ in range(2):
        response = desk.post(f"{DESK}tours/{edition.pk}/", {"do": "run", "subscription": row.pk})
        assert response["Location"] == f"{DESK}{row.pk}/editions/"
    assert Tour.objects.count() == 1
    assert "You go there" in text(desk.get(f"{DESK}{row.pk}/editions/"))

    for _ in range(2):
        desk.post(f"{DESK}tours/{edition.pk}/", {"do": "stop", "subscription": row.pk})
    assert not Tour.objects.exists()


def test_marking_again_keeps_the_note(desk, approved, edition):
    path = f"{DESK}tours/{edition.pk}/"
    desk.post(path, {"do": "say", "note_en": "By minibus.", "link": "ijen.example.org/keboan"})

    desk.post(path, {"do": "run"})

    tour = Tour.objects.get()
    assert (tour.note_en, tour.link) == ("By minibus.", "https://ijen.example.org/keboan")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"note_en": "x" * 201}, "at most 200 characters"),
        ({"link": "javascript:alert(1)"}, "Give an address as https://example.org."),
        ({"link": "other.example"}, "on the website of your company, ijen.example.org."),
        ({"link": "https://evil.ijen.example.org"}, "on the website of your company"),
        ({"link": "https://ijen.example.org@other.example/"}, "on the website of your company"),
        ({"link": "https://other.example\\@ijen.example.org/"}, "on the website of your company"),
    ],
)
def test_a_note_that_cannot_be_kept_is_422_with_what_was_typed(
    desk, approved, edition, values, words
):
    response = desk.post(f"{DESK}tours/{edition.pk}/", {"do": "say", "note_id": "Halo"} | values)

    assert response.status_code == 422
    assert words in text(response)
    assert "Halo" in text(response)
    assert not Tour.objects.exists()


@pytest.mark.parametrize(
    "link", ["https://ijen.example.org", "http://www.Ijen.Example.org/keboan?day=1"]
)
def test_a_link_on_the_website_of_the_company_is_kept(desk, approved, edition, link):
    desk.post(f"{DESK}tours/{edition.pk}/", {"do": "say", "link": link})

    assert Tour.objects.get().address == link


def test_a_company_without_a_website_gives_no_link(desk, approved, edition):
    licensing.describe(approved, **FILLED | {"website": ""})
    licensing.approve(approved, at=NOW)

    response = desk.post(f"{DESK}tours/{edition.pk}/", {"do": "say", "link": "other.example"})

    assert response.status_code == 422
    assert "Say first which website your company has" in text(response)


def test_a_link_that_is_not_on_the_new_website_is_not_shown(client, approved, edition):
    licensing.run(approved, edition, link="https://ijen.example.org/keboan")
    assert 'href="https://ijen.example.org/keboan"' in page(client)

    licensing.describe(approved, **FILLED | {"website": "https://new.example"})
    licensing.approve(approved, at=NOW)

    assert 'href="https://new.example" rel="noopener nofollow">Ijen Jaya Tour</a>' in page(client)


def test_a_note_is_plain_text(client, approved, edition):
    licensing.run(approved, edition, note_en="<b>cheap</b>")

    assert "&lt;b&gt;cheap" in page(client)


def test_who_is_not_approved_marks_nothing(desk, operator, edition):
    row = feed_of(operator)
    assert "We run this" not in text(desk.get(f"{DESK}{row.pk}/editions/"))

    response = desk.post(f"{DESK}tours/{edition.pk}/", {"do": "run"})

    assert response["Location"] == COMPANY
    assert not Tour.objects.exists()


def test_what_is_over_or_was_never_there_is_not_found(desk, approved):
    past = EditionFactory(starts_on=date(2026, 1, 1))

    assert desk.post(f"{DESK}tours/{past.pk}/", {"do": "run"}).status_code == 404
    assert desk.post(f"{DESK}tours/999999/", {"do": "run"}).status_code == 404


@pytest.mark.parametrize("count", [1, 7])
def test_the_list_of_a_feed_takes_the_same_queries_however_long(
    desk, approved, django_assert_num_queries, count
):
    row = feed_of(approved)
    for _ in range(count):
        licensing.run(approved, EditionFactory())

    with django_assert_num_queries(7):
        desk.get(f"{DESK}{row.pk}/editions/")


def test_a_name_and_a_language_are_checked_by_the_rows_themselves(operator):
    row = feed_of(operator)
    row.language = "fr"

    with pytest.raises(ValidationError):
        row.full_clean()
