"""The frame, the script, and the page on which a widget is put together."""

from datetime import date

import pytest
from django.core.cache import cache

from festivals.models import Festival
from tests.factories import EditionFactory, InterestFactory
from tests.festivals.widgets.asked import COMPOSE, FRAME, SCRIPT, WORDS, Reader, festival, texts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", [WORDS, FRAME])
def test_an_answer_may_be_kept_and_is_asked_again_for_a_304(client, settings, path):
    settings.KEEP_PAGES = True
    cache.clear()
    EditionFactory()
    first = client.get(path)

    again = client.get(path, headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=300"
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    Festival.objects.update(name_en="Another name")
    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 200
    cache.clear()


@pytest.mark.parametrize(
    ("path", "most"), [(WORDS, 3), (f"{WORDS}?interest=surf", 4), (FRAME, 3), (COMPOSE, 1)]
)
def test_it_takes_the_same_few_queries_however_many_there_are(
    client, path, most, django_assert_num_queries
):
    for day in range(1, 31):
        festival(f"F{day}", starts_on=date(2026, 12, day), festival__interests=["surf"])

    with django_assert_num_queries(most):
        client.get(path)


def test_an_empty_list_takes_one_query_more(client, django_assert_num_queries):
    with django_assert_num_queries(4):
        client.get(WORDS)


@pytest.mark.parametrize("path", [WORDS, FRAME, SCRIPT, COMPOSE])
def test_head_is_answered_as_get_and_nothing_sets_a_cookie(client, path):
    got, asked = client.get(path), client.head(path)

    assert (asked.status_code, asked.content) == (200, b"")
    assert asked["Content-Type"] == got["Content-Type"]
    assert {**got.cookies, **asked.cookies} == {}
    assert client.post(path).status_code == 405


def test_only_the_frame_may_be_framed_and_it_brings_no_script(client):
    frame = client.get(FRAME)

    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame
    for path in (COMPOSE, WORDS, SCRIPT, "/en/calendar/agenda/"):
        other = client.get(path)
        assert "frame-ancestors 'none'" in other["Content-Security-Policy"]
        assert other["X-Frame-Options"] == "DENY"
    page = Reader(frame.content.decode())
    assert page.all("script") == []
    assert {"name": "robots", "content": "noindex"} in page.all("meta")


@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_the_frame_takes_the_light_that_it_is_asked_for(client, theme):
    page = Reader(client.get(f"/id/widget/?theme={theme}").content.decode())

    assert page.all("html") == [{"lang": "id", "class": f"widget-page widget-page--{theme}"}]


def test_links_of_the_frame_open_beside_the_page_around_it(client):
    EditionFactory()

    links = Reader(client.get(FRAME).content.decode()).all("a")

    assert len(links) == 2
    assert {(a["target"], a["rel"]) for a in links} == {("_blank", "noopener")}
    assert all(a["href"].startswith("http://testserver/en/") for a in links)


def test_the_script_is_one_small_file_with_its_sheet(client):
    response = client.get(SCRIPT)
    script = response.content.decode()

    assert len(response.content) < 10_000
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert ".festivals__name" in script
    assert "widget.css" not in script
    for word in (
        "eval",
        "Function(",
        "innerHTML",
        "cookie =",
        "localStorage",
        "import",
        "sessionStorage",
    ):
        assert word not in script


def test_the_script_has_a_stable_address_and_is_asked_again_for_a_304(client):
    first = client.get(SCRIPT)

    again = client.get(SCRIPT, headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=3600, stale-while-revalidate=604800"
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"


def test_the_texts_to_copy_ask_for_what_was_chosen(client):
    InterestFactory(slug="surf")
    query = "category=sea&category=music&interest=surf&projected=1&lang=id&count=3&theme=dark"

    script, frame = map(Reader, texts(client, query))

    filters = "category=sea&category=music&interest=surf&projected=1"
    assert script.all("script") == [
        {
            "async": None,
            "src": "http://testserver/widget.js",
            "data-filter": filters,
            "data-lang": "id",
            "data-count": "3",
            "data-theme": "dark",
        }
    ]
    assert script.all("a")[0]["href"].startswith(
        "http://testserver/id/calendar/agenda/?category=sea"
    )
    page = frame.all("iframe")[0]
    assert page["src"] == f"http://testserver/id/widget/?{filters}&count=3&theme=dark"
    assert page["title"] == "Festival berikutnya di Banyuwangi"
    assert client.get(page["src"].removeprefix("http://testserver")).status_code == 200


def test_the_texts_of_the_plain_page_are_as_short_as_they_can_be(client):
    script, frame = texts(client)

    assert script.startswith(
        '<script async src="http://testserver/widget.js" data-lang="en"></script>'
    )
    assert '<iframe src="http://testserver/en/widget/" ' in frame


def test_days_that_pass_are_no_part_of_a_widget(client):
    assert "2026" not in "".join(texts(client, "from=2026-12-01&to=2026-12-31&past=all"))


@pytest.mark.parametrize("query", ["count=99", "category=x", "lang=fr"])
def test_the_page_says_what_is_wrong_and_gives_no_text_to_copy(client, query):
    response = client.get(f"{COMPOSE}?{query}")

    assert response.status_code == 400
    assert b'role="alert"' in response.content
    assert texts(client, query) == []


def test_all_that_is_wrong_stands_in_one_place(client):
    page = client.get(f"{COMPOSE}?count=99&category=x").content.decode()

    assert page.count('role="alert"') == 1
    assert "Give a whole number from 1 to 20." in page
    assert 'href="#id_category"' in page


def test_the_page_says_what_the_other_site_has_to_allow(client):
    page = client.get(COMPOSE).content.decode()

    assert "script-src http://testserver; connect-src http://testserver" in page
    assert "frame-src http://testserver" in page
    assert "Neither way sets a cookie" in page


def test_the_calendar_leads_to_the_page(client):
    assert f'href="{COMPOSE}"' in client.get("/en/calendar/2026/12/").content.decode()


def test_the_script_is_there_while_the_site_is_being_worked_on(client, settings):
    settings.MAINTENANCE = True

    assert client.get(SCRIPT).status_code == 200
    assert client.get(WORDS).status_code == 503
