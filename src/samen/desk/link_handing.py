"""Links for many at once: each a message, or a new link for each on letters or labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict
from samen.desk.choices import Labels, LinkState, Way
from samen.desk.link_list import LinkRow, link_rows, seen
from samen.desk.link_papers import Paper, labels, letters
from samen.initiatives.models import Initiative
from samen.messaging.actions import Entry, enqueue_all
from samen.messaging.models import OutboxMessage
from samen.people.door import door_of
from samen.people.link_actions import draw_secrets, hold, make_links
from samen.people.messages import PERSONAL_LINK
from samen.people.models import Participation, PersonalLink
from samen.people.recipients import recipient


@dataclass(frozen=True)
class Consequences:
    """What one press will do, as it is told before."""

    way: Way
    rows: Sequence[LinkRow]

    @property
    def reached(self) -> list[LinkRow]:
        """Who gets something: on paper everybody, in a message whoever did not stop our messages."""
        return [row for row in self.rows if self.way != Way.MESSAGE or row.is_reachable]

    @property
    def left_out(self) -> list[LinkRow]:
        """Who stopped our messages by every road."""
        return [row for row in self.rows if row not in self.reached]

    @property
    def made(self) -> list[LinkRow]:
        """Who gets a new link."""
        return [row for row in self.reached if self.way != Way.MESSAGE or not row.lives]

    @property
    def replaced(self) -> list[LinkRow]:
        """Whose link stops, with every telephone on which it was opened."""
        return [row for row in self.made if row.lives]

    @property
    def kept(self) -> list[LinkRow]:
        """Whose link stays as it is."""
        return [row for row in self.reached if row not in self.made]

    @property
    def again(self) -> list[LinkRow]:
        """Whose link was taken back or disowned: they were ticked by hand."""
        return [row for row in self.made if row.state is LinkState.STOPPED]

    @property
    def by_hand(self) -> list[LinkRow]:
        """Whose message somebody sends themselves."""
        return [row for row in self.reached if row.is_by_hand]


@transaction.atomic
def send_links(*, parts: Sequence[Participation], was: str, now: datetime, actor: audit.Actor) -> int:
    """A message for each with the way to their page; returns how many were not sent yet today.

    Whoever has a link that works gets a signed address behind it (`people.door`): a new link would shut the
    telephones on which the old one stands open, and the message may well come to just those. That address
    lasts thirty days and one press, which is enough to come back; the link itself stays what it was. Whoever
    has none gets a new link, which lasts: it is the one that they keep, and nothing is lost by making it.
    """
    plan = _held(parts, was, Way.MESSAGE)
    drawn = {row.part: draw_secrets() for row in plan.made}
    made = make_links(secrets_of=drawn, way=Way.MESSAGE, now=now, actor=actor)
    ways = {
        part.pk: (link, _address(own.token)) for link, (part, own) in zip(made, drawn.items(), strict=True)
    }
    for row in plan.kept:
        assert row.link is not None, "what is kept is there"
        ways[row.part.pk] = (row.link, door_of(row.link, reverse("my_home")))
    entries = [_entry(row.part, *ways[row.part.pk], now) for row in plan.reached]
    before = set(
        OutboxMessage.objects.filter(key__in=[one.key for one in entries]).values_list("key", flat=True)
    )
    fresh = [one for one in entries if one.key not in before]
    enqueue_all(fresh, now=now)
    audit.write_all(actor, "send_link", [row.part for row in plan.reached])
    return len(fresh)


def make_papers(
    *,
    initiative: Initiative,
    parts: Sequence[Participation],
    was: str,
    way: Way,
    size: Labels,
    now: datetime,
    actor: audit.Actor,
) -> bytes:
    """A new link for each, and the paper on which it stands: kept nowhere, so whoever loses it makes another.

    Drawing takes seconds, so it is done first: nobody waits for the database meanwhile, and when it fails the
    old links still work. What was drawn counts only when every link is changed, in one transaction.
    """
    _unchanged(link_rows(parts), was)
    drawn = {part: draw_secrets() for part in parts}
    papers = [Paper(part.person, _address(own.token), own.code) for part, own in drawn.items()]
    made = labels(papers, size, on=now.date()) if way is Way.LABELS else letters(papers, initiative, now=now)
    with transaction.atomic():
        _held(parts, was, way)
        make_links(secrets_of=drawn, way=way, now=now, actor=actor)
    return made


def _held(parts: Sequence[Participation], was: str, way: Way) -> Consequences:
    """What is done, as it was told; until this transaction is over nobody else changes these links."""
    hold(parts)
    rows = link_rows(parts)
    _unchanged(rows, was)
    return Consequences(way, rows)


def _unchanged(rows: Sequence[LinkRow], was: str) -> None:
    """Refused when the links changed since it was told, perhaps by this very button."""
    if seen(rows) != was:
        raise Conflict(
            "links_changed",
            _(
                "Intussen veranderde er een link, misschien door deze knop. "
                "Wat je al afdrukte of stuurde, blijft werken zolang je hieronder niet opnieuw duwt."
            ),
        )


def _address(token: str) -> str:
    return settings.BASE_URL + reverse("my_link", args=[token])


def _entry(part: Participation, link: PersonalLink, address: str, now: datetime) -> Entry:
    """Pressed twice on one day it leaves once: the key names the link and the day."""
    return Entry(
        key=f"{PERSONAL_LINK}:{link.pk}:{now.date().isoformat()}",
        kind=PERSONAL_LINK,
        to=recipient(part.person),
        values={"given_name": part.person.given_name, "link": address},
        about=f"part:{part.pk}",
    )
