"""What the filters of every room have in common: one grammar, chips, counts, one address a set."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import django_filters
from django import forms
from django.db.models import F, QuerySet, Value
from django.forms import CheckboxSelectMultiple, Field
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django_filters.views import FilterView

from tourism.base.models import Label

PAGE = "page"
LONGEST_WORDS = 80


class LabelFilter(django_filters.MultipleChoiceFilter):
    """Any of some rows of a label model, by slug: `?interest=surf&interest=dive`.

    The choices are read once for each form, when it is first looked at, or set before by
    `read_together`.
    """

    def __init__(self, *args: Any, model: type[Label], **kwargs: Any) -> None:
        kwargs.setdefault("widget", CheckboxSelectMultiple)
        super().__init__(*args, distinct=False, **kwargs)
        self.labels = model

    @property
    def field(self) -> Field:
        if not hasattr(self, "_field"):
            self.extra.setdefault("choices", self.labels.objects.values_list("slug", self.words))
        return super().field

    @property
    def words(self) -> str:
        return Label.name.column()

    def numbered(self, name: str) -> QuerySet[Any]:
        """The choices under the name of the filter, with their places in the order of the model."""
        at = (
            F(self.labels.sort_order_field)
            if hasattr(self.labels, "sort_order_field")
            else Value(0)
        )
        rows = self.labels.objects.order_by().annotate(of=Value(name), at=at)
        return rows.values_list("of", "at", "slug", self.words)


def read_together(filters: Mapping[str, django_filters.Filter]) -> None:
    """Read the choices of all filters of labels in one query, each in the order of its model."""
    labels = {n: one for n, one in filters.items() if isinstance(one, LabelFilter)}
    each = [one.numbered(name) for name, one in labels.items()]
    if not each:
        return
    for one in labels.values():
        one.extra["choices"] = []
    for name, _at, slug, words in sorted(each[0].union(*each[1:], all=True)):
        labels[name].extra["choices"].append((slug, words))


class WordsFilter(django_filters.CharFilter):
    """`?q=gandrng`: what a visitor types of a name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_length=LONGEST_WORDS, **kwargs)


class OnlyAsked:
    """Leaves the filters in `unlisted` alone where none is asked for: their names go unread.

    Those of the others are read in one query.
    """

    unlisted: tuple[str, ...] = ()

    def get_form_class(self) -> type[forms.Form]:
        for name in self.unlisted:
            if name not in self.data:
                self.filters.pop(name, None)
        read_together(self.filters)
        return super().get_form_class()


@dataclass(frozen=True)
class Chosen:
    """One value that is on, and the query string that takes it off."""

    field: str
    value: str
    label: str
    without: str

    @property
    def unquoted(self) -> str:
        """The label for a sentence that puts it into quotation marks itself."""
        return self.label.strip("“”")


@dataclass(frozen=True)
class Choice:
    """One value that can be chosen. `count` is what it alone would leave; None: not counted."""

    value: str
    label: str
    is_on: bool
    count: int | None = None


@dataclass(frozen=True)
class Group:
    """One field of a filter form as a template prints it: choices, or one value."""

    name: str
    label: str
    kind: str  # "choices", "day", "words", or "kept" for what no control of the form sets.
    choices: list[Choice]
    value: str = ""

    @property
    def is_single(self) -> bool:
        """Whether it is one box to tick, whose words say what the field is."""
        return [choice.label for choice in self.choices] == [self.label]


def groups_of(
    filters: django_filters.FilterSet, counts: Mapping[str, Mapping[str, int]] | None = None
) -> list[Group]:
    """The fields of a form in order. Of counted labels only those that are on or would find."""
    found = []
    for name, field in filters.form.fields.items():
        given = filters.data.getlist(name)
        counted = (counts or {}).get(name)
        choices = [
            Choice(str(value), str(label), str(value) in given, number)
            for value, label in getattr(field, "choices", ())
            if value
            for number in [None if counted is None else counted.get(value, 0)]
            if number != 0 or str(value) in given
        ]
        value = given[-1] if given else ""
        found.append(Group(name, str(field.label), kind_of(field), choices, value))
    return found


def kind_of(field: Field) -> str:
    if field.widget.is_hidden:
        return "kept"
    if hasattr(field, "choices"):
        return "choices"
    if isinstance(field, forms.DateField):
        return "day"
    return "words"


def chosen(filters: django_filters.FilterSet) -> list[Chosen]:
    """What is on, in the order of the form; a value that the form does not know is left out."""
    query = canonical(filters, beside=())
    found = []
    for name, field in filters.form.fields.items():
        for value in query.getlist(name):
            if label := label_of(name, field, value):
                left = query.copy()
                left.setlist(name, [other for other in query.getlist(name) if other != value])
                found.append(Chosen(name, value, label, left.urlencode()))
    return found


def label_of(name: str, field: Field, value: str) -> str:
    """A value in words; "" where the field cannot read it."""
    if hasattr(field, "choices"):
        return next((str(label) for key, label in field.choices if str(key) == value), "")
    try:
        cleaned = field.clean(value)
    except forms.ValidationError:
        return ""
    if hasattr(field, "in_words"):
        return str(field.in_words(cleaned))
    return _("“%(words)s”") % {"words": cleaned}


def canonical(filters: django_filters.FilterSet, *, beside: Iterable[str] = (PAGE,)) -> QueryDict:
    """The one query string of a set: fields in the order of the form, values in that of choices.

    What no field knows is left out, but for the names in `beside`, which follow.
    """
    query = QueryDict(mutable=True)
    for name, field in filters.form.fields.items():
        given = [value.strip() for value in filters.data.getlist(name) if value.strip()]
        if isinstance(field, forms.MultipleChoiceField):
            order = {str(value): at for at, (value, label) in enumerate(field.choices)}
            given = sorted(set(given), key=lambda value, order=order: order.get(value, -1))
        elif given:
            given = given[-1:]
        if given:
            query.setlist(name, given)
    for name in beside:
        if filters.data.get(name):
            query[name] = filters.data[name]
    return query


class FilteredListView(FilterView):
    """A list narrowed by the query string. A value that no filter knows is answered with 400."""

    def get_filterset_kwargs(
        self, filterset_class: type[django_filters.FilterSet]
    ) -> dict[str, Any]:
        return super().get_filterset_kwargs(filterset_class) | {"data": self.request.GET}

    def get_filterset(self, filterset_class: type[django_filters.FilterSet]) -> Any:
        """The one filter of this request: its choices are read once."""
        if not hasattr(self, "asked"):
            self.asked = super().get_filterset(filterset_class)
        return self.asked

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        filters = self.get_filterset(self.get_filterset_class())
        query = canonical(filters).urlencode() if filters.is_valid() else None
        if query is not None and query != request.GET.urlencode():
            return HttpResponseRedirect(f"{request.path}?{query}" if query else request.path)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = {
            "chosen": chosen(self.filterset),
            "groups": groups_of(self.filterset),
            "query": canonical(self.filterset, beside=()).urlencode(),
        }
        return super().get_context_data(**kwargs) | more

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        if self.filterset.is_bound and not self.filterset.is_valid():
            kwargs["status"] = 400
        return super().render_to_response(context, **kwargs)
