from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "tourism.home"
    label = "home"
