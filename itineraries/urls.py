from django.urls import path

from itineraries import views

app_name = "itineraries"
urlpatterns = [
    path("plan/", views.start, name="start"),
    path("plan/add/", views.add, name="add"),
    path("plan/<str:key>/", views.plan, name="plan"),
    path("plan/<str:key>/edit/", views.edit, name="edit"),
    path("plan/<str:key>/change/", views.change, name="change"),
    path("plan/<str:key>/trip.ics", views.calendar, name="ics"),
]
