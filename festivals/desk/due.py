"""What the office has to ask for: days that nobody has named yet, and the year after."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from festivals.calendar.spans import FIRST_YEAR, LAST_YEAR
from festivals.cloning import clone_year
from festivals.models import Edition

MAY_CHANGE = permission_required("festivals.change_edition", raise_exception=True)
AHEAD = timedelta(days=400)
OVERDUE_SINCE = timedelta(days=60)


class AskForm(forms.Form):
    """When the office asks again."""

    ask_on = forms.DateField(required=False)


class CloneForm(forms.Form):
    """Which year the new one follows."""

    source = forms.IntegerField(
        label=_("From the year"), min_value=FIRST_YEAR, max_value=LAST_YEAR - 1
    )


@MAY_CHANGE
def due(request: HttpRequest) -> HttpResponse:
    """Projected and proposed editions by days to go; what is late or to be asked today first."""
    today = request.today
    rows = list(
        Edition.objects.filter(status__in=(Edition.Status.PROJECTED, Edition.Status.PROPOSED))
        .filter(ends_on__gte=today - OVERDUE_SINCE, starts_on__lte=today + AHEAD)
        .filter(Q(ask_on=None) | Q(ask_on__lte=today + AHEAD))
        .with_festival()
        .order_by("starts_on", "festival__slug")
    )
    firsts = first_of_each(rows)
    firsts.sort(
        key=lambda found: (not is_late(found[0], today), found[0].ask_on or next_day(found[0]))
    )
    context = {
        "rows": [
            (row, later, (next_day(row) - today).days, is_late(row, today)) for row, later in firsts
        ],
        "today": today,
        "header_title": _("Confirmations due"),
        "page_title": _("Confirmations due"),
        "header_icon": "time",
    }
    return render(request, "festivals/admin/due.html", context)


def first_of_each(rows: list[Edition]) -> list[tuple[Edition, int]]:
    """The first open edition of each festival, and how many come after it."""
    found: dict[int, tuple[Edition, int]] = {}
    for row in rows:
        first, later = found.get(row.festival_id, (row, -1))
        found[row.festival_id] = (first, later + 1)
    return list(found.values())


def next_day(edition: Edition) -> date:
    """The day to count to: the first, or the end of the months where only they are known."""
    return edition.starts_on if edition.is_dated else edition.ends_on


def is_late(edition: Edition, today: date) -> bool:
    """Whether its day has passed unnamed, or the office meant to ask by now."""
    return edition.ends_on < today or (edition.ask_on is not None and edition.ask_on <= today)


@require_POST
@MAY_CHANGE
def ask_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Remember when to ask for the day of an edition; this is the office's note, no change."""
    edition = get_object_or_404(Edition, pk=pk)
    form = AskForm(request.POST)
    if form.is_valid():
        Edition.objects.filter(pk=edition.pk).update(ask_on=form.cleaned_data["ask_on"])
    else:
        messages.error(request, " ".join(form.errors["ask_on"]))
    return redirect("dates_due")


@MAY_CHANGE
def clone(request: HttpRequest) -> HttpResponse:
    """Next year's programme from a year: choose it, then see what came of it."""
    form = CloneForm(request.POST or None, initial={"source": request.today.year})
    context: dict[str, Any] = {
        "form": form,
        "header_title": _("Next year from this one"),
        "page_title": _("Next year from this one"),
        "header_icon": "copy",
    }
    if request.method == "POST" and form.is_valid():
        source = form.cleaned_data["source"]
        found = clone_year(source, target=source + 1, at=request.now)
        added = sum(row.added for row in found)
        messages.success(request, gettext("%(count)s editions added.") % {"count": added})
        context |= {"found": found, "target": source + 1}
    return render(
        request, "festivals/admin/clone.html", context, status=422 if form.errors else 200
    )
