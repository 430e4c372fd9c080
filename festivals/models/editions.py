"""A holding of a festival: the only thing that calendars, feeds and trips point at."""

import re
import uuid
from calendar import SUNDAY
from datetime import date, time, timedelta
from functools import cache

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from destinations.models import Place
from festivals.dates.spans import Span
from festivals.models.edition_queries import EditionQuerySet
from festivals.models.festivals import Festival
from tourism.base.models import InLanguage

ADDRESS = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(/[^\s;,()]*)?")
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2052, 12, 31)
LONGEST = timedelta(days=366)


@cache
def address_of(slug: str | None, language: str) -> str:
    """The address of a festival's page. Kept: a month asks for fifty of them."""
    return reverse("festivals:festival", args=[slug]) if slug else reverse("festivals:calendar")


def new_uid() -> str:
    """A name for one holding that no other calendar in the world has (RFC 7986, 5.3)."""
    return str(uuid.uuid4())


class Edition(models.Model):
    """One edition of a festival: Keboan of Aliyan on 13 June 2027.

    Rows are never deleted once public: a cancelled holding stays, so that calendars which
    already show it can be told. Where only the month is known, the first and last day are
    those of the month and `precision` says so. Dates change through `festivals.scheduling`.
    """

    class Status(models.TextChoices):
        PROJECTED = "projected", _("Projected")
        PROPOSED = "proposed", _("Proposed")
        CONFIRMED = "confirmed", _("Confirmed")
        RESCHEDULED = "rescheduled", _("Moved")
        POSTPONED = "postponed", _("Postponed")
        CANCELLED = "cancelled", _("Cancelled")
        HELD = "held", _("Held")

    OFF = (Status.CANCELLED, Status.POSTPONED)

    class Precision(models.TextChoices):
        DAY = "day", _("day")
        MONTH = "month", _("month")
        YEAR = "year", _("year")

    class Reason(models.TextChoices):
        HABIT = "habit", _("a habit of recent years, not a rule")
        COMMITTEE = "committee", _("the committee names the day")
        ELDERS = "elders", _("the village elders decide")
        SIGHTING = "sighting", _("the new moon is sighted the evening before")
        WEEKDAY_JUMP = "weekday_jump", _("a day's difference moves it by a week")
        WEATHER = "weather", _("the weather decides")
        NOT_EVERY_YEAR = "not_every_year", _("not held every year")

    festival = models.ForeignKey(
        Festival, on_delete=models.PROTECT, related_name="editions", verbose_name=_("festival")
    )
    rule_date = models.DateField(null=True, editable=False)  # Stays when an editor moves the row.
    occurrence = models.CharField(max_length=80, blank=True, editable=False)  # See `Forecast`.
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    precision = models.CharField(
        _("known to the"), max_length=5, choices=Precision, default=Precision.DAY
    )
    starts_at = models.TimeField(_("from"), null=True, blank=True)
    ends_at = models.TimeField(_("to"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.PROJECTED, db_index=True
    )
    earliest_on = models.DateField(_("earliest first day"), null=True, blank=True)
    latest_on = models.DateField(_("latest first day"), null=True, blank=True)
    reasons = models.JSONField(_("reasons of the window"), default=list, blank=True)
    moved_from = models.DateField(_("moved from"), null=True, blank=True, editable=False)
    planned_starts_on = models.DateField(_("planned first day"), null=True, editable=False)
    planned_ends_on = models.DateField(_("planned last day"), null=True, editable=False)
    ask_on = models.DateField(
        _("ask again on"), null=True, blank=True, help_text=_("When the office asks for its day.")
    )
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="editions",
        verbose_name=_("other place"),
        help_text=_("Only where this edition is not held at the festival's usual place."),
    )
    note_en = models.CharField(_("note in English"), max_length=255, blank=True)
    note_id = models.CharField(_("note in Indonesian"), max_length=255, blank=True)
    source = models.CharField(_("source"), max_length=255, blank=True)
    uid = models.CharField(max_length=64, unique=True, default=new_uid, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    note = InLanguage()

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "starts_at", "festival__slug"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        indexes = [models.Index(fields=["starts_on", "ends_on"], name="edition_days")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="edition_ends_after_it_starts",
                violation_error_message=_("The last day cannot be before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(starts_on__gte=FIRST_DAY, ends_on__lte=LAST_DAY),
                name="edition_lies_in_the_years_of_the_calendar",
                violation_error_message=_("A day lies between 2000 and 2052."),
            ),
            models.CheckConstraint(
                condition=Q(earliest_on=None)
                | Q(latest_on=None)
                | Q(latest_on__gte=F("earliest_on")),
                name="edition_window_runs_forward",
                violation_error_message=_("The latest first day cannot be before the earliest."),
            ),
            models.UniqueConstraint(
                fields=["festival", "rule_date"], name="rule_gives_an_edition_once"
            ),
            models.UniqueConstraint(
                fields=["festival", "occurrence"],
                condition=~Q(occurrence=""),
                name="an_occurrence_is_held_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.festival} {self.starts_on:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """Its festival's page in the active language; the calendar where it has none.

        Asked of rows from `.with_page()`, which know whether there is one.
        """
        return address_of(self.page_slug, get_language())

    def clean(self) -> None:
        if self.starts_on and self.ends_on and self.ends_on - self.starts_on > LONGEST:
            raise ValidationError({"ends_on": _("An edition lasts a year at most.")})

    @property
    def year(self) -> int:
        return self.starts_on.year

    @property
    def span(self) -> Span:
        return Span(self.starts_on, self.ends_on)

    @property
    def where(self) -> Place:
        """The place this edition is held at."""
        return self.place or self.festival.place

    @property
    def source_site(self) -> str:
        """The site named by its source, or "" where the source names none."""
        found = ADDRESS.match(self.source)
        return found[1] if found else ""

    @property
    def source_url(self) -> str:
        """The address named by its source, or ""."""
        found = ADDRESS.match(self.source)
        return f"https://{found[1]}{found[2] or ''}" if found else ""

    @property
    def begins_at(self) -> time | None:
        """The hour it begins each day, on the clock of its place: its own, or the usual one."""
        return self.starts_at or self.festival.usual_start

    @property
    def minutes(self) -> int | None:
        """How long a day of it lasts, where that is known."""
        begins = self.begins_at
        if begins is None or self.ends_at is None:
            return self.festival.usual_minutes
        minutes = (self.ends_at.hour - begins.hour) * 60 + self.ends_at.minute - begins.minute
        return minutes if minutes > 0 else minutes + 24 * 60  # It ends after midnight.

    @property
    def has_window(self) -> bool:
        """Whether it is only reckoned, and its first day may be another."""
        is_projected = self.status == self.Status.PROJECTED and self.is_dated
        return is_projected and self.earliest_on != self.latest_on

    @property
    def give_or_take(self) -> int:
        """By how many days the first day may be off to either side; 0 where the sides differ."""
        if self.earliest_on is None or self.latest_on is None:
            return 0
        before, after = self.starts_on - self.earliest_on, self.latest_on - self.starts_on
        return before.days if before == after else 0

    @property
    def was_planned_otherwise(self) -> bool:
        """Whether it was held on another day than it had been planned for."""
        return self.planned_starts_on not in (None, self.starts_on)

    @property
    def is_uncertain(self) -> bool:
        """Whether there is more to say of its day than its status does."""
        return self.has_window or self.moved_from is not None or self.was_planned_otherwise

    @property
    def is_within_a_month(self) -> bool:
        return (self.starts_on.year, self.starts_on.month) == (
            self.ends_on.year,
            self.ends_on.month,
        )

    @property
    def is_on_sunday(self) -> bool:
        return self.starts_on.weekday() == SUNDAY

    @property
    def is_taking_place(self) -> bool:
        return self.status not in self.OFF

    @property
    def why_now(self) -> str:
        """Why it is not on the day it was to be, and who said so, where that is known.

        Told by rows from `.with_why()`; "" for others and for what was never moved.
        """
        reason = getattr(self, "why", None)
        if self.status not in (*self.OFF, self.Status.RESCHEDULED) or not reason:
            return ""
        authorities = dict(self._meta.get_field("changes").related_model.Authority.choices)
        return f"{reason} ({authorities[self.why_by]})"

    @property
    def is_dated(self) -> bool:
        return self.precision == self.Precision.DAY

    @property
    def status_name(self) -> str:
        """The status in words. Django's own way hashes every choice each time it is asked."""
        return str(self.Status(self.status).label)

    @property
    def certainty(self) -> str:
        """The form in which the date is drawn: a held or moved edition has a form of its own."""
        return {
            self.Status.RESCHEDULED: "moved",
            self.Status.POSTPONED: "cancelled",
        }.get(self.status, self.status)

    @property
    def months(self) -> list[date]:
        """First days of the months in which an edition without a day may fall.

        A rule with parted months, "July or December", leaves out the ones between.
        """
        named = self.festival.typical_months
        count = (self.ends_on.year - self.starts_on.year) * 12
        count += self.ends_on.month - self.starts_on.month + 1
        at = self.starts_on.year * 12 + self.starts_on.month - 1
        firsts = [date(n // 12, n % 12 + 1, 1) for n in range(at, at + count)]
        return [first for first in firsts if not named or first.month in named]

    def may_fall_in(self, first: date) -> bool:
        """Whether an edition without a day may fall in the month that begins on `first`."""
        return first in self.months

    @property
    def doubts(self) -> list[str]:
        """Why the day may be another, in words."""
        return [self.Reason(reason).label for reason in self.reasons]
