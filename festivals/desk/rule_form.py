"""The form of a date rule: it speaks the calendar, and never loses what was typed."""

from typing import Any

from django import forms
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext_lazy as _

from festivals.dates import chinese, hijri, javanese, pawukon, saka
from festivals.dates.decrees import DAYS
from festivals.dates.reading import WEEKDAYS as WEEKDAY_CODES
from festivals.desk.further import FurtherField
from festivals.desk.rule_parts import EACH, MONTH_FIELD
from festivals.models import Edition, Festival

CALENDARS = [
    ("hijri", _("Hijri, as the government counts it")),
    ("javanese", _("Javanese (Sultan Agung)")),
    ("table", _("National day: Nyepi, Waisak, Imlek, Isra Mikraj")),
    ("balinese_saka", _("Balinese saka month")),
    ("pawukon", _("Balinese pawukon of 210 days")),
    ("weton", _("Weekday and pasaran, every 35 days")),
    ("chinese", _("Chinese")),
    ("gregorian", _("Civil calendar")),
    ("same_day_as", _("The same day as another festival")),
    ("offset_from", _("So many days from another festival")),
    ("announced", _("No rule: people name the day")),
]
PICKS = [
    ("", _("the day itself")),
    ("first_weekday_on_or_after", _("the first weekday on it or after")),
    ("nth_weekday_after", _("a weekday after it, counted")),
    ("nearest_weekday", _("the nearest weekday")),
    ("weekday_in_window", _("a weekday within the days")),
    ("last_weekday_in_month", _("the last weekday of the days or the month")),
]
PREFER = [("", "–"), ("first", _("the first")), ("last", _("the last"))]
TIMES = [
    ("day", _("by day")),
    ("evening", _("in the evening of that day")),
    ("eve", _("on the evening before, for days begin at sunset")),
]
DECIDERS = [
    ("committee", Edition.Reason.COMMITTEE.label),
    ("elders", Edition.Reason.ELDERS.label),
    ("weather", Edition.Reason.WEATHER.label),
]
CIVIL_FORMS = [
    ("date", _("on a date")),
    ("weekday", _("on a weekday of the month")),
    ("text", _("as a rule of RFC 5545")),
]
NTH = [("1", _("first")), ("2", _("second")), ("3", _("third")), ("4", _("fourth"))]
NTH += [("5", _("fifth")), ("-1", _("last"))]
EVERY_MONTH = (EACH, _("every month"))
OF_MONTHS = tuple(MONTH_FIELD)
RECKONED = (*OF_MONTHS, "table", "pawukon", "weton")
NOT_ANNOUNCED = (*RECKONED, "gregorian", "same_day_as", "offset_from")


def months_of(names: tuple[str, ...]) -> list[tuple[Any, Any]]:
    return [("", "–"), *enumerate(names, start=1), EVERY_MONTH]


def civil_months() -> list[tuple[Any, Any]]:
    return [(str(number), name) for number, name in MONTHS.items()]


def weekday_choices() -> list[tuple[str, Any]]:
    return [(code, WEEKDAYS[number]) for number, code in enumerate(WEEKDAY_CODES)]


class RuleForm(forms.Form):
    """The parts of a rule. A field says in `shown_for` to which calendars it belongs."""

    calendar = forms.ChoiceField(label=_("Calendar"), choices=CALENDARS)
    hijri_month = forms.TypedChoiceField(label=_("Month"), choices=months_of(hijri.MONTHS))
    javanese_month = forms.ChoiceField(
        label=_("Month"), choices=[("", "–"), *((n, n) for n in javanese.MONTHS), EVERY_MONTH]
    )
    saka_month = forms.TypedChoiceField(label=_("Month"), choices=months_of(saka.MONTHS))
    chinese_month = forms.TypedChoiceField(label=_("Month"), choices=months_of(chinese.NAMES))
    first_day = forms.IntegerField(label=_("Day"), min_value=1, max_value=30)
    last_day = forms.IntegerField(label=_("to day"), min_value=1, max_value=30)
    kurup = forms.ChoiceField(label=_("Kurup"), choices=[(n, n.title()) for n in javanese.KURUP])
    event = forms.ChoiceField(
        label=_("National day"), choices=[(name, name.replace("-", " ").title()) for name in DAYS]
    )
    wuku = forms.ChoiceField(label=_("Wuku"), choices=[(n, n) for n in pawukon.WUKU])
    weekday = forms.ChoiceField(label=_("Weekday"), choices=weekday_choices)
    pasaran = forms.ChoiceField(label=_("Pasaran"), choices=[(n, n) for n in pawukon.PASARAN])
    weton_months = forms.TypedMultipleChoiceField(
        label=_("Only in these months"), choices=civil_months, coerce=int
    )
    weton_prefer = forms.ChoiceField(label=_("Once a year"), choices=PREFER)
    pick = forms.ChoiceField(label=_("Held on"), choices=PICKS)
    pick_weekdays = forms.MultipleChoiceField(label=_("Weekdays"), choices=weekday_choices)
    pick_n = forms.IntegerField(label=_("Which one"), min_value=1, max_value=9)
    pick_prefer = forms.ChoiceField(label=_("If there are two"), choices=PREFER)
    civil_form = forms.ChoiceField(label=_("Told as"), choices=CIVIL_FORMS)
    civil_month = forms.ChoiceField(
        label=_("Month"), choices=lambda: [("", "–"), *civil_months(), EVERY_MONTH]
    )
    civil_day = forms.IntegerField(label=_("Day"), min_value=1, max_value=31)
    civil_nth = forms.ChoiceField(label=_("Which one"), choices=NTH)
    civil_weekday = forms.ChoiceField(label=_("Weekday"), choices=weekday_choices)
    rule = forms.CharField(
        label=_("Rule of RFC 5545"), max_length=200, help_text="FREQ=YEARLY;BYMONTH=7;BYDAY=2SA"
    )
    habit = forms.BooleanField(
        label=_("Only a habit of recent years"), help_text=_("Its window is then wide.")
    )
    since = forms.IntegerField(label=_("Habit since"), min_value=2000, max_value=2052)
    earlier_months = forms.TypedMultipleChoiceField(
        label=_("Months it wandered through before"), choices=civil_months, coerce=int
    )
    festival = forms.ChoiceField(label=_("Festival it follows"))
    days = forms.IntegerField(
        label=_("Days after it"), min_value=-90, max_value=90, help_text=_("Negative is before.")
    )
    typical_months = forms.TypedMultipleChoiceField(
        label=_("Usual months"), choices=civil_months, coerce=int
    )
    every_years = forms.IntegerField(label=_("Every so many years"), min_value=1, max_value=20)
    from_year = forms.IntegerField(label=_("Counted from"), min_value=2000, max_value=2052)
    not_every_year = forms.BooleanField(label=_("Not held every year"))
    time = forms.ChoiceField(label=_("Time"), choices=TIMES)
    offset_days = forms.IntegerField(
        label=_("Shifted by days"), min_value=-40, max_value=40, help_text=_("Negative is before.")
    )
    months_active = forms.TypedMultipleChoiceField(
        label=_("Only in these civil months"), choices=civil_months, coerce=int
    )
    decided_by = forms.ChoiceField(label=_("Who has the last word"), choices=DECIDERS)
    before = forms.IntegerField(label=_("Days earlier, at most"), min_value=0, max_value=60)
    after = forms.IntegerField(label=_("Days later, at most"), min_value=0, max_value=60)
    duration_days = forms.IntegerField(
        label=_("Length in days"), min_value=1, max_value=366, help_text=_("Empty: as usual.")
    )
    further = FurtherField(
        label=_("Further parts"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For a second reading or a second day; leave it as it is if unsure."),
    )

    SHOWN_FOR = {
        **{field: (calendar,) for calendar, field in MONTH_FIELD.items()},
        **dict.fromkeys(("first_day", "last_day"), OF_MONTHS),
        **dict.fromkeys(("pick", "pick_weekdays", "pick_n", "pick_prefer"), OF_MONTHS),
        "kurup": ("javanese",),
        "event": ("table",),
        "wuku": ("pawukon",),
        **dict.fromkeys(("weekday", "pasaran"), ("pawukon", "weton")),
        **dict.fromkeys(("weton_months", "weton_prefer"), ("weton",)),
        **dict.fromkeys(("civil_form", "civil_month", "civil_day", "civil_nth"), ("gregorian",)),
        **dict.fromkeys(("civil_weekday", "rule", "habit", "since"), ("gregorian",)),
        "earlier_months": ("gregorian",),
        "festival": ("same_day_as", "offset_from"),
        "days": ("offset_from",),
        **dict.fromkeys(("typical_months", "every_years", "from_year"), ("announced",)),
        "not_every_year": ("announced",),
        **dict.fromkeys(("time", "offset_days", "months_active"), RECKONED),
        "decided_by": (*RECKONED, "gregorian", "announced"),
        **dict.fromkeys(("before", "after"), (*RECKONED, "gregorian")),
        "duration_days": NOT_ANNOUNCED,
    }
    MORE = ("kurup", "time", "offset_days", "months_active", "duration_days", "further")
    NEEDED = {
        **{field: (calendar,) for calendar, field in MONTH_FIELD.items()},
        "festival": ("same_day_as", "offset_from"),
        "days": ("offset_from",),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        festivals = Festival.objects.order_by("slug")
        self.fields["festival"].choices = [("", "–"), *((row.slug, row.name) for row in festivals)]
        for name, field in self.fields.items():
            field.required = name == "calendar"
            if isinstance(field, forms.MultipleChoiceField):
                field.widget = forms.CheckboxSelectMultiple(choices=field.choices)
            if isinstance(field, forms.TypedChoiceField) and name in MONTH_FIELD.values():
                field.coerce = number_or_each

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen calendar needs, and forget what belongs to others."""
        data = super().clean() or {}
        calendar = data.get("calendar", "")
        for name, calendars in self.SHOWN_FOR.items():
            if calendar not in calendars:
                self.errors.pop(name, None)
                data[name] = [] if isinstance(data.get(name), list) else None
        for name in self.needed(calendar, data):
            if data.get(name) in (None, "", []) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
        data["further"] = data.get("further") or {}
        return data

    def needed(self, calendar: str, data: dict[str, Any]) -> list[str]:
        """The fields that the chosen calendar cannot do without."""
        names = [name for name, calendars in self.NEEDED.items() if calendar in calendars]
        if calendar in OF_MONTHS:
            names += ["pick_weekdays"] if data.get("pick") else ["first_day"]
            names += ["first_day"] if data.get("last_day") else []
        if calendar == "gregorian":
            forms_need = {
                "date": ["civil_month", "civil_day"],
                "weekday": ["civil_month", "civil_nth", "civil_weekday"],
                "text": ["rule"],
            }
            names += forms_need[data.get("civil_form") or "text"]
        if calendar in ("pawukon", "weton"):
            names += ["weekday", "pasaran"]
        return names

    def main(self) -> list[tuple[forms.BoundField, str]]:
        """What sets the day: each field with the calendars it belongs to, for the template."""
        return [pair for pair in self.shown() if pair[0].name not in self.MORE]

    def more(self) -> list[tuple[forms.BoundField, str]]:
        """What a rule seldom needs."""
        return [pair for pair in self.shown() if pair[0].name in self.MORE]

    def shown(self) -> list[tuple[forms.BoundField, str]]:
        return [(field, " ".join(self.SHOWN_FOR.get(field.name, ()))) for field in self]


def number_or_each(value: str) -> int | str:
    return value if value == EACH else int(value)
