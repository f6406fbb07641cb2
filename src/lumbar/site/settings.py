"""The settings of Django, read from the environment.

LUMBAR_HOME, LUMBAR_DATABASE_URL, LUMBAR_HOSTS and LUMBAR_TODAY are all there is to set, and LUMBAR_SPEED for tests.
Importing this module writes nothing: the key is made when it is first asked for.
"""

import os
from pathlib import Path

from django.utils.functional import SimpleLazyObject

from lumbar.site import home
from lumbar.site.database_url import database
from lumbar.site.zone import machine_zone

HERE = Path(__file__).parent

DEBUG = False  # never: a page of internals is of no use to the person who trains
SECRET_KEY = SimpleLazyObject(home.secret_key)
ALLOWED_HOSTS = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    *filter(None, (host.strip() for host in os.environ.get("LUMBAR_HOSTS", "").split(","))),
]

INSTALLED_APPS = [
    "lumbar.site.apps.LumbarConfig",
    "django.contrib.contenttypes",
    "django.contrib.auth",
]
AUTH_USER_MODEL = "lumbar.Owner"
DATABASES = {"default": database(os.environ.get("LUMBAR_DATABASE_URL", "").strip(), home.data_home())}

MIDDLEWARE = [
    "lumbar.site.middleware.Policy",
    "lumbar.site.middleware.KnownHost",
    "lumbar.site.static_files.StaticFiles",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "lumbar.site.middleware.LocalOwner",
    "lumbar.site.middleware.PlainErrors",
]
ROOT_URLCONF = "lumbar.site.urls"
ASGI_APPLICATION = "lumbar.site.asgi.application"
APPEND_SLASH = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "lumbar.site.pages.theme.theme",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
        },
    }
]

STATIC_URL = "/static/"
STATIC_ROOT = HERE / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 0  # asked again each time: a new version's pages never meet an old version's scripts
WHITENOISE_IMMUTABLE_FILE_TEST = r"/built/parts/.+-[0-9A-Za-z_-]{8}\.\w+$"  # these have a hash in their name

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = machine_zone()

CSRF_FAILURE_VIEW = "lumbar.site.failure.token_failure"
CSRF_COOKIE_NAME = "lumbar_csrf"
CSRF_COOKIE_HTTPONLY = True  # scripts read the token from the page, never from the cookie
CSRF_COOKIE_SAMESITE = "Strict"
LANGUAGE_COOKIE_NAME = "lumbar_language"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Strict"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # our choice: a season of sets in one batch is under 1 MB

SPEED_ALLOWED = bool(os.environ.get("LUMBAR_SPEED"))  # browser tests run whole sessions with the clock sped up

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security.DisallowedHost": {
            "handlers": ["nowhere"],
            "propagate": False,
        },  # refused, and nothing of ours to mend
        "lumbar": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
