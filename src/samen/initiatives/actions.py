"""Verbs that change an initiative or its staff."""

import re
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext as _

from samen.accounts.models import User
from samen.base import audit
from samen.base.errors import RuleBroken
from samen.base.scoping import scope
from samen.initiatives.choices import Role
from samen.initiatives.models import LONGEST_NAME, Initiative, Membership
from samen.initiatives.rules import FollowUp, is_evening, is_morning, what_cannot_be

# First parts of addresses that the site keeps for itself.
RESERVED = frozenset(
    [
        "desk",
        "accounts",
        "healthz",
        "language",
        "text-size",
        "static",
        "my",
        "network",
        "api",
        "feeds",
        "stop",
        "come",
        "talk",
        "s",
        "find",
        "help",
        "admin",
        "media",
    ]
)
_COLOUR = re.compile(r"#[0-9a-f]{6}")
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
    if slug in RESERVED:
        raise RuleBroken(
            "slug_reserved",
            _("‘%(slug)s’ is een adres van de site zelf. Kies een andere korte naam.") % {"slug": slug},
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


@dataclass(frozen=True)
class Presentation:
    """How an initiative shows itself: whom to reach, where, for which postal codes, in which colour."""

    name: str
    organisation: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    contact_hours: str = ""
    contact_place: str = ""
    area: tuple[str, ...] = ()
    colour: str = ""


@transaction.atomic
def present(*, initiative: Initiative, presentation: Presentation, actor: audit.Actor) -> None:
    """Change how an initiative shows itself."""
    if presentation.colour and not _COLOUR.fullmatch(presentation.colour):
        raise RuleBroken("bad_colour", _("Kies een kleur uit de lijst, of schrijf ze zoals #6b2a5b."))
    for name, value in vars(presentation).items():
        setattr(initiative, name, list(value) if name == "area" else value)
    initiative.save(update_fields=list(vars(presentation)))
    audit.write(actor, "present", initiative)


@transaction.atomic
def keep_quiet(*, initiative: Initiative, begin: time, end: time, actor: audit.Actor) -> None:
    """Choose between which hours nobody's phone rings; what waits already follows the new hours."""
    if not is_evening(begin):
        raise RuleBroken("not_evening", _("Kies een uur tussen 18 uur en middernacht."))
    if not is_morning(end):
        raise RuleBroken(
            "not_morning", _("Kies een uur van 6 uur af en voor 12 uur. Zo is het minstens zes uur stil.")
        )
    initiative.quiet_from, initiative.quiet_until = begin, end
    initiative.save(update_fields=["quiet_from", "quiet_until"])
    audit.write(actor, "keep_quiet", initiative, begin=f"{begin:%H:%M}", end=f"{end:%H:%M}")


@transaction.atomic
def count_hours(*, initiative: Initiative, counts: bool, actor: audit.Actor) -> None:
    """Count the hours of newcomers for their participation trajectory, or no longer (R92)."""
    initiative.counts_hours = counts
    initiative.save(update_fields=["counts_hours"])
    audit.write(actor, "count_hours", initiative, counts=counts)


@transaction.atomic
def open_page(*, initiative: Initiative, is_public: bool, actor: audit.Actor) -> None:
    """Show the public page to everybody, or take it away; nobody is invited without a way to be reached."""
    if is_public and not (initiative.contact_phone or initiative.contact_email):
        raise RuleBroken(
            "no_contact",
            _("Vul eerst een telefoonnummer of een e-mailadres in. Anders kan niemand iets vragen."),
        )
    initiative.is_public = is_public
    initiative.save(update_fields=["is_public"])
    audit.write(actor, "open_page" if is_public else "close_page", initiative)


@transaction.atomic
def accept_ground_rules(
    *, initiative: Initiative, carries_programme_name: bool, today: date, actor: audit.Actor
) -> None:
    """Accept the four rules (FAQ question 1); the programme’s name and logo come with them, if wanted.

    Not while the own rhythm is looser than the first rule: the name waits until it is not (R2, R3).
    """
    _hold(initiative)
    if carries_programme_name and initiative.follow_up.is_looser:
        raise RuleBroken(
            "looser_rhythm",
            _(
                "Jullie duo’s zien elkaar minder vaak dan om de 14 dagen. Zet het ritme eerst op hoogstens "
                "14 dagen. Dan kan de naam terug."
            ),
        )
    initiative.ground_rules_accepted_on = initiative.ground_rules_accepted_on or today
    initiative.carries_programme_name = carries_programme_name
    initiative.save(update_fields=["ground_rules_accepted_on", "carries_programme_name"])
    audit.write(actor, "accept_ground_rules", initiative, name=carries_programme_name)


@transaction.atomic
def leave_ground_rules(*, initiative: Initiative, actor: audit.Actor) -> None:
    """No longer bound by the four rules; the name and the logo go with them (R2)."""
    initiative.ground_rules_accepted_on, initiative.carries_programme_name = None, False
    initiative.save(update_fields=["ground_rules_accepted_on", "carries_programme_name"])
    audit.write(actor, "leave_ground_rules", initiative)


@transaction.atomic
def choose_sessions(*, initiative: Initiative, every_months: int, twice: bool, actor: audit.Actor) -> None:
    """Choose how often there is an exchange session, and whether by day and in the evening (R67)."""
    initiative.sessions_every_months, initiative.sessions_twice = every_months, twice
    initiative.save(update_fields=["sessions_every_months", "sessions_twice"])
    audit.write(actor, "choose_sessions", initiative, every_months=every_months, twice=twice)


@transaction.atomic
def follow_duos(
    *, initiative: Initiative, days: FollowUp, gives_up_name: bool = False, actor: audit.Actor
) -> None:
    """Choose the rhythm of new duos and when somebody asks how it goes (R3, R44).

    A rhythm looser than the programme's takes its name away (R2): refused until somebody says to know that.
    """
    _refuse_days(days)
    _hold(initiative)
    if days.is_looser and initiative.carries_programme_name and not gives_up_name:
        raise RuleBroken(
            "loses_name",
            _(
                "Met dit ritme zien duo’s elkaar minder vaak dan om de 14 dagen. Jullie dragen dan de naam "
                "en het logo van Samen Inburgeren niet meer."
            ),
        )
    initiative.carries_programme_name = initiative.carries_programme_name and not days.is_looser
    for name, value in vars(days).items():
        setattr(initiative, f"{name}_days", value)
    initiative.save(update_fields=["carries_programme_name", *(f"{name}_days" for name in vars(days))])
    audit.write(actor, "follow_duos", initiative, **vars(days), name=initiative.carries_programme_name)


def _refuse_days(days: FollowUp) -> None:
    sentences = {
        "rhythm": _("Kies een ritme van 1 tot 60 dagen."),
        "first_check_in": _("Kies 1 tot 60 dagen na de start."),
        "second_check_in": _("Dit komt na de eerste keer en voor de helft. Kies hoogstens 84 dagen."),
        "closing_talk": _("Kies 7 tot 84 dagen voor het einde."),
    }
    if wrong := what_cannot_be(days):
        raise RuleBroken(wrong, sentences[wrong])


def _hold(initiative: Initiative) -> None:
    """The choices about name and rhythm as they are now, held until this action is done."""
    names = ["carries_programme_name", "ground_rules_accepted_on", "rhythm_days"]
    initiative.refresh_from_db(fields=names, from_queryset=Initiative.objects.select_for_update())


@transaction.atomic
def add_member(*, initiative: Initiative, user: User, role: Role, actor: audit.Actor) -> Membership:
    """Give a member of staff a role here; a second time changes the role."""
    membership, _created = Membership.objects.update_or_create(
        initiative=initiative, user=user, defaults={"role": role}
    )
    with scope(initiative.pk):
        audit.write(actor, "add_member", membership, role=str(role))
    return membership
