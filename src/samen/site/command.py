"""The one door on the command line: `samen`.

Exit 0: done, also when rows were refused. 2: a file or an argument was refused, with one sentence. 1: fault.
With `--json` exactly one JSON document goes to standard output; all else goes to standard error.
"""

import argparse
import json
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

DONE, FAULT, REFUSED = 0, 1, 2

# One module per subject in samen.site, each with add_arguments(parser) and run(arguments) -> int.
COMMANDS = {
    "run": "commands_run",
    "demo": "commands_demo",
    "initiative": "commands_initiative",
    "staff": "commands_staff",
    "import": "commands_import",
    "match": "commands_match",
    "tick": "commands_tick",
    "alerts": "commands_alerts",
    "simulate": "commands_simulate",
    "check": "commands_check",
}


class UsageRefused(Exception):
    """The arguments were not understood; the text says why."""


class PlainParser(argparse.ArgumentParser):
    """A parser that leaves telling and leaving to `main`."""

    def error(self, message: str) -> NoReturn:
        """Refuse with argparse's own sentence."""
        raise UsageRefused(message)


def parser() -> argparse.ArgumentParser:
    """All commands with their arguments."""
    top = PlainParser(prog="samen", description="Samen: brings newcomers and volunteer coaches together.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=PlainParser)
    for name, module in COMMANDS.items():
        owner = import_module(f"samen.site.{module}")
        summary = (owner.__doc__ or "").strip().splitlines()[0]
        sub = commands.add_parser(name, help=summary, description=owner.__doc__)
        owner.add_arguments(sub)
        sub.set_defaults(owner=owner)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and answer with its exit code; never a traceback."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    as_json = "--json" in arguments
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samen.site.settings")
    import django  # noqa: PLC0415 - settings are read from the environment at this moment

    try:
        django.setup()
        return _run(arguments, as_json)
    except UsageRefused as usage:
        return _tell(as_json, REFUSED, "usage", str(usage))
    except KeyboardInterrupt:
        return DONE
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except Exception as error:
        logging.getLogger("samen").debug("fault", exc_info=True)
        return _tell(as_json, FAULT, "fault", f"Er ging iets mis ({type(error).__name__}: {error}).")


def _run(arguments: list[str], as_json: bool) -> int:
    from samen.base.errors import Refused  # noqa: PLC0415 - after setup

    chosen = parser().parse_args(arguments)
    try:
        code: int = chosen.owner.run(chosen)
    except Refused as refusal:
        return _tell(as_json, REFUSED, refusal.code, refusal.sentence)
    return code


def _tell(as_json: bool, code: int, name: str, sentence: str) -> int:
    warn(sentence)
    if as_json:
        tell_json({"error": {"code": name, "message": str(sentence)}})
    return code


def tell(line: object) -> None:
    """Say something on standard output, at once."""
    print(line, flush=True)


def warn(line: object) -> None:
    """Say something on standard error."""
    print(line, file=sys.stderr)


def tell_json(document: Any) -> None:
    """Put one JSON document on standard output."""
    tell(json.dumps(document, ensure_ascii=False, indent=2))
