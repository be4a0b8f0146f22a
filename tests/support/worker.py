"""A worker in a process of its own, to be killed: `python -m tests.support.worker DATABASE PORT ID NOW`.

It sends what is due in the database of the test, over the test's own mail server, until nothing is left.
"""

import sys
from datetime import datetime


def main(database: str, port: str, initiative: str, now: str) -> None:
    """Send, as the worker and the tick of the site do."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    from samen.base.scoping import scope
    from samen.messaging.actions import deliver

    connection.settings_dict["NAME"] = database
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(port)
    with scope(int(initiative)):
        while deliver(now=datetime.fromisoformat(now)).tried:
            pass


if __name__ == "__main__":
    main(*sys.argv[1:])
