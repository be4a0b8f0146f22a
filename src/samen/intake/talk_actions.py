"""Verbs of the conversation: begin it, keep an answer, hold it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samen.base import audit
from samen.base.scoping import current_initiative_id
from samen.intake.actions import WishedFor
from samen.intake.choices import Strength
from samen.intake.guide import Question, Store
from samen.intake.known import PERSON_FIELDS, PROFILE_FIELDS
from samen.intake.models import Answer, NotWith, Profile, Talk, Wish
from samen.papers import actions as papers
from samen.papers.choices import Way
from samen.people import actions as people
from samen.people.choices import ConsentWay
from samen.people.models import Participation
from samen.places.postal import find

# Which text of the explanation was told: a new one asks anew.
TEXT_VERSION = "2026-11"


def look(*, part: Participation, section: str, by: str, now: datetime) -> tuple[Talk, str]:
    """Somebody has this part open. Returns the conversation, and who else had it open shortly before."""
    talk, _is_new = Talk.objects.get_or_create(
        initiative_id=current_initiative_id(), participation=part, defaults={"begun_at": now}
    )
    other = talk.open_by if talk.open_by != by and talk.open_at else ""
    since = (now - talk.open_at).total_seconds() if talk.open_at else 0
    Talk.objects.filter(pk=talk.pk).update(section=section, open_by=by, open_at=now)
    return talk, other if since < STILL_OPEN_SECONDS else ""


# A page that is open says so with every answer it keeps; after ten minutes of silence nobody sits there.
STILL_OPEN_SECONDS = 10 * 60


@transaction.atomic
def hold(*, part: Participation, held_on: date, actor: audit.Actor) -> None:
    """The conversation took place on this day."""
    Talk.objects.update_or_create(
        initiative_id=current_initiative_id(), participation=part, defaults={"held_on": held_on}
    )
    audit.write(actor, "hold_talk", part, held_on=held_on.isoformat())


@transaction.atomic
def keep(
    *,
    part: Participation,
    question: Question,
    values: Mapping[str, Any],
    note: str,
    language: str,
    now: datetime,
    actor: audit.Actor,
) -> None:
    """Keep what was said to one question; what matching uses is on the board at once."""
    left = dict(values)
    if question.store is Store.WISHES:
        left = _keep_wishes(part, left.pop("wishes"))
    elif question.store is Store.NOT_WITH:
        left = _keep_not_with(part, left.pop("not_with"))
    elif question.store is Store.NOTE:
        _keep_receipt(part, left, language, now.date(), actor)
        left = {}
    elif question.store is Store.DUTY:
        _keep_duty(part, left, language, now, actor)
        left = {}
    elif question.store is Store.CONSENT:
        _keep_consent(part, question, left, language, now.date(), actor)
    else:
        left = _keep_fields(part, left, actor)
    Answer.objects.update_or_create(
        initiative_id=current_initiative_id(),
        participation=part,
        question=question.code,
        defaults={"value": left, "note": note, "changed_at": now, "changed_by": actor.label},
    )
    audit.write(actor, "keep_answer", part, question=question.code)


def _keep_fields(part: Participation, values: dict[str, Any], actor: audit.Actor) -> dict[str, Any]:
    """Each field to the table that owns it; what is left belongs to the answer itself."""
    person = {name: value for name, value in values.items() if name in PERSON_FIELDS}
    facts = {name: value for name, value in values.items() if name in PROFILE_FIELDS}
    if person:
        if "postal_code" in person and person["postal_code"] != part.person.postal_code:
            place = find(person["postal_code"])
            person["place"] = place.name if place else ""
        people.correct(person=part.person, changes=person, remark=part.remark, part=part, actor=actor)
    if facts:
        Profile.objects.update_or_create(
            initiative_id=current_initiative_id(), participation=part, defaults=facts
        )
    return {name: value for name, value in values.items() if name not in person and name not in facts}


def _keep_wishes(part: Participation, wishes: list[WishedFor]) -> dict[str, Any]:
    Wish.objects.filter(participation=part).delete()
    Wish.objects.bulk_create(
        Wish(initiative_id=part.initiative_id, participation=part, **vars(wish))
        for wish in wishes
        if wish.strength != Strength.NO_MATTER
    )
    return {}


def _keep_not_with(part: Participation, others: list[int]) -> dict[str, Any]:
    NotWith.objects.filter(participation=part).exclude(other__in=others).delete()
    for other in Participation.objects.filter(pk__in=others).exclude(pk=part.pk).exclude(role=part.role):
        NotWith.objects.get_or_create(initiative_id=part.initiative_id, participation=part, other=other)
    return {}


def _keep_consent(
    part: Participation,
    question: Question,
    values: dict[str, Any],
    language: str,
    today: date,
    actor: audit.Actor,
) -> None:
    kind = question.consent
    if kind is None:
        return
    if values.get("given") == "yes":
        people.give_consent(
            part=part,
            kind=kind,
            text_version=TEXT_VERSION,
            language=language,
            way=ConsentWay(values.get("way") or ConsentWay.SPOKEN),
            today=today,
            actor=actor,
        )
    else:
        people.withdraw_consent(part=part, kind=kind, today=today, actor=actor)


def _keep_receipt(
    part: Participation, values: dict[str, Any], language: str, today: date, actor: audit.Actor
) -> None:
    if values.get("way"):
        papers.note_receipt(part=part, way=Way(values["way"]), language=language, today=today, actor=actor)


def _keep_duty(
    part: Participation, values: dict[str, Any], language: str, now: datetime, actor: audit.Actor
) -> None:
    """What was answered is gone after this; only what must be done is kept (R81)."""
    if values:
        papers.tell_duty(
            part=part,
            duty=values["duty"],
            has_tacit_term=values["has_tacit_term"],
            language=language,
            now=now,
            actor=actor,
        )
