"""The explorer's list of destination pages: what the place is, and where."""

from django.utils.translation import gettext_lazy as _

from destinations.models import DestinationPage
from tourism.base.listing import FactColumn, ProseIndexView, ProsePages, columns_with


class DestinationIndexView(ProseIndexView):
    base_columns = columns_with(
        FactColumn(
            "kind",
            label=_("Kind"),
            accessor="place.get_kind_display",
            sort_key="place__kind",
            width="10%",
        ),
        FactColumn(
            "district",
            label=_("District"),
            accessor="place.district",
            sort_key="place__district__slug",
            width="10%",
        ),
    )
    facts = ("place__district",)


class DestinationPages(ProsePages):
    model = DestinationPage
    index_view_class = DestinationIndexView
