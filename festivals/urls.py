from django.urls import path

from festivals import feeds, views

app_name = "festivals"
urlpatterns = [
    path("calendar/", views.this_month, name="calendar"),
    path("calendar/<int:year>/<int:month>/", views.month, name="month"),
    path("calendar/<int:year>/<int:month>/<int:day>/", views.day, name="day"),
    path("calendar.ics", feeds.calendar, name="feed"),
    path("festivals/", views.FestivalList.as_view(), name="list"),
    path("festivals/<slug:slug>/", views.festival, name="festival"),
]
