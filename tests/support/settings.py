"""The site's own settings, in a data folder of its own; only what would slow tests down is replaced."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

# Removed when the test run ends.
_folder = TemporaryDirectory(prefix="samen-test-")

os.environ["SAMEN_DATA"] = _folder.name
for name in ("SAMEN_HOST", "SAMEN_PORT", "SAMEN_BASE_URL", "SAMEN_SECRET_KEY", "SAMEN_SMTP_HOST"):
    os.environ.pop(name, None)

from samen.site.settings import *  # noqa: E402, F403 - the environment above counts for them
from samen.site.settings import DATABASES, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Static files straight from the source tree, under their own names: nothing to collect first.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = None

# A file, not memory: as in production, the live site and the test each have a connection of their own.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": Path(_folder.name, "test.sqlite3")}
