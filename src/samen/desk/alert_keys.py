"""By which key the alert about a thing on Today is known."""

from samen.compliance.choices import Rule
from samen.compliance.findings import Key
from samen.compliance.queries import Call
from samen.duos.check_in_queries import Asked
from samen.duos.hours_queries import Short
from samen.duos.models import CheckIn
from samen.intake.models import Decision
from samen.outreach.models import Registration
from samen.papers.choices import Waits
from samen.papers.queries import Waiting


def key_of(thing: object) -> Key | None:
    """The key of what stands on Today; None for what is no obligation."""
    match thing:
        case Call():
            return thing.alert.key
        case Waiting():
            rule = Rule.CLEARANCE if thing.why == Waits.ASK_AGAIN else Rule.PAPERS
            return _of_part(rule, thing.part.pk, "" if rule == Rule.CLEARANCE else str(thing.why))
        case CheckIn():
            return Key(str(Rule.WORRYING), thing.duo_id, None, thing.by_role, thing.moment)
        case Asked():
            return Key(str(Rule.UNANSWERED), thing.duo.pk, None, thing.part.role, str(thing.moment))
        case Short():
            return Key(str(Rule.TOO_FEW_HOURS), thing.duo.pk)
        case Registration():
            return _of_part(Rule.SILENT_CANDIDATE, thing.participation_id)
        case Decision():
            return _of_part(Rule.RECALL, thing.participation_id)
    return None


def _of_part(rule: Rule, part_id: int, detail: str = "") -> Key:
    return Key(str(rule), None, part_id, "", detail)
