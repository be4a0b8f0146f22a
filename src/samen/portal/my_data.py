"""What is kept about somebody, as they read it and as they take it with them."""

from datetime import date, datetime
from typing import Any

from samen.base.languages import codes, language
from samen.duos.models import Goal, Meeting
from samen.duos.queries import duos_of
from samen.events.models import Invitation
from samen.intake import actions as intake
from samen.intake.actions import Facts, WishedFor
from samen.intake.models import Profile, Wish
from samen.messaging.models import OutboxMessage
from samen.people.access import My
from samen.people.choices import Role
from samen.people.models import CallRequest, Consent, Participation, PersonalLink
from samen.people.queries import parts_of

PERSON = (
    *("given_name", "family_name", "gender", "birth_year", "phone", "email", "postal_code", "place"),
    *("languages", "phone_language", "written_language", "channels"),
)
FACTS = tuple(Facts.__dataclass_fields__)
SCORES = ("speaking", "network", "finding_way", "experience")
WISH = ("about", "strength", "gender", "age_min", "age_max", "max_km")
INVITATION = ("reply", "replied_at", "needs_child_care", "needs_transport", "came")


def profile_of(part: Participation) -> Profile | None:
    """The facts of somebody, when they were ever asked."""
    return Profile.objects.filter(participation=part).first()


def language_name(code: str) -> str:
    """The name of a language in itself; the code where this site does not have it."""
    return language(code).name if code in codes() else code


def keep_facts(*, my: My, changes: dict[str, Any], wishes: list[WishedFor] | None = None) -> None:
    """Some facts change; what the conversation yielded besides stays as it was."""
    known = profile_of(my.part)
    facts = {name: getattr(known, name) for name in FACTS} if known else {}
    kept = (
        [_wished(wish) for wish in Wish.objects.filter(participation=my.part)] if wishes is None else wishes
    )
    intake.note_facts(part=my.part, facts=Facts(**{**facts, **changes}), wishes=kept, actor=my.actor)


def _wished(wish: Wish) -> WishedFor:
    return WishedFor(**{name: getattr(wish, name) for name in WISH})


def with_wishes(part: Participation, changed: list[WishedFor]) -> list[WishedFor]:
    """These wishes, and those about something else that stood already."""
    about = {wish.about for wish in changed}
    kept = [_wished(wish) for wish in Wish.objects.filter(participation=part)]
    return [*(wish for wish in kept if wish.about not in about), *changed]


def everything(part: Participation) -> dict[str, Any]:
    """Everything that is kept about one person, by subject; plain values that JSON can hold.

    Of the other of a duo only the first name: their data are theirs. Who took part before, or in the other
    role, has that too (R102).
    """
    person = part.person
    return {
        "person": {name: getattr(person, name) for name in PERSON},
        **_of_part(part),
        "other_parts": [_of_part(one) for one in parts_of(person) if one.pk != part.pk],
    }


def _of_part(part: Participation) -> dict[str, Any]:
    other = Role.COACH if part.role == Role.NEWCOMER else Role.NEWCOMER
    profile = profile_of(part)
    return {
        "part": _row(part, "role", "registered_on", "ended_on", "remark"),
        "facts": {name: getattr(profile, name) for name in FACTS} if profile else {},
        "wishes": [_row(wish, *WISH) for wish in Wish.objects.filter(participation=part)],
        "consents": [
            _row(one, "kind", "text_version", "language", "way", "given_on", "withdrawn_on")
            for one in Consent.objects.filter(participation=part)
        ],
        "duos": [
            {
                **_row(duo, "starts_on", "ends_on", "status", "closed_on"),
                "with": getattr(duo, other).person.given_name,
                "meetings": [
                    _row(met, "met_on", "minutes", "way", "activity", "proposed_by", "smile")
                    for met in Meeting.objects.filter(duo=duo)
                ],
                "pauses": [_row(rest, "from_on", "until_on", "reason") for rest in duo.pauses.all()],
                "how_it_goes": [
                    _row(said, "moment", "going", "enough", "limits", "words", "wants_call", *SCORES)
                    for said in duo.check_ins.filter(by_role=part.role)
                ],
                "did_not_meet": [
                    _row(said, "said_on", "reason") for said in duo.times_not_met.filter(by_role=part.role)
                ],
            }
            for duo in duos_of(part)
        ],
        "questions_and_goals": [
            {
                **_row(goal, "words", "code", "made_at"),
                "how_far": [_row(step, "said_on", "how_far") for step in goal.steps.all()],
            }
            for goal in Goal.objects.filter(newcomer=part).prefetch_related("steps")
        ],
        "invitations": [
            {"starts_at": one.event.starts_at.isoformat(), **_row(one, *INVITATION)}
            for one in Invitation.objects.filter(participation=part).select_related("event")
        ],
        "messages": [
            _row(one, "kind", "subject", "channel", "status", "created_at")
            for one in OutboxMessage.objects.filter(about=f"part:{part.pk}")
        ],
        "asked_the_coordinator": [
            _row(one, "about", "asked_at", "done_at")
            for one in CallRequest.objects.filter(participation=part)
        ],
        "personal_links": [
            _row(one, "made_at", "last_used_at", "revoked_at")
            for one in PersonalLink.objects.filter(participation=part)
        ],
    }


def _row(held: Any, *names: str) -> dict[str, Any]:
    return {name: _plain(getattr(held, name)) for name in names}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
