"""The ticker: runs the tick at the start and then every so many seconds."""

import logging
import os
import sys
import time

import django
from django.conf import settings

log = logging.getLogger("samen.ticker")


def main(every_seconds: int) -> None:
    """Tick for ever; a fault is logged and the next tick tries again."""
    from samen.base import clock  # noqa: PLC0415 - after setup
    from samen.languages.taking_up import take_up_if_there  # noqa: PLC0415
    from samen.site.tick import tick  # noqa: PLC0415

    take_up_if_there(settings.DATA.locale)
    while True:
        try:
            tick(clock.today())
        except Exception:
            log.exception("The tick failed; it is tried again in %s seconds.", every_seconds)
        time.sleep(every_seconds)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samen.site.settings")
    django.setup()
    main(int(sys.argv[1]))
