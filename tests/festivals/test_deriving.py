"""Why a date is what it is, on the page of a festival, in both languages."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from festivals import projecting, recording
from festivals.deriving import reasoning_of
from tests.factories import EditionFactory, FestivalFactory

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SUNDAY = {"type": "nth_weekday_after", "weekdays": ["SU"], "n": 1}
THURSDAY_OR_SUNDAY = {"type": "first_weekday_on_or_after", "weekdays": ["TH", "SU"]}

pytestmark = pytest.mark.django_db


def first_edition(rule, year, **more):
    festival = FestivalFactory(date_rule=rule, **more)
    span = {"first": date(year, 1, 1), "last": date(year, 12, 31)}
    return projecting.project(festival, **span, at=NOW)[0]


def steps(rule, year, **more):
    edition = first_edition(rule, year, **more)
    return reasoning_of(edition.festival, edition).steps


def test_month_pick_and_what_a_day_would_change_are_told():
    rule = {"calendar": "hijri", "month": 1, "day": 1, "pick": SUNDAY}

    assert steps(rule, 2027) == [
        "1 Muharram 1449 is 6 June 2027, as it was decreed; the first Sunday after it is 13 June.",
        "If the month starts a day earlier, it is 6 June.",
    ]


def test_the_same_is_told_in_indonesian():
    rule = {"calendar": "hijri", "month": 1, "day": 1, "pick": SUNDAY}

    with override("id"):
        found = steps(rule, 2027)

    assert found == [
        "1 Muharram 1449 jatuh pada 6 Juni 2027 sesuai ketetapan; "
        "Minggu pertama sesudahnya 13 Juni.",
        "Jika bulannya mulai sehari lebih awal, menjadi 6 Juni.",
    ]


def test_a_borderline_crescent_is_told_with_its_margin():
    rule = {"calendar": "hijri", "month": 12, "day": 1, "pick": THURSDAY_OR_SUNDAY}

    found = steps(rule, 2029)

    assert found[0].startswith("1 Dzulhijjah 1450 is expected on 15 April 2029; the first Thursday")
    assert found[1].startswith("The new crescent passes by only 0.")
    assert found[2] == "If the month starts a day later, it is 19 April."


@pytest.mark.parametrize(
    ("rule", "year", "sentence"),
    [
        (
            {"calendar": "javanese", "month": "Sura", "day": 1, "time": "eve"},
            2027,
            "Days begin at sunset: it is held on the evening before, 5 June.",
        ),
        (
            {"calendar": "table", "event": "nyepi", "offset_days": -3, "uncertainty_days": [0, 2]},
            2027,
            "The festival is 3 days before it: 5 March.",
        ),
        (
            {"calendar": "table", "event": "nyepi", "offset_days": 1},
            2027,
            "The festival is 1 day after it: 9 March.",
        ),
        (
            {"calendar": "table", "event": "nyepi"},
            2040,
            "It may also be 13 March.",
        ),
        (
            {
                "calendar": "javanese",
                "month": "Besar",
                "day": 15,
                "uncertainty_days": [0, 4],
                "decided_by": "elders",
            },
            2027,
            "The village elders have the last word: from 22 May to 26 May 2027.",
        ),
        (
            {
                "calendar": "javanese",
                "month": "Mulud",
                "pick": {"type": "last_weekday_in_month", "weekdays": ["SA"]},
            },
            2027,
            "Mulud 1961 is expected from 4 August 2027 to 2 September 2027; "
            "the last Saturday of these days is 28 August.",
        ),
        (
            {
                "calendar": "javanese",
                "month": "Sela",
                "day": 12,
                "alternate": {"calendar": "hijri", "month": 11, "day": 12},
            },
            2027,
            "By the government’s Hijri months it would be 20 April.",
        ),
        (
            {"calendar": "pawukon", "wuku": "Sinta", "weekday": "WE", "pasaran": "Kliwon"},
            2027,
            "The pawukon of 210 days brings it back on 2 June 2027.",
        ),
        (
            {
                "calendar": "pawukon",
                "wuku": "Sinta",
                "weekday": "WE",
                "pasaran": "Kliwon",
                "offset_days": -2,
            },
            2027,
            "The festival is 2 days before it: 31 May.",
        ),
        (
            {
                "calendar": "weton",
                "weekday": "MO",
                "pasaran": "Kliwon",
                "months": [9, 10],
                "prefer": "last",
            },
            2027,
            "Weekday and market day meet every 35 days: 25 October 2027, or 20 September.",
        ),
        (
            {"calendar": "chinese", "month": 1, "day": 15},
            2027,
            "Day 15 of Chinese month 1, 2578 Kongzili, is expected on 20 February 2027.",
        ),
        (
            {
                "calendar": "gregorian",
                "rule": "FREQ=YEARLY;BYMONTH=7;BYDAY=2SA",
                "status": "pattern",
                "since": 2023,
            },
            2027,
            "It was held so in recent years, since 2023; that is a habit and no rule, so the "
            "window is wide.",
        ),
        (
            {"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=18"},
            2027,
            "It is a fixed day of the civil calendar.",
        ),
    ],
)
def test_each_kind_of_rule_has_its_sentence(rule, year, sentence):
    assert sentence in steps(rule, year)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (0, "It is held on the same day as Rice Cones."),
        (-1, "It is held 1 day before Rice Cones."),
        (2, "It is held 2 days after Rice Cones."),
    ],
)
def test_a_rule_that_follows_another_names_that_festival(days, sentence):
    FestivalFactory(
        slug="cones", name_en="Rice Cones", date_rule={"calendar": "hijri", "month": 1, "day": 1}
    )
    rule = {"calendar": "offset_from", "festival": "cones", "days": days}
    if not days:
        rule = {"calendar": "same_day_as", "festival": "cones"}

    assert steps(rule, 2027)[0] == sentence


def test_what_people_have_named_stands_beside_what_the_rule_gives():
    edition = first_edition({"calendar": "hijri", "month": 1, "day": 1, "pick": SUNDAY}, 2027)
    recording.change(
        edition,
        at=NOW,
        authority="village",
        status="confirmed",
        starts_on=date(2027, 6, 20),
        ends_on=date(2027, 6, 20),
    )
    edition.refresh_from_db()

    found = reasoning_of(edition.festival, edition)

    assert (
        found.conclusion == "By the rule: Sunday 13 June 2027. Named instead: Sunday 20 June 2027."
    )
    assert found.scale == []


def test_the_days_that_may_be_are_drawn_and_told():
    edition = first_edition(
        {"calendar": "hijri", "month": 12, "day": 1, "pick": THURSDAY_OR_SUNDAY}, 2029
    )

    found = reasoning_of(edition.festival, edition)

    forms = {day.day.day: day.form for day in found.scale}
    assert forms == {14: "", 15: "most", 16: "", 17: "", 18: "", 19: "may", 20: ""}
    assert found.scale_words == "Most likely Sunday 15 April; possible: 19 April."


def test_elders_choose_among_the_weekdays_of_the_rule():
    edition = first_edition(
        {
            "calendar": "javanese",
            "month": "Mulud",
            "pick": {"type": "last_weekday_in_month", "weekdays": ["SA"]},
            "uncertainty_days": [7, 0],
            "decided_by": "elders",
        },
        2027,
    )

    forms = {d.day.day: d.form for d in reasoning_of(edition.festival, edition).scale if d.form}

    assert forms == {21: "may", 28: "most"}


@pytest.mark.parametrize(
    "rule", [{"calendar": "announced", "typical_months": [6]}, {"calendar": "mayan"}]
)
def test_where_no_rule_gives_a_day_there_is_nothing_to_explain(rule):
    festival = FestivalFactory()
    type(festival).objects.filter(pk=festival.pk).update(date_rule=rule)
    festival.refresh_from_db()

    assert reasoning_of(festival, EditionFactory(festival=festival)) is None


def test_the_page_tells_why_in_steps(client, festival_page):
    edition = first_edition({"calendar": "hijri", "month": 1, "day": 1, "pick": SUNDAY}, 2027)
    festival_page(edition.festival)

    html = client.get(f"/en/festivals/{edition.festival.slug}/").content.decode()

    assert "Why this date" in html
    assert "If the month starts a day earlier, it is 6 June." in html
    assert "So: Sunday 13 June 2027." in html
