"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from samen.duos.choices import Turn
from samen.duos.models import (
    CheckIn,
    Duo,
    Goal,
    IdeaMark,
    Meeting,
    NotMet,
    Plan,
    Signature,
    StatusChange,
    Trajectory,
)
from samen.files.forgetting import forget_scans
from samen.files.models import Scan
from samen.people.choices import Role
from samen.people.models import Participation

# In place of a reason that is gone: a duo that began again had one.
GONE = "–"


@transaction.atomic
def forget_person(*, parts: Sequence[Participation], today: date) -> None:
    """What is of them alone: goals, and what they said, wished and signed in a duo; in fixed queries."""
    Goal.objects.filter(newcomer__in=parts).delete()
    Trajectory.objects.filter(newcomer__in=parts).delete()
    for role in (Role.NEWCOMER, Role.COACH):
        _forget_side(_duos_of(parts, role), role, today)


@transaction.atomic
def forget_words(*, parts: Sequence[Participation]) -> None:
    """Words of either of the two may name the other: their duos stay without.

    Days, meetings and figures of check-ins stay: the other of the two needs those for their own hours,
    certificate and insurance.
    """
    duos = Duo.objects.filter(Q(newcomer__in=parts) | Q(coach__in=parts))
    Plan.objects.filter(duo__in=duos).delete()
    Meeting.objects.filter(duo__in=duos).update(activity="")
    CheckIn.objects.filter(duo__in=duos).update(words="", note="")
    changes = StatusChange.objects.filter(duo__in=duos).exclude(why="")
    changes.filter(turn=Turn.REOPENED).update(why=GONE)
    changes.exclude(turn=Turn.REOPENED).update(why="")
    # Both stand on one paper: its scan goes whoever of the two it was kept for.
    _forget_scans(Signature.objects.filter(duo__in=duos))


def _duos_of(parts: Sequence[Participation], role: Role) -> QuerySet[Duo]:
    return (
        Duo.objects.filter(newcomer__in=parts)
        if role == Role.NEWCOMER
        else Duo.objects.filter(coach__in=parts)
    )


def _forget_side(duos: QuerySet[Duo], role: Role, today: date) -> None:
    duos.update(**{f"{role}_onward": "", f"{role}_shares": None})
    for model in (IdeaMark, NotMet, Plan):
        model.objects.filter(duo__in=duos, by_role=role).delete()
    signed = Signature.objects.filter(duo__in=duos, by_role=role)
    _forget_scans(signed)
    signed.delete()
    # Nobody calls them any more.
    theirs = CheckIn.objects.filter(duo__in=duos, by_role=role)
    theirs.update(words="", note="", wants_call=False)
    theirs.filter(handled_on=None).update(handled_on=today)


def _forget_scans(signed: QuerySet[Signature]) -> None:
    forget_scans(scans=list(Scan.objects.filter(pk__in=signed.values("scan")).only("pk")))
