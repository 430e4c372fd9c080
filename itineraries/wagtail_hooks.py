from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from festivals.models import Edition
from itineraries.models import Itinerary
from itineraries.viewsets import ItineraryViewSet
from tourism.base.policies import ReadOnlyPolicy

register_permission_policy(Itinerary, ReadOnlyPolicy(Itinerary))


@hooks.register("register_admin_viewset")
def itineraries() -> ItineraryViewSet:
    return ItineraryViewSet("itinerary", url_prefix="itineraries")


@hooks.register("festivals_who_is_told")
def trips_with(edition: Edition) -> tuple[str, int]:
    """How many saved trips hold an edition."""
    count = Itinerary.objects.filter(stops__edition=edition).distinct().count()
    return ngettext("saved trip", "saved trips", count), count
