"""The texts that the owner of another site copies into a page of theirs."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import override

from festivals.filters import FEED_ONLY, ORDER
from festivals.widgets.asking import OfferFilter, OfferForm, query_of

DAYS = ("from", "to", "past")  # A list of what comes next has no bounds.
OFFERED = [name for name in ORDER if name not in (*DAYS, *FEED_ONLY)]
ROW_HEIGHT, HEAD_HEIGHT = 120, 150  # px


@dataclass(frozen=True)
class Offer:
    """One list put together: its preview, and the two ways to show it elsewhere."""

    preview: str
    script: str
    frame: str
    height: int


def offer_of(filters: OfferFilter, look: OfferForm, *, site: str, language: str) -> Offer:
    """The texts for a valid query string, in the language that it asks for."""
    language = look.cleaned_data["lang"] or language
    query = query_of(filters, without=DAYS)
    height = HEAD_HEIGHT + ROW_HEIGHT * look.count_asked
    with override(language):
        title, words = _("Next festivals in Banyuwangi"), urlencode(look.in_query())
        page = with_query(reverse("festivals:widget"), "&".join(filter(None, [query, words])))
        way_on = with_query(
            reverse("festivals:agenda"), query_of(filters, without=(*DAYS, *FEED_ONLY))
        )
        link = format_html('<a href="{}{}">{}</a>', site, way_on, title)
    parts = {"filter": query, "lang": language, **look.in_query()}
    given = format_html_join("", ' data-{}="{}"', ((k, v) for k, v in parts.items() if v))
    return Offer(
        preview=page,
        script=format_html(
            '<script async src="{}{}"{}></script>\n<noscript>{}</noscript>',
            site,
            reverse("widget-script"),
            given,
            link,
        ),
        frame=format_html(
            '<iframe src="{}{}" title="{}" width="100%" height="{}" frameborder="0" '
            'loading="lazy"></iframe>',
            site,
            page,
            title,
            height,
        ),
        height=height,
    )


def with_query(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
