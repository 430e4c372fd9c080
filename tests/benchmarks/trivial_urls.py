"""The site, and a view that does nothing, to compare others with."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from tourism.urls import urlpatterns as site

TRIVIAL = "/trivial/"


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [path(TRIVIAL.strip("/") + "/", nothing), *site]
