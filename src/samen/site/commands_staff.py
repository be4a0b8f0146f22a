"""Give somebody access to an initiative: `samen staff add EMAIL --initiative SLUG`."""

import argparse

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from samen.accounts.actions import add_user, make_administrator
from samen.accounts.models import LONGEST_NAME, User
from samen.base.audit import COMMAND
from samen.base.errors import Refused
from samen.initiatives.actions import add_member
from samen.initiatives.choices import Role
from samen.site.command import DONE, tell, tell_json
from samen.site.find import find_initiative
from samen.site.prepare import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """EMAIL, --initiative, --role, --name, --administrator, --json."""
    parser.add_argument("verb", choices=["add"])
    parser.add_argument("email")
    parser.add_argument("--initiative", required=True, metavar="SLUG")
    parser.add_argument("--role", choices=[role.value for role in Role], default=Role.COORDINATOR.value)
    parser.add_argument("--name", default="", help="how the desk greets them")
    parser.add_argument("--administrator", action="store_true", help="they also keep the whole installation")
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Add a member of staff; a password is drawn for somebody new and told once."""
    prepare()
    initiative = find_initiative(arguments.initiative)
    email = arguments.email.lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise Refused(
            "bad_email", _("‘%(text)s’ is geen e-mailadres.") % {"text": arguments.email}
        ) from error
    user, password = User.objects.filter(email=email).first(), ""
    if user is None:
        _refuse_long(arguments.name)
        user, password = add_user(email=email, name=arguments.name)
    add_member(initiative=initiative, user=user, role=Role(arguments.role), actor=COMMAND)
    if arguments.administrator:
        make_administrator(user=user)
    if arguments.json:
        tell_json(
            {
                "email": email,
                "initiative": initiative.slug,
                "role": arguments.role,
                "administrator": user.is_administrator,
                "password": password,
            }
        )
    elif password:
        tell(f"{email} kan zich aanmelden met het wachtwoord {password}")
    else:
        tell(f"{email} werkt nu ook voor {initiative.name}.")
    return DONE


def _refuse_long(name: str) -> None:
    if len(name) > LONGEST_NAME:
        sentence = _("Deze naam is te lang. Gebruik hoogstens %(n)s tekens.") % {"n": LONGEST_NAME}
        raise Refused("long_name", sentence)
