"""A date rule at the desk: fields that speak its calendar, dates while typing, nothing lost."""

import tomllib
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict

from festivals.desk.rule_form import RuleForm
from festivals.desk.rule_parts import rule_of, values_of
from festivals.models import Edition, Festival
from tests.factories import FestivalFactory
from tests.festivals.dates.past import SAMPLE
from tests.festivals.desk.rules import ALIYAN, DATES, add, facts

pytestmark = pytest.mark.django_db

SAMPLE_RULES = {
    row["slug"]: row["rule"]
    for row in tomllib.loads(SAMPLE.read_text(encoding="utf-8"))["festival"]
}


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
