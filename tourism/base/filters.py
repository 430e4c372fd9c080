"""What the filters of every room have in common: choices by slug, and an honest status."""

from dataclasses import dataclass
from typing import Any

import django_filters
from django.forms import CheckboxSelectMultiple, Field
from django.http import HttpResponse
from django_filters.views import FilterView

from tourism.base.models import Label


class LabelFilter(django_filters.MultipleChoiceFilter):
    """Any of some rows of a label model, by slug: `?interest=surf&interest=dive`.

    The choices are read once for each form, when it is first looked at.
    """

    def __init__(self, *args: Any, model: type[Label], **kwargs: Any) -> None:
        super().__init__(*args, distinct=False, widget=CheckboxSelectMultiple, **kwargs)
        self.labels = model

    @property
    def field(self) -> Field:
        if not hasattr(self, "_field"):
            name = Label.name.column()
            self.extra["choices"] = list(self.labels.objects.values_list("slug", name))
        return super().field


@dataclass(frozen=True)
class Chosen:
    """One value that is on, and the query string that takes it off."""

    field: str
    value: str
    label: str
    without: str


def chosen(filters: django_filters.FilterSet) -> list[Chosen]:
    """What is on, in the order of the form; a value that the form does not know is left out."""
    found = []
    for name, bound in filters.form.fields.items():
        labels = {str(value): str(label) for value, label in bound.choices if value}
        for value in filters.data.getlist(name):
            if value in labels:
                query = filters.data.copy()
                query.setlist(name, [other for other in query.getlist(name) if other != value])
                query.pop("page", None)
                found.append(Chosen(name, value, labels[value], query.urlencode()))
    return found


class FilteredListView(FilterView):
    """A list narrowed by the query string. A value that no filter knows is answered with 400."""

    def get_filterset_kwargs(
        self, filterset_class: type[django_filters.FilterSet]
    ) -> dict[str, Any]:
        return super().get_filterset_kwargs(filterset_class) | {"data": self.request.GET}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET.copy()
        query.pop("page", None)
        more = {"chosen": chosen(self.filterset), "query": query.urlencode()}
        return super().get_context_data(**kwargs) | more

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        if self.filterset.is_bound and not self.filterset.is_valid():
            kwargs["status"] = 400
        return super().render_to_response(context, **kwargs)
