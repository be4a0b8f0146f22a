"""Settings, all from the environment. Every variable is described in docs/admin/install.md."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

from samen.languages import at_start
from samen.site.data_folder import DataFolder

DATA = DataFolder(Path(os.environ.get("SAMEN_DATA", "data")))

# ---------- Where it answers ----------
HOST = os.environ.get("SAMEN_HOST", "127.0.0.1")
PORT = int(os.environ.get("SAMEN_PORT", "8000"))
BASE_URL = os.environ.get("SAMEN_BASE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
_base = urlsplit(BASE_URL)
SECURE = _base.scheme == "https"
ALLOWED_HOSTS = sorted({"127.0.0.1", "localhost", "[::1]", _base.hostname or "localhost"})
CSRF_TRUSTED_ORIGINS = [BASE_URL] if SECURE else []

# The demo is a property of the data folder: it signs in without a second factor and answers on loopback only.
DEMO = DATA.is_demo
SECOND_FACTOR_REQUIRED = not DEMO

DEBUG = False
SECRET_KEY = DATA.secret_key(os.environ.get("SAMEN_SECRET_KEY", ""))

# ---------- Apps ----------
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # The pages about passkeys say how long ago one was used.
    "django.contrib.humanize",
    "django.forms",
    "samen.base",
    "samen.accounts",
    "samen.initiatives",
    "samen.documents",
    "samen.languages",
    "samen.files",
    "samen.rulebook",
    "samen.messaging",
    "samen.people",
    "samen.events",
    "samen.outreach",
    "samen.papers",
    "samen.intake",
    "samen.library",
    "samen.duos",
    "samen.matching",
    "samen.exchanges",
    "samen.signals",
    "samen.compliance",
    "samen.lists",
    "samen.privacy",
    "samen.desk",
    "samen.public",
    "samen.portal",
    "samen.demo",
    "samen.site.apps.SiteConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "samen.site.middleware.DemoStaysHome",
    "samen.site.middleware.FreshScope",
    "samen.site.middleware.LanguageByLink",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samen.accounts.sessions.SessionAge",
    "samen.accounts.languages.AccountLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samen.site.middleware.NeverStored",
    "samen.site.middleware.PlainRefusals",
]

ROOT_URLCONF = "samen.site.urls"
CSRF_FAILURE_VIEW = "samen.site.views_public.csrf_failure"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samen.base.page.shell",
            ],
            "builtins": ["samen.base.templatetags.parts"],
        },
    }
]

FORM_RENDERER = "samen.base.forms.Renderer"

# ---------- Database ----------
_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA.path / "samen.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    },
}


def _postgres(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


_database_url = os.environ.get("DATABASE_URL", "")
DATABASES = {"default": _postgres(_database_url) if _database_url else _SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

# ---------- Sign-in ----------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk_choose"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "samen.accounts.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_ADAPTER = "samen.accounts.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Samen"
# Whoever types a code while the app shows the next one is let in (RFC 6238, section 5.2).
MFA_TOTP_TOLERANCE = 1
# An administrator gives the address; nobody signs up with somebody else's.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE

# ---------- Cookies and headers ----------
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# One trusted proxy may stand in front; without it no forwarded header is believed.
if os.environ.get("SAMEN_BEHIND_PROXY") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

# ---------- Uploads: the caps of the list reader hold before a file is read ----------
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# ---------- Mail ----------
EMAIL_HOST = os.environ.get("SAMEN_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("SAMEN_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("SAMEN_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("SAMEN_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("SAMEN_SMTP_TLS") == "1"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("SAMEN_MAIL_FROM", "Samen <noreply@localhost>")
# SMS and chat through gateways: Apprise addresses with {phone} in them. Without one a person sends by hand.
NOTIFY_URL_SMS = os.environ.get("SAMEN_NOTIFY_URL_SMS", "")
NOTIFY_URL_CHAT = os.environ.get("SAMEN_NOTIFY_URL_CHAT", "")
# Without a mail server the demo keeps its mail as files that a person can open.
if DEMO and "SAMEN_SMTP_HOST" not in os.environ:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA.path / "mail"

# ---------- Language and time ----------
LANGUAGE_CODE = "nl"
# Participants' pages, messages and documents exist in all of these; the desk in the first three.
SHIPPED_LANGUAGES = [
    ("nl", "Nederlands"),
    ("en", "English"),
    ("fr", "Français"),
    ("ar", "العربية"),
    ("fa", "فارسی"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ru", "Русский"),
    ("es", "Español"),
    ("ro", "Română"),
]
DESK_LANGUAGES = ["nl", "en", "fr"]
# What an administrator added, as it was at the last start; `taking_up` looks in the database at this one.
OWN_LANGUAGES = at_start.read(DATA.locale)
at_start.make_known(OWN_LANGUAGES)
LANGUAGES = at_start.together(SHIPPED_LANGUAGES, OWN_LANGUAGES)
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LOCALE_PATHS = [DATA.locale, Path(__file__).parent.parent / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Brussels"

# ---------- Static files ----------
STATIC_URL = "/static/"
STATIC_ROOT = DATA.path / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SILENCED_SYSTEM_CHECKS = (
    [] if SECURE else ["security.W004", "security.W008", "security.W012", "security.W016"]
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
