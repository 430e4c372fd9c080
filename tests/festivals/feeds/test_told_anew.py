"""What a feed is told anew after, and what leaves it as it is."""

from datetime import date, timedelta

import pytest

from destinations.models import District, Place
from festivals import decreeing, projecting, scheduling
from festivals.models import Decree, Edition, EditionChange, Festival, FestivalPage
from tests.factories import DistrictFactory, FestivalFactory, InterestFactory
from tests.festivals.feeds.asked import FEED, LATER, events_in
from tests.festivals.sample_rules import TUMPENG

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keeping")]
OFFICE = EditionChange.Authority.OFFICE


def rename(edition: Edition) -> None:
    Festival.objects.update(name_en="Another name")


def rename_place(edition: Edition) -> None:
    Place.objects.update(name_en="Another place")


def rename_district(edition: Edition) -> None:
    District.objects.update(name_en="Another district")


def move_place(edition: Edition) -> None:
    Place.objects.update(latitude=-8.3)


def change_hours(edition: Edition) -> None:
    Festival.objects.update(usual_start="09:00", usual_minutes=60)


def change_entry(edition: Edition) -> None:
    Festival.objects.update(entry=Festival.Entry.TICKET)


def cancel(edition: Edition) -> None:
    scheduling.cancel(edition, at=LATER, authority=OFFICE, reason="Rain")


def give_an_interest(edition: Edition) -> None:
    edition.festival.interests.add(InterestFactory(slug="dive"))


def rename_interest(edition: Edition) -> None:
    edition.festival.interests.update(name_en="Waves")


def another_rule(edition: Edition) -> None:
    Festival.objects.update(rule_in_words_en="The elders decide.")


def fill_in_a_note(edition: Edition) -> None:
    Edition.objects.update(note_en="A note that was missing in this language")


def delete(edition: Edition) -> None:
    edition.delete()


CHANGES = (
    *(rename, rename_place, rename_district, move_place, change_hours, change_entry, cancel),
    *(give_an_interest, rename_interest, another_rule, fill_in_a_note, delete),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_feed_is_told_anew_after(client, edition, change):
    before = client.get(FEED)
    change(edition)

    by_etag = client.get(FEED, headers={"if-none-match": before["ETag"]})
    by_hour = client.get(FEED, headers={"if-modified-since": before["Last-Modified"]})

    assert (by_etag.status_code, by_hour.status_code) == (200, 200)
    assert by_etag.content == by_hour.content != before.content


def test_a_name_in_the_other_language_leaves_the_feed_as_it_is(client, edition):
    before = client.get(FEED)
    Festival.objects.update(name_id="Nama lain")

    again = client.get(FEED, headers={"if-none-match": before["ETag"]})

    assert again.status_code == 304


def test_a_page_that_is_published_or_taken_down_changes_the_address_told(
    client, edition, festival_page
):
    before = client.get(FEED)
    festival_page(edition.festival)
    published = client.get(FEED, headers={"if-none-match": before["ETag"]})
    FestivalPage.objects.get(locale__language_code="en").unpublish()
    taken_down = client.get(FEED, headers={"if-none-match": published["ETag"]})

    addresses = [events_in(response)[0]["URL"] for response in (before, published, taken_down)]
    assert addresses[0] == addresses[2] != addresses[1]


def test_a_row_that_leaves_the_window_at_midnight_leaves_the_feed(client, edition, settings):
    before = client.get(FEED)
    settings.TODAY = edition.ends_on + timedelta(days=61)

    after = client.get(FEED, headers={"if-none-match": before["ETag"]})

    assert (len(events_in(before)), len(events_in(after))) == (1, 0)


def test_a_district_that_gets_the_place_gets_its_festivals(client, edition):
    DistrictFactory(slug="muncar")
    path = f"{FEED}?district=muncar"
    before = client.get(path)
    Place.objects.update(district=District.objects.get(slug="muncar"))

    after = client.get(path, headers={"if-none-match": before["ETag"]})

    assert (len(events_in(before)), len(events_in(after))) == (0, 1)


def test_a_decree_that_moves_a_date_is_told(client):
    year = {"first": date(2029, 1, 1), "last": date(2029, 12, 31), "at": LATER}
    festival = FestivalFactory(slug="tumpeng-sewu", date_rule=TUMPENG)
    projecting.project(festival, **year)
    decree = Decree(
        kind="month",
        year=1450,
        month=12,
        day=date(2029, 4, 16),
        source="KMA 5/2029",
        seen_on=date(2029, 4, 14),
    )
    before = client.get(f"{FEED}?projected=1")

    decreeing.enact(decree, **year)
    after = client.get(f"{FEED}?projected=1", headers={"if-none-match": before["ETag"]})

    (was,), (now,) = events_in(before), events_in(after)
    assert (was.start, now.start) == (date(2029, 4, 15), date(2029, 4, 19))
    assert (was["UID"], int(was["SEQUENCE"]) + 1) == (now["UID"], int(now["SEQUENCE"]))


def test_other_words_after_a_release_are_told_though_no_row_was_written(
    client, edition, monkeypatch
):
    before = client.get(FEED)
    for module in ("tourism.base.steady", "festivals.feeds.telling"):
        monkeypatch.setattr(f"{module}.build", lambda: "another")
    monkeypatch.setattr("festivals.feeds.events.summary_of", lambda edition: "Other words")

    after = client.get(FEED, headers={"if-none-match": before["ETag"]})

    assert events_in(after)[0]["SUMMARY"] == "Other words"
    assert events_in(after)[0]["LAST-MODIFIED"].dt > events_in(before)[0]["LAST-MODIFIED"].dt


def test_a_release_that_changes_no_word_changes_no_byte(client, edition, monkeypatch):
    before = client.get(FEED)
    for module in ("tourism.base.steady", "festivals.feeds.telling"):
        monkeypatch.setattr(f"{module}.build", lambda: "another")

    assert client.get(FEED, headers={"if-none-match": before["ETag"]}).status_code == 304
