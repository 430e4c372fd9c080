"""The explorer's list of pages of one kind, with what they lack and where they can be read."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet

from tourism.base.gathering import checks_of, other_pages


class FactColumn(Column):
    """A column about a row's facts. A search keeps its own order, so none is offered then."""

    def get_header_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_header_context_data(parent_context)
        searching = bool(parent_context.get("is_searching"))
        return context | {"is_orderable": context["is_orderable"] and not searching}


class LanguagesColumn(Column):
    """In which languages a page can be read, and in which it is a draft or not there."""

    cell_template_name = "admin/languages_cell.html"


class ChecksColumn(Column):
    """How much a page still lacks; opened, it says what."""

    cell_template_name = "admin/checks_cell.html"


def columns_with(*facts: Column) -> list[Column]:
    """Wagtail's columns of a page, with the facts and the state of its words after its title."""
    usual = [column for column in ExplorableIndexView.base_columns if column.name != "type"]
    words = [
        LanguagesColumn("languages", label=_("Languages"), width="10%"),
        ChecksColumn("checks", label=_("Still to do"), width="14%"),
    ]
    return [*usual[:2], *facts, *words, *usual[2:]]


class ProseIndexView(ExplorableIndexView):
    """Pages with what is known about their words: a fixed number of queries for any list."""

    list_display = ()  # Else the columns are made of names.
    base_columns = columns_with()
    facts: Sequence[str] = ()  # What the columns and the checks of the facts read.

    def get_valid_orderings(self) -> list[str]:
        keys = [col.sort_key for col in self.columns if isinstance(col, FactColumn)]
        found = super().get_valid_orderings()
        return [key for key in found if not (self.is_searching and key.lstrip("-") in keys)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        pages = list(context["object_list"])
        prefetch_related_objects(pages, *self.facts)  # Joins are lost on the way to a page's kind.
        others = other_pages(pages)
        found = checks_of(pages, others)
        for page in pages:
            page.checks = found[page.pk]
            page.languages = languages_of(page, others[page.pk])
            page.edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return context


def languages_of(page: Any, others: dict[str, Any]) -> list[dict[str, Any]]:
    """Each language of the site with whether the page is there and live, in their usual order."""
    own = page.locale.language_code
    return [
        {
            "code": code,
            "is_there": code == own or others[code] is not None,
            "is_live": page.live if code == own else bool(others[code] and others[code].is_live),
        }
        for code, _name in settings.LANGUAGES
    ]


class ProsePages(PageViewSet):
    """How pages of one kind are listed; give the model and an index view with its columns."""

    columns = PageViewSet.UNDEFINED  # Other lists of Wagtail's know nothing of ours.
    index_view_class = ProseIndexView
