"""Reads about somebody who is to be erased."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from samen.duos.check_in_queries import side, worrying
from samen.duos.choices import DuoStatus
from samen.duos.messages import OVER
from samen.duos.models import CheckIn, Duo
from samen.duos.queries import with_people
from samen.lists.models import PeopleList
from samen.matching.choices import ProposalStatus
from samen.matching.messages import FIRST_MEETING_OFF
from samen.matching.models import Proposal
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from samen.people.models import Participation, Person
from samen.people.queries import parts_of
from samen.privacy.choices import First
from samen.privacy.rules import Situation, what_comes_first
from samen.privacy.traces import Traces
from samen.signals.choices import Seriousness
from samen.signals.models import Signal

# By these the other hears what erasing would leave unsaid.
TELL_THE_OTHER = (OVER, FIRST_MEETING_OFF)
NOT_GONE = (Status.WAITING, Status.BY_HAND, Status.FAILED)


@dataclass(frozen=True)
class Step:
    """Something to do first: why, and the page where it is done."""

    first: First
    sentence: str
    page: str
    pk: int


@dataclass(frozen=True)
class Going:
    """What is going on with somebody that others count on, and what falls with erasing."""

    person: Person
    duos: list[Duo]
    expected: list[Proposal]
    serious: list[Signal]
    of_others: list[Signal]
    naming: list[Signal]
    worries: list[CheckIn]
    unsent: list[OutboxMessage]
    falls: list[Proposal]

    @property
    def situation(self) -> Situation:
        """As plain values for the rules."""
        return Situation(
            running_duos=len(self.duos),
            first_meetings=len(self.expected),
            open_serious=len(self.serious),
            open_of_others=len(self.of_others) + len(self.naming),
            worries_of_others=len(self.worries),
            unsent=len(self.unsent),
        )

    @property
    def steps(self) -> list[Step]:
        """What is to be done first, in words, each with its page."""
        first = what_comes_first(self.situation)
        return [step for step in self._every_step() if step.first in first]

    def _every_step(self) -> list[Step]:
        name = self.person.given_name
        duos = [
            Step(
                First.END_DUO,
                _(
                    "%(name)s is nog in een duo met %(other)s. Rond dat eerst af, met de reden erbij: "
                    "%(other)s moet het horen en houdt zo de eigen papieren."
                )
                % {"name": name, "other": other_of(duo, self.person).person.given_name},
                "duo_close",
                duo.pk,
            )
            for duo in self.duos
        ]
        meetings = [
            Step(
                First.CALL_OFF_MEETING,
                _(
                    "%(other)s verwacht %(name)s op een eerste ontmoeting. Trek het voorstel eerst in en zeg "
                    "het aan %(other)s."
                )
                % {"name": name, "other": other_of(one, self.person).person.given_name},
                "matching_proposal",
                one.pk,
            )
            for one in self.expected
        ]
        serious = [
            Step(
                First.CLOSE_SERIOUS,
                _("Er staat nog een ernstig signaal open. Doe er eerst iets aan en rond het af."),
                "signal",
                one.pk,
            )
            for one in self.serious
        ]
        of_others = [
            Step(
                First.CLOSE_OF_OTHER,
                _(
                    "Over een duo van %(name)s staat nog een signaal open. Rond het eerst af: "
                    "ook die woorden gaan weg."
                )
                % {"name": name},
                "signal",
                one.pk,
            )
            for one in self.of_others
        ]
        return [*duos, *meetings, *serious, *of_others, *self._steps_in_words()]

    def _steps_in_words(self) -> list[Step]:
        """What was written by others or to others, and would go."""
        name = self.person.given_name
        naming = [
            Step(
                First.CLOSE_OF_OTHER,
                _(
                    "In een open signaal staat de naam van %(name)s. Rond het eerst af: "
                    "ook die woorden gaan weg."
                )
                % {"name": name},
                "signal",
                one.pk,
            )
            for one in self.naming
        ]
        worries = [
            Step(
                First.CALL_OTHER,
                _(
                    "Wat %(other)s zei over het duo met %(name)s, is nog niet opgevolgd. Doe dat eerst: "
                    "daarna gaan die woorden weg."
                )
                % {"name": name, "other": side(one.duo, one.by_role).person.given_name},
                "duo",
                one.duo_id,
            )
            for one in self.worries
        ]
        unsent = [
            Step(
                First.SEND_WORD,
                _("Er wacht nog een bericht aan %(other)s. Stuur het eerst, of zeg het zelf.")
                % {"other": one.to_name},
                "message",
                one.pk,
            )
            for one in self.unsent
        ]
        return [*naming, *worries, *unsent]


def traces_of(person: Person) -> Traces:
    """By what a text names them."""
    return Traces(person.given_name, person.family_name, person.phone, person.email)


def going_on(person: Person, now: datetime) -> Going:
    """Everything of somebody that runs, in a fixed number of queries."""
    parts = parts_of(person)
    theirs = Q(newcomer__in=parts) | Q(coach__in=parts)
    proposals = list(
        Proposal.objects.filter(theirs, status=ProposalStatus.OPEN).select_related(
            "newcomer__person", "coach__person"
        )
    )
    expected = [one for one in proposals if one.meets_at and one.meets_at >= now and not one.introduced_on]
    numbers, traces = {part.pk for part in parts}, traces_of(person)
    signals = list(Signal.objects.filter(closed_on=None).select_related("duo"))
    beside = [one for one in signals if one.participation_id not in numbers]
    of_others = [one for one in beside if one.duo and _is_of(one.duo, numbers)]
    return Going(
        person=person,
        duos=list(with_people(Duo.objects.filter(theirs, status=DuoStatus.ACTIVE))),
        expected=expected,
        serious=[
            one
            for one in signals
            if one.participation_id in numbers and one.seriousness == Seriousness.SERIOUS
        ],
        of_others=of_others,
        naming=[one for one in beside if one not in of_others and traces.full_in(one.text)],
        worries=[
            one
            for one in worrying()
            if _is_of(one.duo, numbers) and side(one.duo, one.by_role).pk not in numbers
        ],
        unsent=_unsent(parts, traces),
        falls=[one for one in proposals if one not in expected],
    )


def _is_of(duo: Duo, numbers: set[int]) -> bool:
    return bool({duo.newcomer_id, duo.coach_id} & numbers)


def _unsent(parts: list[Participation], traces: Traces) -> list[OutboxMessage]:
    """What the other is to hear of them and did not hear yet."""
    waiting = OutboxMessage.objects.filter(
        about__in=[f"part:{pk}" for pk in partners(parts)], kind__in=TELL_THE_OTHER, status__in=NOT_GONE
    )
    return [one for one in waiting if traces.any_in("\n".join((one.subject, one.body, one.dutch)))]


def past_duos(person: Person) -> list[Duo]:
    """Their duos that are over: these stay, without a name."""
    parts = parts_of(person)
    found = Duo.objects.filter(Q(newcomer__in=parts) | Q(coach__in=parts))
    return list(with_people(found.exclude(status=DuoStatus.ACTIVE)))


def has_list(person: Person) -> bool:
    """Whether they came in with a list of which the cells are still there."""
    return PeopleList.objects.filter(parts__participation__person=person, content__isnull=False).exists()


def other_of(pair: Duo | Proposal, person: Person) -> Participation:
    """The other one of two."""
    return pair.coach if pair.newcomer.person_id == person.pk else pair.newcomer


def partners(parts: list[Participation]) -> list[int]:
    """Who was, or might have been, in a duo with them: messages to these may name them."""
    pks = {part.pk for part in parts}
    pairs = [
        *Duo.objects.filter(Q(newcomer__in=pks) | Q(coach__in=pks)).values_list("newcomer_id", "coach_id"),
        *Proposal.objects.filter(Q(newcomer__in=pks) | Q(coach__in=pks)).values_list(
            "newcomer_id", "coach_id"
        ),
    ]
    return sorted({pk for pair in pairs for pk in pair} - pks)


def shared_addresses(person: Person) -> tuple[bool, bool]:
    """Whether somebody else has the same e-mail address, and the same phone: a family shares these."""
    others = Person.objects.exclude(pk=person.pk)
    return (
        bool(person.email) and others.filter(email__iexact=person.email).exists(),
        bool(person.phone) and others.filter(phone=person.phone).exists(),
    )
