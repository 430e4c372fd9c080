"""A date rule at the desk: fields that speak its calendar, dates while typing, nothing lost."""

import tomllib
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict

from festivals import scheduling
from festivals.desk.rule_form import RuleForm
from festivals.desk.rule_parts import rule_of, values_of
from festivals.models import Edition, Festival
from festivals.projecting import horizon, project
from tests.factories import FestivalFactory, PlaceFactory
from tests.festivals.dates.past import SAMPLE

pytestmark = pytest.mark.django_db

SAMPLE_RULES = {
    row["slug"]: row["rule"]
    for row in tomllib.loads(SAMPLE.read_text(encoding="utf-8"))["festival"]
}
ALIYAN = {
    "date_rule-calendar": "hijri",
    "date_rule-hijri_month": "1",
    "date_rule-first_day": "1",
    "date_rule-pick": "nth_weekday_after",
    "date_rule-pick_weekdays": ["SU"],
    "date_rule-pick_n": "1",
}
DATES = "/admin/festivals/rule-dates/"


def typed(form: RuleForm) -> QueryDict:
    """What a browser sends of the form as it is drawn, and of nothing that it cannot show."""
    data = QueryDict(mutable=True)
    page = BeautifulSoup("".join(str(field) for field in form), "html.parser")
    for box in page.find_all("input"):
        if box["type"] != "checkbox":
            data[box["name"]] = box.get("value", "")
        elif box.has_attr("checked"):
            data.appendlist(box["name"], box.get("value", "on"))
    for text in page.find_all("textarea"):
        data[text["name"]] = text.get_text().strip()
    for select in page.find_all("select"):
        options = select.find_all("option")
        chosen = [option for option in options if option.has_attr("selected")] or options[:1]
        data[select["name"]] = chosen[0].get("value", "")
    return data


@pytest.mark.parametrize("slug", SAMPLE_RULES)
def test_a_stored_rule_comes_through_the_form_unchanged(slug):
    FestivalFactory(slug="tumpeng-sewu")
    stored = RuleForm(prefix="rule", initial=values_of(SAMPLE_RULES[slug]))

    form = RuleForm(typed(stored), prefix="rule")

    assert form.is_valid(), form.errors
    assert rule_of(form.cleaned_data) == SAMPLE_RULES[slug]


@pytest.mark.parametrize(
    "rule",
    [
        {"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=7;BYDAY=-2SA"},
        {"calendar": "gregorian", "rule": "FREQ=MONTHLY;BYDAY=-3SA"},
        {"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=07;BYMONTHDAY=1"},
        {
            "calendar": "announced",
            "typical_months": [2, 3],
            "hijri_window": {"month": 9, "from": 15, "to": 25},
        },
        {"calendar": "balinese_saka", "month": 10, "day": 1},
    ],
)
def test_what_no_field_can_say_stays_as_it_was_written(rule):
    form = RuleForm(typed(RuleForm(prefix="rule", initial=values_of(rule))), prefix="rule")

    assert form.is_valid(), form.errors
    assert rule_of(form.cleaned_data) == rule


def test_a_saka_month_may_be_stored_by_its_name():
    values = values_of({"calendar": "balinese_saka", "month": "Kadasa", "day": 1})

    assert values["saka_month"] == 10


@pytest.mark.parametrize(
    "values",
    [
        {"date_rule-further": "[1]"},
        {"date_rule-further": "5"},
        {"date_rule-further": '"x"'},
        {"date_rule-further": "[" * 1900},
        {"date_rule-further": '{"note": ' + "9" * 1900 + "}"},
        {"date_rule-further": '{"note": NaN}'},
        {"date_rule-further": '{"note": "\\u0000"}'},
        {"date_rule-further": "x" * 100_000},
        {
            "date_rule-calendar": "gregorian",
            "date_rule-civil_form": "text",
            "date_rule-rule": "FREQ=YEARLY;INTERVAL=" + "9" * 150,
        },
        {"date_rule-first_day": "9" * 5000},
    ],
)
def test_hostile_input_is_a_sentence_and_no_crash(editor, values):
    assert editor.post(DATES, ALIYAN | values).status_code == 422
    assert add(editor, **ALIYAN | values).status_code == 200
    assert not Festival.objects.exists()


def test_a_length_of_many_digits_is_taken_for_the_usual_one(editor):
    assert editor.post(DATES, ALIYAN | {"usual_days": "9" * 5000}).status_code == 200


def test_a_slug_that_other_rules_follow_is_kept(editor):
    add(editor, **ALIYAN)
    festival = Festival.objects.get(slug="aliyan")
    FestivalFactory(
        name_id="Mepe Kasur", date_rule={"calendar": "same_day_as", "festival": "aliyan"}
    )

    response = editor.post(
        f"/admin/snippets/festivals/festival/edit/{festival.pk}/",
        facts(**ALIYAN | {"slug": "other"}),
    )

    assert "Tanggal Mepe Kasur mengikuti slug ini" in response.content.decode()


def test_older_ways_to_write_a_rule_mean_the_same():
    values = values_of(
        {
            "calendar": "javanese",
            "anchor": {"month": 12, "day": 15},
            "pick": {"type": "nearest_weekday", "weekday": "SU"},
            "uncertainty_days": 2,
        }
    )

    assert (values["javanese_month"], values["first_day"]) == ("Besar", 15)
    assert (values["pick_weekdays"], values["before"], values["after"]) == (["SU"], 2, 2)


def facts(**more):
    return {
        "slug": "aliyan",
        "name_en": "Keboan",
        "name_id": "Keboan",
        "category": "ritual",
        "place": PlaceFactory().pk,
        "usual_days": 1,
        "date_rule-further": "{}",
        **more,
    }


def add(editor, **more):
    return editor.post("/admin/snippets/festivals/festival/add/", facts(**more))


def test_a_new_festival_has_its_dates_at_once(editor):
    response = add(editor, **ALIYAN)

    assert response.status_code == 302
    festival = Festival.objects.get(slug="aliyan")
    assert festival.date_rule["pick"] == {
        "type": "nth_weekday_after",
        "weekdays": ["SU"],
        "n": 1,
    }
    days = Edition.objects.filter(festival=festival).values_list("starts_on", flat=True)
    assert list(days) == [date(2027, 6, 13), date(2028, 5, 28)]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"date_rule-first_day": "31"}, "sama dengan 30"),
        ({"date_rule-first_day": "", "date_rule-pick": ""}, "Hari: "),
        ({"date_rule-hijri_month": "13"}, "Bulan: "),
        ({"date_rule-pick_weekdays": []}, "Hari dalam pekan: "),
        (
            {
                "date_rule-calendar": "gregorian",
                "date_rule-civil_form": "text",
                "date_rule-rule": "FREQ=YEARLY;BYMONTH=13",
            },
            "BYMONTH=13 dalam FREQ=YEARLY;BYMONTH=13: nilainya dari 1 sampai 12",
        ),
        (
            {
                "date_rule-calendar": "pawukon",
                "date_rule-wuku": "Sinta",
                "date_rule-weekday": "WE",
                "date_rule-pasaran": "Legi",
            },
            "WE dan Legi tidak pernah bertemu dalam wuku Sinta",
        ),
        ({"date_rule-further": "{"}, "Bagian lain: "),
        ({"date_rule-further": '{"moon": 1}'}, "“moon” tidak dikenal dalam “hijri”"),
    ],
)
def test_nonsense_is_refused_in_the_editors_language_and_nothing_is_lost(editor, values, sentence):
    response = add(editor, **ALIYAN | values)

    html = response.content.decode()
    assert response.status_code == 200
    assert sentence in html
    assert 'value="aliyan"' in html
    assert not Festival.objects.exists()


def test_a_rule_that_follows_itself_is_refused(editor):
    FestivalFactory(slug="b", date_rule={"calendar": "same_day_as", "festival": "aliyan"})
    rule = {"date_rule-calendar": "same_day_as", "date_rule-festival": "b"}

    response = add(editor, **rule)

    assert "aliyan → b → aliyan" in response.content.decode()


def test_a_saved_rule_takes_its_followers_along(editor):
    add(editor, **ALIYAN)
    festival = Festival.objects.get(slug="aliyan")
    follower = FestivalFactory(date_rule={"calendar": "same_day_as", "festival": "aliyan"})

    editor.post(
        f"/admin/snippets/festivals/festival/edit/{festival.pk}/",
        facts(**ALIYAN | {"date_rule-pick_n": "2"}),
    )

    assert follower.editions.first().starts_on == date(2027, 6, 20)


def test_the_next_five_dates_stand_there_while_one_types(editor):
    html = editor.post(DATES, ALIYAN | {"slug": "new"}).content.decode()

    assert html.count("date-rule__row") == 6  # The list and its five rows.
    assert "Minggu 13 Juni 2027" in html
    assert "Jika bulannya mulai sehari lebih awal, menjadi 6 Juni." in html


def test_a_window_is_told_in_words_beside_its_bar(editor):
    tumpeng = ALIYAN | {
        "date_rule-hijri_month": "12",
        "date_rule-pick": "first_weekday_on_or_after",
        "date_rule-pick_weekdays": ["TH", "SU"],
    }

    html = editor.post(DATES, tumpeng).content.decode()

    assert "15 April sampai 19 April 2029" in html


def test_what_is_missing_is_told_while_one_types(editor):
    response = editor.post(DATES, ALIYAN | {"date_rule-hijri_month": ""})

    assert response.status_code == 422
    assert "Bulan: Kolom ini" in response.content.decode()


def test_dates_while_typing_are_for_editors_only(client, homes):
    assert client.get(DATES).status_code == 302
    assert client.post(DATES, ALIYAN)["Location"].startswith("/admin/login/")


@pytest.fixture
def followed(editor):
    """Aliyan, projected from 2027 to 2029 and confirmed once; a festival that follows it."""
    add(editor, **ALIYAN)
    aliyan = Festival.objects.get(slug="aliyan")
    mepe = FestivalFactory(
        name_id="Mepe Kasur", date_rule={"calendar": "same_day_as", "festival": "aliyan"}
    )
    now = datetime.now(UTC)
    for festival in (aliyan, mepe):
        project(festival, first=now.date(), last=horizon(now.date()), at=now)
    scheduling.confirm(
        aliyan.editions.order_by("starts_on").first(),
        at=now,
        authority="office",
        reason="Agreed",
    )
    return aliyan


def test_another_rule_shows_first_what_it_would_change_and_saving_does_just_that(editor, followed):
    other = ALIYAN | {"date_rule-first_day": "10", "slug": "aliyan", "usual_days": "1"}
    before = {row.uid: row.starts_on for row in Edition.objects.all()}
    shown = editor.post(f"{DATES}?festival={followed.pk}", other)
    told = {
        (row.festival.name_id, row.before.first, row.after.first)
        for row in shown.context["consequences"]
    }
    assert {row.uid: row.starts_on for row in Edition.objects.all()} == before

    editor.post(f"/admin/snippets/festivals/festival/edit/{followed.pk}/", facts(**other))

    after = Edition.objects.select_related("festival")
    assert {row.uid for row in after} == set(before)
    moved = [row for row in after if row.starts_on != before[row.uid]]
    assert {(row.festival.name_id, before[row.uid], row.starts_on) for row in moved} == told
    assert {row.festival.name_id for row in moved} == {"Keboan", "Mepe Kasur"}
    assert {row.status for row in moved} == {"projected"}


def test_a_rule_as_it_is_stored_and_a_new_festival_change_nothing(editor, followed):
    stored = ALIYAN | {"slug": "aliyan", "usual_days": "1"}

    assert editor.post(f"{DATES}?festival={followed.pk}", stored).context["consequences"] is None
    assert editor.post(DATES, stored).context["consequences"] is None
    assert editor.post(f"{DATES}?festival=x", stored).context["consequences"] is None


def test_the_form_of_a_stored_festival_asks_for_its_own_dates(editor, followed):
    html = editor.get(f"/admin/snippets/festivals/festival/edit/{followed.pk}/").content.decode()

    assert f'data-preview="{DATES}?festival={followed.pk}"' in html
