"""One line of the list of changes: what it tells, to whom, and with whose reason."""

from datetime import date

import pytest

from festivals import projecting, recording, scheduling
from festivals.changes.publishing import publish
from festivals.models import Festival
from tests.factories import DistrictFactory, EditionFactory, FestivalFactory
from tests.festivals.changes.asked import NOW, VILLAGE, follow
from tests.festivals.changes.doors import START
from tests.festivals.sample_rules import TUMPENG

pytestmark = pytest.mark.django_db


def test_a_step_is_told_with_old_and_new_reason_and_authority(client, edition, festival_page):
    festival_page(edition.festival)
    _, since = follow(client)

    scheduling.move(edition, starts_on=date(2026, 12, 12), at=START, authority=VILLAGE,
                    reason="The elders asked for it", document="https://example.org/1")  # fmt: skip
    (told,), _ = follow(client, since=since)

    assert told == {
        "id": told["id"],
        "at": "2026-11-01T07:00:00+07:00",
        "kind": "moved",
        "severity": "date",
        "edition": {
            "uid": edition.uid,
            "festival": "kuwung",
            "name": "Kuwung",
            "first": "2026-12-12",
            "last": "2026-12-12",
            "precision": "day",
            "status": "rescheduled",
            "url": "http://testserver/en/festivals/kuwung/",
        },
        "old": {"first": "2026-12-05", "last": "2026-12-05", "moved_from": None,
                "status": "confirmed"},
        "new": {"first": "2026-12-12", "last": "2026-12-12", "moved_from": "2026-12-05",
                "status": "rescheduled"},
        "reason": "The elders asked for it",
        "authority": "village",
        "document": "https://example.org/1",
    }  # fmt: skip


def test_steps_taken_between_two_fetches_are_told_one_by_one(client, edition):
    _, since = follow(client)

    said = {"authority": VILLAGE, "reason": "So it is"}
    scheduling.move(edition, starts_on=date(2026, 12, 12), at=START, **said)
    scheduling.cancel(edition, at=START, **said)
    scheduling.restore(edition, at=START, **said)
    told, _ = follow(client, since=since)

    assert [line["kind"] for line in told] == ["moved", "cancelled", "restored"]
    assert [line["severity"] for line in told] == ["date", "status", "status"]
    assert told[1]["edition"]["first"] == "2026-12-12"


def test_a_step_explains_only_what_it_changed(client, edition):
    """Its reason and its hour are not those of what else became another meanwhile."""
    _, since = follow(client)

    scheduling.cancel(edition, at=START, authority=VILLAGE, reason="Rain")
    Festival.objects.update(name_en="Kuwung by night")
    told, _ = follow(client, since=since)

    assert [line["kind"] for line in told] == ["cancelled", "corrected"]
    assert [line["reason"] for line in told] == ["Rain", ""]
    assert told[1]["new"] == {"name": "Kuwung by night"}


def test_a_step_that_nobody_sees_lends_its_reason_to_nothing(client, edition):
    _, since = follow(client)
    recording.change(edition, source="Letter 5", reason="Letter 5", at=START, authority=VILLAGE)
    assert follow(client, since=since)[0] == []

    Festival.objects.update(name_en="Kuwung by night")
    (told,), _ = follow(client, since=since)

    assert (told["kind"], told["reason"]) == ("corrected", "")


def test_there_and_back_is_told_both_ways(client, edition):
    _, since = follow(client)
    said = {"at": START, "authority": VILLAGE, "reason": "So it is"}
    scheduling.move(edition, starts_on=date(2026, 12, 12), **said)
    scheduling.move(edition, starts_on=date(2026, 12, 5), **said)

    told, _ = follow(client, since=since)

    assert [line["edition"]["first"] for line in told] == ["2026-12-12", "2026-12-05"]


def test_an_edition_whose_log_begins_late_is_told_from_there(client, edition):
    """It was made by a script, and cancelled by a door before anybody looked."""
    scheduling.cancel(edition, at=START, authority=VILLAGE, reason="Rain")

    told, _ = follow(client, "from=2026-01-01")

    assert [line["kind"] for line in told] == ["added", "cancelled"]
    assert told[0]["edition"]["first"] == told[1]["edition"]["first"] == "2026-12-05"
    assert client.get("/en/changes/").status_code == 200


def test_a_projection_that_is_taken_back_leaves_a_tombstone(client):
    festival = FestivalFactory(slug="tumpeng-sewu", date_rule=TUMPENG)
    year = {"first": date(2029, 1, 1), "last": date(2029, 12, 31), "at": NOW}
    projecting.project(festival, **year)
    _, since = follow(client, "projected=1")

    projecting.withdraw(festival.editions.all())
    (told,), _ = follow(client, "projected=1", since)

    assert told["kind"] == "removed"


def test_what_no_door_wrote_is_told_as_a_correction(client, edition):
    _, since = follow(client)

    Festival.objects.update(name_en="Kuwung by night")
    (told,), _ = follow(client, since=since)

    assert (told["kind"], told["severity"]) == ("corrected", "text")
    assert (told["old"], told["new"]) == ({"name": "Kuwung"}, {"name": "Kuwung by night"})
    assert told["reason"] == told["authority"] == ""


def test_a_name_in_the_other_language_is_told_there_only(client, edition):
    _, since = follow(client)

    Festival.objects.update(name_id="Kuwung malam")

    assert follow(client, since=since)[0] == []
    assert client.get(f"/id/changes.json?since={since}").json()["changes"][0]["new"] == {
        "name": "Kuwung malam"
    }


def test_what_nobody_sees_is_not_told(client, edition):
    _, since = follow(client)

    recording.change(edition, source="Another source", at=START, authority=VILLAGE)

    assert follow(client, since=since) == ([], since)


def test_an_edition_that_leaves_a_filter_is_removed_for_who_followed_it(client, edition):
    DistrictFactory(slug="muncar")
    _, since = follow(client, "district=licin")
    _, since_there = follow(client, "district=muncar")

    edition.where.district = DistrictFactory(slug="muncar")
    edition.where.save()
    (left,), _ = follow(client, "district=licin", since)
    (came,), _ = follow(client, "district=muncar", since_there)

    assert (left["kind"], left["new"], left["edition"]["uid"]) == ("removed", {}, edition.uid)
    assert (came["kind"], came["old"], came["new"]["name"]) == ("corrected", {}, "Kuwung")


def test_a_projected_date_is_told_whole_when_it_is_named(client):
    edition = EditionFactory(projected=True)
    nothing, since = follow(client)
    reckoned, _ = follow(client, "projected=1")

    scheduling.confirm(edition, at=START, authority=VILLAGE, reason="Named")
    (told,), _ = follow(client, since=since)

    assert (nothing, [line["kind"] for line in reckoned]) == ([], ["added"])
    assert (told["kind"], told["old"], told["new"]["uid"]) == ("confirmed", {}, edition.uid)


def test_a_deleted_edition_is_removed(client, edition):
    _, since = follow(client)

    edition.delete()
    (told,), _ = follow(client, since=since)

    assert (told["kind"], told["edition"]["uid"]) == ("removed", edition.uid)


def test_feed_readers_get_the_newest_in_words(client, edition):
    publish(at=NOW)
    scheduling.move(edition, starts_on=date(2026, 12, 12), at=START, authority=VILLAGE,
                    reason="The elders asked for it.")  # fmt: skip

    response = client.get("/en/changes.atom")

    words = response.content.decode()
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert "Kuwung: Moved from Saturday 5 December 2026 to Saturday 12 December 2026" in words
    assert "The elders asked for it. The village council." in words
    assert client.get("/en/changes.atom").content == response.content
    assert client.get("/en/changes.atom?colour=red").status_code == 400
