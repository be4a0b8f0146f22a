"""Propose duos from two spreadsheets: `samen match NEWCOMERS COACHES`. No database is needed."""

from __future__ import annotations

import argparse
import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samen.base.errors import Refused
from samen.base.spreadsheet import Sheet, write_xlsx
from samen.matching.sentences import Names, in_words, why_nobody
from samen.site.command import DONE, tell, tell_json, warn

if TYPE_CHECKING:
    from duomatch import Pair, Result, Unmatched, Weights
    from samen.matching.sheet_pool import SheetPool

POLICIES = ("most-duos", "best-fit")
WRITES = (".csv", ".xlsx")
LARGEST_WEIGHTS = 100_000
# What a spreadsheet program would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
HEADER = (
    *("newcomer", "newcomer_name", "coach", "coach_name"),
    *("score", "distance_km", "shared_interests", "reasons"),
)

Table = list[list[str]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """NEWCOMERS, COACHES, --policy, --require-shared-interest, --weights, --on, --out, --json."""
    parser.add_argument(
        "newcomers", metavar="NEWCOMERS", help="spreadsheet of newcomers; only `id` is required"
    )
    parser.add_argument("coaches", metavar="COACHES", help="spreadsheet of coaches; only `id` is required")
    parser.add_argument(
        "--policy", choices=POLICIES, default=POLICIES[0], help="as many duos as possible, or only good ones"
    )
    parser.add_argument("--require-shared-interest", action="store_true", help="pair nobody without one")
    parser.add_argument("--weights", metavar="FILE", help="JSON object: how many points each merit is worth")
    parser.add_argument("--on", metavar="YYYY-MM-DD", help="the day from which age and waiting count")
    parser.add_argument("--out", metavar="FILE", help="write the proposal to a .csv or .xlsx file")
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Read both files, propose, and tell."""
    # The engine brings numpy, which no other command needs to wait for.
    from duomatch import Impossible, Policy, propose  # noqa: PLC0415
    from samen.matching.sheet_pool import read_pool  # noqa: PLC0415

    on, out, weights = _day(arguments.on), _out(arguments.out), _weights(arguments.weights)
    pool = read_pool(Path(arguments.newcomers), Path(arguments.coaches), on)
    try:
        result = propose(
            pool.newcomers,
            pool.coaches,
            on=pool.on,
            policy=Policy(arguments.policy),
            weights=weights,
            require_shared_interest=arguments.require_shared_interest,
        )
    except Impossible as impossible:
        raise Refused(impossible.code, _("Dit voorstel kan niet berekend worden: %s.") % impossible) from None
    for warning in pool.warnings:
        warn(warning)
    if out:
        _write(out, _table(result, pool))
    if arguments.json:
        tell_json(result.as_dict())
    else:
        tell("\n".join(_lines(result, pool)))
    return DONE


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused("bad_day", _("“%s” is geen dag. Schrijf een datum, zoals 2026-03-31.") % text) from None


def _out(text: str | None) -> Path | None:
    if text and Path(text).suffix.lower() not in WRITES:
        raise Refused(
            "bad_out", _("Wij schrijven csv of xlsx. Laat de naam na --out eindigen op .csv of .xlsx.")
        )
    return Path(text) if text else None


def _weights(file: str | None) -> Weights:
    """The default weights, or those of a JSON object of names and numbers."""
    from duomatch import Impossible, Weights  # noqa: PLC0415 - see run

    if not file:
        return Weights()
    try:
        with Path(file).open("rb") as stream:
            values = json.loads(stream.read(LARGEST_WEIGHTS).decode("utf-8-sig"))
        if not isinstance(values, dict):
            raise ValueError(file)
        return Weights.from_mapping(values)
    except Impossible as impossible:
        words = {"file": file, "fault": impossible}
        raise Refused(
            impossible.code, _("De gewichten in %(file)s kloppen niet: %(fault)s.") % words
        ) from None
    except OSError:
        sentence = _("Het bestand %(file)s is niet te openen. Kijk de naam na.")
        raise Refused("no_file", sentence % {"file": file}) from None
    except (ValueError, RecursionError):
        sentence = _(
            '%(file)s is geen lijst van gewichten. Schrijf JSON, zoals {"distance": 10, "wish": 12}.'
        )
        raise Refused("bad_weights", sentence % {"file": file}) from None


def _lines(result: Result, pool: SheetPool) -> list[str]:
    """The proposal for somebody who reads a screen."""
    summary = _("%(pairs)s duo’s uit %(newcomers)s nieuwkomers en %(coaches)s coaches.")
    lines = [summary % result.totals.as_dict()]
    for pair in result.pairs:
        two = f"{pool.label('newcomer', pair.newcomer)} + {pool.label('coach', pair.coach)}"
        lines += ["", f"{two}: {number_format(pair.score, 1)}", *_indented(_why(pair, pool))]
    for person in result.unmatched:
        heading = _("%(who)s heeft in dit voorstel niemand.") % {"who": pool.label(person.role, person.id)}
        lines += ["", heading, *_indented(_why_nobody(person))]
    return lines


def _indented(sentences: list[str]) -> list[str]:
    return [f"    {sentence}" for sentence in sentences]


def _why(pair: Pair, pool: SheetPool) -> list[str]:
    names = Names(pool.name("newcomer", pair.newcomer), pool.name("coach", pair.coach))
    return [in_words(reason.as_dict(), names).text for reason in pair.reasons]


def _why_nobody(person: Unmatched) -> list[str]:
    return [why_nobody(reason.as_dict()) for reason in person.reasons]


def _table(result: Result, pool: SheetPool) -> Table:
    """The proposal as rows, everybody in it: pairs first, then who is left over."""
    table = [list(HEADER)]
    for pair in result.pairs:
        km = "" if pair.distance_km is None else f"{pair.distance_km:.1f}"
        table.append(
            [
                *(pair.newcomer, pool.names["newcomer", pair.newcomer]),
                *(pair.coach, pool.names["coach", pair.coach]),
                *(f"{pair.score:.3f}", km, ";".join(pair.shared_interests), " ".join(_why(pair, pool))),
            ]
        )
    for person in result.unmatched:
        who = [person.id, pool.names[person.role, person.id]]
        two = [*who, "", ""] if person.role == "newcomer" else ["", "", *who]
        table.append([*two, "", "", "", " ".join(_why_nobody(person))])
    return table


def _write(out: Path, table: Table) -> None:
    content = write_xlsx([Sheet("duos", table)]) if out.suffix.lower() == ".xlsx" else _csv(table)
    try:
        out.write_bytes(content)
    except OSError:
        sentence = _("Wij kunnen %(file)s niet schrijven. Kies een andere map of een andere naam.")
        raise Refused("cannot_write", sentence % {"file": out}) from None


def _csv(table: Table) -> bytes:
    """Comma-separated UTF-8; a cell that a spreadsheet program would run as a formula gets an apostrophe."""
    text = io.StringIO()
    safe = [[f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row] for row in table]
    csv.writer(text).writerows(safe)
    return text.getvalue().encode("utf-8")
