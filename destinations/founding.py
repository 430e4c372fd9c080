"""A new place and its two pages in one form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from destinations.models import DestinationIndexPage, DestinationPage, Place
from tourism.base.founding_form import LABEL, FoundingForm
from tourism.base.founding_view import FoundingView


class NewDestinationForm(FoundingForm):
    class Meta(FoundingForm.Meta):
        model = Place
        fields = [
            *LABEL, "kind", "district", "village", "latitude", "longitude", "interests",
            "opening_hours", "visit_minutes", "effort", "source",
        ]  # fmt: skip
        widgets = FoundingForm.Meta.widgets | {
            "interests": forms.CheckboxSelectMultiple,
            "source": forms.Textarea(attrs={"rows": 2}),
        }


class FoundDestination(FoundingView):
    form_class = NewDestinationForm
    page = DestinationPage
    branch = DestinationIndexPage
    link = "place"
    title = _("New destination")
    icon = "pick"
