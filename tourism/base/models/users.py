"""Who signs in: editors of the office."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An editor. Our own from the first migration, so that columns can be added later."""
