"""Addresses. What people read is prefixed with its language; what machines read once is not."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from destinations import views as destinations
from destinations.urls import urlpatterns as destination_urls
from festivals.views import pages as festivals
from festivals.widgets import views as widgets
from tourism.base.keeping import kept
from tourism.home import news
from tourism.home import views as home
from tourism.home.api import api
from tourism.home.reference import reference
from tourism.home.sitemaps import SITEMAPS

# The page of a place shows the festivals near it, so the room above answers for it.
places = [
    *destination_urls,
    path("destinations/<slug:slug>/", festivals.destination, name="destination"),
]

told = {"sitemaps": SITEMAPS}

urlpatterns = [
    path("healthz", home.health, name="health"),
    path("robots.txt", home.robots, name="robots"),
    path(
        "sitemap.xml",
        kept(sitemaps.index),
        told | {"sitemap_url_name": "sitemap"},
        name="sitemap-index",
    ),
    path("sitemap-<section>.xml", kept(sitemaps.sitemap), told, name="sitemap"),
    path("widget.js", widgets.script, name="widget-script"),
    path("map/base.svg", destinations.map_base, name="map-base"),
    path("map/roads.geojson", destinations.map_roads, name="map-roads"),
    path("api/v1/", api.urls),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    *i18n_patterns(
        path("", include((places, "destinations"))),
        path("", include("festivals.urls")),
        path("operators/", include("festivals.operators.urls")),
        path("", include("itineraries.urls")),
        path("card.png", home.card, name="card"),
        path("articles.atom", news.feed, name="articles-feed"),
        path("articles/<slug:slug>/card.png", home.article_card, name="article-card"),
        path("search/", home.search, name="search"),
        path("api/", reference, name="api"),
        path("accessibility/", home.accessibility, name="accessibility"),
        path("", include(wagtail_urls)),
    ),
]
if settings.SERVE_MEDIA:
    urlpatterns.insert(
        0, re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT})
    )

handler400 = "tourism.home.views.bad_request"
handler403 = "tourism.home.views.forbidden"
handler404 = "tourism.home.views.not_found"
handler500 = "tourism.home.views.server_error"
