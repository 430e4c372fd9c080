"""The form of a new fact and its two pages: names, slug, facts, a sentence in each language."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import SlugInput
from wagtail.models import Page

LABEL = ["name_id", "name_en", "slug"]
TAKEN = _(
    "There is one with this slug already. Perhaps this form was sent twice: look for its page, "
    "or choose another slug."
)
FOLLOWED = {  # The slug is written from the Indonesian name until somebody writes another.
    "data-controller": "w-sync",
    "data-action": "focus->w-sync#check blur->w-sync#apply change->w-sync#apply "
    "keyup->w-sync#apply",
    "data-w-sync-target-value": "#id_slug",
}


class FoundingForm(WagtailAdminModelForm):
    """Give a subclass its model, and the fields of the fact after `LABEL`."""

    summary_id = forms.CharField(
        label=_("Summary in Indonesian"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One or two sentences, shown under the title and in lists."),
    )
    summary_en = forms.CharField(
        label=_("Summary in English"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    class Meta:
        widgets = {"name_id": forms.TextInput(FOLLOWED), "slug": SlugInput}
        error_messages = {"slug": {"unique": TAKEN}}

    def __init__(self, *args: Any, under: Mapping[str, Page], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.under = under
        self.fields["slug"].required = False
        self.fields["slug"].help_text = gettext(
            "The address of both pages. Empty: made from the Indonesian name."
        )

    def clean_slug(self) -> str:
        """The slug, made where none was given, and free in every language."""
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("name_id", ""))[:80]
        if not slug:
            raise forms.ValidationError(gettext("Give a slug: letters, digits and hyphens."))
        for branch in self.under.values():
            if Page.objects.child_of(branch).filter(slug=slug).exists():
                raise forms.ValidationError(TAKEN)
        return slug

    @property
    def summaries(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"summary_{code}"] for code in self.under}
