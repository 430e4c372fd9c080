"""The words about a festival, one page a language."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import OuterRef, Subquery, Value
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail_localize.fields import SynchronizedField, TranslatableField

from destinations.checking import check_places
from festivals.models.editions import Edition
from festivals.models.festivals import Festival
from festivals.showing import festival_facts
from tourism.base.checking import Check
from tourism.base.models import ProsePage


class FestivalIndexPage(Page):
    """The branch that festival pages hang on. Its address answers with the list of festivals."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["festivals.FestivalPage"]
    preview_modes: list[tuple[str, str]] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("branch of festivals")


class FestivalPageQuerySet(PageQuerySet):
    def in_language(self, language: str) -> Self:
        """The live pages of one language, with what they and their cards print."""
        return (
            self.live()
            .filter(locale__language_code=language)
            .select_related("festival__place__district", "cover", "locale")
            .prefetch_related("cover__renditions")
        )

    def listed(self, language: str) -> Self:
        """The same without those that ask for a password or a group, by name."""
        return self.in_language(language).public().order_by("title")

    def with_next(self, today: date) -> Self:
        """Know each festival's next edition that takes place: its first day, precision, status."""
        coming = Edition.objects.taking_place().ending_from(today).order_by("starts_on")
        of_this = coming.filter(festival=OuterRef("festival_id"))
        return self.annotate(
            as_of=Value(today),
            next_on=Subquery(of_this.values("starts_on")[:1]),
            next_precision=Subquery(of_this.values("precision")[:1]),
            next_status=Subquery(of_this.values("status")[:1]),
        )


class FestivalPage(ProsePage):
    """A page about one festival. Dates and places are shown from the festival itself."""

    festival = models.ForeignKey(
        Festival, on_delete=models.PROTECT, related_name="pages", verbose_name=_("festival")
    )

    objects = PageManager.from_queryset(FestivalPageQuerySet)()

    template = "festivals/festival_page.html"
    parent_page_types = ["festivals.FestivalIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        FieldPanel("festival"),
        HelpPanel(heading=_("Facts and dates"), template="festivals/admin/facts.html"),
        *ProsePage.content_panels,
    ]
    override_translatable_fields = [
        TranslatableField("title"),
        SynchronizedField("slug"),
        SynchronizedField("festival"),
    ]

    class Meta:
        verbose_name = _("festival page")
        verbose_name_plural = _("festival pages")

    @property
    def next_status_name(self) -> str:
        """How sure the next edition is. Asked of a page from `.with_next()` that has one."""
        return str(Edition.Status(self.next_status).label)

    @property
    def next_month(self) -> date:
        """The month, as its first day, in which an edition without a day is next expected.

        Asked of a page from `.with_next()`. Parted months ("May or December") that are
        over are passed by.
        """
        month = max(self.next_on, self.as_of).replace(day=1)
        months = self.festival.typical_months
        while months and month.month not in months:
            month = (month + timedelta(days=31)).replace(day=1)
        return month

    @classmethod
    def fact_checks(cls, pages: Sequence[Self]) -> dict[int, list[Check]]:
        """Whether the festivals' places lie where they can lie. Give pages with place, district."""
        found = check_places(page.festival.place for page in pages)
        return {page.pk: found[page.festival.place_id] for page in pages}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the dates as they stand on `request.today`."""
        facts = festival_facts(self.festival, request.today, get_language())
        return (
            super().get_context(request, *args, **kwargs)
            | facts
            | {
                "section": "festivals",
                "address": request.build_absolute_uri(request.path),
            }
        )
