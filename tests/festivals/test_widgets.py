"""The next festivals on other people's sites: words, frame, script, and the page to compose."""

import html
import json
import re
from datetime import UTC, date, datetime, time, timedelta
from html.parser import HTMLParser

import pytest
from django.core.cache import cache

from festivals import scheduling
from festivals.models import Edition, Festival
from tests.factories import EditionFactory, FestivalFactory, InterestFactory
from tourism.base.middleware import LONGEST_QUERY

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
WORDS, FRAME, COMPOSE, SCRIPT = (
    "/en/widget.json",
    "/en/widget/",
    "/en/calendar/widget/",
    "/widget.js",
)
SAID = {"at": datetime(2026, 11, 24, 9, tzinfo=UTC), "authority": "village", "reason": "High waves"}
HOSTILE = '</script><img src=x onerror="alert(1)">\u202e"\'&'


def told(client, query: str = "", language: str = "en") -> dict:
    response = client.get(f"/{language}/widget.json?{query}")
    assert response.status_code == 200
    return json.loads(response.content)


def names(client, query: str = "") -> list[str]:
    return [row["name"] for row in told(client, query)["festivals"]]


def festival(name: str, **facts) -> Edition:
    return EditionFactory(festival__name_en=name, festival__name_id=f"{name} id", **facts)


class Reader(HTMLParser):
    """The elements of a page: name and attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def all(self, wanted: str) -> list[dict]:
        return [given for tag, given in self.found if tag == wanted]


def texts(client, query: str = "") -> list[str]:
    """The texts to copy, as the reader of the page copies them."""
    page = client.get(f"{COMPOSE}?{query}").content.decode()
    return [
        html.unescape(text) for text in re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)
    ]


def test_the_next_festivals_in_words_of_each_language(client, festival_page):
    edition = festival("Kuwung", starts_on=date(2026, 12, 5), starts_at=time(19))
    slug = festival_page(edition.festival)["en"].slug
    where = edition.where

    english, indonesian = told(client)["festivals"][0], told(client, language="id")["festivals"][0]

    assert english == {
        "name": "Kuwung",
        "url": f"http://testserver/en/festivals/{slug}/",
        "day": "5",
        "month": "Dec",
        "dates": "5 December 2026, from 19:00 WIB",
        "place": f"{where.name_en}, Licin",
        "status": "confirmed",
        "mark": "confirmed",
        "certainty": "Confirmed",
        "why": "",
        "is_off": False,
    }
    assert indonesian["dates"] == "5 Desember 2026, mulai 19:00 WIB"
    assert indonesian["certainty"] == "Dipastikan"


def test_what_is_over_or_has_no_day_is_no_next_festival(client):
    festival("Over", starts_on=TODAY - timedelta(days=1))
    festival("On now", starts_on=TODAY - timedelta(days=3), days=4)
    festival("Some day", starts_on=date(2026, 12, 1), precision="month")

    assert names(client) == ["On now"]
    assert names(client, "past=all") == ["On now"]


def test_five_are_told_unless_another_number_is_asked_for(client):
    for day in range(1, 22):
        festival(f"F{day}", starts_on=date(2026, 12, day))

    assert names(client) == ["F1", "F2", "F3", "F4", "F5"]
    assert len(names(client, "count=20")) == 20
    assert names(client, "count=1") == ["F1"]


def test_a_weekly_festival_does_not_crowd_out_the_others(client):
    weekly = FestivalFactory(name_en="Weekly")
    for week in range(4):
        EditionFactory(festival=weekly, starts_on=date(2026, 12, 1 + 7 * week))
    festival("Kuwung", starts_on=date(2026, 12, 30))

    assert names(client) == ["Weekly", "Kuwung"]
    assert names(client, f"festival={weekly.slug}&count=3") == ["Weekly"] * 3


def test_the_filters_of_the_calendar_narrow_a_widget_and_name_it(client):
    festival("Waves", festival__interests=["surf"])
    festival("Drums")

    found = told(client, "interest=surf")

    assert [row["name"] for row in found["festivals"]] == ["Waves"]
    assert found["about"] == "Surf"
    assert found["more"]["url"] == "http://testserver/en/calendar/agenda/?interest=surf"


def test_a_reckoned_date_is_told_only_where_it_is_asked_for_and_as_expected(client):
    festival(
        "Seblang",
        projected=True,
        starts_on=date(2027, 3, 14),
        earliest_on=date(2027, 3, 12),
        latest_on=date(2027, 3, 16),
    )
    festival("Keboan", projected=True, starts_on=date(2027, 6, 6))

    assert names(client) == []
    rows = told(client, "projected=1")["festivals"]
    assert [row["certainty"] for row in rows] == [
        "Expected between 12 March and 16 March 2027",
        "Expected, not confirmed yet",
    ]


def test_what_is_cancelled_moved_or_postponed_says_so_and_why(client):
    cancelled, moved, postponed = (
        festival(f"F{day}", starts_on=date(2026, 12, day)) for day in (1, 2, 3)
    )
    scheduling.cancel(cancelled, **SAID)
    scheduling.move(moved, starts_on=date(2026, 12, 20), **SAID)
    scheduling.postpone(postponed, **SAID)

    rows = {row["name"]: row for row in told(client)["festivals"]}

    assert {name: (row["certainty"], row["is_off"]) for name, row in rows.items()} == {
        "F1": ("Cancelled", True),
        "F2": ("Moved from 2 December 2026", False),
        "F3": ("Postponed, no new day yet", True),
    }
    assert {row["why"] for row in rows.values()} == {"High waves (the village council)"}
    assert names(client, "cancelled=drop") == ["F2"]


def test_one_that_is_called_off_does_not_hide_its_next_date(client):
    twice = FestivalFactory(name_en="Twice")
    EditionFactory(festival=twice, cancelled=True, starts_on=date(2026, 12, 1))
    EditionFactory(festival=twice, starts_on=date(2026, 12, 8))

    assert [row["is_off"] for row in told(client)["festivals"]] == [True, False]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"ask_on": date(2027, 3, 1)}, "expected in June 2027; look again from 1 March 2027, when"),
        ({"ask_on": date(2026, 3, 1)}, "expected in June 2027; look again next week."),
        (None, "No date is known for this list yet. Look again next month."),
    ],
)
def test_an_empty_list_says_when_to_look_again(client, facts, sentence):
    if facts is not None:
        festival("Keboan", projected=True, starts_on=date(2027, 6, 6), **facts)

    found = told(client)

    assert found["festivals"] == []
    assert sentence in found["empty"]
    assert found["more"]["url"] == "http://testserver/en/calendar/agenda/"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("colour=red", "“colour”: no such filter. Use any of: category, interest"),
        ("category=x", "category: “x” is not known. Use any of: ritual"),
        ("count=0", "count: Give a whole number from 1 to 20."),
        ("count=21", "count: Give a whole number from 1 to 20."),
        ("count=many", "count: Give a whole number from 1 to 20."),
        ("count=" + "9" * 400, "count: Give a whole number from 1 to 20."),
        ("theme=pink", "theme: Use any of: auto, light, dark."),
        ("q=%00", "q: "),
        ("near=1", "near: "),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence_and_a_way_on(client, query, sentence):
    response = client.get(f"{WORDS}?{query}")
    refusal = json.loads(response.content)

    assert response.status_code == 400
    assert sentence in refusal["error"]
    assert refusal["more"]["url"] == "http://testserver/en/calendar/agenda/"
    assert response["Access-Control-Allow-Origin"] == "*"
    page = client.get(f"{FRAME}?{query}")
    assert page.status_code == 400
    assert html.escape(sentence) in page.content.decode()


@pytest.mark.parametrize("path", [WORDS, FRAME])
def test_hostile_values_are_answered_as_text_or_refused(client, path):
    for value in ("%3C/script%3E", "%22%3E%3Cimg%20src=x%3E", "%E2%80%AE", "%ff%fe", "'--"):
        for name in ("q", "interest", "theme", "count", "x"):
            response = client.get(f"{path}?{name}={value}")
            assert response.status_code in (200, 400)
            assert b"<img" not in response.content or path == WORDS
    assert client.get(f"{path}?q={'x' * LONGEST_QUERY}").status_code == 414


def test_a_hostile_name_is_text_everywhere(client):
    festival(HOSTILE, festival__interests=["surf"])
    InterestFactory(slug="dive", name_en=HOSTILE)

    assert names(client) == [HOSTILE]
    page = Reader(client.get(FRAME).content.decode())
    assert (page.all("img"), page.all("script")) == ([], [])
    composed = client.get(f"{COMPOSE}?interest=dive").content.decode()
    assert "onerror=&quot;" in composed
    assert "<img src=x" not in composed


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
    ("path", "most"), [(WORDS, 3), (f"{WORDS}?interest=surf", 4), (FRAME, 3), (COMPOSE, 2)]
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
