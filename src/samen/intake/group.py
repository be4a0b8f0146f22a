"""A conversation with a whole group on one evening: a line for each, the rest later with each apart."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy

from samen.base import audit
from samen.base.languages import DUTCH
from samen.intake import talk_actions
from samen.intake.choices import Level, Told
from samen.intake.guide import Question, questions
from samen.people.choices import ConsentWay, Role
from samen.people.models import Participation

# What is told to everybody at once and agreed to by each.
CONSENTS = ("voluntary", "neutral", "privacy")


class GroupLineForm(forms.Form):
    """One line of the evening."""

    came = forms.BooleanField(label=gettext_lazy("Was er"), required=False)
    agreed = forms.BooleanField(label=gettext_lazy("Zei ja op de drie vragen"), required=False)
    level = forms.ChoiceField(
        label=gettext_lazy("Nederlands"),
        required=False,
        choices=[("", gettext_lazy("niet gevraagd")), *Level.choices],
    )
    motive = forms.CharField(label=gettext_lazy("Waarom?"), required=False, max_length=300)

    def __init__(self, data: Mapping[str, Any] | None, *, part: Participation) -> None:
        super().__init__(data, prefix=str(part.pk))
        self.part = part
        if part.role == Role.COACH:
            del self.fields["level"]
        for field in self.fields.values():
            # The table shows each label once, above its column.
            field.widget.attrs["aria-label"] = f"{part.person}: {field.label}"


def lines(parts: Sequence[Participation], data: Mapping[str, Any] | None = None) -> list[GroupLineForm]:
    """A line for each of these."""
    return [GroupLineForm(data, part=part) for part in parts]


@transaction.atomic
def keep_group(*, found: Sequence[GroupLineForm], now: datetime, actor: audit.Actor) -> int:
    """Keep what was noted of those who came: all lines or none. Returns how many came."""
    came = [form for form in found if form.cleaned_data["came"]]
    for form in came:
        _keep(form, now, actor)
    return len(came)


def _keep(form: GroupLineForm, now: datetime, actor: audit.Actor) -> None:
    part, said = form.part, form.cleaned_data
    asked = {question.code: question for question in questions(part.role)}
    talk_actions.hold(part=part, held_on=now.date(), actor=actor)
    if said["agreed"]:
        for code in CONSENTS:
            _note(part, asked[code], {"given": "yes", "way": ConsentWay.SPOKEN}, now, actor)
        _note(part, asked["understood"], {"told": Told.YES}, now, actor)
    if said.get("level"):
        _note(part, asked["level"], {"language_level": said["level"]}, now, actor)
    if said["motive"]:
        _note(part, asked["motive"], {"text": said["motive"]}, now, actor)


def _note(
    part: Participation, question: Question, values: dict[str, Any], now: datetime, actor: audit.Actor
) -> None:
    talk_actions.keep(
        part=part,
        question=question,
        values=values,
        note="",
        language=part.person.phone_language or DUTCH,
        now=now,
        actor=actor,
    )
