"""Verbs about insurance policies."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import RuleBroken
from samen.base.scoping import current_initiative_id
from samen.papers.models import Policy


@dataclass(frozen=True)
class Insured:
    """What a policy says."""

    insurer: str
    arranged_by: str
    starts_on: date
    ends_on: date | None = None
    number: str = ""
    covers_liability: bool = True
    covers_accidents: bool = False
    covers_newcomers: bool = False
    claims: str = ""


@transaction.atomic
def keep_policy(*, insured: Insured, actor: audit.Actor, policy: Policy | None = None) -> Policy:
    """Note a policy, or correct one."""
    if insured.ends_on and insured.ends_on < insured.starts_on:
        raise RuleBroken("policy_order", _("De verzekering eindigt voor zij begint. Kijk de twee dagen na."))
    policy = policy or Policy(initiative_id=current_initiative_id())
    for name, value in vars(insured).items():
        setattr(policy, name, value)
    policy.save()
    audit.write(actor, "keep_policy", policy, ends_on=insured.ends_on.isoformat() if insured.ends_on else "")
    return policy


@transaction.atomic
def remove_policy(*, policy: Policy, actor: audit.Actor) -> None:
    """Take away a policy that was noted by mistake; one that is over is ended, not removed."""
    audit.write(actor, "remove_policy", policy, insurer=policy.insurer, number=policy.number)
    policy.delete()
