"""A proposal of the demo, with the reasons of the engine."""

from datetime import date

import duomatch
from samen.base import audit
from samen.matching import actions as matching
from samen.matching.models import Proposal
from samen.matching.pool import to_profile
from samen.people.models import Participation


def propose(*, newcomer: Participation, coach: Participation, on: date, actor: audit.Actor) -> Proposal:
    """Put a pair to both of them, as the board would."""
    pair = duomatch.explain_pair(
        to_profile(newcomer, 1, newcomer.registered_on), to_profile(coach, 1, coach.registered_on), on=on
    )
    return matching.propose(
        newcomer=newcomer,
        coach=coach,
        score=pair.score,
        reasons=[reason.as_dict() for reason in pair.reasons],
        engine_version=duomatch.__version__,
        today=on,
        actor=actor,
    )
