"""Pages of the office's desk that stand beside the forms: the next dates of a rule being typed."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from festivals import projecting
from festivals.consequences import Consequence, consequences_of
from festivals.dates.forecasts import Forecast
from festivals.dates.reading import LAST_YEAR
from festivals.dates.rules import Almanac, RuleError, rule_from_dict
from festivals.desk.rule_form import RuleForm
from festivals.desk.rule_parts import rule_of
from festivals.explanation import why
from festivals.models import Edition, Festival
from festivals.wording import in_words, sentence_of, weekday_and_day

SHOWN, YEARS_AHEAD = 5, 10
DAY_WIDTH, WIDEST = 6, 240  # Pixels of the bar.


@dataclass(frozen=True)
class DateRow:
    """One date of a rule beside its window, drawn as a bar."""

    forecast: Forecast

    @property
    def is_dated(self) -> bool:
        return self.forecast.precision == "day"

    @property
    def day(self) -> str:
        """Sunday 13 June 2027, or the months and the year."""
        first = self.forecast.span.first
        if self.is_dated:
            return f"{weekday_and_day(first)} {first.year}"
        names = ", ".join(str(MONTHS[month]) for month in self.forecast.months)
        return f"{names} {first.year}"

    @property
    def window(self) -> str:
        window = self.forecast.window
        if not self.is_dated:
            return _("announced")
        if window.days == 1:
            return _("this day")
        values = {"first": in_words(window.first, window.last), "last": in_words(window.last)}
        return _("%(first)s to %(last)s") % values

    @property
    def reasons(self) -> str:
        return "; ".join(str(Edition.Reason(reason).label) for reason in self.forecast.reasons)

    @property
    def step(self) -> float:
        """Pixels of a day: less where the window is long."""
        return min(DAY_WIDTH, WIDEST / self.forecast.window.days)

    @property
    def width(self) -> int:
        return max(12, round(self.step * self.forecast.window.days))

    @property
    def mark(self) -> int:
        """Where the likely day stands on the bar."""
        away = (self.forecast.span.first - self.forecast.window.first).days
        return min(max(6, round(self.step * (away + 0.5))), self.width - 6)


@require_POST
def rule_dates(request: HttpRequest) -> HttpResponse:
    """The next five dates of the rule in the form and what saving it changes, or what is wrong.

    `festival` in the address is the number of a stored festival.
    """
    if not request.user.has_perms(["festivals.change_festival"]):
        raise PermissionDenied
    form = RuleForm(request.POST, prefix="date_rule")
    context: dict[str, Any] = {"rows": [], "errors": []}
    try:
        context |= next_dates(form, request) if form.is_valid() else {"errors": errors_of(form)}
    except RuleError as error:
        context["errors"] = [sentence_of(error)]
    status = 422 if context["errors"] else 200
    return render(request, "festivals/admin/rule_dates.html", context, status=status)


def next_dates(form: RuleForm, request: HttpRequest) -> dict[str, Any]:
    almanac = Festival.objects.almanac()
    slug, days = request.POST.get("slug", ""), days_of(request)
    typed = rule_of(form.cleaned_data)
    rule = rule_from_dict(typed, days=days, almanac=almanac, followed=(slug,) if slug else ())
    last = date(min(request.today.year + YEARS_AHEAD, LAST_YEAR), 12, 31)
    forecasts = rule.forecasts(request.today, last)[:SHOWN]
    names = dict(form.fields["festival"].choices)
    return {
        "rows": [DateRow(forecast) for forecast in forecasts],
        "why": " ".join(why(forecasts[0], names)) if forecasts else "",
        "consequences": changes_by(typed, days, almanac, request),
    }


def days_of(request: HttpRequest) -> int:
    days = request.POST.get("usual_days", "")
    return min(int(days), 366) if re.fullmatch(r"[1-9][0-9]{0,2}", days) else 1


def changes_by(
    typed: dict[str, Any], days: int, almanac: Almanac, request: HttpRequest
) -> list[Consequence] | None:
    """What saving the rule would do to the stored dates, those that follow it included.

    None for a new festival, and while the rule is as it is stored.
    """
    number = request.GET.get("festival", "")
    row = Festival.objects.filter(pk=number).first() if re.fullmatch("[0-9]{1,9}", number) else None
    if row is None or (row.date_rule, row.usual_days) == (typed, days):
        return None
    row.date_rule, row.usual_days = typed, days
    return consequences_of(
        projecting.with_followers(row),
        almanac=almanac.with_rule(row.slug, typed),
        first=request.today,
        last=projecting.horizon(request.today),
    )


def errors_of(form: RuleForm) -> list[str]:
    """What is missing or wrong, each with the label of its field."""
    return [
        f"{form.fields[name].label}: {sentence}"
        for name, sentences in form.errors.items()
        for sentence in sentences
    ]
