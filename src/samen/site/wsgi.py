"""The site as a WSGI application."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samen.site.settings")

application = get_wsgi_application()

from samen.languages.taking_up import take_up_if_there  # noqa: E402 - after setup

take_up_if_there(settings.DATA.locale)
