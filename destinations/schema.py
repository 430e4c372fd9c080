"""A place in the words of schema.org, from its rows. Asks no database and no clock.

Hours in OpenStreetMap's notation say more than schema.org can ("the first Friday off"), so
they are told as a usual week and the days of the next weeks that differ from it. Hours that
follow the sun have no usual week and are left out.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from destinations.models.access import Fee
from destinations.models.places import Place
from destinations.opening import Window
from destinations.week import Holidays, day_at
from tourism.base.schema import Facts, known

WEEKS = 8  # How far ahead days that differ are told.
MOST_DIFFERENT = 14  # Days; hours that differ more often have no usual week.
DAY = timedelta(days=1)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHUT = (("00:00", "00:00"),)  # How a day without hours is written.
Hours = tuple[tuple[str, str], ...]


def place_facts(place: Place) -> Facts:
    """Where something is: name, point, district. Reads `place.district`."""
    where = ", ".join(filter(None, [place.village, place.district.name]))
    return {
        "@type": "Place",
        "name": place.name,
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": place.latitude,
            "longitude": place.longitude,
        },
        "address": {
            "@type": "PostalAddress",
            "addressLocality": where,
            "addressRegion": place.district.regency,
            "addressCountry": "ID",
        },
    }


def attraction(place: Place, today: date, *, holidays: Holidays, **page: Any) -> Facts:
    """A destination. `page` holds what its page says: name, description, url, image.

    Reads `place.closures` and `place.fees`: prefetch them.
    """
    usual, special = hours_of(place, today, holidays=holidays)
    return known(
        place_facts(place)
        | page
        | {
            "@type": "TouristAttraction",
            "openingHoursSpecification": usual,
            "specialOpeningHoursSpecification": special,
            "isAccessibleForFree": is_free(place.fees.all()),
            "publicAccess": True if usual else None,
        }
    )


def is_free(fees: Iterable[Fee]) -> bool | None:
    """Whether nobody pays; None where no fee is known."""
    sums = [idr for fee in fees for idr in (fee.weekday_idr, fee.holiday_idr)]
    return not any(sums) if sums else None


def hours_of(place: Place, first: date, *, holidays: Holidays) -> tuple[list[Facts], list[Facts]]:
    """The usual week, and the days from the first on that differ from it."""
    days = [day_at(place, first + n * DAY, holidays=holidays) for n in range(7 * WEEKS)]
    if not days[0].is_known:
        return [], []
    open_days = [day for day in days if day.closure is None]
    usual = usual_week([(day.day, written(day.windows)) for day in open_days])
    by_day = {day.day: written(day.windows) for day in days}
    shut = {day.day for day in days if day.closure}
    different = {day: hours for day, hours in by_day.items() if hours != usual[day.weekday()]}
    if len(set(different) - shut) > MOST_DIFFERENT:
        return [], []
    return week_facts(usual), span_facts(different)


def written(windows: Sequence[Window]) -> Hours:
    """The windows of a day by the clock of the place; a whole day ends at 23:59."""
    if any(window.closes - window.opens >= DAY for window in windows):
        return (("00:00", "23:59"),)
    return tuple((f"{window.opens:%H:%M}", f"{window.closes:%H:%M}") for window in windows)


def usual_week(days: Iterable[tuple[date, Hours]]) -> list[Hours]:
    """The hours that each weekday, from Monday on, has most often."""
    found: list[Counter[Hours]] = [Counter() for _ in WEEKDAYS]
    for day, hours in days:
        found[day.weekday()][hours] += 1
    return [counts.most_common(1)[0][0] if counts else () for counts in found]


def week_facts(usual: Sequence[Hours]) -> list[Facts]:
    """A usual week, weekdays with the same hours together."""
    by_window: dict[tuple[str, str], list[str]] = {}
    for weekday, hours in zip(WEEKDAYS, usual, strict=True):
        for window in hours:
            by_window.setdefault(window, []).append(f"https://schema.org/{weekday}")
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": weekdays,
            "opens": opens,
            "closes": closes,
        }
        for (opens, closes), weekdays in by_window.items()
    ]


def span_facts(different: dict[date, Hours]) -> list[Facts]:
    """Days with other hours; days in a row with the same ones together."""
    spans: list[tuple[date, date, Hours]] = []
    for day, hours in sorted(different.items()):
        if spans and spans[-1][1] + DAY == day and spans[-1][2] == hours:
            spans[-1] = (spans[-1][0], day, hours)
        else:
            spans.append((day, day, hours))
    return [
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": first.isoformat(),
            "validThrough": last.isoformat(),
            "opens": opens,
            "closes": closes,
        }
        for first, last, hours in spans
        for opens, closes in hours or SHUT
    ]
