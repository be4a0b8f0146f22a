"""Load the demo initiative once, and tell its sign-ins every time."""

import argparse

from django.conf import settings

from samen.demo.load import load
from samen.site.command import DONE, tell, tell_json
from samen.site.prepare import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--json."""
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Load what is not there yet; tell what is."""
    prepare()
    if not settings.DATA.is_demo:
        load(settings.DATA.demo_file)
    if arguments.json:
        tell_json(settings.DATA.read_demo())
    else:
        tell_sign_ins()
    return DONE


def tell_sign_ins() -> None:
    """The demo's sign-ins, one a line."""
    demo = settings.DATA.read_demo()
    tell(f"De demo heet {demo['initiative']}. Meld je aan als:")
    for sign_in in demo["sign_ins"]:
        tell(f"  {sign_in['email']}   {sign_in['password']}   ({sign_in['role']})")
    if demo.get("own_pages"):
        tell("Of open de eigen pagina van een deelnemer:")
    for page in demo.get("own_pages", []):
        tell(f"  {settings.BASE_URL}{page['path']}   ({page['name']}, {page['role']})")
