"""Check that this installation is sound: settings, tables, last tick."""

import argparse
from io import StringIO

from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.utils.translation import gettext as _

from samen.base import heartbeat
from samen.base.errors import Refused
from samen.site.command import DONE, tell, tell_json
from samen.site.prepare import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--json."""
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Prepare, check, and tell."""
    prepare()
    try:
        call_command("check", "--deploy", "--fail-level", "WARNING", stdout=StringIO())
    except SystemCheckError as error:
        raise Refused("unsound", _("De instellingen kloppen niet: %(why)s") % {"why": error}) from error
    tick = heartbeat.last_tick()
    if arguments.json:
        tell_json({"status": "ok", "last_tick": tick.beat_at.isoformat() if tick else None})
    else:
        tell("Alles klopt.")
    return DONE
