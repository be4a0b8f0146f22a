"""Verbs that change what the conversation yields."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import RuleBroken
from samen.base.scoping import current_initiative_id
from samen.intake.choices import Outcome, Strength, Wanted
from samen.intake.models import Decision, Profile, Wish
from samen.people.models import Participation


@dataclass(frozen=True)
class Facts:
    """What matching uses. None or empty: unknown."""

    availability: int | None = None
    interests: list[str] = field(default_factory=list)
    profession: str = ""
    personality: int | None = None
    language_level: str = ""
    household: str = ""
    children_bands: list[str] = field(default_factory=list)
    capacity: int = 1


@dataclass(frozen=True)
class WishedFor:
    """One wish as a form or a list gives it."""

    about: Wanted
    strength: Strength
    gender: str = ""
    age_min: int | None = None
    age_max: int | None = None
    max_km: int | None = None


@dataclass(frozen=True)
class Noted:
    """What the conversation with one participant yields."""

    part: Participation
    facts: Facts
    wishes: Sequence[WishedFor] = ()


def note_facts(
    *, part: Participation, facts: Facts, wishes: Sequence[WishedFor], actor: audit.Actor
) -> Profile:
    """Note facts and wishes, in place of what was known."""
    return note_all(noted=[Noted(part, facts, wishes)], actor=actor)[0]


@transaction.atomic
def note_all(*, noted: Sequence[Noted], actor: audit.Actor) -> list[Profile]:
    """Note facts and wishes of many, in place of what was known."""
    here = current_initiative_id()
    parts = [one.part for one in noted]
    Profile.objects.filter(participation__in=parts).delete()
    Wish.objects.filter(participation__in=parts).delete()
    profiles = Profile.objects.bulk_create(
        Profile(initiative_id=here, participation=one.part, **vars(one.facts)) for one in noted
    )
    Wish.objects.bulk_create(
        Wish(initiative_id=here, participation=one.part, **vars(wish))
        for one in noted
        for wish in one.wishes
        if wish.strength != Strength.NO_MATTER
    )
    audit.write_all(actor, "note_facts", parts)
    return profiles


def decide(*, part: Participation, outcome: Outcome, today: date, actor: audit.Actor) -> Decision:
    """Note a decision about a participant who still takes part."""
    if part.ended_on:
        raise RuleBroken("left", _("%(name)s doet niet meer mee.") % {"name": part.person.given_name})
    return decide_all(parts=[part], outcome=outcome, today=today, actor=actor)[0]


@transaction.atomic
def decide_all(
    *, parts: Sequence[Participation], outcome: Outcome, today: date, actor: audit.Actor
) -> list[Decision]:
    """Note the same decision about many participants."""
    decisions = Decision.objects.bulk_create(
        Decision(
            initiative_id=current_initiative_id(),
            participation=part,
            outcome=outcome,
            decided_on=today,
            decided_by=actor.label,
        )
        for part in parts
    )
    audit.write_all(actor, "decide", parts, outcome=str(outcome))
    return decisions
