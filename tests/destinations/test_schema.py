"""What machines read of a destination, its hours in the words of schema.org."""

from datetime import date

import pytest

from destinations.closing import close
from destinations.models import Fee
from destinations.schema import hours_of
from tests.factories import PlaceFactory
from tests.schema_org import facts_in, faults

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def days(*names):
    return [f"https://schema.org/{name}" for name in names]


def usual_and_special(hours, **more):
    place = PlaceFactory(opening_hours=hours, **more)
    usual, special = hours_of(place, TODAY, holidays=[date(2026, 12, 25)])
    assert [fault for fact in [*usual, *special] for fault in faults(fact)] == []
    return usual, special


def test_every_day_is_one_line():
    [line], special = usual_and_special("Mo-Su 08:00-16:00")

    assert line["dayOfWeek"] == days(*WEEK)
    assert (line["opens"], line["closes"]) == ("08:00", "16:00")
    assert special == []


def test_an_office_is_shut_at_the_weekend_and_on_a_holiday():
    [line], [christmas] = usual_and_special("Mo-Fr 08:00-16:00; Sa,Su off; PH off")

    assert line["dayOfWeek"] == days(*WEEK[:5])
    assert (christmas["validFrom"], christmas["validThrough"]) == ("2026-12-25", "2026-12-25")
    assert (christmas["opens"], christmas["closes"]) == ("00:00", "00:00")


def test_the_first_friday_of_a_month_is_a_day_of_its_own():
    [line], special = usual_and_special("02:00-12:00; Fr[1] off")

    assert line["dayOfWeek"] == days(*WEEK)
    assert [day["validFrom"] for day in special] == ["2026-12-04", "2027-01-01"]


def test_a_night_ends_after_midnight_and_a_whole_day_a_minute_before():
    [night], _ = usual_and_special("19:00-05:00")
    [whole], _ = usual_and_special("24/7")

    assert (night["opens"], night["closes"]) == ("19:00", "05:00")
    assert (whole["opens"], whole["closes"]) == ("00:00", "23:59")


@pytest.mark.parametrize("hours", ["", "sunrise-sunset"])
def test_hours_that_are_unknown_or_follow_the_sun_are_left_out(hours):
    assert usual_and_special(hours) == ([], [])


def test_a_closure_is_one_span_and_the_usual_week_stays():
    place = PlaceFactory(opening_hours="Mo-Su 08:00-16:00")
    close(
        place,
        starts_on=date(2026, 11, 20),
        ends_on=date(2026, 12, 10),
        reason_en="Gas",
        reason_id="Gas",
    )

    [line], [shut] = hours_of(place, TODAY, holidays=[])

    assert line["dayOfWeek"] == days(*WEEK)
    assert (shut["validFrom"], shut["validThrough"]) == ("2026-11-24", "2026-12-10")


@pytest.mark.parametrize(("fees", "told"), [([], None), ([0], True), ([0, 5000], False)])
def test_whether_it_is_free_is_told_only_where_a_fee_is_known(client, destination_page, fees, told):
    place = PlaceFactory(slug="ijen")
    for audience, idr in zip(Fee.Audience, fees, strict=False):
        Fee.objects.create(
            place=place, audience=audience, weekday_idr=idr, holiday_idr=idr, year=2026
        )
    destination_page(place)

    found = facts_in(client.get("/en/destinations/ijen/").content.decode())

    assert [fault for fact in found for fault in faults(fact)] == []
    assert [fact["@type"] for fact in found] == ["TouristAttraction", "BreadcrumbList"]
    assert found[0].get("isAccessibleForFree") is told
    assert found[0]["publicAccess"] is True
    assert found[0]["image"] == "http://testserver/en/destinations/ijen/card.png"
