from django.urls import path

from destinations import views

urlpatterns = [
    path("destinations/", views.DestinationList.as_view(), name="list"),
    path("destinations/<slug:slug>/card.png", views.card, name="card"),
]
