"""Commands that print dates: what other programs and people read of the rules."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command

from festivals.models import Edition
from tests.factories import EditionFactory, FestivalFactory
from tests.festivals.sample_rules import ALIYAN, TUMPENG

pytestmark = pytest.mark.django_db


def printed(*arguments):
    out, errors = io.StringIO(), io.StringIO()
    call_command("project_dates", *arguments, stdout=out, stderr=errors)
    return out.getvalue(), errors.getvalue()


def rows(*arguments):
    return list(csv.DictReader(io.StringIO(printed(*arguments)[0])))


def test_each_holding_is_a_row_with_its_window_and_reasons():
    FestivalFactory(slug="tumpeng-sewu", date_rule=TUMPENG)

    assert rows("--from", "2029", "--to", "2029") == [
        {
            "festival": "tumpeng-sewu",
            "year": "2029",
            "start": "2029-04-15",
            "end": "2029-04-15",
            "low": "2029-04-15",
            "high": "2029-04-19",
            "basis": "computed",
            "reasons": "sighting;weekday_jump",
            "month": "",
        }
    ]


def test_a_festival_that_people_announce_has_months_in_place_of_days():
    FestivalFactory(date_rule={"calendar": "announced", "typical_months": [7, 12]})

    (row,) = rows("--from", "2027", "--to", "2027")

    assert (row["start"], row["low"], row["basis"], row["month"]) == ("", "", "announced", "7;12")


def test_known_editions_are_never_asked():
    festival = FestivalFactory(slug="aliyan", date_rule=ALIYAN)
    EditionFactory(festival=festival, starts_on="2027-06-15", ends_on="2027-06-15")

    (row,) = rows("--from", "2027", "--to", "2027")

    assert row["start"] == "2027-06-13"
    assert Edition.objects.count() == 1


def test_without_decrees_every_month_is_reckoned():
    FestivalFactory(slug="aliyan", date_rule=ALIYAN)

    with_them = rows("--from", "2025", "--to", "2025")
    without = rows("--from", "2025", "--to", "2025", "--without-decrees")

    assert [row["basis"] for row in (*with_them, *without)] == ["decree", "computed"]


def test_holy_days_are_rows_too():
    found = rows("--from", "2026", "--to", "2026", "--holy-days")

    assert {row["festival"]: row["start"] for row in found} == {
        "1-muharram": "2026-06-16",
        "maulid-nabi": "2026-08-25",
        "isra-mikraj": "2026-01-16",
        "idul-fitri": "2026-03-21",
        "idul-adha": "2026-05-27",
        "nyepi": "2026-03-19",
        "imlek": "2026-02-17",
        "waisak": "2026-05-31",
    }


def test_a_holy_day_that_is_a_festival_here_stands_once():
    FestivalFactory(slug="waisak", date_rule={"calendar": "table", "event": "waisak"})

    found = rows("--from", "2026", "--to", "2026", "--holy-days")

    assert [row["festival"] for row in found].count("waisak") == 1


def test_json_holds_the_same_rows_with_lists():
    FestivalFactory(slug="tumpeng-sewu", date_rule=TUMPENG)
    FestivalFactory(slug="other", date_rule=TUMPENG)

    (row,) = json.loads(
        printed("--from", "2029", "--to", "2029", "--format", "json", "--festival", "tumpeng-sewu")[
            0
        ]
    )

    assert (row["year"], row["reasons"], row["month"]) == (2029, ["sighting", "weekday_jump"], [])


def test_the_year_is_that_of_the_first_day_though_the_rule_date_lies_in_the_next():
    FestivalFactory(
        date_rule={
            "calendar": "gregorian",
            "rule": "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
            "side_events_days": [-2, 0],
        }
    )

    (row,) = rows("--from", "2027", "--to", "2027")

    assert (row["year"], row["start"]) == ("2027", "2027-12-30")


def test_a_rule_that_cannot_be_read_is_named_and_skipped():
    broken = FestivalFactory(slug="broken")
    type(broken).objects.filter(pk=broken.pk).update(date_rule={"calendar": "mayan"})
    FestivalFactory(slug="tumpeng-sewu", date_rule=TUMPENG)

    out, errors = printed("--from", "2029", "--to", "2029")

    assert "broken: skipped." in errors
    assert "tumpeng-sewu,2029" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--from", "1999", "--to", "2029"), "give years from 2000 to 2052"),
        (("--from", "2029", "--to", "2027"), "the first not after the last"),
        (("--from", "2027", "--to", "2027", "--festival", "no"), "No festival has the slug no."),
    ],
)
def test_years_and_slugs_that_are_not_known_are_refused(arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        printed(*arguments)


def day(*arguments):
    out = io.StringIO()
    call_command("day", *arguments, stdout=out)
    return out.getvalue()


def test_a_day_is_told_in_every_calendar():
    text = day("2027-06-13")

    for words in (
        "Sunday 13 June 2027",
        "Weekday and pasaran: Sunday Legi",
        "Hijri: 8 Muharram 1449",
        "Javanese: 8 Sura 1961, year Wawu",
        "Wuku: Ukir",
        "Sadha 1949",
        "Month 5, day 9, 2578 Kongzili",
        "National holiday: –",
    ):
        assert words in text


def test_a_national_holiday_is_named_in_the_language_asked_for():
    assert "Waisak" in day("2027-05-20", "--language", "id")
    assert "Vesak" in day("2027-05-20")


def test_the_day_speaks_one_language_at_a_time():
    assert "Hari libur nasional: –" in day("2027-06-13", "--language", "id")


@pytest.mark.parametrize("until", ["0", "2025", "2060", "99999"])
def test_projecting_to_a_year_out_of_reach_is_refused(until):
    with pytest.raises(CommandError, match="give a year from 2026 to 2052"):
        call_command("project_editions", "--until", until)


def test_a_bad_row_is_named_and_the_others_are_projected():
    broken = FestivalFactory(slug="a-broken")
    type(broken).objects.filter(pk=broken.pk).update(date_rule={"calendar": "mayan"})
    FestivalFactory(slug="b-tumpeng", date_rule=TUMPENG)
    out, errors = io.StringIO(), io.StringIO()

    call_command("project_editions", stdout=out, stderr=errors)

    assert "a-broken: skipped." in errors.getvalue()
    assert "2 editions added" in out.getvalue()


def test_a_borderline_day_tells_its_other_name():
    assert "it may also be 30 Dzulqa'dah 1450" in day("2029-04-15")


@pytest.mark.parametrize(
    ("value", "sentence"),
    [("2027-13-01", "is no day; write it like"), ("1999-12-31", "years run from 2000 to 2052")],
)
def test_what_is_no_day_here_is_refused(value, sentence):
    with pytest.raises(CommandError, match=sentence):
        day(value)
