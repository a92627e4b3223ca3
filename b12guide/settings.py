"""Django settings, read from a typed environment.

Without LOCAL=true this is production: it refuses to start without SECRET_KEY, ALLOWED_HOSTS and
SITE_URL, and speaks HTTPS only.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
env.read_env(BASE_DIR / ".env")

LOCAL: bool = env.bool("LOCAL", default=False)
DEBUG: bool = env.bool("DEBUG", default=False) and LOCAL
SECRET_KEY: str = env.str("SECRET_KEY")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is empty: it seals the visitors' answers")
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS: list[str] = (
    ["127.0.0.1", "localhost", "[::1]"] if LOCAL else env.list("ALLOWED_HOSTS")
)
# Where the site is found: for links that leave it, never taken from what a client sends.
# A developer's site is where `make run PORT=...` serves it.
SITE_URL: str = env.str(
    "SITE_URL", default=f"http://127.0.0.1:{env.int('PORT', default=8000)}" if LOCAL else env.NOTSET
).rstrip("/")
if not SITE_URL:
    raise ImproperlyConfigured("SITE_URL is empty: search engines are told this address")

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.forms",  # the templates of widgets, some of which ours replace
    "crispy_forms",
    "content.apps.ContentConfig",
    "appointments.apps.AppointmentsConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "b12guide.headers.security_headers",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "b12guide.urls"
WSGI_APPLICATION = "b12guide.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "builtins": ["django.templatetags.i18n"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ("b12",)
CRISPY_TEMPLATE_PACK = "b12"
CRISPY_FAIL_SILENTLY = False

# Nothing about a visitor is ever written here: there is no model for it.
DATABASES = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}"),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-us"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_SSL_REDIRECT = not LOCAL
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 0 if LOCAL else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not LOCAL
# Joining the browsers' built-in list is hard to undo, so the owner of the domain decides.
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=False)
# "no-referrer" would make browsers send "Origin: null", and every form would be refused.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_SECURE = not LOCAL
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "appointments.views.forms_blocked"

# The largest page of the form sends some 20 kB.
DATA_UPLOAD_MAX_MEMORY_SIZE = 200_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
# Only a sheet can be sent back as a file, and none may reach the disk.
FILE_UPLOAD_HANDLERS = ["appointments.uploads.OneSmallFile"]

ANSWERS_COOKIE_SECURE = not LOCAL

SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"private": {"()": "b12guide.logs.PrivateFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "private"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # A refused form or a mistyped address is nobody's business.
        "django.request": {"level": "ERROR"},
        "django.security.csrf": {"level": "ERROR"},
        **{name: {"level": "WARNING"} for name in ("fontTools", "pikepdf", "weasyprint")},
    },
}
