"""A message to many people: who gets it, a trial to whoever writes it, and the copies, made by a worker."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.db.models import Max, Q, QuerySet
from django_tasks import task

from samen.accounts.models import User
from samen.base import audit, clock
from samen.base.languages import DUTCH, codes, language
from samen.base.scoping import current_initiative_id, scope
from samen.desk.choices import Stage
from samen.desk.queries import PeopleFilter, find_people
from samen.messaging import actions as messaging
from samen.messaging.actions import Entry, Recipient
from samen.messaging.choices import MailingStatus
from samen.messaging.kinds import Words
from samen.messaging.messages import MAILING, TRIAL
from samen.messaging.models import Mailing
from samen.messaging.placeholders import render
from samen.people.models import Participation, Person
from samen.people.recipients import recipient

CHUNK = 200
# What the coordinator may choose by, and how it is kept with the mailing.
CHOICES = ("role", "stage", "place", "language")


@dataclass(frozen=True)
class Audience:
    """Whom a message to many is for: the filter of the people list, and the language in which they read."""

    people: PeopleFilter
    language: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Audience":
        """From a form or as kept; what is not in the lists counts as not asked."""
        chosen = {name: query.get(name, "") for name in CHOICES}
        language = chosen["language"] if chosen["language"] in codes() else ""
        return cls(PeopleFilter.read(chosen), language)

    def as_kept(self) -> dict[str, str]:
        """To keep with the mailing."""
        return {
            "role": str(self.people.role or ""),
            "stage": str(self.people.stage or ""),
            "place": self.people.place,
            "language": self.language,
        }


def audience_parts(audience: Audience) -> QuerySet[Participation]:
    """The parts of those who get it. Whoever left gets nothing, unless they were asked for."""
    found = find_people(audience.people)
    if audience.people.stage is None:
        found = found.exclude(stage=Stage.FORMER)  # type: ignore[misc]
    if audience.language == DUTCH:
        found = found.filter(person__written_language__in=("", DUTCH))
    elif audience.language:
        found = found.filter(person__written_language=audience.language)
    return found


def audience_people(audience: Audience) -> QuerySet[Person]:
    """Each person once, whatever parts they take."""
    parts = audience_parts(audience).order_by().values("person_id")
    return Person.objects.filter(pk__in=parts).order_by("search", "pk")


@dataclass(frozen=True)
class Reach:
    """How many people get it, some of their names, and for how many somebody has to do it by hand."""

    total: int
    names: tuple[str, ...]
    without_email: int

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.total - len(self.names)


def reach(audience: Audience, named: int = 5) -> Reach:
    """Who gets it, in three queries whatever their number."""
    people = audience_people(audience)
    names = tuple(person.given_name for person in people[:named])
    return Reach(people.count(), names, people.filter(Q(email="")).count())


def send_trial(*, words: Words, initiative_name: str, user: User, now: datetime) -> None:
    """The message as it is now, to whoever wrote it."""
    values = {"given_name": user.get_short_name(), "initiative": initiative_name}
    is_rtl = language(words.language).is_rtl
    filled = Words(
        render(words.subject, values, is_rtl=is_rtl),
        render(words.body, values, is_rtl=is_rtl),
        words.language,
    )
    messaging.enqueue(
        key=f"trial:{uuid4()}",
        kind=TRIAL,
        to=Recipient(str(user), user.email, language=words.language, channels=("email",)),
        values={},
        words=filled,
        now=now,
    )


def send_to_all(*, words: Words, audience: Audience, now: datetime, actor: audit.Actor) -> Mailing:
    """Keep the message; a worker makes the copies, so that nobody waits for a page."""
    mailing = messaging.make_mailing(
        words=words,
        audience=audience.as_kept(),
        total=audience_people(audience).count(),
        now=now,
        actor=actor,
    )
    make_copies.enqueue(current_initiative_id(), mailing.pk)
    return mailing


@task()
def make_copies(initiative_id: int, mailing_id: int) -> int:
    """Put one copy for each person in the outbox. Safe to repeat: each person has one key."""
    with scope(initiative_id):
        mailing = Mailing.objects.get(pk=mailing_id)
        audience = Audience.read(mailing.audience)
        people = list(audience_people(audience).annotate(part_id=Max("participations")))
        for start in range(0, len(people), CHUNK):
            some = people[start : start + CHUNK]
            if Mailing.objects.filter(pk=mailing_id, status=MailingStatus.STOPPED).exists():
                break
            messaging.enqueue_all(
                [_entry(mailing, person) for person in some], now=clock.now(), in_bulk=mailing
            )
        messaging.finish_queueing(mailing=mailing, total=len(people))
    return len(people)


def _entry(mailing: Mailing, person: Person) -> Entry:
    return Entry(
        key=f"mailing:{mailing.pk}:{person.pk}",
        kind=MAILING,
        to=recipient(person),
        values={"given_name": person.given_name},
        about=f"part:{person.part_id}",  # type: ignore[attr-defined]
        words=Words(mailing.subject, mailing.body, mailing.language),
    )
