from django.urls import path
from django.http import HttpResponse
app_name = "itineraries"
urlpatterns = [path("plan/", lambda r: HttpResponse(""), name="start"), path("plan/add/", lambda r: HttpResponse(""), name="add")]
