"""Reads of the rulebook: what counts on a day, and what counted before."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samen.base.errors import RuleBroken
from samen.rulebook.choices import Key, Subject
from samen.rulebook.models import Rule
from samen.rulebook.rules import ABOUT, About


class NoRule(RuleBroken):
    """The rulebook holds no row for a day: what hangs on it is refused, not guessed."""

    def __init__(self, key: Key, day: date) -> None:
        super().__init__(
            "no_rule",
            _(
                "De tabel met regels zegt niets over ‘%(key)s’ op %(day)s. Zonder regel rekent Samen niet. "
                "Een beheerder vult ze aan bij ‘De hele site’, ‘Regels’."
            )
            % {"key": key.label, "day": date_format(day, "j F Y")},
        )


def on(key: Key, day: date) -> Rule:
    """The row that counts on a day. Raises NoRule: a day without a row is refused, not guessed."""
    found = _counting(Rule.objects.filter(key=key), day).first()
    if found is None:
        raise NoRule(key, day)
    return found


def said(key: Key, day: date) -> list[Rule]:
    """What the sources say on a day, side by side where they differ."""
    return list(_counting(Rule.objects.filter(key=key), day).order_by("-valid_from", "id"))


def history(key: Key) -> list[Rule]:
    """Every row about a key there ever was, newest first."""
    return list(Rule.objects.filter(key=key).order_by("-valid_from", "-id"))


@dataclass(frozen=True)
class Line:
    """A key with what counts on a day: nothing, one row, or what several sources say."""

    key: Key
    about: About
    rules: list[Rule]


def by_subject(day: date) -> list[tuple[Subject, list[Line]]]:
    """Every key under its subject, with what counts on this day."""
    counting: dict[str, list[Rule]] = {}
    for rule in _counting(Rule.objects.all(), day).order_by("-valid_from", "id"):
        counting.setdefault(rule.key, []).append(rule)
    lines = [Line(key, ABOUT[key], counting.get(key, [])) for key in Key]
    return [(subject, [line for line in lines if line.about.subject == subject]) for subject in Subject]


def _counting(rules: QuerySet[Rule], day: date) -> QuerySet[Rule]:
    until = Q(valid_to=None) | Q(valid_to__gte=day)
    return rules.filter(until, valid_from__lte=day, superseded_at=None)
