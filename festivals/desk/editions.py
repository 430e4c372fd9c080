"""The desk for dates and their change log. Dates are saved through `festivals.recording`."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton

from festivals import recording
from festivals.desk.decrees import DecreeViewSet
from festivals.lifecycle import StepRefused
from festivals.models import Edition, EditionChange, Season
from festivals.models.edition_queries import EditionQuerySet
from festivals.recording import ChangedMeanwhile
from festivals.wording import sentence_of


class EditionForm(WagtailAdminModelForm):
    """An edition with the words that go into its change log."""

    authority = forms.ChoiceField(
        label=_("Who says so"),
        choices=EditionChange.Authority.of_people(),
    )
    reason = forms.CharField(label=_("Why"), max_length=255, required=False)
    document = forms.CharField(label=_("Document or link"), max_length=255, required=False)
    reasons = forms.MultipleChoiceField(
        label=_("Why the day may be another"),
        choices=Edition.Reason.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    seen = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["festival"].disabled = True
            status = self.fields["status"]
            status.disabled = True
            status.help_text = _("It changes by a step: see “Steps and history” above.")
            self.fields["seen"].initial = self.instance.updated_at.isoformat()

    def said(self) -> dict[str, Any]:
        """Who said it and why, as the doors want it."""
        return {name: self.cleaned_data[name] for name in ("authority", "reason", "document")}

    def values(self) -> dict[str, Any]:
        """The new values of the edition, as the doors want them."""
        return {name: self.cleaned_data[name] for name in recording.CHANGEABLE}

    def changed(self) -> dict[str, Any]:
        """What was typed anew, and the state on which it was."""
        names = set(self.changed_data)
        values = {name: value for name, value in self.values().items() if name in names}
        return values | {"seen": self.cleaned_data["seen"]}


def life_button(kind: type[Button], edition: Edition) -> Button:
    """The way to where an edition is confirmed, moved or cancelled."""
    url = reverse("edition_life", args=[edition.pk])
    return kind(_("Steps and history"), url=url, icon_name="history", priority=5)


class EditionIndexView(generic.IndexView):
    """The list of dates, with the festivals fetched at once."""

    def get_base_queryset(self) -> EditionQuerySet:
        return super().get_base_queryset().select_related("festival")

    def get_list_more_buttons(self, instance: Edition) -> list[Any]:
        return [life_button(Button, instance), *super().get_list_more_buttons(instance)]


class ChangeIndexView(generic.IndexView):
    """The change log, with editions, festivals and people fetched at once."""

    def get_base_queryset(self) -> QuerySet[EditionChange]:
        return super().get_base_queryset().select_related("edition__festival", "by")


class RefusedOnTheForm:
    """A step that is impossible comes back as a sentence on the form."""

    def form_valid(self, form: EditionForm) -> HttpResponse:
        try:
            return super().form_valid(form)
        except StepRefused as refused:
            if isinstance(refused, ChangedMeanwhile):  # It has now been seen anew.
                now = Edition.objects.get(pk=form.instance.pk)
                form.data = form.data.copy()
                form.data["seen"] = now.updated_at.isoformat()
            form.add_error(None, sentence_of(refused))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)


class EditionCreateView(RefusedOnTheForm, generic.CreateView):
    """Enters an edition through the door, so that its first change is written."""

    def save_instance(self) -> Edition:
        return recording.record(
            self.form.cleaned_data["festival"],
            at=self.request.now,
            by=self.request.user,
            **self.form.said(),
            **self.form.values(),
        )


class EditionEditView(RefusedOnTheForm, generic.EditView):
    """Changes an edition through the door: it keeps its UID, and says who moved it and why."""

    @cached_property
    def header_buttons(self) -> list[Button]:
        return [life_button(HeaderButton, self.object)]

    def save_instance(self) -> Edition:
        edition = Edition.objects.get(pk=self.object.pk)
        recording.change(
            edition,
            at=self.request.now,
            by=self.request.user,
            **self.form.said(),
            **self.form.changed(),
        )
        return edition


class EditionViewSet(ModelViewSet):
    model = Edition
    icon = "calendar-check"
    menu_label = _("Dates")
    list_display = ["festival", "starts_on", "ends_on", "status", "precision", "updated_at"]
    list_filter = ["status", "precision", "festival__category", "starts_on"]
    search_fields = ["festival__name_en", "festival__name_id"]
    search_backend_name = None
    ordering = ["-starts_on"]
    copy_view_enabled = False
    index_view_class = EditionIndexView
    add_view_class = EditionCreateView
    edit_view_class = EditionEditView
    edit_handler = ObjectList(
        [
            FieldPanel("festival"),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldRowPanel([FieldPanel("status"), FieldPanel("precision")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("earliest_on"), FieldPanel("latest_on")]),
                    FieldPanel("reasons"),
                ],
                heading=_("How sure the day is"),
            ),
            FieldPanel("place"),
            FieldRowPanel([FieldPanel("note_en"), FieldPanel("note_id")]),
            FieldPanel("source"),
            MultiFieldPanel(
                [
                    FieldPanel("authority"),
                    FieldPanel("reason"),
                    FieldPanel("document"),
                    FieldPanel("seen"),
                ],
                heading=_("For the change log"),
            ),
        ],
        base_form_class=EditionForm,
    )


class EditionChangeViewSet(ModelViewSet):
    model = EditionChange
    icon = "history"
    menu_label = _("Changes of dates")
    list_display = ["edition", "at", "step", "authority", "reason", "by"]
    list_filter = ["authority", "at"]
    inspect_view_enabled = True
    index_view_class = ChangeIndexView
    copy_view_enabled = False
    ordering = ["-at"]
    form_fields = ["reason"]


class SeasonViewSet(ModelViewSet):
    model = Season
    icon = "calendar"
    menu_label = _("School breaks")
    list_display = ["name_en", "starts_on", "ends_on", "source"]
    form_fields = ["name_en", "name_id", "starts_on", "ends_on", "source"]
    copy_view_enabled = False


class DatesGroup(ViewSetGroup):
    items = (
        EditionViewSet("editions"),
        EditionChangeViewSet("edition_changes"),
        DecreeViewSet("decrees"),
        SeasonViewSet("seasons"),
    )
    menu_label = _("Dates")
    menu_icon = "calendar-check"
    menu_order = 205

    def get_submenu_items(self) -> list[MenuItem]:
        """The office's own pages in front of the lists."""
        pages = [
            MenuItem(_("Year board"), reverse("year_board"), icon_name="table", order=-3),
            MenuItem(_("Confirmations due"), reverse("dates_due"), icon_name="time", order=-2),
            MenuItem(_("Read a spreadsheet"), reverse("import_file"), icon_name="upload", order=-1),
        ]
        return [*pages, *super().get_submenu_items()]
