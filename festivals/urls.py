from django.urls import path

from festivals.changes import views as changes
from festivals.feeds import views as feeds
from festivals.operators import feed as operators
from festivals.views import cards, days, lists, pages, sheets, subscribing
from festivals.widgets import views as widgets

app_name = "festivals"
urlpatterns = [
    path("calendar.ics", feeds.calendar, name="feed"),  # First: it is asked for most.
    path("feeds/<str:token>.ics", operators.private, name="private-feed"),
    path("calendar/", sheets.this_month, name="calendar"),
    path("calendar/agenda/", lists.agenda, name="agenda"),
    path("calendar/map/", lists.on_map, name="map"),
    path("calendar/subscribe/", subscribing.subscribe, name="subscribe"),
    path("calendar/widget/", widgets.compose, name="widget-compose"),
    path("calendar/<int:year>/", sheets.year, name="year"),
    path("calendar/<int:year>/<int:month>/", sheets.month, name="month"),
    path("calendar/<int:year>/<int:month>/card.png", cards.month, name="month-card"),
    path("calendar/<int:year>/<int:month>/<int:day>/", days.day, name="day"),
    path("calendar/<int:year>/<int:month>/<int:day>/week/", sheets.week, name="week"),
    path("changes/", changes.page, name="changes"),
    path("changes.json", changes.as_data, name="changes-json"),
    path("changes.atom", changes.as_atom, name="changes-atom"),
    path("festivals/", lists.FestivalList.as_view(), name="list"),
    path("festivals/<slug:slug>/", pages.festival, name="festival"),
    path("festivals/<slug:slug>/<int:edition>.ics", feeds.edition, name="edition"),
    path("festivals/<slug:slug>/card.png", cards.festival, name="card"),
    path("widget/", widgets.frame, name="widget"),
    path("widget.json", widgets.words, name="widget-words"),
]
