"""The life of one edition at the desk: its history, and the steps it can take."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import AdminDateInput

from festivals import lifecycle, scheduling
from festivals.history import lines_of
from festivals.lifecycle import StepRefused
from festivals.models import Edition, EditionChange
from festivals.recording import ChangedMeanwhile
from festivals.wording import sentence_of

MAY_CHANGE = permission_required("festivals.change_edition", raise_exception=True)
STEPS = {
    "propose": _("Propose a day"),
    "confirm": _("Confirm"),
    "move": _("Move to another day"),
    "postpone": _("Postpone"),
    "cancel": _("Cancel the edition"),
    "hold": _("Held"),
    "restore": _("Restore"),
    "repeat": _("Hold it again"),
}
WITH_DAYS = ("propose", "confirm", "move", "hold", "repeat")
WITH_REASON = ("move", "postpone", "cancel")


class StepForm(forms.Form):
    """What a step wants to know: the days, who said so, why, and where it is written."""

    starts_on = forms.DateField(label=_("First day"), widget=AdminDateInput)
    ends_on = forms.DateField(label=_("Last day"), required=False, widget=AdminDateInput)
    authority = forms.ChoiceField(
        label=_("Who says so"), choices=EditionChange.Authority.of_people()
    )
    reason = forms.CharField(label=_("Why"), max_length=255, required=False)
    document = forms.CharField(
        label=_("Document or link"),
        max_length=255,
        required=False,
        help_text=_("A letter with its number, or an address."),
    )
    override = forms.BooleanField(label=_("Although its place is closed then"), required=False)
    seen = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, step: str, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if step not in WITH_DAYS:
            del self.fields["starts_on"], self.fields["ends_on"]
        if step != "confirm":
            del self.fields["override"]
        self.fields["reason"].required = step in WITH_REASON
        self.initial = initial(step, edition) | self.initial


def initial(step: str, edition: Edition) -> dict[str, Any]:
    """What a form begins with: the days as they stand, but for a step to other ones."""
    found: dict[str, Any] = {"seen": edition.updated_at.isoformat(), "authority": "office"}
    if edition.is_dated and step not in ("move", "repeat"):
        found |= {"starts_on": edition.starts_on, "ends_on": edition.ends_on}
    return found


@MAY_CHANGE
def life(request: HttpRequest, pk: int) -> HttpResponse:
    """Where an edition stands, how it came there, and what can be done."""
    edition = get_object_or_404(Edition.objects.with_festival(), pk=pk)
    context = about(edition) | {
        "steps": [(step, STEPS[step]) for step in steps_of(edition)],
        "lines": lines_of(edition, edition.changes.select_related("by")),
    }
    return render(request, "festivals/admin/life.html", context)


@MAY_CHANGE
def step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """One step: its form, and who will be told; then the step itself."""
    edition = get_object_or_404(Edition.objects.with_festival(), pk=pk)
    if step not in STEPS:
        raise Http404
    form = StepForm(request.POST or None, step=step, edition=edition)
    if request.method == "POST" and form.is_valid():
        try:
            take(step, edition, form.cleaned_data, request)
        except StepRefused as refused:
            form = refused_form(form, refused, step, edition)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, gettext("%(step)s: done.") % {"step": STEPS[step]})
            return redirect(reverse("edition_life", args=[pk]))
    context = about(edition) | {
        "form": form,
        "step": step,
        "step_name": STEPS[step],
        "told": [hook(edition) for hook in hooks.get_hooks("festivals_who_is_told")],
    }
    status = 422 if form.errors else 200
    return render(request, "festivals/admin/step.html", context, status=status)


def about(edition: Edition) -> dict[str, Any]:
    """What both pages print of an edition."""
    return {
        "edition": edition,
        "header_title": f"{edition.festival.name} {edition.year}",
        "page_title": edition.festival.name,
        "page_subtitle": str(edition.year),
        "header_icon": "calendar-check",
    }


def steps_of(edition: Edition) -> list[str]:
    """The steps that its status allows; whoever is over or public may be held again."""
    steps = lifecycle.steps_from(edition.status)
    if edition.status == Edition.Status.CONFIRMED:
        steps.remove("confirm")
    return [*steps, "repeat"] if edition.status in lifecycle.REPEATABLE else steps


def take(step: str, edition: Edition, data: dict[str, Any], request: HttpRequest) -> None:
    """Call the door of the step with what was typed."""
    names = [name for name in ("starts_on", "ends_on", "override") if name in data]
    said = {name: data[name] for name in ("authority", "reason", "document")}
    said |= {name: data[name] for name in names}
    said |= {"at": request.now, "by": request.user}
    if data["seen"]:
        said["seen"] = data["seen"]
    if step == "hold":
        said["today"] = request.today
    getattr(scheduling, step)(edition, **said)


def refused_form(form: StepForm, refused: StepRefused, step: str, edition: Edition) -> StepForm:
    """The same form with what was typed and why it was refused; it has now been seen anew."""
    if isinstance(refused, ChangedMeanwhile):
        edition.refresh_from_db()
        typed = form.data.copy()
        typed["seen"] = edition.updated_at.isoformat()
        form = StepForm(typed, step=step, edition=edition)
    form.add_error(None, sentence_of(refused))
    return form
