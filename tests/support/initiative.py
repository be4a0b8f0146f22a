"""An initiative with staff and people, made through the site's own actions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

from django.test import Client

from samen.accounts.models import User
from samen.base import audit, clock
from samen.base.scoping import scope
from samen.duos import actions as duos
from samen.duos import life_actions as life
from samen.duos.choices import ClosingReason, Onward
from samen.duos.guards import Ground
from samen.duos.life_actions import Farewell
from samen.duos.models import Duo
from samen.duos.rules import add_months
from samen.initiatives.actions import add_initiative, add_member
from samen.initiatives.choices import Role as StaffRole
from samen.initiatives.models import Initiative
from samen.intake.actions import Facts, WishedFor, decide, note_facts
from samen.intake.choices import Outcome
from samen.people import actions as people
from samen.people.actions import Details
from samen.people.choices import Role
from samen.people.models import Participation

ACTOR = audit.Actor("test")
# Everybody was told; what is not in order has a reason.
GROUND = Ground(rules_told=True, why="zo afgesproken")
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PASSWORD = "een lange zin voor de test"

_numbers = count(1)


@dataclass
class Office:
    """One initiative; what it makes, it makes in its own scope."""

    initiative: Initiative
    staff: dict[str, User] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """Its part of the address."""
        return self.initiative.slug

    def user(self, role: StaffRole = StaffRole.COORDINATOR) -> User:
        """The member of staff with this role."""
        if role not in self.staff:
            user = User.objects.create_user(f"{role}@{self.slug}.example", PASSWORD, name=f"Griet {role}")
            add_member(initiative=self.initiative, user=user, role=role, actor=ACTOR)
            self.staff[role] = user
        return self.staff[role]

    def client(self, role: StaffRole = StaffRole.COORDINATOR) -> Client:
        """A browser in which this member of staff is signed in."""
        client = Client()
        client.force_login(self.user(role), backend=BACKEND)
        return client

    def url(self, path: str = "") -> str:
        """An address under this desk."""
        return f"/desk/{self.slug}/{path}"

    def person(
        self,
        name: str,
        role: Role,
        *,
        waits_days: int = 30,
        accepted: bool = True,
        facts: Facts | None = None,
        wishes: Sequence[WishedFor] = (),
        **details: object,
    ) -> Participation:
        """Somebody who takes part, accepted unless said otherwise."""
        number = next(_numbers)
        lives = {"postal_code": "9800", "place": "Deinze"}
        known = {"phone": f"+3247{number:07}", "birth_year": 1980, **lives, **details}
        given, _, family = name.partition(" ")
        today = clock.today()
        with scope(self.initiative.pk):
            part = people.register(
                details=Details(given_name=given, family_name=family, **known),  # type: ignore[arg-type]
                role=role,
                registered_on=today - timedelta(days=waits_days),
                actor=ACTOR,
            )
            if facts or wishes:
                note_facts(part=part, facts=facts or Facts(), wishes=wishes, actor=ACTOR)
            if accepted:
                decide(part=part, outcome=Outcome.ACCEPTED, today=today, actor=ACTOR)
        return part

    def newcomer(self, name: str = "Amal Saleh", **known: object) -> Participation:
        """A newcomer who waits."""
        return self.person(name, Role.NEWCOMER, **known)  # type: ignore[arg-type]

    def coach(self, name: str = "Bart Goossens", **known: object) -> Participation:
        """A coach with room."""
        return self.person(name, Role.COACH, **known)  # type: ignore[arg-type]

    def duo(
        self,
        newcomer: Participation | None = None,
        coach: Participation | None = None,
        *,
        started_days: int = 60,
        months: int = 12,
        met_days_ago: Sequence[int] = (),
    ) -> Duo:
        """A running duo that met so many days ago."""
        today = clock.today()
        newcomer, coach = newcomer or self.newcomer(), coach or self.coach()
        starts_on = today - timedelta(days=started_days)
        with scope(self.initiative.pk):
            duo = life.start(
                newcomer=newcomer,
                coach=coach,
                capacity=3,
                starts_on=starts_on,
                ends_on=add_months(starts_on, months),
                ground=GROUND,
                today=today,
                actor=ACTOR,
            )
            for days in met_days_ago:
                self.meeting(duo, today - timedelta(days=days))
        return duo

    def meeting(self, duo: Duo, met_on: date) -> None:
        """A meeting of two hours."""
        with scope(self.initiative.pk):
            duos.log_meeting(duo=duo, met_on=met_on, minutes=120, today=clock.today(), actor=ACTOR)


def make_office(slug: str = "deinze", name: str = "Samen in Deinze") -> Office:
    """A new initiative."""
    return Office(add_initiative(slug=slug, name=name, actor=ACTOR))


def farewell(reason: str, **known: object) -> dict[str, object]:
    """What the page that ends a duo sends, today and with both back on the board."""
    onward = {"newcomer_onward": Onward.AGAIN, "coach_onward": Onward.AGAIN}
    return {"reason": reason, "on": clock.today(), **onward, **known}


def close_duo(duo: Duo, reason: ClosingReason, on: date) -> None:
    """End a duo on a day that is today for whoever does it."""
    life.close(duo=duo, farewell=Farewell(reason, on), today=on, actor=ACTOR)
