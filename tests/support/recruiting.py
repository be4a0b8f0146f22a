"""Those who find people, and registrations that came through them, made through the site's own actions."""

from datetime import datetime, timedelta

from samen.base import clock
from samen.base.scoping import current_initiative_id
from samen.outreach import actions
from samen.outreach.actions import Card
from samen.outreach.models import Intermediary, IntermediaryKind, Material, Registration, Source
from samen.people.choices import Role
from samen.people.models import Participation
from tests.support.initiative import ACTOR, Office


def an_intermediary(name: str = "Hilde Maes", **known: object) -> Intermediary:
    """Somebody who finds people."""
    card = Card(name=name, **{"organisation": "bib van Deinze", **known})  # type: ignore[arg-type]
    return actions.add_intermediary(card=card, today=clock.today(), actor=ACTOR)


def a_kind(name: str = "bakkers", parent: IntermediaryKind | None = None) -> IntermediaryKind:
    """A kind of one's own."""
    return actions.add_kind(name=name, parent=parent, actor=ACTOR)


def a_material(name: str = "Flyer oranje", stock: int = 100) -> Material:
    """A flyer with so many in stock."""
    here = current_initiative_id()
    return Material.objects.create(
        initiative_id=here, name=name, kind="flyer-a5", design="paths", stock=stock
    )


def a_link(intermediary: Intermediary) -> Source:
    """Their personal link."""
    return actions.make_link(intermediary=intermediary, today=clock.today(), actor=ACTOR)


def a_channel(label: str = "Facebook") -> Source:
    """The link of a channel."""
    return actions.add_channel(label=label, today=clock.today(), actor=ACTOR)


def came(
    office: Office,
    name: str = "Amal Saleh",
    source: Source | None = None,
    *,
    role: Role = Role.NEWCOMER,
    accepted: bool = False,
    may_know: bool = True,
    heard_from: str = "",
    days_ago: int = 0,
    at: datetime | None = None,
    part: Participation | None = None,
) -> Registration:
    """Somebody who registered so many days ago, as registration itself stores it."""
    return Registration.objects.create(
        initiative_id=current_initiative_id(),
        participation=part or office.person(name, role, accepted=accepted),
        received_at=at or clock.now() - timedelta(days=days_ago),
        language="nl",
        source=source,
        heard_from=heard_from,
        intermediary_may_know=may_know,
    )
