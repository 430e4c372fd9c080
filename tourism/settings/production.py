"""For a public server: refuses to start until it is told its secret, its names and its database."""

from tourism import env
from tourism.settings.base import *  # noqa: F403  (a settings module is its parent, tightened)

SECRET_KEY = env.required(
    "TOURISM_SECRET_KEY", hint="Give any long random string; keep it the same on every server."
)
ALLOWED_HOSTS = [
    name.strip()
    for name in env.required(
        "TOURISM_ALLOWED_HOSTS", hint="Give the site's host names, with commas between them."
    ).split(",")
]
WAGTAILADMIN_BASE_URL = env.required(
    "TOURISM_URL", hint="Give the address, as https://example.org."
)
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]
DATABASES = {"default": env.database("DATABASE_URL")}

SENDS_MAIL = bool(env.text("TOURISM_MAIL"))
if SENDS_MAIL:
    env.required(
        "TOURISM_MAIL_FROM", hint="Give the address that letters come from, office@example.org."
    )
PROXIES = int(env.one_of("TOURISM_PROXIES", ("1", "0", "2", "3")))

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_ROOT = BASE_DIR / "static_root"  # noqa: F405  (from base)
WHITENOISE_USE_FINDERS = False
SERVE_MEDIA = env.flag("TOURISM_SERVE_MEDIA", default=False)
if redis := env.text("REDIS_URL"):
    kept = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis}
    CACHES = {"default": kept, "limits": kept | {"KEY_PREFIX": "limits"}}
