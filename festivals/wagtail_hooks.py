from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from festivals.models import Edition, EditionChange
from festivals.viewsets import DatesGroup, FestivalViewSet
from tourism.base.policies import KeptPolicy, ReadOnlyPolicy

register_permission_policy(Edition, KeptPolicy(Edition))
register_permission_policy(EditionChange, ReadOnlyPolicy(EditionChange))
register_snippet(FestivalViewSet)


@hooks.register("register_admin_viewset")
def dates() -> ViewSetGroup:
    return DatesGroup()
