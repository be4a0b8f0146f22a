"""A duo goes on for longer or ends; whoever stops leaves the programme."""

from samen.base import clock
from samen.base.dates import add_months
from samen.demo.year import asking
from samen.demo.year.life import IN_TIME, Life, onward
from samen.demo.year.year import NOT_GONE, Year
from samen.desk.actions import close_duo, leave_programme
from samen.duos import (
    life_actions,
)
from samen.duos.check_in_queries import asked_from
from samen.duos.choices import (
    CheckInMoment,
    ClosingReason,
    Onward,
)
from samen.duos.life_actions import Farewell
from samen.duos.messages import OVER
from samen.duos.news import tell_over
from samen.messaging.models import OutboxMessage
from samen.people.choices import Role
from samen.people.models import Participation


def go_longer(year: Year, life: Life) -> None:
    """At the closing talk they agree on a later end."""
    if life.closed_on is None:
        ends_on = add_months(life.duo.starts_on, 12)
        life_actions.change_end(duo=life.duo, ends_on=ends_on, today=year.day, actor=year.manner.actor)
        year.done["ends_changed"] += 1
        life.goes_longer = False
        plan_end(year, life)


def plan_end(year: Year, life: Life) -> None:
    """Around the agreed end the coordinator closes the duo."""
    days = year.rng.choice((0, 0, 0, 1, 2, 6, 12))
    year.after(days, lambda: close(year, life, year.rng.choice(IN_TIME)), of=life.duo.ends_on)


def close(year: Year, life: Life, reason: ClosingReason) -> None:
    """The duo ends and both are thanked; each of the two leaves or waits for somebody new."""
    if life.closed_on is not None:
        return
    newcomer = onward(year.rng, Role.NEWCOMER)
    coach = onward(year.rng, Role.COACH)
    shares = reason == ClosingReason.GOES_ON_PRIVATELY or (reason in IN_TIME and year.chance(0.4))
    farewell = Farewell(
        reason,
        year.day,
        newcomer_onward=newcomer,
        coach_onward=coach,
        newcomer_shares=shares,
        coach_shares=shares,
    )
    close_duo(duo=life.duo, farewell=farewell, today=year.day, actor=year.manner.actor)
    life.closed_on = year.day
    year.done["duos_closed"] += 1
    year.done["left"] += (newcomer != Onward.AGAIN) + (coach != Onward.AGAIN)
    if coach == Onward.AGAIN:
        year.waiting[Role.COACH].append(life.duo.coach)
    thank(year, life)
    life.duo.refresh_from_db()
    if after := asked_from(life.duo):
        asking.plan_answers(year, life, CheckInMoment.AFTER_END, after)


def thank(year: Year, life: Life) -> None:
    """The coordinator says thanks to both, in their own way."""
    tell_over(duo=life.duo, now=clock.now())
    about = [f"part:{part.pk}" for part in (life.duo.newcomer, life.duo.coach)]
    year.tell_by_hand(OutboxMessage.objects.filter(kind=OVER, about__in=about, status__in=NOT_GONE))


def leave_one_by_one(year: Year) -> None:
    """Whoever has no duo stops waiting, some day; the last of them today."""
    busy = {
        pk
        for life in year.lives.values()
        if life.closed_on is None
        for pk in (life.duo.newcomer_id, life.duo.coach_id)
    }
    for part in Participation.objects.filter(ended_on=None).exclude(pk__in=busy).order_by("pk"):
        if year.day == year.last or year.chance(0.02):
            leave(year, part)


def leave(year: Year, part: Participation) -> None:
    """Somebody leaves the programme."""
    leave_programme(part=part, today=year.day, actor=year.manner.actor)
    year.done["left"] += 1
