"""The site, and a view that does nothing, to compare others with."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import path

from tourism.urls import urlpatterns as site

TRIVIAL = "/en/trivial/"


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [*i18n_patterns(path("trivial/", nothing)), *site]
