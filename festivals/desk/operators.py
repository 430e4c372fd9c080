"""The office's look at tour operators: who they are, and whether it vouches for them."""

from typing import Any

import django_filters
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.log_actions import log

from festivals import licensing
from festivals.models import Operator
from tourism.base.policies import KeptPolicy

MAY_CHANGE = permission_required("festivals.change_operator", raise_exception=True)


class OperatorPolicy(KeptPolicy):
    """Companies make themselves; the office changes and deletes them."""

    refused = ("add", "copy")


class OperatorFilter(WagtailFilterSet):
    approved = django_filters.BooleanFilter(
        field_name="approved_at", lookup_expr="isnull", exclude=True, label=_("Approved")
    )
    named = django_filters.BooleanFilter(
        field_name="name", lookup_expr="exact", method="with_name", label=_("With a name")
    )

    class Meta:
        model = Operator
        fields: list[str] = []

    def with_name(self, rows: QuerySet, name: str, wanted: bool) -> QuerySet:
        return rows.exclude(name="") if wanted else rows.filter(name="")


def approval_button(kind: type[Button], operator: Operator) -> Button:
    """The way to where a company is approved."""
    label = _("Withdraw the approval") if operator.is_approved else _("Approve")
    url = reverse("operator_approval", args=[operator.pk])
    return kind(label, url=url, icon_name="check", priority=5)


class OperatorIndexView(generic.IndexView):
    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("user").with_subscriptions()

    def get_list_more_buttons(self, instance: Operator) -> list[Any]:
        return [approval_button(Button, instance), *super().get_list_more_buttons(instance)]


class OperatorEditView(generic.EditView):
    @cached_property
    def header_buttons(self) -> list[Button]:
        return [approval_button(HeaderButton, self.object)]


class OperatorDeleteView(generic.DeleteView):
    """Deletes the account with all that belongs to it."""

    def delete_action(self) -> None:
        licensing.close(self.object)


class OperatorViewSet(ModelViewSet):
    model = Operator
    icon = "group"
    menu_label = _("Tour operators")
    menu_order = 215
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = OperatorIndexView
    edit_view_class = OperatorEditView
    delete_view_class = OperatorDeleteView
    filterset_class = OperatorFilter
    search_fields = ["name", "email", "licence"]
    search_backend_name = None
    list_display = [
        "__str__",
        Column("email", label=_("E-mail address"), sort_key="email"),
        Column("licence", label=_("Licence number")),
        BooleanColumn("is_approved", label=_("Approved"), sort_key="approved_at"),
        Column("subscription_count", label=_("Subscriptions"), sort_key="subscription_count"),
        DateColumn("last_login", label=_("Last signed in"), sort_key="user__last_login"),
    ]
    ordering = ["-created_at"]
    form_fields = ["name", "licence", "website", "phone", "about_en", "about_id"]


@MAY_CHANGE
def approval(request: HttpRequest, pk: int) -> HttpResponse:
    """The company as visitors would see it, with the button that lets them, or no longer."""
    operator = get_object_or_404(Operator.objects.with_subscriptions(), pk=pk)
    if request.method != "POST":
        context = {
            "operator": operator,
            "seen": licensing.version(operator),
            "page_title": operator,
            "header_title": operator,
            "header_icon": "group",
        }
        return render(request, "festivals/admin/approval.html", context)
    try:
        if request.POST.get("do") == "withdraw":
            operator = licensing.withdraw(operator)
            messages.success(request, gettext("It is on no page any more."))
        else:
            seen = request.POST.get("seen", "")
            operator = licensing.approve(operator, at=request.now, seen=seen)
            messages.success(request, gettext("Approved: it is in the public list now."))
    except licensing.ChangedMeanwhile:
        messages.error(request, gettext("The company has just changed what it says. Look again."))
    except licensing.NameMissing:
        messages.error(request, gettext("A company needs a name before it can be approved."))
    else:
        log(instance=operator, action="wagtail.edit", user=request.user)
    return redirect("operator_approval", pk=pk)
