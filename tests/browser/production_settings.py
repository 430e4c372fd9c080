"""The settings of production on a machine without TLS: nothing is sent on to https."""

from tourism.settings.production import *  # noqa: F403  (a settings module is its parent, loosened)

SECURE_SSL_REDIRECT = False
