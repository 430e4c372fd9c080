from django.urls import path

from itineraries import views

app_name = "itineraries"
urlpatterns = [
    path("plan/", views.start, name="start"),
    path("plan/add/", views.add, name="add"),
    path("plan/sample/", views.sample, name="sample"),
    path("plan/<slug:key>/", views.plan, name="plan"),
    path("plan/<slug:key>/use/", views.use, name="use"),
    path("plan/<slug:key>/edit/", views.edit, name="edit"),
    path("plan/<slug:key>/change/", views.change, name="change"),
    path("plan/<slug:key>/trip.ics", views.calendar, name="ics"),
]
