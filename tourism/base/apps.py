from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "tourism.base"
    label = "base"
