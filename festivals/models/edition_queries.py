"""Which editions, and which of their columns: adjectives that chain. They never ask the clock."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any, Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from destinations.geography import Bounds, Point
from destinations.models import Place
from festivals.models.festivals import Festival

NIGHT_FROM, NIGHT_TO = time(18), time(4)  # Dark all year round, eight degrees from the equator.
LABEL = ("slug", "name_en", "name_id")
PLACE = [*LABEL, "timezone", *(f"district__{name}" for name in LABEL)]
CARD = [  # The columns of a card: lists of a thousand should not carry every note along.
    *("rule_date", "starts_on", "ends_on", "starts_at", "ends_at", "precision", "status"),
    *("earliest_on", "latest_on", "moved_from", "planned_starts_on", "ask_on"),
    *(f"festival__{name}" for name in (*LABEL, "category", "date_rule", "usual_start")),
    *("festival__rule_in_words_en", "festival__rule_in_words_id"),
    *(f"festival__place__{name}" for name in PLACE),
    *(f"place__{name}" for name in PLACE),
]

WHERE = [
    f"{path}__{name}"
    for path in ("place", "festival__place")
    for name in ("kind", "latitude", "longitude")
]


class EditionQuerySet(models.QuerySet[Any]):
    def overlapping(self, first: date, last: date) -> Self:
        """Editions with at least one day in the span, both ends included."""
        return self.filter(starts_on__lte=last, ends_on__gte=first)

    def touching(self, first: date, last: date) -> Self:
        """The same, and editions that were moved away from a day of the span."""
        return self.filter(
            Q(starts_on__lte=last, ends_on__gte=first) | Q(moved_from__range=(first, last))
        )

    def that_may_begin_on(self, day: date) -> Self:
        """Projected editions whose window holds the day, and which are not expected on it."""
        return self.filter(
            status=self.model.Status.PROJECTED,
            precision=self.model.Precision.DAY,
            earliest_on__lte=day,
            latest_on__gte=day,
        ).exclude(starts_on__lte=day, ends_on__gte=day)

    def dated(self) -> Self:
        """Editions whose day is known or reckoned, not only their month."""
        return self.filter(precision=self.model.Precision.DAY)

    def ending_from(self, day: date) -> Self:
        """Editions that are not over before the day begins."""
        return self.filter(ends_on__gte=day)

    def announced(self) -> Self:
        """Editions that somebody has named: all but the reckoned ones."""
        return self.exclude(status=self.model.Status.PROJECTED)

    def taking_place(self) -> Self:
        """Editions that one can still plan to go to."""
        return self.exclude(status__in=self.model.OFF)

    def of_interests(self, slugs: Iterable[str]) -> Self:
        """Editions of festivals with any of the interests."""
        return self.filter(festival__in=Festival.objects.of_interests(slugs))

    def in_districts(self, slugs: Iterable[str]) -> Self:
        """Editions held in any of the districts, at their own place or the festival's."""
        return self.filter(
            Q(place__district__slug__in=slugs)
            | Q(place=None, festival__place__district__slug__in=slugs)
        )

    def held_at(self, slugs: Iterable[str]) -> Self:
        """Editions held at any of the places, which are their own or the festival's."""
        return self.filter(
            Q(place__slug__in=slugs) | Q(place=None, festival__place__slug__in=slugs)
        )

    def within(self, point: Point, km: float) -> Self:
        """Editions held in the circle of `km` around a point (straight line)."""
        places = Place.objects.within(point, km)
        return self.filter(Q(place__in=places) | Q(place=None, festival__place__in=places))

    def inside(self, box: Bounds) -> Self:
        """Editions held in a box, its edges included."""
        places = Place.objects.inside(box)
        return self.filter(Q(place__in=places) | Q(place=None, festival__place__in=places))

    def at_night(self) -> Self:
        """Editions that begin when it is dark, by the clock of their place."""
        return self.beginning().filter(Q(begins__gte=NIGHT_FROM) | Q(begins__lt=NIGHT_TO))

    def by_day(self) -> Self:
        """Editions that begin by daylight; one without an hour is neither."""
        return self.beginning().filter(begins__gte=NIGHT_TO, begins__lt=NIGHT_FROM)

    def beginning(self) -> Self:
        """Know when a day of it begins: `begins`, its own hour or the usual one."""
        return self.annotate(begins=Coalesce("starts_at", "festival__usual_start"))

    def near(self, point: Point, km: float) -> Self:
        """Editions of festivals whose place lies in the square around a point, `km` to a side."""
        return self.filter(festival__place__in=Place.objects.near(point, km))

    def with_page(self, language: str) -> Self:
        """Know the slug of the festival's public page in a language: `page_slug`, or None."""
        pages = Festival.objects.filter(
            pk=OuterRef("festival_id"),
            pages__live=True,
            pages__locale__language_code=language,
        ).order_by("pages__pk")
        return self.annotate(page_slug=Subquery(pages.values("pages__slug")[:1]))

    def with_why(self) -> Self:
        """Know why it was moved, postponed or cancelled, and who said so: `why`, `why_by`."""
        steps = self.model.changes.rel.related_model.objects.filter(
            edition=OuterRef("pk"), step__in=("moved", "postponed", "cancelled")
        ).order_by("-at", "-pk")
        return self.annotate(
            why=Subquery(steps.values("reason")[:1]), why_by=Subquery(steps.values("authority")[:1])
        )

    def for_cards(self, language: str) -> Self:
        """Fetch what a card, a row or a bar prints and no more, in one query."""
        return self.with_festival().with_page(language).only(*CARD)

    def for_map(self, language: str) -> Self:
        """Fetch what a card prints and where it is, in one query."""
        return self.with_festival().with_page(language).only(*CARD, *WHERE)

    def with_festival(self) -> Self:
        """Fetch what a card or a feed entry prints, in one query however many rows."""
        return self.select_related("festival__place__district", "place__district")
