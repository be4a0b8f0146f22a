"""What asked for attention on a day: `samen alerts --initiative SLUG [--on DATE] [--known-now]`."""

import argparse
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samen.base import clock
from samen.base.errors import Refused
from samen.base.scoping import scope
from samen.compliance.queries import Line, on_day
from samen.site.command import DONE, tell, tell_json
from samen.site.commands_tick import read_day
from samen.site.find import find_initiative
from samen.site.prepare import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--initiative, --on, --known-now, --json."""
    parser.add_argument("--initiative", required=True, metavar="SLUG", help="short name of the initiative")
    parser.add_argument("--on", metavar="YYYY-MM-DD", help="a day that is over, or today; default today")
    parser.add_argument(
        "--known-now", action="store_true", help="count what was noted later too; default: as known that day"
    )
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Compute that day anew from the facts; nothing is changed."""
    day = read_day(arguments.on) if arguments.on else clock.today()
    _refuse_future(day)
    prepare()
    initiative = find_initiative(arguments.initiative)
    with scope(initiative.pk):
        lines = on_day(day, None if arguments.known_now else day)
    if arguments.json:
        alerts = [_document(line) for line in lines]
        tell_json({"initiative": initiative.slug, "on": day.isoformat(), "alerts": alerts})
    else:
        tell("\n".join([_heading(day, len(lines)), *(_sentence(line) for line in lines)]))
    return DONE


def _refuse_future(day: date) -> None:
    if day > clock.today():
        raise Refused("in_the_future", _("Die dag moet nog komen. Kies vandaag of een vroegere dag."))


def _heading(day: date, n: int) -> str:
    words = ngettext("%(day)s: één zaak.", "%(day)s: %(n)s zaken.", n)
    return words % {"day": day.isoformat(), "n": n}


def _sentence(line: Line) -> str:
    found = line.finding
    words = {"who": line.who, "rule": found.rule.label, "day": found.basis.isoformat()}
    detail = " ".join(word for word in (str(found.role), str(found.detail)) if word)
    told = _("%(who)s: %(rule)s (%(day)s)") % words
    return f"  {told} {detail}".rstrip()


def _document(line: Line) -> dict[str, Any]:
    found = line.finding
    return {
        "rule": str(found.rule),
        "level": str(found.level),
        "about": "duo" if found.duo_id else "part",
        "id": found.duo_id or found.part_id,
        "who": line.who,
        "role": str(found.role),
        "detail": str(found.detail),
        "since": found.basis.isoformat(),
    }
