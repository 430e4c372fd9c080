"""The page everything begins from, one a language."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from destinations.models import Place
from itineraries.views import COOKIE
from tourism.base.models import ProsePage
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
    subpage_types = ["festivals.FestivalIndexPage", "destinations.DestinationIndexPage"]
    content_panels = [*ProsePage.content_panels, FieldPanel("now_at")]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the facts say at this moment. `request.now` is the only clock."""
        shown = front_of(request.now, request.today, place=self.now_at_id)
        has_trip = COOKIE in request.COOKIES
        context = super().get_context(request, *args, **kwargs)
        return context | {"today": request.today, "has_trip": has_trip, **shown}
