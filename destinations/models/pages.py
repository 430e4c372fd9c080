"""The words about a place, one page a language."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Self

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail_localize.fields import SynchronizedField, TranslatableField

from destinations.arriving import ways_to
from destinations.checking import check_places
from destinations.drawing import draw, pin
from destinations.geography import Point, distance_km
from destinations.models.places import Place
from destinations.visiting import VisitForm, visit_on
from destinations.week import next_closed_day, week_at
from tourism.base.checking import Check
from tourism.base.holidays import holidays_between
from tourism.base.models import ProsePage

WEEK = timedelta(days=7)
NEAR_KM = 12


class DestinationIndexPage(Page):
    """The branch that destination pages hang on. Its address answers with the list of places."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["destinations.DestinationPage"]
    preview_modes: list[tuple[str, str]] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("branch of destinations")


class DestinationPageQuerySet(PageQuerySet):
    def in_language(self, language: str) -> Self:
        """The live pages of one language, with what they and their cards print."""
        return (
            self.live()
            .filter(locale__language_code=language)
            .select_related("place__district", "cover", "locale")
            .prefetch_related("cover__renditions")
        )

    def listed(self, language: str) -> Self:
        """The same without those that ask for a password or a group, by name."""
        return self.in_language(language).public().order_by("title")

    def near(self, point: Point, km: float) -> Self:
        """Pages of places in the square around a point, `km` to each side (straight line)."""
        return self.filter(place__in=Place.objects.near(point, km))


class DestinationPage(ProsePage):
    """A page about one place. Hours, fees and hazards are shown from the place itself."""

    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="pages", verbose_name=_("place")
    )

    objects = PageManager.from_queryset(DestinationPageQuerySet)()

    template = "destinations/destination_page.html"
    parent_page_types = ["destinations.DestinationIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        FieldPanel("place"),
        HelpPanel(heading=_("Facts"), template="destinations/admin/facts.html"),
        *ProsePage.content_panels,
    ]
    override_translatable_fields = [
        TranslatableField("title"),
        SynchronizedField("slug"),
        SynchronizedField("place"),
    ]

    class Meta:
        verbose_name = _("destination page")
        verbose_name_plural = _("destination pages")

    @classmethod
    def fact_checks(cls, pages: Sequence[Self]) -> dict[int, list[Check]]:
        """Whether the places lie where they can lie. Give pages with place and district."""
        found = check_places(page.place for page in pages)
        return {page.pk: found[page.place_id] for page in pages}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the facts say today, and on the day of `?day=2026-12-05`."""
        today, place = request.today, self.place
        models.prefetch_related_objects([place], "closures", "best_times", "requirements", "fees")
        form = VisitForm(request.GET if "day" in request.GET else None, today=today)
        chosen = form.cleaned_data["day"] if form.is_valid() else None
        # Those of the year after too: the week and the next closed day may lie beyond its end.
        holidays = holidays_between(today, (chosen or today).replace(month=12, day=31) + WEEK, "id")
        week = week_at(place, today, holidays=holidays)
        ways = ways_to(place, Place.objects.gateways().with_district())
        return super().get_context(request, *args, **kwargs) | {
            "section": "destinations",
            "address": request.build_absolute_uri(request.path),
            "today": today,
            "week": week,
            "form": form,
            "chosen": chosen,
            "visit": visit_on(place, chosen or today, today=today, holidays=holidays),
            "is_over": week[0].is_over(request.now),
            "next_closed": next_closed_day(place, today, holidays=holidays),
            "ways": ways[:7],
            "places_near": self.neighbours()[:3],
            "drawing": draw([pin(place)], routes=[way.route for way in ways[:1]], ratio=1.3),
        }

    def neighbours(self) -> list["DestinationPage"]:
        """Pages of places around it in its language, the nearest first (straight line)."""
        here, language = self.place.point, self.locale.language_code
        pages = DestinationPage.objects.listed(language).near(here, NEAR_KM).exclude(pk=self.pk)
        return sorted(pages, key=lambda page: distance_km(page.place.point, here))
