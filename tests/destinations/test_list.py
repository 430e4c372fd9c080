"""The list of places as visitors get it."""

import pytest

from tests.factories import DistrictFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def test_the_list_narrows_by_the_same_words_as_the_calendar(client, ijen, destination_page):
    beach = PlaceFactory(
        kind="beach", interests=["surf"], district=DistrictFactory(slug="pesanggaran")
    )
    destination_page(beach)

    def found(query):
        pages = client.get(f"/en/destinations/?{query}", follow=True).context["pages"]
        return [found.place for found in pages]

    assert found("interest=surf") == [beach]
    assert found("district=pesanggaran") == [beach]
    assert found("kind=trek") == [ijen]
    assert found("kind=trek&kind=beach") == [ijen, beach]
    assert found("kind=trek&interest=surf") == []


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/destinations/?kind=airport", 400),
        ("/en/destinations/?interest=nix", 400),
        ("/en/destinations/?page=99", 404),
        ("/en/destinations/?page=x", 404),
        ("/en/destinations/atlantis/", 404),
    ],
)
def test_bad_addresses_get_the_right_status(client, ijen, path, status):
    assert client.get(path).status_code == status


def test_an_empty_list_says_what_to_try(client, homes):
    assert "Take a filter off." in client.get("/en/destinations/").content.decode()


@pytest.mark.parametrize("count", [3, 24])
def test_the_list_takes_the_same_few_queries(
    client, destination_page, django_assert_max_num_queries, count
):
    for _ in range(count):
        destination_page(PlaceFactory(interests=["surf", "dive"]))

    with django_assert_max_num_queries(8):
        assert client.get("/en/destinations/").context["page_obj"].paginator.count == count
