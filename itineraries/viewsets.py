"""The office's look at trips: how many there are and what they hold, not who made them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from itineraries.models import Itinerary


class ItineraryViewSet(ModelViewSet):
    model = Itinerary
    icon = "clipboard-list"
    menu_label = _("Trips")
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["arrives_on", "days", "gateway", "updated_at"]
    list_filter = ["arrives_on", "gateway"]
    ordering = ["-updated_at"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = [
        "arrives_on",
        "days",
        "arrives_at",
        "gateway",
        "created_at",
        "updated_at",
    ]
    form_fields = ["arrives_on", "days", "gateway", "arrives_at"]
