"""What only articles carry in their body: it looks into rooms that the base cannot see."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from destinations.models import Interest
from festivals.models import Edition
from festivals.showing import first_of_each
from tourism.base.blocks import BodyBlock

READ, SHOWN = 60, 4  # Editions looked through, festivals shown.


def interests() -> list[tuple[str, str]]:
    return [(row.slug, str(row)) for row in Interest.objects.all()]


class UpcomingFestivalsBlock(blocks.StructBlock):
    """The next festivals of an interest, as they stand on the day the page is read."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    interest = blocks.ChoiceBlock(
        choices=interests, required=False, label=_("interest"), help_text=_("Empty: any.")
    )

    class Meta:
        icon = "date"
        template = "blocks/upcoming_festivals.html"
        label = _("Upcoming festivals")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the first edition of each of the next festivals. One query."""
        context = super().get_context(value, parent_context=parent_context)
        request = (parent_context or {}).get("request")
        if request is None:
            return context | {"editions": []}
        coming = Edition.objects.dated().taking_place().ending_from(request.today)
        if value.get("interest"):
            coming = coming.of_interests([value["interest"]])
        rows = coming.for_cards(get_language()).order_by("starts_on", "starts_at")[:READ]
        return context | {"editions": first_of_each(rows, SHOWN)}


class ArticleBody(BodyBlock):
    """The body of every page, and the festivals that come next."""

    upcoming = UpcomingFestivalsBlock()
