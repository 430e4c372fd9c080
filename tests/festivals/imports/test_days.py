"""From what people write in a date column to days. Weekdays of 2019: 21 April is a Sunday."""

from datetime import date, datetime

import pytest

from festivals.dates.spans import Span
from festivals.imports.days import Named, days_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("24-26 Okt", "2019-10-24", "2019-10-26"),
        ("5 s/d 7 September", "2019-09-05", "2019-09-07"),
        ("1 September s.d. 3 September 2019", "2019-09-01", "2019-09-03"),
        ("30 Okt - 2 Nov 2019", "2019-10-30", "2019-11-02"),
        ("30 Des - 2 Jan", "2019-12-30", "2020-01-02"),
        ("30 Desember 2019 – 2 Januari 2020", "2019-12-30", "2020-01-02"),
        ("Minggu, 21 April 2019", "2019-04-21", "2019-04-21"),
        ("Mingu, 21 April 2019", "2019-04-21", "2019-04-21"),
        ("Jumat-Sabtu, 18-19 Oktober 2019", "2019-10-18", "2019-10-19"),
        ("Sabtu (12/10/2019)", "2019-10-12", "2019-10-12"),
        ("12 Oktober 2019 pukul 19.00 WIB", "2019-10-12", "2019-10-12"),
        ("03/07/19", "2019-07-03", "2019-07-03"),
        ("15-09-2019", "2019-09-15", "2019-09-15"),
        ("12.10.2019", "2019-10-12", "2019-10-12"),
        ("12/10", "2019-10-12", "2019-10-12"),
        ("25/09/2019-28/09/2019", "2019-09-25", "2019-09-28"),
        ("24-26/10/2019", "2019-10-24", "2019-10-26"),
        ("2019-07-27", "2019-07-27", "2019-07-27"),
        ("13 Jul", "2019-07-13", "2019-07-13"),
        ("July 27, 2019", "2019-07-27", "2019-07-27"),
        ("12 Agustsus 2019", "2019-08-12", "2019-08-12"),
        ("24, 25 dan 26 Oktober", "2019-10-24", "2019-10-26"),
        ("24 dan 25 Oktober", "2019-10-24", "2019-10-25"),
        ("4 - 9 Juli 2023", "2023-07-04", "2023-07-09"),
        (date(2019, 7, 13), "2019-07-13", "2019-07-13"),
        (datetime(2019, 7, 13, 9), "2019-07-13", "2019-07-13"),  # noqa: DTZ001  (a cell)
    ],
)
def test_a_date_is_read_as_people_write_it(text, first, last):
    found = days_of(text, year=2019)

    assert isinstance(found, Named)
    assert (found.span.first.isoformat(), found.span.last.isoformat()) == (first, last)


def test_under_the_name_of_a_month_a_number_is_a_day():
    assert days_of("12 - 14", year=2019, month=10).span.first == date(2019, 10, 12)


def test_a_weekday_that_the_day_is_not_is_remembered():
    assert days_of("Senin, 21 April 2019", year=2019).weekday == "senin"
    assert days_of("Minggu, 21 April 2019", year=2019).weekday == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "It has no date."),
        (None, "It has no date."),
        ("TBA", "the day is not named yet"),
        ("menyusul", "the day is not named yet"),
        ("Minggu ke-2 Agustus 2019", "leaves a choice"),
        ("akhir Oktober", "leaves a choice"),
        ("Setiap Sabtu malam", "is more than one day"),
        ("24 & 26 Okt", "is more than one day"),
        ("24, 26 dan 28 Oktober", "is more than one day"),
        ("31 Februari 2019", "there is no such day"),
        ("31/02/2019", "there is no such day"),
        ("12/13/2019", "there is no such month or year"),
        ("12 Oktober 1845", "there is no such month or year"),
        ("26-24 Okt", "ends before it begins"),
        ("1 Januari 2019 - 5 Mei 2020", "is longer than a year"),
        ("Oktober 2019", "only the month is known"),
        ("soon", "is no date that can be read"),
        ("9" * 500, "is no date that can be read"),
    ],
)
def test_what_leaves_a_choice_is_left_to_a_person(text, sentence):
    found = days_of(text, year=2019)

    assert sentence in found.template % found.values


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("05 Mei 24", "2024-05-05", "2024-05-05"),
        ("12-Jun-25", "2025-06-12", "2025-06-12"),
        ("10-12-Jun-25", "2025-06-10", "2025-06-12"),
        ("24-26 Mei'25", "2025-05-24", "2025-05-26"),
        ("31 Mei 24 & 1 Juni 24", "2024-05-31", "2024-06-01"),
        ("2025/06/12", "2025-06-12", "2025-06-12"),
        ("2024-10-05T19:00", "2024-10-05", "2024-10-05"),
        ("24/5-26/5/2025", "2025-05-24", "2025-05-26"),
        ("30/12-2/1/2025", "2024-12-30", "2025-01-02"),
        ("5/6 Okt", "2019-10-05", "2019-10-06"),
        ("30 Juli sd. 2 Agustus", "2019-07-30", "2019-08-02"),
        ("24, 25 sampai 26 Okt", "2019-10-24", "2019-10-26"),
        ("31 Mei & 1 Juni", "2019-05-31", "2019-06-01"),
        ("5/10 & 6/10", "2019-10-05", "2019-10-06"),
        ("5 Okt, 5 Okt", "2019-10-05", "2019-10-05"),
    ],
)
def test_short_years_and_lists_of_neighbours_are_read(text, first, last):
    found = days_of(text, year=2019)

    assert isinstance(found, Named)
    assert (found.span.first.isoformat(), found.span.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Juli 5", "2025-07-05", "2025-07-05"),
        ("Juli 25, 2025", "2025-07-25", "2025-07-25"),
        ("Jumat, Juli 25", "2025-07-25", "2025-07-25"),
        ("July 25th", "2025-07-25", "2025-07-25"),
        ("July 25 at 19.00", "2025-07-25", "2025-07-25"),
        ("Mei 24-26", "2025-05-24", "2025-05-26"),
        ("June 12-14, 2025", "2025-06-12", "2025-06-14"),
        ("July 4 to 6", "2025-07-04", "2025-07-06"),
        ("Jul 30 - Aug 2", "2025-07-30", "2025-08-02"),
        ("Dec 30 - Jan 2, 2026", "2025-12-30", "2026-01-02"),
        ("12th June", "2025-06-12", "2025-06-12"),
        ("4th of July", "2025-07-04", "2025-07-04"),
    ],
)
def test_a_day_may_follow_its_month(text, first, last):
    found = days_of(text, year=2025)

    assert isinstance(found, Named)
    assert (found.span.first.isoformat(), found.span.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last", "weekday"),
    [
        ("Minggu 5 Oktober 2025", "2025-10-05", "2025-10-05", ""),
        ("Minggu 5 Okt", "2024-10-05", "2024-10-05", "minggu"),
        ("Minggu 5/10/2025", "2025-10-05", "2025-10-05", ""),
        ("Minggu 2 Mei", "2024-05-02", "2024-05-02", "minggu"),
        ("Sabtu 5 Oktober 2024 s/d Minggu 6 Oktober 2024", "2024-10-05", "2024-10-06", ""),
        ("Sabtu 5 Okt - Senin 6 Okt", "2024-10-05", "2024-10-06", "senin"),
        ("Sabtu-Minggu 5-6 Okt", "2024-10-05", "2024-10-06", ""),
        ("Sbt-Mgg 5-6 Okt", "2024-10-05", "2024-10-06", ""),
        ("5-6 Okt (Sabtu-Minggu)", "2024-10-05", "2024-10-06", ""),
        ("Mon 5 - Wed 7 May 2025", "2025-05-05", "2025-05-07", ""),
        ("Kamis malam, 12 Juni 2025", "2025-06-12", "2025-06-12", ""),
        ("5 Mei (malam)", "2024-05-05", "2024-05-05", ""),
        ("5 Mei 2024 (Minggu)", "2024-05-05", "2024-05-05", ""),
        ("5 Mei 2024 (Sabtu)", "2024-05-05", "2024-05-05", "sabtu"),
        ("tgl. 5 Mei", "2024-05-05", "2024-05-05", ""),
        ("Rabu Pon, 8 Mei", "2024-05-08", "2024-05-08", ""),
        ("Jum’at, 3 Mei", "2024-05-03", "2024-05-03", ""),
    ],
)
def test_what_stands_around_a_day_is_taken_off(text, first, last, weekday):
    found = days_of(text, year=2024)

    assert isinstance(found, Named)
    assert (found.span.first.isoformat(), found.span.last.isoformat()) == (first, last)
    assert found.weekday == weekday


@pytest.mark.parametrize(
    "text",
    [
        "5 Okt, 12 Okt",
        "5 Okt & 12 Okt",
        "28 Sept dan 5 Okt",
        "5 Mei 2024 & 9 Juni 2024",
        "1 Mei, 30 Nov",
        "24, 26 Okt",
        "5/12 Okt",
        "5/10/2024, 12/10/2024",
        "5 & 12/10/2024",
        "5/10 dan 12/10",
        "2024-10-05, 2024-10-12",
    ],
)
def test_days_apart_are_no_span(text):
    assert "Make a row for each" in days_of(text, year=2024).template


@pytest.mark.parametrize(
    "text",
    [
        "minggu ke-2 Mei",
        "minggu kedua Mei",
        "minggu II",
        "minggu 2",
        "minggu 2-3 Mei",
        "Mei minggu 2",
        "Sabtu minggu 2 Mei",
        "May 2nd Sunday",
        "2nd Sunday May",
    ],
)
def test_a_week_of_a_month_leaves_a_choice(text):
    assert "leaves a choice" in days_of(text, year=2024).template


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Juli 25", "may be a day or a year"),
        ("Mei 24, 25", "may be a day or a year"),
        ("Mei 24 - Juni 25", "may be a day or a year"),
        ("5 Mei - selesai", "the last day is not named"),
        ("5 Mei 99", "there is no such month or year"),
        ("5 Mei 0024", "there is no such month or year"),
        ("30 Des 2052 - 2 Jan 2053", "there is no such month or year"),
        (date(1900, 1, 1), "there is no such month or year"),
        (datetime(2053, 1, 1), "there is no such month or year"),  # noqa: DTZ001  (a cell)
        ("٥ Mei", "is no date that can be read"),
        ("5 Mei - 7", "is no date that can be read"),
        ("5 Mei - Sabtu", "is no date that can be read"),
        ("Mei 2 minggu", "is no date that can be read"),
        ("5 Mei 2 malam", "is no date that can be read"),
        ("2024-10-05T19:00Z", "is no date that can be read"),
        ("2024-10-05T19:00/2024-10-06T10:00", "is no date that can be read"),
    ],
)
def test_what_may_mean_two_things_is_asked(text, sentence):
    found = days_of(text, year=2024)

    assert sentence in found.template % found.values


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("5 Mei (tentatif)", date(2027, 5, 5), date(2027, 5, 5)),
        ("5-7 Mei, tbc", date(2027, 5, 5), date(2027, 5, 7)),
        ("5 Okt 19:00 - 7 Okt 22:00", date(2027, 10, 5), date(2027, 10, 7)),
        ("5 Oktober pukul 19.00 WIB s/d Kamis 7 Oktober", date(2027, 10, 5), date(2027, 10, 7)),
        ("5/10/2027 19:00 - 7/10/2027 22:00", date(2027, 10, 5), date(2027, 10, 7)),
        ("5 Okt 19:00 - 22:00", date(2027, 10, 5), date(2027, 10, 5)),
        ("5 Okt 19.00 WIB s/d selesai", date(2027, 10, 5), date(2027, 10, 5)),
    ],
)
def test_hours_and_doubts_beside_the_days_are_no_part_of_them(text, first, last):
    assert days_of(text, year=2027) == Named(Span(first, last))
