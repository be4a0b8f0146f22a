"""Start the site: web server, worker and tick together."""

import argparse
import ipaddress
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.utils.translation import gettext as _

from samen.base.errors import Refused
from samen.site.command import DONE, tell
from samen.site.data_folder import DEFAULT_KEY, SHORTEST_KEY
from samen.site.prepare import prepare

# A hundred phones on slow lines may each hold a connection: see docs/decisions on the server.
CONNECTIONS = 2000
THREADS = 16
TICK_EVERY_SECONDS = 15 * 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--demo."""
    parser.add_argument("--demo", action="store_true", help="load the demo initiative at the first start")


def run(arguments: argparse.Namespace) -> int:
    """Prepare, then serve until stopped."""
    prepare()
    if arguments.demo and not settings.DEMO:
        from samen.demo.load import load  # noqa: PLC0415 - only the first start needs it

        load(settings.DATA.demo_file)
        # The demo changes settings (no second factor, loopback only): start over with them read afresh.
        os.execv(sys.executable, [sys.executable, "-m", "samen.site", "run", "--demo"])  # noqa: S606
    refuse_unsafe_start()
    call_command("collectstatic", verbosity=0, interactive=False)
    server = _listen()
    with children():
        _announce()
        _serve(server)
    return DONE


def refuse_unsafe_start() -> None:
    """No start on a default or short key, and no demo on an address that others can reach."""
    if settings.SECRET_KEY == DEFAULT_KEY or len(settings.SECRET_KEY) < SHORTEST_KEY:
        raise Refused(
            "weak_key",
            _("De sleutel in SAMEN_SECRET_KEY is te kort of gekend. Gebruik 50 willekeurige tekens of meer."),
        )
    if settings.DEMO and not _is_loopback(settings.HOST):
        raise Refused(
            "demo_stays_home", _("De demo start alleen op 127.0.0.1 of localhost. Pas SAMEN_HOST aan.")
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


@contextmanager
def children() -> Iterator[None]:
    """The worker and the tick as processes of their own, stopped with the server."""
    started = [
        subprocess.Popen([sys.executable, "-m", "samen.site.worker"]),
        subprocess.Popen([sys.executable, "-m", "samen.site.ticker", str(TICK_EVERY_SECONDS)]),  # noqa: S603
    ]
    try:
        yield
    finally:
        for child in started:
            child.terminate()
        for child in started:
            child.wait(timeout=10)


def _listen() -> Any:
    """A server on its address. Raises Refused when that is taken or not ours."""
    import waitress  # noqa: PLC0415 - only this command serves

    try:
        return waitress.create_server(
            get_wsgi_application(),
            host=settings.HOST,
            port=settings.PORT,
            threads=THREADS,
            connection_limit=CONNECTIONS,
            ident="samen",
            channel_timeout=60,
        )
    except OSError as error:
        sentence = _("Op %(host)s, poort %(port)s kan Samen niet luisteren. Kies een andere SAMEN_PORT.")
        raise Refused("port_taken", sentence % {"host": settings.HOST, "port": settings.PORT}) from error


def _serve(server: Any) -> None:
    def on_signal(*_signal: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, on_signal)
    with suppress(KeyboardInterrupt):
        server.run()
    server.close()


def _announce() -> None:
    from samen.site.commands_demo import tell_sign_ins  # noqa: PLC0415

    tell(f"Samen antwoordt op {settings.BASE_URL}/")
    if settings.DEMO:
        tell_sign_ins()
