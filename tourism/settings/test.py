"""For the tests: quick passwords, mail and files in memory, a day that never moves."""

from datetime import date

from tourism import env
from tourism.settings.base import *  # noqa: F403  (a settings module is its parent, loosened)

SECRET_KEY = "only-for-tests"  # noqa: S105  (nothing real is signed with it)
TODAY = date(2026, 11, 24)
WAGTAILADMIN_BASE_URL = "http://testserver"
KEEP_PAGES = False  # A test that tells of keeping turns it on.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATABASES = {"default": env.database("TEST_DATABASE_URL", default="sqlite:///test.sqlite3")}
DATABASES["default"]["OPTIONS"].pop("pool", None)  # A pool outlives the test database.
