"""What visitors send: when and where they come, and what to do with a stop."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from destinations.models import Place
from festivals.calendar.spans import FIRST_YEAR, LAST_YEAR
from itineraries.models import Itinerary

DEFAULT_GATEWAY = "ketapang-ferry"
DAYS = 3  # of a trip, until the visitor says another number


class TripForm(forms.ModelForm):
    """When one comes, for how long, and where one arrives."""

    class Meta:
        model = Itinerary
        fields = ("arrives_on", "days", "gateway", "arrives_at")
        widgets = {
            "arrives_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "days": forms.NumberInput({"min": 1, "max": 21, "inputmode": "numeric"}),
            "arrives_at": forms.TimeInput({"type": "time"}, format="%H:%M"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gateways = Place.objects.gateways().order_by("kind", "slug")
        self.fields["gateway"].queryset = gateways
        self.fields["gateway"].empty_label = None
        self.fields["days"].widget.attrs["min"] = 1  # The column itself would say 0.
        for field in self.fields.values():
            field.widget.attrs["class"] = "field__input"

    def clean_arrives_on(self) -> date:
        return day_of_the_calendar(self.cleaned_data["arrives_on"])


def day_of_the_calendar(day: date) -> date:
    """The day, where the calendar has it and the days of a trip after it."""
    if not FIRST_YEAR <= day.year < LAST_YEAR:
        raise forms.ValidationError(
            _("Give a day between %(first)s and %(last)s."),
            params={"first": FIRST_YEAR, "last": LAST_YEAR - 1},
        )
    return day


def start_form(today: date, gateways: Sequence[Place]) -> TripForm:
    """The empty form: tomorrow, by the gateway most people come through, of those at hand."""
    usual = [place for place in gateways if place.slug == DEFAULT_GATEWAY] or gateways[:1]
    tomorrow = today + timedelta(days=1)
    initial = {"arrives_on": tomorrow, "days": DAYS, "gateway": usual[0].pk if usual else None}
    form = TripForm(initial=initial)
    form.fields["gateway"].choices = [(place.pk, place.name) for place in gateways]
    return form


class SampleForm(forms.Form):
    """When a trip by a sample plan begins; `key` is the one that its form was drawn with."""

    arrives_on = forms.DateField(required=False, label=_("arrival day"))
    key = forms.CharField(required=False)

    def clean_arrives_on(self) -> date | None:
        day = self.cleaned_data["arrives_on"]
        return day_of_the_calendar(day) if day else None


def default_gateway() -> Place | None:
    """The ferry port most people come through, or any gateway of another region."""
    gateways: QuerySet[Place] = Place.objects.gateways()
    return gateways.filter(slug=DEFAULT_GATEWAY).first() or gateways.first()


class EditForm(forms.Form):
    """One edit of one stop, made on one version of the trip."""

    DOS = ("earlier", "later", "day", "time", "remove", "undo")

    do = forms.ChoiceField(choices=[(do, do) for do in DOS])
    version = forms.IntegerField(min_value=0)
    stop = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    day = forms.IntegerField(required=False, label=_("Day"))
    starts_at = forms.TimeField(required=False, label=_("Begins at"))

    def __init__(self, *args: Any, days: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.days = days

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        do = data.get("do")
        if do and do != "undo" and not data.get("stop"):
            raise forms.ValidationError(_("Choose which stop to change."))
        if do == "day" and not 1 <= (data.get("day") or 0) <= self.days:
            raise forms.ValidationError(
                _("Choose a day from 1 to %(days)s."), params={"days": self.days}
            )
        return data
