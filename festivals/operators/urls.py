from django.urls import path

from festivals.operators import account, company, desk, tours

app_name = "operators"
urlpatterns = [
    path("", account.start, name="start"),
    path("enter/<str:link>/", account.enter, name="enter"),
    path("leave/", account.leave, name="leave"),
    path("list/", company.listing, name="list"),
    path("desk/", desk.desk, name="desk"),
    path("desk/company/", company.company, name="company"),
    path("desk/data.json", company.data, name="data"),
    path("desk/close/", company.close, name="close"),
    path("desk/new/", desk.new, name="new"),
    path("desk/<int:pk>/", desk.settings, name="subscription"),
    path("desk/<int:pk>/address/", desk.address, name="address"),
    path("desk/<int:pk>/end/", desk.end, name="end"),
    path("desk/<int:pk>/editions/", tours.editions, name="editions"),
    path("desk/tours/<int:pk>/", tours.tour, name="tour"),
]
