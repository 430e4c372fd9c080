"""The page everything begins from, and the articles, one a language."""

from typing import Any, Self

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail_localize.fields import SynchronizedField

from destinations.models import Place
from itineraries.views import COOKIE
from tourism.base.models import ProsePage
from tourism.base.schema import Facts, breadcrumb, website
from tourism.home.blocks import ArticleBody
from tourism.home.front import front_of


class HomePage(ProsePage):
    """The front page: the year as a ribbon, what is on, one place now, ways to begin a trip."""

    now_at = models.ForeignKey(
        Place,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("place shown as it is now"),
        help_text=_("Whether it is open, and when to set out. Empty: no place is shown."),
    )

    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "festivals.FestivalIndexPage",
        "destinations.DestinationIndexPage",
        "home.ArticleIndexPage",
    ]
    content_panels = [*ProsePage.content_panels, FieldPanel("now_at")]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the facts say at this moment. `request.now` is the only clock."""
        shown = front_of(request.now, request.today, place=self.now_at_id)
        has_trip = COOKIE in request.COOKIES
        context = super().get_context(request, *args, **kwargs)
        latest = ArticlePage.objects.descendant_of(self).listed().order_by("-first_published_at")
        more = {
            "has_trip": has_trip,
            "articles": latest[:3],
            "schema": [self.site_facts(request)],
        }
        return context | {"today": request.today, **shown, **more}

    def site_facts(self, request: HttpRequest) -> Facts:
        """What machines read of the whole site, in one language."""
        return website(
            name=gettext("Festivals of Banyuwangi"),
            description=self.search_description or self.summary,
            home=request.build_absolute_uri(request.path),
            search=request.build_absolute_uri(reverse("search")),
            language=get_language(),
        )


class ArticleIndexPage(ProsePage):
    """The list of articles."""

    template = "home/article_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ArticlePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("articles")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the articles that everybody may read, the newest first."""
        articles = ArticlePage.objects.child_of(self).listed()
        context = super().get_context(request, *args, **kwargs)
        return context | {"articles": articles.order_by("-first_published_at", "-pk")}


class ArticlePageQuerySet(PageQuerySet):
    def listed(self) -> Self:
        """The live pages that everybody may read, with what their cards print."""
        cards = self.live().public().select_related("cover")
        return cards.prefetch_related("cover__renditions")


class ArticlePage(ProsePage):
    """Words about the region that belong to no single place or festival."""

    objects = PageManager.from_queryset(ArticlePageQuerySet)()

    template = "home/article_page.html"
    parent_page_types = ["home.ArticleIndexPage"]
    subpage_types: list[str] = []
    override_translatable_fields = [SynchronizedField("slug"), SynchronizedField("drawing")]

    class Drawing(models.TextChoices):
        CULTURE = "place-culture", _("temple gate")
        CRATER = "place-crater", _("crater at night")
        VILLAGE = "place-village", _("village roofs")
        BEACH = "place-beach", _("beach")
        GATEWAY = "place-gateway", _("way in")
        RITUAL = "festival-ritual", _("mask")
        GREDOAN = "festival-gredoan", _("night of a festival")

    drawing = models.CharField(
        _("drawing"),
        max_length=20,
        choices=Drawing,
        default=Drawing.CULTURE,
        help_text=_("Stands in for the cover picture until there is one."),
    )
    content_panels = [*ProsePage.content_panels, FieldPanel("drawing")]
    body = StreamField(ArticleBody(), blank=True, verbose_name=_("body"))

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def art(self) -> str:
        """The drawing that stands in until there is a picture, as a static path."""
        return f"tourism/art/{self.drawing}.svg"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the breadcrumb of the page for machines."""
        parent = self.get_parent()
        way = breadcrumb(
            (gettext("Home"), request.build_absolute_uri(f"/{get_language()}/")),
            (parent.title, request.build_absolute_uri(parent.get_url_parts()[2])),
            (self.title, request.build_absolute_uri(request.path)),
        )
        return super().get_context(request, *args, **kwargs) | {"schema": [way]}
