"""Looking along: staff sees the pages of one participant for a quarter of an hour, and changes nothing.

What is signed names the initiative, the participant, the member of staff and the moment. It opens nothing by
itself: `access` asks each time whether that member of staff sits there and still may.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import RuleBroken
from samen.initiatives.choices import Permission
from samen.people.models import Participation

SALT = "samen.people.look"
COOKIE = "look"
LASTS = timedelta(minutes=15)
# The verb of its audit lines: whoever only looked did not work with somebody.
VERB = "look_as"
# Who may give somebody's link away could open the page with it; looking along shows no more than that.
PERMISSION = Permission.EDIT_PEOPLE


@dataclass(frozen=True)
class Look:
    """Who looks along with whom, and since when."""

    initiative_id: int
    part_id: int
    user_id: int
    began_at: float

    def is_over(self, now: datetime) -> bool:
        """Whether the quarter of an hour passed."""
        return not 0 <= now.timestamp() - self.began_at < LASTS.total_seconds()


@transaction.atomic
def begin_look(*, part: Participation, user_id: int, now: datetime, actor: audit.Actor) -> str:
    """Somebody of the staff looks along from now on; returns what their browser keeps."""
    if part.ended_on:
        raise RuleBroken("left", _("%(name)s doet niet meer mee.") % {"name": part.person.given_name})
    audit.write(actor, VERB, part, did="begin")
    return signing.dumps([part.initiative_id, part.pk, user_id, now.timestamp()], salt=SALT)


@transaction.atomic
def end_look(*, part: Participation, actor: audit.Actor) -> None:
    """They stopped looking."""
    audit.write(actor, VERB, part, did="stop")


def read_look(kept: str) -> Look | None:
    """What a browser kept; None when we did not sign it."""
    try:
        held: Any = signing.loads(kept, salt=SALT)
        initiative_id, part_id, user_id, began_at = held
        return Look(int(initiative_id), int(part_id), int(user_id), float(began_at))
    except (signing.BadSignature, ValueError, TypeError):
        return None
