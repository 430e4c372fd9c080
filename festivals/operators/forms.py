"""What operators send: an address, their company, a subscription, a tour."""

from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.forms import CheckboxSelectMultiple
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from festivals import subscribing
from festivals.feeds.asking import sentences_against
from festivals.filters import CalendarFilter, Cancelled, FeedFilter
from festivals.models import Edition, Operator, Tour
from festivals.models.operators import SPOKEN, spoken_name
from tourism.base.filters import canonical, chosen

SALT = "festivals.operators.address"
A_DAY = 24 * 60 * 60  # seconds
LONGEST_QUERY = 2500  # bytes; the whole address has to stay short


class Styled(forms.BaseForm):
    """Fields as the site draws them, each tied to what is wrong with it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if not isinstance(field.widget, forms.CheckboxInput | CheckboxSelectMultiple):
                field.widget.attrs["class"] = "field__input"


class AddressForm(Styled, forms.Form):
    """Where to send the link that signs in."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email", "inputmode": "email"}),
    )

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class WebField(forms.CharField):
    """An address of the web; one without a scheme is taken for https."""

    def to_python(self, value: Any) -> str:
        typed = str(super().to_python(value))
        return f"https://{typed}" if typed and "://" not in typed else typed


class CompanyForm(Styled, forms.ModelForm):
    """What a company says of itself."""

    languages = forms.MultipleChoiceField(
        label=_("Languages of your guides"), required=False, widget=CheckboxSelectMultiple
    )

    class Meta:
        model = Operator
        fields = ("name", "licence", "website", "phone", "languages", "about_en", "about_id")
        field_classes = {"website": WebField}
        widgets = {
            "name": forms.TextInput({"autocomplete": "organization"}),
            "website": forms.TextInput({"inputmode": "url", "autocomplete": "url"}),
            "phone": forms.TextInput({"type": "tel", "autocomplete": "tel"}),
            "about_en": forms.Textarea({"rows": 3}),
            "about_id": forms.Textarea({"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        self.fields["languages"].choices = [(code, spoken_name(code)) for code in SPOKEN]

    def clean_about_en(self) -> str:
        return one_line(self.cleaned_data["about_en"])

    def clean_about_id(self) -> str:
        return one_line(self.cleaned_data["about_id"])


def one_line(words: str) -> str:
    return " ".join(words.split())


class TourForm(Styled, forms.ModelForm):
    """A sentence and a link for one edition."""

    class Meta:
        model = Tour
        fields = ("note_en", "note_id", "link")
        field_classes = {"link": WebField}
        widgets = {"link": forms.TextInput({"inputmode": "url"})}


class SubscriptionForm(Styled, forms.Form):
    """A feed: its name, its language, and what only feeds are asked. `filters` are beside it."""

    name = forms.CharField(label=_("Name, for yourself"), max_length=80)
    language = forms.ChoiceField(label=_("Language of the feed"), choices=settings.LANGUAGES)
    cancelled = forms.ChoiceField(
        label=_("When a festival is called off"), choices=Cancelled.choices
    )
    projected = forms.BooleanField(label=_("Projected dates too"), required=False)
    past = forms.BooleanField(label=_("All past dates too"), required=False)

    def __init__(self, data: QueryDict | None, *, asked: QueryDict, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.filters = CalendarFilter(data if data is not None else asked, Edition.objects.none())

    def clean(self) -> dict[str, Any]:
        """The filters, in the words and the order of the public feed."""
        found = super().clean() or {}
        if not self.filters.is_valid():
            raise forms.ValidationError(gettext("One of the filters cannot be read. Look below."))
        query = canonical(self.filters, beside=())
        if found.get("projected"):
            query["projected"] = "1"
        if found.get("cancelled") not in (None, Cancelled.KEEP):
            query["cancelled"] = found["cancelled"]
        if found.get("past"):
            query["past"] = "all"
        if len(query.urlencode()) > LONGEST_QUERY:
            raise forms.ValidationError(gettext("These are too many filters for one feed."))
        if wrong := sentences_against(FeedFilter(query, Edition.objects.none())):
            raise forms.ValidationError(wrong)
        return found | {"query": query}

    @property
    def values(self) -> dict[str, Any]:
        """What the door wants."""
        return {name: self.cleaned_data[name] for name in ("name", "language", "query")}


def first_values(asked: QueryDict, language: str) -> dict[str, Any]:
    """What an empty form begins with, after what was on in the calendar."""
    filters = CalendarFilter(asked, Edition.objects.none())
    on = " · ".join(choice.label for choice in chosen(filters)) if filters.is_valid() else ""
    return {
        "name": (on or gettext("All festivals"))[:80],
        "language": language,
        "cancelled": asked.get("cancelled") or Cancelled.STRIKE,
        "projected": "projected" in asked,
        "past": asked.get("past") == "all",
    }


def offered_address(operator: Operator) -> str:
    """A new secret in a form: signed for one operator, so that nobody can bring their own."""
    return signing.dumps([operator.pk, subscribing.new_token()], salt=SALT)


def taken_address(operator: Operator, signed: str) -> str:
    """The secret of a form; "" where it is not one of ours, or older than a day."""
    try:
        whose, token = signing.loads(signed, salt=SALT, max_age=A_DAY)
    except (signing.BadSignature, TypeError, ValueError):
        return ""
    return str(token) if whose == operator.pk else ""
