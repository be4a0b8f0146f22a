"""Bring in a list: `samen import people FILE --initiative SLUG`."""

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from samen.base import clock
from samen.base.audit import COMMAND
from samen.base.scoping import scope
from samen.base.spreadsheet import read_file
from samen.lists import actions
from samen.lists.outcome import Reading
from samen.lists.report import report
from samen.lists.sentences import sentence
from samen.site.command import DONE, tell_json
from samen.site.find import find_initiative
from samen.site.prepare import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """People FILE, --initiative, --dry-run, --json."""
    parser.add_argument("what", choices=["people"])
    parser.add_argument("file", metavar="FILE", type=Path, help="spreadsheet: xlsx, xls, ods or csv")
    parser.add_argument("--initiative", required=True, metavar="SLUG")
    parser.add_argument("--dry-run", action="store_true", help="tell what would happen, store nothing")
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Bring in the list, and tell what became of each row."""
    prepare()
    initiative = find_initiative(arguments.initiative)
    with scope(initiative.pk):
        reading = actions.bring_in(
            content=read_file(arguments.file),
            filename=arguments.file.name,
            is_trial=arguments.dry_run,
            today=clock.today(),
            actor=COMMAND,
        )
    if arguments.json:
        tell_json(report(reading))
    else:
        _tell(reading, is_trial=arguments.dry_run)
    return DONE


def _tell(reading: Reading, *, is_trial: bool) -> None:
    """A summary on standard output, and on standard error each row that needs a hand."""
    counts = {
        "people": len(reading.people),
        "doubles": len(reading.duplicates),
        "refused": len(reading.refused),
    }
    told = (
        _("Zou bewaren: %(people)s. Misschien dubbel: %(doubles)s. Rijen met een fout: %(refused)s.")
        if is_trial
        else _("Bewaard: %(people)s. Misschien dubbel: %(doubles)s. Rijen met een fout: %(refused)s.")
    )
    print(told % counts)
    for row in reading.refused:
        place = {"sheet": row.sheet, "row": row.row, "why": " ".join(map(sentence, row.problems))}
        told = _("%(sheet)s rij %(row)s: %(why)s") if row.sheet else _("rij %(row)s: %(why)s")
        print(told % place, file=sys.stderr)
