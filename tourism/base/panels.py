"""What the desk shows beside the words of a page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from tourism.base.gathering import checks_of, other_pages


class ChecksPanel(Panel):
    """What the page still lacks, as it was last saved, with a way to each field."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Still to do"), "icon": "tasks"} | kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/checks.html"

        def is_shown(self) -> bool:
            """A page that was never saved lacks everything; that needs no list."""
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the checks; a field of this form stands beside the panel, under the same tab."""
            context = super().get_context_data(parent_context)
            tab = self.prefix.rpartition("-child-")[0]
            pages = [self.instance]
            checks = checks_of(pages, other_pages(pages))[self.instance.pk]
            return context | {"checks": checks, "tab": tab}
