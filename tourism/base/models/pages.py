"""What every page of ours is made of: one sentence, one picture, one body."""

from collections.abc import Sequence
from typing import Any, Self

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from tourism.base.blocks import BodyBlock
from tourism.base.checking import Check
from tourism.base.panels import ChecksPanel


class ProsePage(Page):
    """Words for one language. Never a date, a price or a coordinate: those are rows."""

    summary = models.TextField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences, shown under the title and in lists."),
    )
    cover = models.ForeignKey(
        "base.CreditedImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cover picture"),
        help_text=_("Until there is one, a drawing stands in for it."),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    content_panels = [
        ChecksPanel(),
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("cover"),
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    @classmethod
    def fact_checks(cls, pages: Sequence[Self]) -> dict[int, list[Check]]:
        """What is doubtful about the facts that pages of this kind show, by the page's number."""
        return {}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add in which languages the page can be read, for the switch in its head."""
        readable = self.get_translations(inclusive=True).live()
        codes = set(readable.values_list("locale__language_code", flat=True))
        return super().get_context(request, *args, **kwargs) | {"translated_to": codes}
