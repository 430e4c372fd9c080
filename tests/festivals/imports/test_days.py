"""From what people write in a date column to days. Weekdays of 2019: 21 April is a Sunday."""

from datetime import date, datetime

import pytest

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
