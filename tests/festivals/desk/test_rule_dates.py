"""While a rule is typed: its next dates, and what saving it would change."""

from datetime import UTC, datetime

import pytest

from festivals import scheduling
from festivals.models import Edition, Festival
from festivals.projecting import horizon, project
from tests.factories import FestivalFactory
from tests.festivals.desk.rules import ALIYAN, DATES, add, facts

pytestmark = pytest.mark.django_db


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
