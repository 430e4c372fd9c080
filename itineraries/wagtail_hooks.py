from wagtail import hooks
from wagtail.permissions import register_permission_policy

from itineraries.models import Itinerary
from itineraries.viewsets import ItineraryViewSet
from tourism.base.policies import ReadOnlyPolicy

register_permission_policy(Itinerary, ReadOnlyPolicy(Itinerary))


@hooks.register("register_admin_viewset")
def itineraries() -> ItineraryViewSet:
    return ItineraryViewSet("itinerary", url_prefix="itineraries")
