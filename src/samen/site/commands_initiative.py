"""Make an initiative: `samen initiative add SLUG --name NAME`."""

import argparse

from samen.base.audit import COMMAND
from samen.initiatives.actions import add_initiative
from samen.site.command import DONE, tell, tell_json
from samen.site.prepare import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """SLUG, --name, --organisation, --json."""
    parser.add_argument("verb", choices=["add"])
    parser.add_argument("slug", help="short name in the web address: small letters, digits, hyphens")
    parser.add_argument("--name", required=True, help="the name that people see")
    parser.add_argument("--organisation", default="", help="municipality, OCMW or association behind it")
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Make an empty initiative."""
    prepare()
    initiative = add_initiative(
        slug=arguments.slug, name=arguments.name, organisation=arguments.organisation, actor=COMMAND
    )
    if arguments.json:
        tell_json({"initiative": initiative.slug, "name": initiative.name})
    else:
        tell(f"Initiatief ‘{initiative.name}’ is gemaakt: /desk/{initiative.slug}/")
    return DONE
