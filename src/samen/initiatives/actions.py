"""Verbs that change an initiative or its staff."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from samen.accounts.models import User
from samen.base import audit
from samen.base.errors import RuleBroken
from samen.base.scoping import scope
from samen.initiatives.choices import Role
from samen.initiatives.models import LONGEST_NAME, Initiative, Membership

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@transaction.atomic
def add_initiative(*, slug: str, name: str, organisation: str = "", actor: audit.Actor) -> Initiative:
    """Make an empty initiative; `slug` is its part of the web address."""
    if not _SLUG.fullmatch(slug) or len(slug) > 50:
        raise RuleBroken(
            "bad_slug",
            _("‘%(slug)s’ kan niet in een webadres staan. Gebruik kleine letters, cijfers en streepjes.")
            % {"slug": slug},
        )
    if not name.strip():
        raise RuleBroken("no_name", _("Geef het initiatief een naam."))
    if len(name.strip()) > LONGEST_NAME or len(organisation) > LONGEST_NAME:
        raise RuleBroken(
            "long_name",
            _("De naam van het initiatief of van de organisatie is te lang. Gebruik hoogstens %(n)s tekens.")
            % {"n": LONGEST_NAME},
        )
    if Initiative.objects.filter(slug=slug).exists():
        raise RuleBroken(
            "slug_taken",
            _("Er is al een initiatief ‘%(slug)s’. Kies een andere korte naam.") % {"slug": slug},
        )
    initiative = Initiative.objects.create(slug=slug, name=name.strip(), organisation=organisation)
    with scope(initiative.pk):
        audit.write(actor, "add_initiative", initiative)
    return initiative


@transaction.atomic
def add_member(*, initiative: Initiative, user: User, role: Role, actor: audit.Actor) -> Membership:
    """Give a member of staff a role here; a second time changes the role."""
    membership, _created = Membership.objects.update_or_create(
        initiative=initiative, user=user, defaults={"role": role}
    )
    with scope(initiative.pk):
        audit.write(actor, "add_member", membership, role=str(role))
    return membership
