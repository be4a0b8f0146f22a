"""Do what has become due: `samen tick [--on DATE]`."""

import argparse
from datetime import date

from django.utils.translation import gettext as _

from samen.base import clock
from samen.base.errors import Refused
from samen.site.command import DONE, tell, tell_json
from samen.site.prepare import prepare
from samen.site.tick import tick


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--on, --json."""
    parser.add_argument("--on", metavar="YYYY-MM-DD", help="the day that counts; default today")
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Run the tick once."""
    day = read_day(arguments.on) if arguments.on else clock.today()
    prepare()
    done = tick(day)
    if arguments.json:
        tell_json({"on": day.isoformat(), **done})
    else:
        tell(f"{day.isoformat()}: {done['opened']} nieuw op Vandaag, {done['closed']} opgelost.")
    return DONE


def read_day(text: str) -> date:
    """A day on the command line, or a refusal."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused(
            "bad_date", _("‘%(text)s’ is geen dag. Schrijf hem als 2026-11-24.") % {"text": text}
        ) from error
