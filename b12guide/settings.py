"""Django settings, read from a typed environment.

Without LOCAL=true this is production: it refuses to start without SECRET_KEY, ALLOWED_HOSTS and
SITE_URL, and speaks HTTPS only.
"""

import os
from datetime import timedelta
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from b12guide.database import with_time_limits

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(BASE_DIR / ".env")

# What this copy of the site writes for itself: static files, and the database if it is SQLite's.
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))

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

# Where people report a mistake, or harm; shown on the privacy pages.
CONTACT_EMAIL: str = env.str("CONTACT_EMAIL", default="")

INSTALLED_APPS = [
    "appointments.apps.AppointmentsConfig",  # first: its createsuperuser stands before Django's
    # The owner's pages. Nothing is in the admin but what `appointments/admin.py` puts there.
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "simple_history",
    # Everybody's pages.
    "django.contrib.staticfiles",
    "django.forms",  # the templates of widgets, some of which ours replace
    "crispy_forms",
    "content.apps.ContentConfig",
]

MIDDLEWARE = [
    "b12guide.health.machine_pages",
    "b12guide.watch.watch_requests",
    "b12guide.headers.security_headers",  # before whatever answers: files and redirects, too
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "content.drawn_once.from_memory",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "appointments.owner.session.OwnerSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    # These wait until a page asks who is there, and only the owner's pages do.
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
    "b12guide.errors.BusyMiddleware",
]

ROOT_URLCONF = "b12guide.urls"
WSGI_APPLICATION = "b12guide.wsgi.application"

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
                "appointments.visits.shared_computer",
            ],
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
    "default": with_time_limits(
        env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
    ),
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
# By itself WhiteNoise lets every other site read them.
WHITENOISE_ALLOW_ALL_ORIGINS = False
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
CSRF_FAILURE_VIEW = "appointments.owner.forms_blocked.forms_blocked"

# The largest page of the form sends some 20 kB.
DATA_UPLOAD_MAX_MEMORY_SIZE = 200_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
# Only a sheet can be sent back as a file, and none may reach the disk.
FILE_UPLOAD_HANDLERS = ["appointments.uploads.OneSmallFile"]

ANSWERS_COOKIE_SECURE = not LOCAL

# The owner. Patients have no account and no session: the cookie stays under this address.
OWNER_PATH = "owner/"
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
SESSION_COOKIE_NAME = "b12-owner"
SESSION_COOKIE_PATH = f"/{OWNER_PATH}"
SESSION_COOKIE_SECURE = not LOCAL
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True  # so that the 30 minutes are idle ones
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
_PASSWORDS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_PASSWORDS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_PASSWORDS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_PASSWORDS}.CommonPasswordValidator"},
    {"NAME": f"{_PASSWORDS}.NumericPasswordValidator"},
]
# Five wrong passwords for one name from one address, then a quarter of an hour's rest.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_HANDLER = "appointments.owner.failed_logins.FailedLogins"
AXES_CLIENT_IP_CALLABLE = "appointments.owner.login_address.client_address"
AXES_LOCKOUT_TEMPLATE = "owner/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # who changed what is in the history of the clinic
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "otp_token"]
AXES_VERBOSE = False
# How many proxies stand in front, each adding to X-Forwarded-For; 0: the header is not believed.
PROXY_COUNT: int = env.int("PROXY_COUNT", default=0)
SIMPLE_HISTORY_REVERT_DISABLED = True  # the history is read; nothing is brought back from it
OTP_TOTP_ISSUER = "B12 Guide"

# How many processes draw PDFs, for each process that serves pages; 0: that process does it itself.
PDF_WORKERS: int = env.int("PDF_WORKERS", default=os.cpu_count() or 1)
# For each one drawn, four may wait: about a second, which nobody would rather start anew.
PDF_PLACES: int = PDF_WORKERS * 5

# Sheets that are brought back are read one by one: each in 0.06 s, or given up after a second.
UPLOAD_PLACES = 10

# In seconds, with its way there and back: the longest sheet sent over the slowest phone.
LONGEST_REQUEST: int = env.int("LONGEST_REQUEST", default=60)

# A line for each request, with the route's name only. Off: what nobody reads is not kept.
REQUEST_LOG: bool = env.bool("REQUEST_LOG", default=False)
# Who knows it may read /metrics; empty: nothing is counted.
METRICS_TOKEN: str = env.str("METRICS_TOKEN", default="")

# W021 reminds of HSTS_PRELOAD, which is a promise for the owner of the domain to make.
SILENCED_SYSTEM_CHECKS: list[str] = ["security.W021"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "private": {"()": f"b12guide.logs.{'PrivateFormatter' if LOCAL else 'JsonFormatter'}"}
    },
    "filters": {"failures": {"()": "b12guide.logs.FailuresOnly"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "private"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # A refused form or a mistyped address is nobody's business.
        "django.request": {"level": "ERROR", "filters": ["failures"]},
        "django.security.csrf": {"level": "ERROR"},
        # Scanners ask for every name there is, all day.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # Warns of each HEAD that the body was left to the server to drop, as Django does.
        "gunicorn.http.wsgi": {"level": "ERROR"},
        **{name: {"level": "WARNING"} for name in ("axes", "fontTools", "pikepdf", "weasyprint")},
    },
}
