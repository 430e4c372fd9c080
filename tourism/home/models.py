"""The page everything begins from, one a language."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from festivals.models import Edition
from festivals.showing import first_of_each
from tourism.base.models import ProsePage
from tourism.home.ribbon import year_ribbon


class HomePage(ProsePage):
    """The front page: the year as a ribbon, what is on, ways to begin a trip."""

    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["festivals.FestivalIndexPage", "destinations.DestinationIndexPage"]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the year's editions as the ribbon draws them, and the next ones as a list."""
        today = request.today
        dated = Edition.objects.dated().taking_place()
        year = dated.overlapping(today.replace(day=1), today + timedelta(days=366))
        soon = dated.ending_from(today).order_by("starts_on", "starts_at")
        return super().get_context(request, *args, **kwargs) | {
            "today": today,
            "ribbon": year_ribbon(today, year.values_list("starts_on", "ends_on", "status")),
            "soon": first_of_each(soon.for_cards(get_language())[:80], 7),
        }
