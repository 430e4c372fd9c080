from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from festivals import recording
from festivals.desk import imports
from festivals.desk.board import board
from festivals.desk.carrying import project_on
from festivals.desk.due import ask_again, clone, due
from festivals.desk.editions import DatesGroup
from festivals.desk.festivals import FestivalViewSet
from festivals.desk.founding import FoundFestival
from festivals.desk.life import life, step
from festivals.desk.operators import OperatorPolicy, OperatorViewSet, approval
from festivals.desk.pages import FestivalPages
from festivals.desk.rule_dates import rule_dates
from festivals.models import Edition, EditionChange, Festival, Operator
from tourism.base.founding_view import FoundingMenuItem
from tourism.base.policies import KeptPolicy, ReadOnlyPolicy

register_permission_policy(Edition, KeptPolicy(Edition))
register_permission_policy(EditionChange, ReadOnlyPolicy(EditionChange))
register_permission_policy(Operator, OperatorPolicy(Operator))
register_snippet(FestivalViewSet)


@hooks.register("before_edit_snippet")
def keep_old_facts(request: HttpRequest, instance: Model) -> None:
    """Remember what the editions of a festival take from it, before the form is read."""
    if isinstance(instance, Festival):
        request.inherited_before = recording.inherited(instance)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def carry_on(request: HttpRequest, instance: Model) -> None:
    """Let a saved festival's rule and usual hours reach its editions, and those that follow it."""
    if not isinstance(instance, Festival):
        return
    if old := getattr(request, "inherited_before", None):
        recording.pass_on(instance, old=old, first=request.today, at=request.now, by=request.user)
    project_on(request, instance)


@hooks.register("register_admin_urls")
def desk_pages() -> list[URLPattern]:
    return [
        path("festivals/new/", FoundFestival.as_view(), name="new_festival"),
        path("festivals/rule-dates/", rule_dates, name="rule_dates"),
        path("editions/<int:pk>/life/", life, name="edition_life"),
        path("editions/<int:pk>/life/<slug:step>/", step, name="edition_step"),
        path("operators/<int:pk>/approval/", approval, name="operator_approval"),
        path("dates/board/", board, name="year_board"),
        path("dates/due/", due, name="dates_due"),
        path("dates/due/<int:pk>/ask/", ask_again, name="ask_again"),
        path("dates/clone/", clone, name="clone_year"),
        path("dates/import/", imports.send, name="import_file"),
        path("dates/import/<int:pk>/", imports.rows, name="import_rows"),
        path("dates/import/<int:pk>/enter/", imports.enter, name="import_enter"),
        path("dates/import/row/<int:pk>/", imports.settle, name="import_settle"),
    ]


@hooks.register("register_admin_viewset")
def dates() -> ViewSetGroup:
    return DatesGroup()


@hooks.register("register_admin_viewset")
def pages() -> FestivalPages:
    return FestivalPages()


@hooks.register("register_admin_viewset")
def operators() -> OperatorViewSet:
    return OperatorViewSet("operator", url_prefix="operators")


@hooks.register("register_admin_menu_item")
def new_festival() -> FoundingMenuItem:
    return FoundingMenuItem(FoundFestival, reverse("new_festival"), 201)
