"""The verb of privacy: a person is erased, in every app at once."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from samen.base import audit
from samen.base.errors import RuleBroken
from samen.base.forgetting import leave_no_trace
from samen.base.scoping import current_initiative_id
from samen.compliance import forgetting as compliance
from samen.duos import forgetting as duos
from samen.events import forgetting as events
from samen.exchanges import forgetting as exchanges
from samen.intake import forgetting as intake
from samen.lists import forgetting as lists
from samen.matching import forgetting as matching
from samen.messaging import actions as messaging
from samen.messaging.choices import Channel
from samen.messaging.stops import digest_of
from samen.outreach import forgetting as outreach
from samen.papers import forgetting as papers
from samen.people import actions as people
from samen.people import forgetting as persons
from samen.people.models import Participation, Person
from samen.people.queries import parts_of
from samen.privacy.queries import going_on, partners, shared_addresses, traces_of
from samen.privacy.traces import Traces
from samen.signals import forgetting as signals


@transaction.atomic
def erase(*, person: Person, today: date, now: datetime, actor: audit.Actor) -> None:
    """Everything that is only about this person goes (GDPR art. 17); what others need stays without a name.

    Each app forgets its own tables, from the top down. Refused while somebody else counts on them.
    """
    # In the order in which an import and the start of a duo hold them: nobody waits for each other.
    lists.hold_lists()
    matching.hold_proposals(parts=parts_of(person))
    held = people.hold(person=person)
    if steps := going_on(held, now).steps:
        raise RuleBroken(steps[0].first, steps[0].sentence)
    traces = traces_of(held)
    parts = parts_of(held)
    lists.forget_person(parts=parts, names_them=traces.full_in)
    outreach.forget_drafts_of(names_them=traces.full_in)
    exchanges.forget_person(parts=parts, names_them=traces.full_in)
    events.forget_words(names_them=traces.full_in)
    _forget_messages(held, traces)
    duos.forget_words(parts=parts)
    signals.forget_words(parts=parts, names_them=traces.full_in)
    persons.forget_remarks(names_them=traces.full_in)
    _forget_rows([held], parts, today)
    audit.write(actor, "erase", held)
    transaction.on_commit(leave_no_trace)


@transaction.atomic
def finish(*, today: date) -> None:
    """The tick's verb: what somebody was writing at the very moment of an erasing goes after all.

    Of whoever is erased alone: what the other of a duo wrote since is theirs. A fixed number of queries.
    """
    erased = list(Person.objects.exclude(erased_on=None))
    if erased:
        _forget_rows(erased, list(Participation.objects.filter(person__in=erased)), today)


def _forget_rows(people: Sequence[Person], parts: Sequence[Participation], today: date) -> None:
    compliance.forget_person(parts=parts)
    signals.forget_person(parts=parts)
    matching.forget_person(parts=parts)
    duos.forget_person(parts=parts, today=today)
    intake.forget_person(parts=parts)
    papers.forget_person(parts=parts)
    outreach.forget_person(parts=parts)
    events.forget_person(parts=parts)
    messaging.forget_person(about=_numbers(parts))
    persons.forget_people(people=people, parts=parts, today=today)


def _numbers(parts: Sequence[Participation]) -> list[str]:
    """By which the outbox knows whom a message is about."""
    return [f"part:{part.pk}" for part in parts]


def _forget_messages(person: Person, traces: Traces) -> None:
    """Before their duos and proposals go: these tell to whom something was written about them."""
    parts, here = parts_of(person), current_initiative_id()
    shares_email, shares_phone = shared_addresses(person)
    emails = [person.email] if person.email and not shares_email else []
    phones = [person.phone] if person.phone and not shares_phone else []
    messaging.forget_person(about=_numbers(parts), emails=emails, phones=phones)
    messaging.forget_words_about(about=[f"part:{pk}" for pk in partners(parts)], names_them=traces.any_in)
    messaging.forget_addresses(
        digests=[
            *(digest_of(here, Channel.EMAIL, email) for email in emails),
            *(digest_of(here, Channel.PHONE, phone) for phone in phones),
        ]
    )
