"""List and pages of festivals as visitors get them. The site's day is 24 November 2026."""

from datetime import UTC, date, datetime, time

import pytest

from festivals import scheduling
from festivals.models import Edition, ProgrammePart
from tests.factories import EditionFactory, PlaceFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 3, tzinfo=UTC)


def page(client, language="en"):
    return client.get(f"/{language}/festivals/keboan-aliyan/").content.decode()


def test_a_page_shows_the_next_edition_and_how_sure_it_is(client, keboan):
    EditionFactory(
        festival=keboan,
        starts_on=date(2027, 6, 13),
        projected=True,
        earliest_on=date(2027, 6, 6),
        latest_on=date(2027, 6, 13),
        reasons=["sighting", "weekday_jump"],
    )

    html = page(client)

    assert "Sunday 13 June 2027" in html
    assert "from 08:00 WIB" in html
    assert "between 6 Jun and 13 Jun 2027" in html
    assert "The new moon is sighted the evening before" in html
    assert "The first Sunday after 1 Muharram." in html


def test_the_next_edition_is_one_that_takes_place(client, keboan):
    EditionFactory(festival=keboan, starts_on=date(2026, 12, 6), cancelled=True)
    later = EditionFactory(festival=keboan, starts_on=date(2027, 6, 13))

    response = client.get("/en/festivals/keboan-aliyan/")

    assert response.context["next"] == later
    assert "certainty--cancelled" in response.content.decode()


def test_what_was_called_off_before_the_next_edition_is_said_first(client, keboan):
    edition = EditionFactory(festival=keboan, starts_on=date(2026, 12, 6))
    EditionFactory(festival=keboan, starts_on=date(2027, 6, 13))
    EditionFactory(festival=keboan, starts_on=date(2028, 6, 11), cancelled=True)
    said = {"at": AT, "authority": "office", "reason": "The road is flooded."}
    scheduling.cancel(edition, **said)

    response = client.get("/en/festivals/keboan-aliyan/")
    html = " ".join(response.content.decode().split())

    assert response.context["called_off"] == [edition]
    assert "Cancelled.</b> It was to be on Sunday 6 December 2026." in html
    assert "The road is flooded. (the tourism office)" in html
    assert html.index("The road is flooded.") < html.index("Sunday 13 June 2027")


def test_a_postponed_festival_says_that_its_day_is_not_known(client, keboan):
    edition = EditionFactory(festival=keboan, starts_on=date(2026, 12, 6))
    scheduling.postpone(edition, at=AT, authority="village")

    assert "Hari barunya belum diketahui." in page(client, "id")


def test_a_moved_edition_says_why(client, keboan):
    edition = EditionFactory(festival=keboan, starts_on=date(2026, 12, 6))
    said = {"at": AT, "authority": "office"}
    scheduling.move(edition, starts_on=date(2026, 12, 13), reason="The harbour is shut.", **said)
    scheduling.move(edition, starts_on=date(2026, 12, 20), reason="It rains.", **said)

    html = page(client)

    assert "It rains. (the tourism office)" in html
    assert "The tourism office: The harbour is shut." in html


def test_past_editions_say_how_we_know(client, keboan):
    EditionFactory(
        festival=keboan,
        starts_on=date(2025, 6, 29),
        status=Edition.Status.HELD,
        source="Reports of the day",
    )

    html = page(client)

    assert "Sun 29 Jun" in html
    assert "Reports of the day" in html


def test_a_festival_without_any_date_says_how_its_day_is_set(client, keboan):
    html = page(client, "id")

    assert "Minggu pertama setelah 1 Muharam." in html
    assert f'name="place" value="{keboan.place_id}"' in html


def test_a_festival_whose_month_is_known_says_between_when(client, keboan):
    EditionFactory(
        festival=keboan,
        starts_on=date(2027, 8, 1),
        ends_on=date(2027, 9, 30),
        precision=Edition.Precision.MONTH,
        projected=True,
    )

    html = page(client)

    assert "Date to be announced" in html
    assert "Expected between August 2027 and September 2027." in html
    assert 'name="edition"' in html


def test_a_festival_of_one_known_month_says_in_which(client, keboan):
    EditionFactory(
        festival=keboan,
        starts_on=date(2027, 8, 1),
        days=31,
        precision=Edition.Precision.MONTH,
        projected=True,
    )

    assert "Expected in August 2027." in page(client)


def test_an_edition_held_elsewhere_is_shown_where_it_is_held(client, keboan):
    bali = PlaceFactory(
        name_en="Gilimanuk", timezone="Asia/Makassar", latitude=-8.16, longitude=114.43
    )
    EditionFactory(festival=keboan, place=bali)

    response = client.get("/en/festivals/keboan-aliyan/")

    assert "Gilimanuk" in response.content.decode()
    assert "from 08:00 WITA" in response.content.decode()
    assert response.context["drawing"].pins[0].name == "Gilimanuk"


def test_a_festival_whose_only_coming_edition_is_cancelled_says_so(client, keboan):
    EditionFactory(festival=keboan, cancelled=True)

    html = page(client)

    assert "certainty--cancelled" in html
    assert "No date yet" in html


def test_a_reckoned_date_that_is_over_is_no_past_edition(client, keboan):
    EditionFactory(festival=keboan, starts_on=date(2026, 6, 14), projected=True)

    assert "We have read no report of one yet." in page(client)


def test_a_dated_edition_can_be_put_into_a_trip(client, keboan):
    edition = EditionFactory(festival=keboan)

    assert f'name="edition" value="{edition.pk}"' in page(client)


def test_other_festivals_and_places_near_it_are_shown(client, keboan, destination_page):
    EditionFactory(festival__name_en="Jazz")
    EditionFactory(festival__name_en="Far away", festival__place=PlaceFactory(latitude=-8.7))
    destination_page(PlaceFactory(name_en="Museum"))

    html = page(client)

    assert "Places near it" in html
    assert "Jazz" in html
    assert "Museum" in html
    assert "Far away" not in html


def test_the_places_that_fit_around_it_say_when_and_how_far(client, keboan, destination_page):
    museum = PlaceFactory(slug="museum", name_en="Museum", latitude=-8.205, longitude=114.36)
    destination_page(museum)
    EditionFactory(festival=keboan, starts_at=time(18))

    html = page(client)

    assert "Before it begins" in html
    assert "Sat 5 Dec, 08:00–17:00" in html
    assert 'href="/en/destinations/museum/"' in html
    assert "Places near it" not in html


def test_the_programme_is_told_in_its_order_on_the_clock_of_the_place(client, keboan):
    for order, (at, words) in enumerate(
        [(None, "Prayer"), (None, "Ploughing"), (time(11), "Meal")]
    ):
        ProgrammePart.objects.create(
            festival=keboan, sort_order=order, at=at, words_en=words, words_id=f"{words} (id)"
        )

    html = page(client)

    assert html.index("Prayer") < html.index("Ploughing") < html.index("Meal")
    assert '<time datetime="08:00">08:00</time> <small>WIB</small>' in html
    assert '<time datetime="11:00">11:00</time> <small>WIB</small>' in html
    assert "Prayer (id)" in page(client, "id")


def test_a_festival_without_a_programme_shows_none(client, keboan):
    assert "How it goes" not in page(client)


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ("free", "Entry is free."),
        ("ticket", "Entry is by ticket."),
        ("", "Nobody has told us yet whether entry costs anything."),
    ],
)
def test_a_page_says_of_the_entry_only_what_is_known(client, keboan, entry, sentence):
    keboan.entry = entry
    keboan.save()

    assert sentence in page(client)


def test_what_the_place_asks_for_is_one_link_away(client, keboan, destination_page):
    assert "How hard" not in page(client)
    keboan.place.effort = 4
    keboan.place.minimum_age = 12
    keboan.place.save()
    destination_page(keboan.place)

    html = page(client)

    assert f"How hard {keboan.place.name} is: steep and long." in html
    assert "From age 12." in html
    assert f'href="/en/destinations/{keboan.place.slug}/"' in html


def test_one_edition_can_be_taken_into_a_calendar_app(client, keboan):
    edition = EditionFactory(festival=keboan, starts_on=date(2027, 6, 13))
    EditionFactory(festival=keboan, starts_on=date(2028, 6, 11))
    address = f"/en/festivals/keboan-aliyan/{edition.pk}.ics"

    response = client.get(address)
    calendar = response.content.decode()

    assert f'href="{address}"' in page(client)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == (
        'attachment; filename="keboan-aliyan-2027-06-13.ics"'
    )
    assert calendar.count("BEGIN:VEVENT") == 1
    assert f"UID:{edition.uid}" in calendar
    assert client.get(address, headers={"if-none-match": response["ETag"]}).status_code == 304


def test_an_edition_without_a_day_or_of_another_festival_is_no_file(client, keboan):
    undated = EditionFactory(festival=keboan, precision=Edition.Precision.MONTH)
    other = EditionFactory()

    for edition in (undated, other):
        address = f"/en/festivals/keboan-aliyan/{edition.pk}.ics"
        assert client.get(address).status_code == 404


def test_a_page_can_be_passed_on_without_a_script(client, keboan):
    html = page(client)

    assert '<a href="http://testserver/en/festivals/keboan-aliyan/">' in html
    assert "mailto:?subject=Keboan%20of%20Aliyan&amp;body=http%3A%2F%2Ftestserver%2Fen" in html


def test_a_page_names_the_sites_its_facts_were_seen_at(client, keboan):
    keboan.source = "Rule seen (village.example.id/aliyan; a book of 2019)"
    keboan.save()

    html = page(client)

    assert 'Seen at: <a href="https://village.example.id"' in html
    assert "a book of 2019" not in html


@pytest.mark.parametrize("rows", [1, 40])
def test_a_festival_page_takes_the_same_few_queries(
    client, keboan, destination_page, django_assert_max_num_queries, rows
):
    for n in range(rows):
        EditionFactory(festival=keboan, starts_on=date(2027, 1, 1 + n % 28))
        EditionFactory(festival=keboan, starts_on=date(2020, 1, 1 + n % 28))
        EditionFactory()
        destination_page(PlaceFactory())
        ProgrammePart.objects.create(festival=keboan, words_en="Meal", words_id="Makan")

    with django_assert_max_num_queries(15):
        page(client)


@pytest.mark.parametrize(
    ("source", "site", "url"),
    [
        (
            "travel.kompas.com/read/2014/02 (seen)",
            "travel.kompas.com",
            "https://travel.kompas.com/read/2014/02",
        ),
        ("https://banyuwangikab.go.id", "banyuwangikab.go.id", "https://banyuwangikab.go.id"),
        ("report (path not kept)", "", ""),
        ("javascript:alert(1)//a.id", "", ""),
        ("", "", ""),
    ],
)
def test_a_source_that_names_a_site_is_a_link(source, site, url):
    edition = Edition(source=source)

    assert (edition.source_site, edition.source_url) == (site, url)
