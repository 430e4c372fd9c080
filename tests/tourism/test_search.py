"""Search by names that may be misspelt, in both languages, on any database."""

import tomllib

import pytest

from festivals.models import FestivalPage
from tests.factories import FestivalFactory, PlaceFactory
from tests.festivals.dates.past import SAMPLE
from tourism.base.spelling import Spelling

ROWS = tomllib.loads(SAMPLE.read_text(encoding="utf-8"))["festival"]
PLACES = tomllib.loads(
    (SAMPLE.parents[2] / "destinations/sample_data/places.toml").read_text(encoding="utf-8")
)["place"]
NAMES = Spelling({row["slug"]: [row["name_en"], row["name_id"]] for row in (*ROWS, *PLACES)})
MISSPELT = {
    "gandrng": "gandrung-sewu",
    "gandrung seu": "gandrung-sewu",
    "seblag olehsari": "seblang-olehsari",
    "seblng bakungan": "seblang-bakungan",
    "kebo keboan alasmalng": "kebo-keboan-alasmalang",
    "keboan alian": "keboan-aliyan",
    "petik laut mncar": "petik-laut-muncar",
    "petik lauth pancer": "petik-laut-pancer",
    "tumpng sewu": "tumpeng-sewu",
    "tumpeng sew": "tumpeng-sewu",
    "barog ider bumi": "barong-ider-bumi",
    "puter kayn": "puter-kayun",
    "etno karnival": "banyuwangi-ethno-carnival",
    "ethno carnaval": "banyuwangi-ethno-carnival",
    "kuwng": "festival-kuwung",
    "ngopi sepulu ewu": "ngopi-sepuluh-ewu",
    "gredoan macan": "gredoan-macan-putih",
    "gredowan": "gredoan-macan-putih",
    "melasty boom": "melasti-boom",
    "galungn": "galungan-patoman",
    "endog endogan": "endhog-endhogan",
    "ithuk ithukan": "ithuk-ithukan-rejopuro",
    "mepe kasor": "mepe-kasur",
    "resik lawn": "resik-lawon-cungking",
    "bubak bumi karangdoro": "bubak-bumi",
    "imlek": "festival-imlek",
    "waisyak": "waisak",
    "batik festifal": "banyuwangi-batik-festival",
    "padang ulanan": "padhang-ulanan",
    "durian songon": "festival-durian-songgon",
    "kawa ijen": "kawah-ijen",
    "kawah ijn": "kawah-ijen",
    "plengkng": "plengkung-g-land",
    "sukamede": "sukamade",
    "pulau merh": "pulau-merah",
    "red iland": "pulau-merah",
    "balurn bekol": "baluran-bekol",
    "teluk hijo": "teluk-hijau",
    "green bey": "teluk-hijau",
    "pagerwesy": "pagerwesi-giri-salaka",
}


def test_of_forty_misspelt_names_the_right_one_is_among_the_first_three():
    wrong = {
        query: slug
        for query, slug in MISSPELT.items()
        if slug not in [key for key, _ in NAMES.find(query, 3)]
    }

    assert len(MISSPELT) == 40
    assert len(wrong) <= 2, wrong


def test_words_of_two_names_find_both():
    found = {key for key, _ in NAMES.find("gandrng belambangan", 10)}

    assert "gandrung-sewu" in found
    assert any("blambangan" in key for key in found)


@pytest.mark.parametrize("query", ["", " ", "?!", "qqqq", "x" * 5000, "'; DROP TABLE", "%00"])
def test_what_names_nothing_finds_nothing(query):
    assert NAMES.find(query, 3) == []


@pytest.fixture
def pages(festival_page, destination_page):
    festival_page(FestivalFactory(name_en="Thousand Dancers", name_id="Gandrung Sewu"))
    destination_page(PlaceFactory(name_en="Blambangan Park", name_id="Taman Blambangan"))


def search(client, query, language="en"):
    return client.get(f"/{language}/search/", {"q": query})


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "id"])
def test_a_page_is_found_by_its_name_in_either_language_though_misspelt(client, pages, language):
    festival = search(client, "gandrng", language).context["found"]
    place = search(client, "belambangan", language).context["found"]

    assert [page.festival.name_id for page in festival.festivals] == ["Gandrung Sewu"]
    assert [page.place.name_id for page in place.destinations] == ["Taman Blambangan"]


@pytest.mark.django_db
def test_a_page_is_found_by_its_words_too(client, pages):
    found = search(client, "story").context["found"]

    assert found.count == 2


@pytest.mark.django_db
def test_a_new_name_is_found_at_once_and_an_old_one_no_more(client, pages):
    search(client, "gandrung")
    page = FestivalPage.objects.get(locale__language_code="en")
    page.title, page.festival.name_en, page.festival.name_id = ("Jazz",) * 3
    page.festival.save()
    page.save_revision().publish()

    assert search(client, "jaz").context["found"].festivals == [page]
    assert search(client, "gandrung").context["found"].festivals == []


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "zzzz", "a\x00b", "'\"()*:&|!", "x" * 2000])
def test_odd_queries_are_answered_with_what_to_try(client, homes, query):
    response = search(client, query)

    assert response.status_code == 200
    assert 'name="q"' in response.content.decode()
    assert "noindex" in response.content.decode()


@pytest.mark.django_db
def test_an_address_that_is_not_there_offers_the_search(client, homes):
    html = client.get("/en/nothing/").content.decode()

    assert 'action="/en/search/"' in html


@pytest.mark.django_db
def test_a_search_takes_the_same_few_queries(client, pages, django_assert_max_num_queries):
    search(client, "gandrung")

    with django_assert_max_num_queries(10):
        search(client, "gandrung")
