"""The pictures of festivals and months where their links are shared."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.dates import MONTHS
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from festivals.calendar.spans import last_of_month
from festivals.cards import festival_card
from festivals.models import Edition, FestivalPage
from festivals.years import known_day
from tourism.base.cards import Card, draw_card
from tourism.base.keeping import kept


@require_safe
@kept
def festival(request: HttpRequest, slug: str) -> HttpResponse:
    """A festival, its date and how sure that is."""
    page = get_object_or_404(FestivalPage.objects.listed(get_language()), slug=slug)
    card = festival_card(page, request.today)
    return HttpResponse(draw_card(card), content_type="image/png")


@require_safe
@kept
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """A month and how many festivals have a day in it."""
    first = known_day(request, year, month, 1)
    count = Edition.objects.dated().overlapping(first, last_of_month(first)).count()
    card = Card(
        f"{capfirst(MONTHS[month])} {year}",
        when=ngettext("%(count)s festival", "%(count)s festivals", count) % {"count": count},
        site=_("Festivals of Banyuwangi"),
    )
    return HttpResponse(draw_card(card), content_type="image/png")
