"""Settings that are safe as they stand: no debugging, SQLite, this machine only."""

from pathlib import Path

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.management.utils import get_random_secret_key
from django.utils.translation import gettext_lazy as _

from tourism import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent

SECRET_KEY = env.text("TOURISM_SECRET_KEY") or get_random_secret_key()
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ROOT_URLCONF = "tourism.urls"
WSGI_APPLICATION = "tourism.wsgi.application"

INSTALLED_APPS = [
    "tourism.home",
    "itineraries",
    "festivals",
    "destinations",
    "tourism.base",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "tourism.base.middleware.Compress",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tourism.base.api.programs.for_programs",
    "tourism.base.middleware.short_query",
    "tourism.base.middleware.today",
    "tourism.base.middleware.ContentSecurity",
    "tourism.base.maintenance.maintenance",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tourism.base.api.programs.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    },
]

DATABASES = {
    "default": env.database("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "base.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "id"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("id", _("Indonesian")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "tourism" / "locale"]
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True
FORMAT_MODULE_PATH = ["tourism.formats"]

# Whom visitors write to, on the page about accessibility.
CONTACT = env.email("TOURISM_CONTACT")
# Which server takes letters; without one they are printed where the site runs.
vars().update(env.mail("TOURISM_MAIL", "console:"))
SENDS_MAIL = True
EMAIL_TIMEOUT = 10  # seconds
MAIL_FROM = env.email("TOURISM_MAIL_FROM") or "festival@localhost.localdomain"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = f"Banyuwangi Festival <{MAIL_FROM}>"
# How many servers of our own each request comes through; the last ones name who asks.
PROXIES = 0
# Whether every public address answers that the site is being worked on.
MAINTENANCE = env.flag("TOURISM_MAINTENANCE", default=False)
# A day that the whole site takes for today, for pictures and tests.
TODAY = env.day("TOURISM_TODAY")
# The long years of the Javanese windu, on which sources differ (see `festivals.dates.javanese`).
JAVANESE_LEAP_YEARS = tuple(
    int(year) for year in env.one_of("TOURISM_JAVANESE_LEAP_YEARS", ("2,5,8", "2,4,8")).split(",")
)
# Which roads travel times are reckoned on: nodes and edges in TOML.
ROADS = Path(env.text("TOURISM_ROADS") or BASE_DIR / "destinations/sample_data/roads.toml")

# Counts of what somebody may do so often stand apart, so that no page can crowd them out.
MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": MEMORY},
    "limits": {"BACKEND": MEMORY, "LOCATION": "limits", "OPTIONS": {"MAX_ENTRIES": 100_000}},
}

# Whether pages of the calendar are kept until something they show is written.
KEEP_PAGES = True

# Another map under the live one, asked for from its own host; none unless the office sets it.
MAP_TILES = env.tiles("TOURISM_TILES", credit="TOURISM_TILES_CREDIT")

STATIC_URL = "/static/"
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.text("TOURISM_MEDIA") or BASE_DIR / "media")
SERVE_MEDIA = True  # By Django itself; a public server leaves it to its web server.
WHITENOISE_USE_FINDERS = True

WAGTAIL_SITE_NAME = "Banyuwangi Festival"
WAGTAILADMIN_BASE_URL = env.text("TOURISM_URL", "http://127.0.0.1:8000")
WAGTAIL_I18N_ENABLED = True
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILIMAGES_IMAGE_MODEL = "base.CreditedImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "tourism.base.picture_form.PictureForm"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # A page with long StreamFields posts thousands.

# Without debugging Django says nothing of a fault; whoever runs the site has to know of it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secrets": {"()": "tourism.base.masking.Masked"}},
    "formatters": {
        "server": {
            "()": "django.utils.log.ServerFormatter",
            "format": "[{server_time}] {message}",
            "style": "{",
        }
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "level": "WARNING", "filters": ["secrets"]},
        "server": {
            "class": "logging.StreamHandler",
            "formatter": "server",
            "filters": ["secrets"],
        },
    },
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["server"], "level": "INFO", "propagate": False},
    },
}

CSRF_FAILURE_VIEW = "tourism.home.views.forged"
CSRF_COOKIE_HTTPONLY = SESSION_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", *([MAP_TILES["host"]] if MAP_TILES else [])],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
# Wagtail's editor writes scripts and styles into its pages.
ADMIN_CONTENT_SECURITY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-ancestors": [SELF],  # The preview stands in a frame of the editor.
}
