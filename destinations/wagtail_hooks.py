from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from destinations.founding import FoundDestination
from destinations.page_list import DestinationPages
from destinations.viewsets import PlacesGroup
from tourism.base.founding_view import FoundingMenuItem

register_snippet(PlacesGroup)


@hooks.register("register_admin_viewset")
def pages() -> DestinationPages:
    return DestinationPages()


@hooks.register("register_admin_urls")
def desk_pages() -> list[URLPattern]:
    return [path("places/new/", FoundDestination.as_view(), name="new_destination")]


@hooks.register("register_admin_menu_item")
def new_destination() -> FoundingMenuItem:
    return FoundingMenuItem(FoundDestination, reverse("new_destination"), 211)
