"""The desk's pages "New festival" and "New destination": one form, one fact, two drafts."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.generic import FormView
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from tourism.base.founding import branches, found
from tourism.base.founding_form import TAKEN, FoundingForm


class FoundingView(FormView):
    """Who may add the fact, and pages in every language, fills in one form."""

    template_name = "admin/founding.html"
    form_class: type[FoundingForm]
    page: type[Page]
    branch: type[Page]
    link: str  # The field of the page that names the fact.
    title: Any
    icon: str

    @classmethod
    def may_found(cls, user: Any) -> bool:
        fact = cls.form_class._meta.model._meta
        under = branches(cls.branch)
        return (
            user.has_perm(f"{fact.app_label}.add_{fact.model_name}")
            and len(under) == len(settings.LANGUAGES)
            and all(page.permissions_for_user(user).can_add_subpage() for page in under.values())
        )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may_found(request.user):
            raise PermissionDenied
        self.under = branches(self.branch)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"under": self.under, "for_user": self.request.user}

    def form_valid(self, form: FoundingForm) -> HttpResponse:
        """Make all of it and go on to the Indonesian page; twice at one moment is refused too."""
        try:
            pages = found(
                form.instance,
                interests=form.cleaned_data["interests"],
                model=self.page,
                link=self.link,
                summaries=form.summaries,
                under=self.under,
                by=self.request.user,
            )
        except IntegrityError:
            form.add_error("slug", TAKEN)
            return self.form_invalid(form)
        self.carry_on(form.instance)
        told = gettext("“%(name)s” has its two draft pages. This is the Indonesian one.")
        messages.success(self.request, told % {"name": form.instance.name})
        return redirect("wagtailadmin_pages:edit", pages["id"].pk)

    def form_invalid(self, form: FoundingForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def carry_on(self, fact: Any) -> None:
        """What is to be done once a fact of this kind is there."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        heads = {"header_title": self.title, "page_title": self.title, "header_icon": self.icon}
        return context | heads | {"media": context["form"].media}


class FoundingMenuItem(MenuItem):
    """Shown to whom the form is open."""

    def __init__(self, view: type[FoundingView], url: str, order: int) -> None:
        super().__init__(view.title, url, name=view.link, icon_name="plus", order=order)
        self.view = view

    def is_shown(self, request: HttpRequest) -> bool:
        return self.view.may_found(request.user)
