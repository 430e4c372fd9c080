from wagtail import hooks
from wagtail.snippets.models import register_snippet

from destinations.page_list import DestinationPages
from destinations.viewsets import PlacesGroup

register_snippet(PlacesGroup)


@hooks.register("register_admin_viewset")
def pages() -> DestinationPages:
    return DestinationPages()
