"""The worker: runs queued tasks until it is told to stop."""

import os

import django
from django.conf import settings
from django.core.management import call_command

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samen.site.settings")
    django.setup()
    from samen.languages.taking_up import take_up_if_there

    take_up_if_there(settings.DATA.locale)
    call_command("db_worker", "--queue-name", "*", "--interval", "1", verbosity=0)
