"""Verbs about two meetings that may be one: they are one, or they are two. Nothing is joined unasked."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict
from samen.base.scoping import current_initiative_id
from samen.duos.models import Duo, Meeting, ToldApart
from samen.duos.same_queries import Pair, find_pair

TOLD, WITH_IT = ("activity", "proposed_by", "smile"), ("minutes", "way")


@transaction.atomic
def are_one(*, duo: Duo, first: int, second: int, today: date, actor: audit.Actor) -> Meeting:
    """It was one meeting: the day that was noted first stays, for the other of the two saw it there already.

    What was told about it stays; what was told of the second alone goes along.
    """
    pair = _held(duo, first, second, today)
    kept, gone = pair.first, pair.second
    was = gone.met_on
    along = [name for name in TOLD if getattr(gone, name) and not getattr(kept, name)]
    if not _is_told(kept) and _is_told(gone):
        along += WITH_IT
    for name in along:
        setattr(kept, name, getattr(gone, name))
    kept.save(update_fields=along)
    gone.delete()
    audit.write(actor, "meetings_are_one", duo, meeting=kept.pk, was=was.isoformat())
    return kept


@transaction.atomic
def are_two(*, duo: Duo, first: int, second: int, today: date, actor: audit.Actor) -> Meeting:
    """They met twice: both stay, and nobody is asked again."""
    pair = _held(duo, first, second, today)
    ToldApart.objects.create(
        initiative_id=current_initiative_id(),
        first=pair.first,
        second=pair.second,
        said_by=actor.label,
        said_on=today,
    )
    audit.write(actor, "meetings_are_two", duo, meetings=[first, second])
    return pair.second


def _held(duo: Duo, first: int, second: int, today: date) -> Pair:
    """The pair, while nobody else answers: whoever is later finds that it was answered."""
    Duo.objects.select_for_update().get(pk=duo.pk)
    pair = find_pair(duo, first, second, today)
    if pair is None:
        raise Conflict("told_already", _("Dat is al beantwoord. Kijk wat er nu staat."))
    return pair


def _is_told(meeting: Meeting) -> bool:
    return any(getattr(meeting, name) for name in TOLD)
