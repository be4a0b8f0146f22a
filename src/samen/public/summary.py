"""The answers of a draft as a person reads them back before sending."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from samen.base.languages import codes, language
from samen.intake.week import DAYPARTS, WEEKDAYS, moment
from samen.outreach.heard import HeardFrom
from samen.outreach.models import Draft
from samen.places.postal import find
from samen.public.questions import answers, questions


@dataclass(frozen=True)
class Line:
    """One question with its answer, and where to change it."""

    name: str
    title: Any
    answer: str
    direction: str = ""


def summary(draft: Draft) -> list[Line]:
    """Every question of this draft with its answer in words; "" where nothing was filled in."""
    said = answers(draft)
    words = {
        "name": f"{said.get('given_name', '')} {said.get('family_name', '')}".strip(),
        "reach": " · ".join(text for text in (said.get("phone"), said.get("email")) if text),
        "phone-language": _language(said.get("phone_language")),
        "written-language": _language(said.get("written_language")),
        "place": _place(said.get("postal_code", "")),
        "free": _free(said.get("availability")),
        "heard": str(HeardFrom(said["heard_from"]).label) if said.get("heard_from") else "",
        "may-know": str(_("Ja, dat mag") if said.get("may_know") == "yes" else _("Nee, liever niet")),
    }
    return [
        Line(name, question.title, words[name], "ltr" if name == "reach" else "")
        for name, question in questions(draft).items()
    ]


def _language(code: str | None) -> str:
    return language(code).name if code in codes() and code else ""


def _place(code: str) -> str:
    place = find(code)
    return f"{place.code} {place.name}" if place else ""


def _free(bits: int | None) -> str:
    """The parts of the week, as words."""
    slots = [
        (day, part)
        for day in range(len(WEEKDAYS))
        for part in range(len(DAYPARTS))
        if (bits or 0) >> (day * len(DAYPARTS) + part) & 1
    ]
    return ", ".join(moment(day, part) for day, part in slots)
