"""Articles as an Atom feed (RFC 4287), one a language. Stamps come from the pages."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from tourism.base.http import etag_of_bytes
from tourism.home.models import ArticleIndexPage, ArticlePage

MOST = 30  # Articles; older ones are read on the site.


@require_safe
@cache_control(public=True, max_age=900)
@etag_of_bytes
def feed(request: HttpRequest) -> HttpResponse:
    """The latest articles in the language of the address; 404 while there is none."""
    language = get_language()
    indexes = ArticleIndexPage.objects.live().public().filter(locale__language_code=language)
    index = get_object_or_404(indexes)
    dated = ArticlePage.objects.exclude(last_published_at=None)  # An entry has to tell its day.
    articles = dated.child_of(index).live().public()
    if not articles.exists():
        raise Http404
    found = feed_of(
        index,
        articles.order_by("-first_published_at", "-pk")[:MOST],
        absolute=request.build_absolute_uri,
    )
    return HttpResponse(
        found.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


def feed_of(index: Any, articles: Any, *, absolute: Callable[[str], str]) -> Atom1Feed:
    """The feed of some articles. `absolute` makes a path a whole address."""
    made = Atom1Feed(
        title=index.title,
        link=absolute(index.get_url_parts()[2]),
        description=index.summary,
        subtitle=index.summary or None,
        language=get_language(),
        author_name=settings.WAGTAIL_SITE_NAME,
        feed_url=absolute(reverse("articles-feed")),
    )
    for article in articles:
        address = absolute(article.get_url_parts()[2])
        made.add_item(
            title=article.title,
            link=address,
            unique_id=address,
            description=article.summary,
            pubdate=article.first_published_at,
            updateddate=article.last_published_at,
        )
    return made
