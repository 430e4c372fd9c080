"""Pictures as a visitor's browser is given them: small files, no jumps, credit and alt text."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from destinations.models import DestinationPage
from festivals.models import FestivalPage
from tests.factories import EditionFactory, FestivalFactory, PlaceFactory
from tests.tourism.photographs import upload
from tourism.base.models import CreditedImage
from tourism.home.loading import branches
from tourism.home.models import ArticleIndexPage, ArticlePage

pytestmark = pytest.mark.django_db

ALT, CREDIT = "Dancers in a row", "Picture: Sri, CC BY 4.0"


def photo(title="Dancers") -> CreditedImage:
    return CreditedImage.objects.create(
        title=title,
        file=upload(with_notes=False),
        credit="Sri, CC BY 4.0",
        description=ALT,
    )


@pytest.fixture
def covered(homes, festival_page, destination_page):
    """A festival, a place and an article, each with a cover; one picture in a body."""
    picture = photo()
    festival = EditionFactory(festival=FestivalFactory(slug="kuwung")).festival
    festival_page(festival)
    destination_page(PlaceFactory(slug="ijen"))
    branch = branches(homes, ArticleIndexPage, "articles")["en"]
    body = [("image", {"image": picture, "caption": "At night"}), ("gallery", [{"image": picture}])]
    branch.add_child(
        instance=ArticlePage(title="Moons", slug="moons", locale=branch.locale, body=body)
    )
    for model in (FestivalPage, DestinationPage, ArticlePage):
        model.objects.update(cover=picture)


def pictures_of(client, path: str) -> list[str]:
    html = client.get(path).content.decode()
    assert html.count(CREDIT) >= html.count("<picture")
    return re.findall(r"<picture>.*?</picture>", html, re.S)


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/en/festivals/kuwung/", 1),
        ("/en/destinations/ijen/", 1),
        ("/en/articles/moons/", 3),
        ("/en/festivals/", 1),
        ("/en/destinations/", 1),
        ("/en/articles/", 1),
        ("/en/search/?q=moons", 1),
        ("/en/", 2),
    ],
)
def test_a_picture_comes_in_three_formats_with_sizes_measures_and_credit(
    client, covered, path, count
):
    pictures = pictures_of(client, path)

    assert len(pictures) >= count
    for picture in pictures:
        assert re.findall(r'<source[^>]+type="image/(\w+)"', picture) == ["avif", "webp"]
        sized = r'<source sizes="[^"]+" srcset="[^"]+ \d+w, [^"]+ \d+w"'
        assert len(re.findall(sized, picture)) == 2
        image = re.search(r"<img[^>]+>", picture)[0]
        assert re.search(r'srcset="[^"]+\.jpg \d+w, [^"]+\.jpg \d+w', image)
        assert all(f' {name}="' in image for name in ("width", "height", "sizes", "alt"))


@pytest.mark.parametrize(
    "path", ["/en/festivals/kuwung/", "/en/destinations/ijen/", "/en/articles/moons/"]
)
def test_a_cover_tells_what_it_shows_and_is_fetched_first(client, covered, path):
    cover = pictures_of(client, path)[0]

    assert f'alt="{ALT}"' in cover
    assert 'fetchpriority="high"' in cover
    assert "lazy" not in cover


@pytest.mark.parametrize("path", ["/en/festivals/", "/en/destinations/", "/en/articles/"])
def test_pictures_of_cards_wait_until_they_are_seen_and_repeat_no_name(client, covered, path):
    assert all(
        'loading="lazy"' in picture and 'alt=""' in picture for picture in pictures_of(client, path)
    )


def test_a_picture_without_description_is_not_called_by_the_name_of_its_file(client, covered):
    CreditedImage.objects.update(description="", title="IMG_2041")

    assert 'alt=""' in pictures_of(client, "/en/festivals/kuwung/")[0]


@pytest.mark.parametrize("kind", ["festivals", "destinations"])
def test_covers_cost_a_list_no_query_each(client, festival_page, destination_page, kind):
    def add(count: int) -> None:
        for _ in range(count):
            if kind == "festivals":
                festival_page(FestivalFactory())
            else:
                destination_page(PlaceFactory())
        for page in model.objects.filter(cover=None):
            model.objects.filter(pk=page.pk).update(cover=photo())

    def queries() -> int:
        client.get(f"/en/{kind}/")  # Makes the files.
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/en/{kind}/")
        return len(asked)

    model = FestivalPage if kind == "festivals" else DestinationPage
    add(1)
    few = queries()
    add(3)

    assert queries() == few
