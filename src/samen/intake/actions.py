"""Verbs that change what the conversation yields."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.dates import add_months
from samen.base.errors import RuleBroken
from samen.base.scoping import current_initiative_id
from samen.intake.choices import Outcome, Strength, Wanted
from samen.intake.models import Decision, OtherInitiative, Profile, Wish
from samen.people.models import Participation

# Who waits is looked at again on a day.
WAITS = frozenset({Outcome.WAITING_LANGUAGE, Outcome.WAITING_PERMISSION})
# How long a reason is kept (domain, section 6: retention).
REASON_MONTHS = 3


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


def decide(
    *,
    part: Participation,
    outcome: Outcome,
    today: date,
    actor: audit.Actor,
    reason: str = "",
    recall_on: date | None = None,
    referred_to: OtherInitiative | None = None,
) -> Decision:
    """Note a decision about a participant who still takes part; the one before stays in the history."""
    if part.ended_on:
        raise RuleBroken("left", _("%(name)s doet niet meer mee.") % {"name": part.person.given_name})
    if recall_on and recall_on <= today:
        raise RuleBroken("recall_in_the_past", _("Die dag is al voorbij. Kies een dag die nog komt."))
    if outcome in WAITS and recall_on is None:
        raise RuleBroken(
            "no_recall", _("Kies een dag waarop je opnieuw kijkt. Anders wacht iemand voor altijd.")
        )
    if outcome == Outcome.REFERRED and referred_to is None:
        raise RuleBroken("to_whom", _("Kies naar wie je doorverwijst."))
    decision = decide_all(parts=[part], outcome=outcome, today=today, actor=actor)[0]
    decision.reason = reason if outcome == Outcome.DECLINED else ""
    decision.recall_on = recall_on if outcome in WAITS else None
    decision.referred_to = referred_to if outcome == Outcome.REFERRED else None
    decision.save(update_fields=["reason", "recall_on", "referred_to"])
    return decision


@transaction.atomic
def note_feedback(*, decision: Decision, feedback: str, actor: audit.Actor) -> None:
    """What we heard afterwards about somebody who was referred (R27)."""
    decision.feedback = feedback
    decision.save(update_fields=["feedback"])
    audit.write(actor, "note_feedback", decision)


@transaction.atomic
def add_other_initiative(*, card: dict[str, str], actor: audit.Actor) -> OtherInitiative:
    """Another initiative to refer to; the same name is the same one, with what is known now."""
    other, _is_new = OtherInitiative.objects.update_or_create(
        initiative_id=current_initiative_id(), name=card["name"], defaults=card
    )
    audit.write(actor, "add_other_initiative", other)
    return other


def forget_reasons(*, today: date) -> int:
    """The tick's verb: why somebody was declined goes after three months, the decision stays (R28)."""
    before = add_months(today, -REASON_MONTHS)
    return Decision.objects.filter(decided_on__lt=before).exclude(reason="").update(reason="")


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
