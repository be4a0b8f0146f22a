"""What somebody who is asked sees and answers, behind the link in a message and on their own page alike."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from samen.base import audit
from samen.base.errors import Conflict
from samen.events import attendance_actions, invitation_actions, queries
from samen.events.choices import Reply
from samen.events.forms_public import OpinionForm
from samen.events.models import Invitation

NEEDS = {"child_care", "transport"}


def shown(invitation: Invitation, now: datetime, form: OpinionForm | None = None) -> dict[str, Any]:
    """What the page needs: whether an answer still counts, a chair, and the questions afterwards."""
    event = invitation.event
    is_over = event.ends_at <= now
    may_say = is_over and not event.cancelled_on and invitation.came is not False
    return {
        "event": event,
        "invitation": invitation,
        "is_open": event.cancelled_on is None and not is_over,
        "is_over": is_over,
        "waits": queries.waits(invitation),
        "others": queries.with_room(queries.other_moments(event, now)),
        "opinion": (form or OpinionForm()) if may_say and not invitation.gave_opinion else None,
    }


def take_other(
    *, invitation: Invitation, typed: Mapping[str, str], now: datetime, actor: audit.Actor
) -> Invitation | None:
    """The invitation to the other moment, when that was pressed."""
    others = {str(one.pk): one for one in queries.other_moments(invitation.event, now)}
    other = others.get(typed.get("other", ""))
    if other is None:
        return None
    try:
        return invitation_actions.come_at_other(invitation=invitation, other=other, now=now, actor=actor)
    except Conflict:
        return None


def take(
    *, invitation: Invitation, typed: Mapping[str, str], now: datetime, actor: audit.Actor
) -> OpinionForm | None:
    """Keep what was pressed; returns the three questions when they were not filled in well.

    What comes too late changes nothing: the page that follows tells how it stands.
    """
    try:
        if typed.get("do") == "opinion":
            return _opinion(invitation, typed, now)
        said, need = typed.get("reply", ""), typed.get("need", "")
        if said and said in Reply.values:
            invitation_actions.answer(invitation=invitation, reply=Reply(said), now=now, actor=actor)
        elif need in NEEDS:
            wants = {need: typed.get("wants") == "yes"}
            invitation_actions.note_needs(invitation=invitation, now=now, actor=actor, **wants)
    except Conflict:
        pass
    return None


def _opinion(invitation: Invitation, typed: Mapping[str, str], now: datetime) -> OpinionForm | None:
    form = OpinionForm(typed)
    if not form.is_valid():
        return form
    attendance_actions.give_opinion(invitation=invitation, said=form.said(), now=now)
    return None
