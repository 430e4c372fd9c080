from django.apps import AppConfig
from django.db.backends.signals import connection_created

from tourism.base.writing import watch


class BaseConfig(AppConfig):
    name = "tourism.base"
    label = "base"

    def ready(self) -> None:
        """Have every connection notice what is written over it."""
        connection_created.connect(watch, dispatch_uid="writes")
