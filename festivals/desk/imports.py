"""Reading somebody's calendar at the desk: send it, settle what is unclear, then enter it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from festivals import importing
from festivals.dates.reading import FIRST_YEAR, LAST_YEAR, Sentence
from festivals.imports.fetching import fetch
from festivals.imports.rows import MOST_BYTES, too_big
from festivals.lifecycle import StepRefused
from festivals.models import Festival, Import, ImportRow
from festivals.wording import said_as, sentence_of

MAY_ADD = permission_required(
    ["festivals.add_edition", "festivals.change_edition"], raise_exception=True
)
SHOWN = 12


class ImportForm(forms.Form):
    """A file, or the address of one; who sends it, and for which year."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("A spreadsheet (.xlsx, .csv) or a calendar (.ics)."),
    )
    address = forms.CharField(
        label=_("or its address"), required=False, max_length=500, help_text="https://"
    )
    source = forms.CharField(
        label=_("Who sends it"),
        max_length=120,
        help_text=_("Each year under the same name, so that rows are known again."),
    )
    year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("file")) == bool(data.get("address")):
            raise forms.ValidationError(_("Choose a file, or give an address: one of both."))
        return data

    def content(self) -> tuple[bytes, str]:
        """What is to be read, and its name."""
        if file := self.cleaned_data["file"]:
            if file.size > MOST_BYTES:
                raise too_big(file.size)
            return file.read(), file.name
        return fetch(self.cleaned_data["address"]), self.cleaned_data["address"]


class SettleForm(forms.Form):
    """What an unclear row means."""

    festival = forms.ModelChoiceField(Festival.objects.all(), to_field_name="slug")
    starts_on = forms.DateField()
    ends_on = forms.DateField(required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first = data.get("starts_on")
        data["ends_on"] = data.get("ends_on") or first
        if first and data["ends_on"] < first:
            self.add_error("ends_on", _("The last day cannot be before the first day."))
        return data


def head(title: Any, more: str = "") -> dict[str, Any]:
    return {
        "header_title": title,
        "page_title": title,
        "page_subtitle": more,
        "header_icon": "upload",
    }


@MAY_ADD
def send(request: HttpRequest) -> HttpResponse:
    """Choose a file; what was sent before stands below."""
    form = ImportForm(
        request.POST or None, request.FILES or None, initial={"year": request.today.year}
    )
    if request.method == "POST" and form.is_valid():
        try:
            content, name = form.content()
            batch = importing.keep(
                content,
                file_name=name,
                source=form.cleaned_data["source"],
                year=form.cleaned_data["year"],
                at=request.now,
                by=request.user,
            )
        except Sentence as refused:
            form.add_error(None, sentence_of(refused))
        else:
            return redirect("import_rows", batch.pk)
    context = {"form": form, "batches": Import.objects.select_related("by")[:SHOWN]}
    context |= head(_("Read a spreadsheet"))
    status = 422 if form.errors else 200
    return render(request, "festivals/admin/import.html", context, status=status)


@MAY_ADD
def rows(request: HttpRequest, pk: int) -> HttpResponse:
    """The report of a file, row by row: unclear ones first, each with a form."""
    batch = get_object_or_404(Import, pk=pk)
    return shown(request, batch)


def shown(
    request: HttpRequest, batch: Import, failed: dict[int, str] | None = None
) -> HttpResponse:
    """The page of a file, with what was wrong with a row that was just settled."""
    found = list(batch.rows.select_related("festival", "edition"))
    for row in found:
        row.words = said_as(row.reason, row.reason_values)
        row.trouble = (failed or {}).get(row.pk, "")
    unclear = [row for row in found if row.outcome == ImportRow.Outcome.UNCLEAR and not row.is_done]
    counts = dict.fromkeys(ImportRow.Outcome, 0)
    for row in found:
        counts[ImportRow.Outcome(row.outcome)] += 1
    context = {
        "batch": batch,
        "unclear": unclear,
        "clear": [row for row in found if row not in unclear],
        "counts": [(choice.label, count) for choice, count in counts.items()],
        "waiting": sum(not row.is_done for row in found if row not in unclear),
        "festivals": Festival.objects.order_by("slug"),
    }
    context |= head(batch.source, str(batch.year))
    return render(
        request, "festivals/admin/import_rows.html", context, status=422 if failed else 200
    )


@require_POST
@MAY_ADD
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what an unclear row means, or leave it out."""
    row = get_object_or_404(ImportRow.objects.select_related("batch"), pk=pk)
    form = SettleForm(request.POST)
    try:
        if "leave" in request.POST:
            importing.leave(row)
            return redirect("import_rows", row.batch_id)
        if form.is_valid():
            importing.settle(row, **form.cleaned_data)
            return redirect("import_rows", row.batch_id)
    except StepRefused as refused:
        messages.error(request, sentence_of(refused))
        return redirect("import_rows", row.batch_id)
    sentences = " ".join(words for found in form.errors.values() for words in found)
    return shown(request, row.batch, {row.pk: sentences})


@require_POST
@MAY_ADD
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    """Carry out what is clear."""
    batch = get_object_or_404(Import, pk=pk)
    try:
        done = importing.apply(
            batch, at=request.now, by=request.user, although_gone="although_gone" in request.POST
        )
    except Sentence as refused:
        messages.error(request, sentence_of(refused))
    else:
        total = done.get("new", 0) + done.get("changed", 0)
        messages.success(request, gettext("%(count)s dates entered.") % {"count": total})
    return redirect("import_rows", batch.pk)
