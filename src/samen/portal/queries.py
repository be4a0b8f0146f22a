"""What the pages of a participant show, composed from the apps below."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from samen.duos.after_links import token_of
from samen.duos.after_queries import asked_after
from samen.duos.check_in_queries import asked_of
from samen.duos.choices import PlanStatus
from samen.duos.goal_queries import count_goals
from samen.duos.models import Duo, Meeting, Pause, Plan
from samen.duos.page import strip
from samen.duos.plan_queries import plan_of
from samen.duos.queries import duos_of
from samen.duos.quiet_queries import pause_of
from samen.duos.rules import Fortnight
from samen.duos.signature_queries import signed_by
from samen.events.choices import Reply
from samen.events.models import Invitation
from samen.events.queries import waits
from samen.intake.appointment_queries import appointment_of
from samen.intake.models import Appointment
from samen.people.choices import Role
from samen.people.models import Participation, Person
from samen.signals.queries import told_seriously


@dataclass(frozen=True)
class MyDuo:
    """A duo as one of the two sees it."""

    duo: Duo
    partner: Person
    partner_role: str
    beads: list[Fortnight]
    times: int
    plan: Plan | None
    rest: Pause | None = None
    asked_how_it_goes: bool = False
    has_signed: bool = True

    @property
    def waits_for_me(self) -> bool:
        """Whether the other asked when, and nobody answered yet."""
        return (
            self.plan is not None
            and self.plan.status == PlanStatus.ASKED
            and self.plan.by_role == self.partner_role
        )


@dataclass(frozen=True)
class Home:
    """What is mine: the duos that run, a talk and gatherings to come; how long a newcomer's list is."""

    duos: list[MyDuo]
    appointment: Appointment | None
    invitations: list[Invitation]
    # The numbers of those of them for which somebody waits for a chair.
    waiting: frozenset[int]
    goals: int
    # Of a duo that stopped early: what leads to the one page about how it was.
    after: list[str]


def home(part: Participation, now: datetime) -> Home:
    """Everything of the first page."""
    coming = Invitation.objects.filter(
        participation=part, event__ends_at__gt=now, event__cancelled_on=None
    ).exclude(reply=Reply.NO)
    invitations = list(coming.select_related("event").order_by("event__starts_at"))
    duos = running(part)
    signed = signed_by(duos, part.role)
    return Home(
        duos=[replace(my_duo(duo, part, now), has_signed=duo.pk in signed) for duo in duos],
        appointment=appointment_of(part),
        invitations=invitations,
        waiting=frozenset(one.pk for one in invitations if waits(one)),
        goals=count_goals(part) if part.role == Role.NEWCOMER else 0,
        after=[token_of(one.duo, part.role) for one in asked_after(now.date(), told_seriously(), part=part)],
    )


def running(part: Participation) -> list[Duo]:
    """The duos of somebody that run."""
    return [duo for duo in duos_of(part) if duo.closed_on is None]


def find_duo(part: Participation, pk: int | None = None) -> Duo | None:
    """The one with this number, or the only one."""
    found = [duo for duo in running(part) if pk is None or duo.pk == pk]
    return found[0] if found else None


def others_of(part: Participation) -> list[tuple[Duo, Person]]:
    """The duos of somebody that run, each with the other of the two."""
    is_newcomer = part.role == Role.NEWCOMER
    return [(duo, (duo.coach if is_newcomer else duo.newcomer).person) for duo in running(part)]


def my_duo(duo: Duo, part: Participation, now: datetime) -> MyDuo:
    """The duo seen from this side."""
    other = duo.coach if part.role == Role.NEWCOMER else duo.newcomer
    met = list(Meeting.objects.filter(duo=duo).values_list("met_on", flat=True))
    today = now.date()
    return MyDuo(
        duo,
        other.person,
        other.role,
        strip(duo, met, today),
        len(met),
        plan_of(duo, now),
        pause_of(duo, today),
        asked_of(duo, part.role, today, part.initiative.follow_up) is not None,
    )


def days_to_choose(duo: Duo, today: date) -> list[date]:
    """Today, yesterday and the last Saturday: most meetings are of one of these."""
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    days = dict.fromkeys((today, today - timedelta(days=1), saturday))
    return [day for day in days if day >= duo.starts_on]
