"""A place on the day on which somebody means to come. Plain data, and the form that asks for it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from destinations import opening
from destinations.models.access import Requirement
from destinations.models.places import Place
from destinations.week import Holidays, PlaceDay, day_at

LONGEST = timedelta(days=731)  # Hours and fees of later years are nobody's promise.
SATURDAY = 5
TWILIGHT = timedelta(minutes=30)  # Before sunrise, when one sees the way already.


class VisitForm(forms.Form):
    """Which day somebody means to come."""

    day = forms.DateField(
        label=_("Your day"),
        error_messages={"invalid": _("Write the day as 2026-12-05, or choose it.")},
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "field__input"}),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.first, self.last = today, today + LONGEST
        limits = {"min": self.first.isoformat(), "max": self.last.isoformat()}
        self.fields["day"].widget.attrs |= limits

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not self.first <= day <= self.last:
            raise forms.ValidationError(
                _("Choose a day from today on, two years ahead at most."), code="too_far"
            )
        return day


@dataclass(frozen=True)
class Need:
    """What has to be in hand, and from when on it is too late to get it."""

    requirement: Requirement
    by: date
    is_late: bool


@dataclass(frozen=True)
class Visit:
    """One day at one place."""

    place: Place
    hours: PlaceDay
    sunrise: datetime
    is_holiday: bool
    today: date

    @property
    def day(self) -> date:
        return self.hours.day

    @property
    def is_best_month(self) -> bool:
        return self.day.month in self.place.best_months

    @property
    def opens_in_the_dark(self) -> bool:
        """Whether its first window begins before it dawns, so that one comes at night."""
        is_known = self.hours.is_open and not self.hours.is_all_day
        return is_known and self.hours.windows[0].opens < self.sunrise - TWILIGHT

    @property
    def needs(self) -> list[Need]:
        """What to have in hand, with the last day to get it."""
        needs = []
        for row in self.place.requirements.all():
            by = self.day - timedelta(days=row.lead_days)
            needs.append(Need(row, by, by < self.today))
        return needs


def visit_on(place: Place, day: date, *, today: date, holidays: Holidays) -> Visit:
    """Look at a place on one day. Reads its closures and requirements: prefetch them."""
    return Visit(
        place,
        day_at(place, day, holidays=holidays),
        opening.sunrise(day, point=place.point, timezone=place.timezone),
        is_holiday=day.weekday() >= SATURDAY or day in holidays,
        today=today,
    )
