"""Bring in a list: `samen import people FILE --initiative SLUG`."""

import argparse

from samen.site.command import DONE
from samen.site.prepare import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """people FILE, --initiative, --dry-run, --json."""
    parser.add_argument("what", choices=["people"])
    parser.add_argument("file")
    parser.add_argument("--initiative", required=True, metavar="SLUG")
    parser.add_argument("--dry-run", action="store_true", help="tell what would happen, store nothing")
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Bring in the list."""
    prepare()
    return DONE
