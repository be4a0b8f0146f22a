"""What waits until later, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samen.compliance.choices import Rule
from samen.compliance.models import Alert, Postponement
from samen.compliance.queries import Call
from samen.duos.check_in_queries import Asked, side
from samen.duos.choices import CheckInMoment
from samen.duos.hours_queries import Short
from samen.duos.models import CheckIn, Duo
from samen.intake.models import Decision
from samen.outreach.models import Registration
from samen.papers.choices import Waits
from samen.papers.queries import Waiting
from samen.people.choices import Role


@dataclass(frozen=True)
class Row:
    """One thing that waits: about whom, and what of it."""

    postponement: Postponement
    who: str
    what: str


def row_of(postponement: Postponement) -> Row:
    """A line of the list."""
    return Row(postponement, who(postponement.alert), what(postponement.alert))


def who(alert: Alert) -> str:
    """About whom it is, by first name: one of the two when the rule is about one."""
    if alert.participation:
        return alert.participation.person.given_name
    assert alert.duo, "an alert is about a duo or about a part"
    newcomer, coach = alert.duo.newcomer.person.given_name, alert.duo.coach.person.given_name
    if alert.role:
        return newcomer if alert.role == Role.NEWCOMER else coach
    return _("%(a)s en %(b)s") % {"a": newcomer, "b": coach}


def subject_of(thing: object) -> str:
    """About whom a thing on Today is, by their whole names: no two of its kind sound the same."""
    match thing:
        case Call() | Short():
            return _two(thing.duo)
        case CheckIn():
            return f"{side(thing.duo, thing.by_role)} ({_two(thing.duo)})"
        case Asked():
            return f"{thing.part} ({_two(thing.duo)})"
        case Waiting():
            return str(thing.part)
        case Registration() | Decision():
            return str(thing.participation)
    return ""


def _two(duo: Duo) -> str:
    return _("%(a)s en %(b)s") % {"a": duo.newcomer, "b": duo.coach}


def what(alert: Alert) -> str:
    """The moment of a check-in, or what a paper waits for."""
    if alert.rule in {Rule.WORRYING, Rule.UNANSWERED}:
        return str(CheckInMoment(alert.detail).label)
    return str(Waits(alert.detail).label) if alert.rule == Rule.PAPERS else ""
