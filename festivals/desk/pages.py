"""The explorer's list of festival pages: when each is next, and how sure that is."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from festivals.models import FestivalPage
from tourism.base.listing import FactColumn, ProseIndexView, ProsePages, columns_with


class NextColumn(FactColumn):
    """The next edition that takes place."""

    cell_template_name = "festivals/admin/next_cell.html"


class CertaintyColumn(FactColumn):
    """How sure the next edition's date is."""

    cell_template_name = "festivals/admin/certainty_cell.html"


class FestivalIndexView(ProseIndexView):
    """Festival pages with the next edition as of today."""

    base_columns = columns_with(
        NextColumn("next_on", label=_("Next"), sort_key="next_on", width="12%"),
        CertaintyColumn("next_status", label=_("Certainty"), sort_key="next_status", width="8%"),
    )
    facts = ("festival__place__district",)

    def annotate_queryset(self, pages: Any) -> Any:
        return super().annotate_queryset(pages.with_next(self.request.today))


class FestivalPages(ProsePages):
    model = FestivalPage
    index_view_class = FestivalIndexView
