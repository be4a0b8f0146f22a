"""What the coordinator does about what the rules found."""

from datetime import timedelta
from decimal import Decimal

from samen.compliance.actions import postpone
from samen.compliance.choices import Rule
from samen.compliance.models import Alert
from samen.demo.year import asking, coming_in, ending, months
from samen.demo.year.life import BALANCED, Life
from samen.demo.year.words import (
    FOLLOWED_UP,
)
from samen.demo.year.year import Year
from samen.duos import (
    check_in_actions,
    hours_actions,
)
from samen.duos.check_in_queries import find_check_in
from samen.duos.choices import (
    CheckInMoment,
    CheckInWay,
    ClosingReason,
)
from samen.papers import actions as papers
from samen.papers.queries import clearance_of
from samen.people.choices import Role
from samen.people.models import Participation


def look_at(year: Year, alert: Alert) -> None:
    """What was found yesterday evening: acted upon soon, let wait, or left."""
    luck = year.rng.random()
    if luck < 0.05:
        until_on = year.day + timedelta(days=year.rng.randint(3, 30))
        postpone(
            alert=alert,
            until_on=until_on,
            reason="Wij spreken volgende week.",
            today=year.day,
            actor=year.manner.actor,
        )
        year.done["postponed"] += 1
        year.after(0, lambda: act_on(year, alert), of=until_on)
    elif luck < 0.9 or year.manner.comes_to_rest:
        year.after(year.rng.randint(0, 8), lambda: act_on(year, alert))


def act_on(year: Year, alert: Alert) -> None:
    """Call, write down, agree: whatever this alert asks."""
    year.done["acted"] += 1
    if alert.duo_id:
        act_on_duo(year, alert, year.lives[alert.duo_id])
    elif alert.participation:
        act_on_part(year, alert, alert.participation)


def act_on_duo(year: Year, alert: Alert, life: Life) -> None:
    """What a duo needs."""
    if alert.rule == Rule.WORRYING:
        said = find_check_in(life.duo, alert.detail, alert.role)
        if said and said.handled_on is None:
            note = year.rng.choice(FOLLOWED_UP)
            check_in_actions.follow_up(said=said, note=note, today=year.day, actor=year.manner.actor)
    elif alert.detail == CheckInMoment.AFTER_END:
        asking.answer(year, life, CheckInMoment.AFTER_END, Role(alert.role), CheckInWay.TALK)
    elif not life.runs_on(year.day):
        return
    elif alert.rule == Rule.SILENT_DUO and life.is_lost:
        find_again(year, life)
    elif alert.rule == Rule.UNANSWERED:
        asking.answer(year, life, CheckInMoment(alert.detail), Role(alert.role), CheckInWay.TALK)
    elif alert.rule == Rule.ONLY_COACH:
        life.leads = BALANCED
    elif alert.rule == Rule.TOO_FEW_HOURS and year.chance(0.6):
        hours_actions.add_elsewhere(
            duo=life.duo,
            what="Praatcafé",
            hours=Decimal(12),
            on=year.day,
            today=year.day,
            actor=year.manner.actor,
        )


def find_again(year: Year, life: Life) -> None:
    """The two are called: they see each other again, or it is over."""
    if year.chance(0.25):
        ending.close(year, life, ClosingReason.LOST_CONTACT)
        return
    life.is_lost, life.silent_from = False, None
    year.after(year.rng.randint(1, 9), lambda: months.meet(year, life))


def act_on_part(year: Year, alert: Alert, part: Participation) -> None:
    """What somebody needs who came in, waits, or is a coach."""
    if part.ended_on:
        return
    if alert.rule == Rule.SILENT_CANDIDATE:
        coming_in.first_word(year, part)
    elif alert.rule == Rule.RECALL:
        coming_in.accept(year, part)
    elif alert.rule == Rule.CLEARANCE and (clearance := clearance_of(part)):
        papers.still_so(clearance=clearance, today=year.day, actor=year.manner.actor)
