"""Everybody who takes part, with how their personal link stands and how they can be reached."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import QuerySet

from samen.desk.choices import LinkState, Stage
from samen.desk.queries import PeopleFilter, find_people
from samen.messaging.choices import Channel, Status
from samen.messaging.queries import roads
from samen.people.choices import Role
from samen.people.models import Participation, PersonalLink
from samen.people.recipients import recipient


@dataclass(frozen=True)
class LinkFilter:
    """Whom the reader asked to see; every value is checked against a closed list."""

    state: LinkState | None = None
    role: Role | None = None
    in_duo: bool | None = None

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "LinkFilter":
        """From the address; what is not in the list counts as not asked."""
        return cls(
            state=LinkState(query["state"]) if query.get("state") in LinkState.values else None,
            role=Role(query["role"]) if query.get("role") in Role.values else None,
            in_duo={"yes": True, "no": False}.get(query.get("duo", "")),
        )


@dataclass(frozen=True)
class LinkRow:
    """One line: somebody, their newest link, and by which road a message would go."""

    part: Participation
    link: PersonalLink | None
    road: Channel
    status: Status

    @property
    def state(self) -> LinkState:
        """How the link stands; one that was disowned is stopped too."""
        if self.link is None:
            return LinkState.NONE
        if self.link.revoked_at:
            return LinkState.STOPPED
        return LinkState.USED if self.link.last_used_at else LinkState.UNUSED

    @property
    def lives(self) -> bool:
        """Whether there is a link that works."""
        return self.state in {LinkState.USED, LinkState.UNUSED}

    @property
    def last_used_at(self) -> datetime | None:
        """When it was last used; of one that was stopped nobody asks."""
        return self.link.last_used_at if self.link and self.lives else None

    @property
    def is_reachable(self) -> bool:
        """Whether a message may go to them at all."""
        return self.status != Status.STOPPED

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody sends it themselves."""
        return self.status == Status.BY_HAND

    @property
    def in_duo(self) -> bool:
        """Whether a duo of theirs runs."""
        return bool(self.part.matched or self.part.taken)  # type: ignore[attr-defined]


def taking_part(role: Role | None = None) -> QuerySet[Participation]:
    """Everybody who takes part, by name."""
    return find_people(PeopleFilter(role=role)).exclude(stage=Stage.FORMER)  # type: ignore[misc]


def link_rows(parts: Collection[Participation]) -> list[LinkRow]:
    """A line for each of these, in five queries whatever their number."""
    newest: dict[int, PersonalLink] = {}
    for link in PersonalLink.objects.filter(participation__in=[part.pk for part in parts]).order_by("pk"):
        newest[link.participation_id] = link
    by_road = roads([recipient(part.person) for part in parts])
    return [
        LinkRow(part, newest.get(part.pk), road, status)
        for part, (road, status) in zip(parts, by_road, strict=True)
    ]


def find_rows(wanted: LinkFilter) -> list[LinkRow]:
    """The lines that the reader asked to see."""
    return [
        row
        for row in link_rows(list(taking_part(wanted.role)))
        if wanted.state in {None, row.state} and wanted.in_duo in {None, row.in_duo}
    ]


def seen(rows: Sequence[LinkRow]) -> str:
    """A sign of how these links stand: it differs as soon as one of them is another one."""
    stand = [(row.part.pk, row.link.pk if row.link else 0, row.lives) for row in rows]
    return sha256(str(sorted(stand)).encode()).hexdigest()[:32]
