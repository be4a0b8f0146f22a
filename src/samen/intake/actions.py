"""Verbs that change what the conversation yields."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from samen.base import audit
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


@transaction.atomic
def note_facts(
    *, part: Participation, facts: Facts, wishes: Iterable[WishedFor], actor: audit.Actor
) -> Profile:
    """Note facts and wishes, in place of what was known."""
    profile, _created = Profile.objects.update_or_create(
        participation=part, defaults={"initiative_id": current_initiative_id(), **vars(facts)}
    )
    Wish.objects.filter(participation=part).delete()
    Wish.objects.bulk_create(
        Wish(initiative_id=current_initiative_id(), participation=part, **vars(wish))
        for wish in wishes
        if wish.strength != Strength.NO_MATTER
    )
    audit.write(actor, "note_facts", part)
    return profile


@transaction.atomic
def decide(*, part: Participation, outcome: Outcome, today: date, actor: audit.Actor) -> Decision:
    """Note a decision about a participant."""
    decision = Decision.objects.create(
        initiative_id=current_initiative_id(),
        participation=part,
        outcome=outcome,
        decided_on=today,
        decided_by=actor.label,
    )
    audit.write(actor, "decide", part, outcome=str(outcome))
    return decision
