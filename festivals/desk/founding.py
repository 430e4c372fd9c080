"""A new festival and its two pages in one form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from festivals.desk.carrying import project_on
from festivals.desk.festivals import FestivalForm
from festivals.models import Festival, FestivalIndexPage, FestivalPage
from tourism.base.founding_form import LABEL, FoundingForm
from tourism.base.founding_view import FoundingView


class NewFestivalForm(FoundingForm, FestivalForm):
    class Meta(FoundingForm.Meta):
        model = Festival
        fields = [
            *LABEL, "category", "place", "interests", "date_rule", "usual_days", "usual_start",
            "source",
        ]  # fmt: skip
        widgets = FoundingForm.Meta.widgets | {
            "interests": forms.CheckboxSelectMultiple,
            "place": forms.Select({"class": "w-w-full"}),  # Long names, small screens.
            "source": forms.Textarea(attrs={"rows": 2}),
        }


class FoundFestival(FoundingView):
    form_class = NewFestivalForm
    page = FestivalPage
    branch = FestivalIndexPage
    link = "festival"
    title = _("New festival")
    icon = "date"

    def carry_on(self, fact: Festival) -> None:
        project_on(self.request, fact)
