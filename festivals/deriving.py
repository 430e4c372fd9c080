"""Why an edition is on its day, as plain data for its page: steps in words, and days that may be.

The rule is asked anew, under today's decrees; nothing of it is stored.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from festivals.dates.forecasts import Forecast
from festivals.dates.reading import FIRST_YEAR, LAST_YEAR
from festivals.dates.rules import DateRule, RuleError
from festivals.dates.spans import Span
from festivals.explanation import why
from festivals.models.editions import Edition
from festivals.models.festivals import Festival
from festivals.wording import in_words, weekday_and_day

NEAR = timedelta(days=25)  # A decree never takes a holding further from the date of its rule.
LONGEST_SCALE = 16  # Days; a longer window is told in words only.
STEP = 40  # Units of the drawing for one day.


@dataclass(frozen=True)
class ScaleDay:
    """One day of the drawing: what may be on it, and where it stands."""

    day: date
    left: int
    form: str  # "", "may" or "most".

    @property
    def middle(self) -> int:
        return self.left + 18

    @property
    def weekday(self) -> str:
        return str(WEEKDAYS[self.day.weekday()])[:3]


@dataclass(frozen=True)
class Reasoning:
    """The steps to a date, what follows from them, and the days on which it may begin."""

    steps: list[str]
    conclusion: str
    scale: list[ScaleDay]

    @property
    def width(self) -> int:
        return len(self.scale) * STEP

    @property
    def scale_words(self) -> str:
        """The drawing for who cannot see it."""
        most = next(found.day for found in self.scale if found.form == "most")
        others = [in_words(found.day, most) for found in self.scale if found.form == "may"]
        values = {"day": weekday_and_day(most), "others": ", ".join(others)}
        return _("Most likely %(day)s; possible: %(others)s.") % values


def reasoning_of(festival: Festival, edition: Edition) -> Reasoning | None:
    """Why the edition is on its day; None where its rule has nothing to say of it."""
    almanac = Festival.objects.almanac()
    try:
        forecast = forecast_of(festival.rule_by(almanac), edition)
        is_follower = "festival" in festival.date_rule
        names = {row.slug: row.name for row in Festival.objects.all()} if is_follower else {}
        steps = why(forecast, names) if forecast else []
    except RuleError:
        return None
    if forecast is None or forecast.precision != "day":
        return None
    return Reasoning(steps, conclusion(forecast, edition), scale(forecast, edition))


def forecast_of(rule: DateRule, edition: Edition) -> Forecast | None:
    """What the rule says of the edition: its occurrence, or the window that holds its day."""
    around = edition.rule_date or edition.starts_on
    first = max(around - NEAR, date(FIRST_YEAR, 1, 1))
    last = min(around + NEAR, date(LAST_YEAR, 12, 31))
    found = rule.forecasts(first, last)
    named = (f for f in found if edition.occurrence and f.occurrence == edition.occurrence)
    held = (f for f in found if edition.starts_on in f.window)
    return next(named, None) or next(held, None)


def conclusion(forecast: Forecast, edition: Edition) -> str:
    """So: Sunday 13 June 2027; or what people have named instead."""
    day = f"{weekday_and_day(forecast.span.first)} {forecast.span.first.year}"
    if not edition.is_dated or edition.starts_on == forecast.span.first:
        return _("So: %(day)s.") % {"day": day}
    named = f"{weekday_and_day(edition.starts_on)} {edition.starts_on.year}"
    return _("By the rule: %(day)s. Named instead: %(named)s.") % {"day": day, "named": named}


def scale(forecast: Forecast, edition: Edition) -> list[ScaleDay]:
    """The days of the window and one to each side; none where it is a day, or too long."""
    window = forecast.window
    if not edition.has_window or not 1 < window.days <= LONGEST_SCALE:
        return []
    shown = Span(window.first - timedelta(days=1), window.last + timedelta(days=1))
    may = set(forecast.possible)
    forms = dict.fromkeys(may, "may") | {forecast.span.first: "most"}
    return [
        ScaleDay(day, number * STEP + 2, forms.get(day, ""))
        for number, day in enumerate(shown.each())
    ]
