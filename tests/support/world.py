"""An initiative with one of everything that an address can name, and every address of the site in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import URLPattern, reverse

from samen.base import clock
from samen.duos import actions as duos
from samen.duos.choices import PauseReason
from samen.duos.models import Duo, Meeting, Pause
from samen.lists import actions as lists
from samen.lists.models import PeopleList
from samen.matching import actions as matching
from samen.matching.models import Proposal
from samen.people.models import Participation
from samen.site.checks import patterns
from tests.support.initiative import ACTOR, Office

DESK = "desk/<slug:initiative>/"


@dataclass
class World:
    """An initiative with one of everything that an address can name."""

    office: Office
    newcomer: Participation
    coach: Participation
    duo: Duo
    meeting: Meeting
    rest: Pause
    proposal: Proposal
    people_list: PeopleList


# What stands in for a part of an address: the word before it, and its name there.
SAMPLES: dict[str, Callable[[World], object]] = {
    "desk/initiative": lambda world: world.office.slug,
    "people/pk": lambda world: world.newcomer.pk,
    "duos/pk": lambda world: world.duo.pk,
    "meetings/meeting": lambda world: world.meeting.pk,
    "pauses/rest": lambda world: world.rest.pk,
    "pairs/newcomer": lambda world: world.newcomer.pk,
    "<int:newcomer>/coach": lambda world: world.coach.pk,
    "mark/name": lambda _world: "pin",
    "proposals/pk": lambda world: world.proposal.pk,
    "answer/side": lambda _world: "newcomer",
    "reopen/side": lambda _world: "newcomer",
    "lists/pk": lambda world: world.people_list.pk,
    "keys/pk": lambda _world: 1,
    "confirm-email/key": lambda _world: "no-such-key",
    "key/uidb36": lambda _world: "1",
    "key/key": lambda _world: "no-such-key",
}


def make_world(office: Office) -> World:
    """One of everything, in the initiative in scope."""
    today = clock.today()
    duo = office.duo(office.newcomer("Canarynew Een"), office.coach("Canarycoach Een"), met_days_ago=[5])
    rest = duos.pause(
        duo=duo, from_on=today, until_on=today + timedelta(days=3), reason=PauseReason.HOLIDAY, actor=ACTOR
    )
    newcomer, coach = office.newcomer("Canarynew Twee"), office.coach("Canarycoach Twee")
    proposal = matching.propose(
        newcomer=office.newcomer("Canarynew Drie"),
        coach=office.coach("Canarycoach Drie"),
        score=1.0,
        reasons=[],
        engine_version="1",
        today=today,
        actor=ACTOR,
    )
    people_list = lists.keep(
        content=b"Rol,Voornaam,Telefoon\ncoach,Canarylist,0470 12 34 56\n",
        filename="canarylist.csv",
        today=today,
        actor=ACTOR,
    )
    return World(office, newcomer, coach, duo, Meeting.objects.get(), rest, proposal, people_list)


def addresses(*, desk: bool) -> list[tuple[str, URLPattern]]:
    """Every pattern of the desk, or every other one, as (route, pattern)."""
    return [(route, pattern) for route, pattern in patterns() if route.startswith(DESK) is desk]


def parts(route: str) -> Iterator[tuple[str, str]]:
    """Each name in a route with its key in SAMPLES."""
    before = ""
    for segment in route.replace("^", "").split("/"):
        for name in re.findall(r"<(?:\w+:)?(\w+)>", segment):
            yield name, f"{before}/{name}"
        before = segment


def address(world: World, route: str, pattern: URLPattern) -> str:
    """The address of a page, with what really exists in this initiative."""
    values = {}
    for name, key in parts(route):
        assert key in SAMPLES, (
            f"Add “{key}” to SAMPLES in tests/support/world.py: what stands for it in {route}?"
        )
        values[name] = SAMPLES[key](world)
    return reverse(pattern.name, kwargs=values)
