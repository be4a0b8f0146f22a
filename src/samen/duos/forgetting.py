"""What goes of a person who is erased; `privacy.actions.erase` composes it with the other apps."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import Q

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
    """What is of them alone goes. A duo stays without words: its days, meetings, and figures of check-ins.

    The other of the two needs those for their own hours, certificate and insurance.
    """
    Goal.objects.filter(newcomer__in=parts).delete()
    Trajectory.objects.filter(newcomer__in=parts).delete()
    of_them = {part.pk for part in parts}
    for duo in Duo.objects.filter(Q(newcomer__in=parts) | Q(coach__in=parts)):
        _forget_side(duo, Role.NEWCOMER if duo.newcomer_id in of_them else Role.COACH, today)


def _forget_side(duo: Duo, role: Role, today: date) -> None:
    Duo.objects.filter(pk=duo.pk).update(**{f"{role}_onward": "", f"{role}_shares": None})
    for model in (IdeaMark, NotMet):
        model.objects.filter(duo=duo, by_role=role).delete()
    Plan.objects.filter(duo=duo).delete()
    _forget_words(duo)
    _forget_signatures(duo, role)
    # Nobody calls them any more.
    theirs = CheckIn.objects.filter(duo=duo, by_role=role)
    theirs.update(wants_call=False)
    theirs.filter(handled_on=None).update(handled_on=today)


def _forget_words(duo: Duo) -> None:
    """Words of either of the two may name the other."""
    Meeting.objects.filter(duo=duo).update(activity="")
    CheckIn.objects.filter(duo=duo).update(words="", note="")
    changes = StatusChange.objects.filter(duo=duo).exclude(why="")
    changes.filter(turn=Turn.REOPENED).update(why=GONE)
    changes.exclude(turn=Turn.REOPENED).update(why="")


def _forget_signatures(duo: Duo, role: Role) -> None:
    """Both stand on one paper: its scan goes whoever of the two it was kept for."""
    scans = Scan.objects.filter(pk__in=Signature.objects.filter(duo=duo).values("scan"))
    forget_scans(scans=list(scans.only("pk")))
    Signature.objects.filter(duo=duo, by_role=role).delete()
