"""The desk for decrees: each is seen with what it would change before it is saved."""

from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from festivals import decreeing, projecting
from festivals.consequences import Consequence
from festivals.dates import decrees
from festivals.models import Decree

CONFIRMED, BACK = "confirmed", "back"


def years_ahead(request: HttpRequest) -> dict[str, Any]:
    """From today to where dates are projected, as the doors want it."""
    return {"first": request.today, "last": projecting.horizon(request.today)}


def print_of(found: list[Consequence]) -> str:
    """A name for what was shown, so that nothing else is carried out."""
    return sha256(repr(found).encode()).hexdigest()[:16]


class SeenFirst:
    """Shows what a valid decree would change, and saves it when that has been seen."""

    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        if BACK in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form))
        found = decreeing.consequences(form.instance, **years_ahead(self.request))
        if self.request.POST.get(CONFIRMED) == print_of(found):
            return super().form_valid(form)
        context = {
            "form": form,
            "decree": form.instance,
            "consequences": found,
            "print": print_of(found),
            "typed": [(field.html_name, field.value()) for field in form],
            "seen_before": CONFIRMED in self.request.POST,
            "header_title": _("What this decree would change"),
            "page_title": _("What this decree would change"),
            "header_icon": "calendar-alt",
        }
        return TemplateResponse(self.request, "festivals/admin/decree_consequences.html", context)

    def save_instance(self) -> Decree:
        return decreeing.enact(
            self.form.instance,
            **years_ahead(self.request),
            at=self.request.now,
        )


class DecreeCreateView(SeenFirst, generic.CreateView):
    pass


class DecreeEditView(SeenFirst, generic.EditView):
    pass


class DecreeDeleteView(generic.DeleteView):
    """Takes a decree back, after showing what then changes."""

    template_name = "festivals/admin/decree_delete.html"

    def delete_action(self) -> None:
        decreeing.take_back(self.object, **years_ahead(self.request), at=self.request.now)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = decreeing.consequences_of_taking_back(self.object, **years_ahead(self.request))
        return super().get_context_data(**kwargs) | {"consequences": found}


class DecreeIndexView(generic.IndexView):
    """The office's decrees, and below them those that come with the program."""

    template_name = "festivals/admin/decree_index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shipped = [row_of(decree) for decree in decrees.shipped() if decree.kind in Decree.Kind]
        shipped.sort(key=lambda row: row.day, reverse=True)
        return super().get_context_data(**kwargs) | {"shipped": shipped}


def row_of(decree: decrees.Decree) -> Decree:
    """A shipped decree with the words of a row."""
    return Decree(
        kind=decree.kind,
        year=decree.year,
        month=decree.month,
        day=decree.day,
        source=decree.source,
        seen_on=decree.seen_on,
    )


class DecreeViewSet(ModelViewSet):
    model = Decree
    icon = "calendar-alt"
    menu_label = _("Decrees")
    list_display = ["name", "day", "source", "seen_on"]
    list_filter = ["kind"]
    ordering = ["-day"]
    copy_view_enabled = False
    add_view_class = DecreeCreateView
    edit_view_class = DecreeEditView
    delete_view_class = DecreeDeleteView
    index_view_class = DecreeIndexView
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("month"), FieldPanel("year")]),
            FieldPanel("day"),
            FieldPanel("source"),
            FieldPanel("seen_on"),
        ]
    )
