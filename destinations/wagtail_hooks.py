from wagtail.snippets.models import register_snippet

from destinations.viewsets import PlacesGroup

register_snippet(PlacesGroup)
