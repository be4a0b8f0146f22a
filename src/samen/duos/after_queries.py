"""Reads about duos that stopped early: who is asked afterwards how it was (R100), and whom nobody asks."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db.models import Q

from samen.base.clock import BRUSSELS
from samen.duos import rules
from samen.duos.check_in_queries import ROLES, Asked, asked_from, side
from samen.duos.choices import CheckInMoment, DuoStatus
from samen.duos.models import CheckIn, Duo
from samen.messaging.queries import stopped_everywhere
from samen.people.choices import AskedFor
from samen.people.models import CallRequest, Participation
from samen.people.recipients import recipient

# Said before the end, it is not asked once more.
SAID_IN = (CheckInMoment.BEFORE_END, CheckInMoment.AFTER_END)
LONGEST = timedelta(days=rules.ASKED_AFTER_DAYS + rules.ASKED_FOR_DAYS)


def stopped_lately(day: date) -> list[Duo]:
    """Duos that stopped early, of whom the two may be asked on this day, the first to stop first."""
    found = Duo.objects.filter(
        status=DuoStatus.STOPPED,
        closed_on__range=(day - LONGEST, day - timedelta(days=rules.ASKED_AFTER_DAYS)),
    )
    people = found.select_related("newcomer__person", "coach__person").order_by("closed_on", "id")
    return [duo for duo in people if asked_from(duo) and not _is_erased(duo)]


def _is_erased(duo: Duo) -> bool:
    """Whether one of the two was erased: of whom nobody knows any more, nobody asks."""
    return bool(duo.newcomer.person.erased_on or duo.coach.person.erased_on)


def leave_alone(parts: Collection[Participation], until: datetime | None = None) -> set[int]:
    """Who asked for it, by id of their part: to stop or be forgotten, or no message by any road.

    Also who was erased. Whoever pressed "Ik wil stoppen" read that they need not say why; who was called
    about it and goes on did not stop.
    """
    stops = CallRequest.objects.filter(participation__in=parts, about__in=(AskedFor.STOP, AskedFor.ERASE))
    called, runs = Q(about=AskedFor.STOP, done_at__isnull=False), Q(participation__ended_on=None)
    if until:
        stops = stops.filter(asked_at__lt=until)
        called &= Q(done_at__lt=until)
        runs |= Q(participation__ended_on__gte=until.astimezone(BRUSSELS).date())
    stops = stops.exclude(called & runs)
    asked = set(stops.order_by().values_list("participation_id", flat=True))
    silent = stopped_everywhere([recipient(part.person) for part in parts])
    erased = {part.pk for part in parts if part.person.erased_on}
    return asked | erased | {part.pk for part, wants_none in zip(parts, silent, strict=True) if wants_none}


def asked_after(
    today: date,
    spared: Collection[int],
    *,
    part: Participation | None = None,
    until: datetime | None = None,
) -> list[Asked]:
    """Who is asked how it was and did not say it, longest asked first; of everybody, or of one.

    `spared` are the duos about which something serious was told: who knows that sees further than this app.
    What was said after a moment (`until`) does not count yet.
    """
    found = [duo for duo in stopped_lately(today) if duo.pk not in spared]
    sides = [(duo, role) for duo in found for role in ROLES if part in (None, side(duo, role))]
    if not sides:
        return []
    answers = CheckIn.objects.filter(duo__in=[duo.pk for duo in found], moment__in=SAID_IN)
    if until:
        answers = answers.filter(answered_at__lt=until)
    said = set(answers.order_by().values_list("duo_id", "by_role"))
    alone = leave_alone([side(duo, role) for duo, role in sides], until)
    return [
        Asked(duo, side(duo, role), CheckInMoment.AFTER_END, day)
        for duo, role in sides
        if (day := asked_from(duo)) and (duo.pk, role) not in said and side(duo, role).pk not in alone
    ]


def late_after(today: date, spared: Collection[int]) -> list[Asked]:
    """Who was asked a week ago how it was and did not answer: the coordinator may call, once."""
    return [one for one in asked_after(today, spared) if rules.answer_is_late(day=one.day, today=today)]


def of_one(duo: Duo, role: str, today: date, spared: Collection[int]) -> Asked | None:
    """What one of the two of a duo is asked today; nothing once it was said."""
    return next((one for one in asked_after(today, spared, part=side(duo, role)) if one.duo == duo), None)
