"""For writing code: debug pages, and templates and static files read anew at each request."""

from tourism.settings.base import *  # noqa: F403  (a settings module is its parent, loosened)

DEBUG = True
SECRET_KEY = "only-for-writing-code"  # noqa: S105  (kept equal, so that a reload keeps you signed in)
KEEP_PAGES = False
