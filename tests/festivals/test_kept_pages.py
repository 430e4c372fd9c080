"""No kept page of the calendar shows an old date, through whichever door the new one came."""

from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from django.test import Client

from festivals import decreeing, projecting, scheduling
from festivals.models import Decree
from tests.factories import EditionFactory, FestivalFactory
from tests.festivals.imports.files import apply, keep
from tests.festivals.sample_rules import TUMPENG
from tourism.base.models import User

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
SAID = {"at": AT, "authority": "village", "reason": "High waves"}
OLD, NEW = "/en/calendar/2027/6/6/", "/en/calendar/2027/6/13/"
VIEWS = (
    "/en/calendar/2027/6/",
    "/en/calendar/2027/6/6/week/",
    "/en/calendar/2027/",
    "/en/calendar/agenda/",
    "/en/calendar/agenda/?q=petik",
    "/id/calendar/2027/6/",
)


@pytest.fixture
def petik(keeping):
    return EditionFactory(
        starts_on=date(2027, 6, 6),
        festival__name_en="Petik Laut",
        festival__name_id="Petik Laut",
        festival__slug="petik-laut",
    )


def named(client, path: str) -> bool:
    return "Petik Laut" in client.get(path).content.decode()


def by_a_door(edition) -> None:
    scheduling.move(edition, starts_on=date(2027, 6, 13), **SAID)


def by_the_desk(edition) -> None:
    desk = Client()
    desk.force_login(User.objects.create_superuser("editor", password="secret"))
    form = {"starts_on": "2027-06-13", "ends_on": "2027-06-13", "authority": "village"}
    response = desk.post(f"/admin/editions/{edition.pk}/life/move/", form | {"reason": "x"})
    assert response.status_code == 302


def by_an_import(edition) -> None:
    done = apply(keep(("Petik Laut", "13 Juni")))
    assert done == {"changed": 1}


@pytest.mark.parametrize("move", [by_a_door, by_the_desk, by_an_import])
def test_a_moved_date_is_on_the_page_that_is_read_next(client, petik, move):
    assert (named(client, OLD), named(client, NEW)) == (True, False)
    before = {path: client.get(path).content for path in VIEWS}
    assert before == {path: client.get(path).content for path in VIEWS}

    move(petik)

    assert (named(client, OLD), named(client, NEW)) == (False, True)
    for path in VIEWS:
        assert client.get(path).content != before[path], path


def test_a_decree_moves_what_hangs_on_it_on_the_next_page(client, petik):
    """1 Dzulhijjah 1450 is borderline; the decree sets the later day."""
    year = {"first": date(2029, 1, 1), "last": date(2029, 12, 31)}
    festival = FestivalFactory(name_en="Tumpeng Sewu", date_rule=TUMPENG)
    projecting.project(festival, **year, at=AT)

    def shown(day: int) -> bool:
        return (
            "Tumpeng Sewu"
            in client.get(f"/en/calendar/2029/4/{day}/")
            .content.decode()
            .split("May begin on this day")[0]
        )

    assert (shown(15), shown(19)) == (True, False)
    source = {"source": "KMA 5/2029", "seen_on": date(2029, 4, 14)}
    decreeing.enact(
        Decree(kind="month", year=1450, month=12, day=date(2029, 4, 16), **source), **year, at=AT
    )

    assert (shown(15), shown(19)) == (False, True)


def test_a_command_that_projects_is_seen_at_once(client, petik):
    rule = {"calendar": "gregorian", "rule": "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20"}
    FestivalFactory(name_en="Fixed Fair", date_rule=rule)
    assert "Fixed Fair" not in client.get(VIEWS[0]).content.decode()

    call_command("project_editions", verbosity=0)

    assert "Fixed Fair" in client.get(VIEWS[0]).content.decode()
