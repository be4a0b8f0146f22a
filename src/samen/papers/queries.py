"""Reads about papers: what a coach may, what waits, which note counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samen.base.scoping import current_initiative_id
from samen.initiatives.models import Initiative
from samen.papers import rules
from samen.papers.choices import ClearanceStatus, Duty, Waits
from samen.papers.models import LONGEST_CONTACT, Clearance, NoteReceipt, OrganisationNote
from samen.people.choices import Role
from samen.people.models import Participation

# What an initiative writes itself in its note.
OWN_WORDS = ("legal_form", "aim", "insurance", "reimbursement", "secrecy")


def clearance_of(part: Participation) -> Clearance | None:
    """What counts now about the benefit duty of this coach; nothing when nobody asked yet."""
    return Clearance.objects.filter(participation=part, ended_on=None).first()


def clearances_of(part: Participation) -> list[Clearance]:
    """Every declaration, newest first."""
    return list(Clearance.objects.filter(participation=part))


def status_of(part: Participation, today: date) -> ClearanceStatus:
    """Where the duty of this coach stands today."""
    clearance = clearance_of(part)
    return rules.state_on(clearance.state, today) if clearance else ClearanceStatus.UNKNOWN


def current_note() -> OrganisationNote | None:
    """The newest version of the organisation note."""
    return OrganisationNote.objects.first()


def note_today(words: Mapping[str, str] | None = None) -> OrganisationNote:
    """The note as it reads today: the newest version, or the one that would follow it, not written yet.

    `words` are other own sentences; without them those of the newest version stand.
    """
    here = Initiative.objects.get(pk=current_initiative_id())
    before = current_note()
    contact = (here.contact_name, here.contact_phone, here.contact_email, here.contact_place)
    said = {
        "legal_form": "",
        **{name: getattr(before, name) for name in OWN_WORDS if before},
        **(words or {}),
        "organisation": here.organisation or here.name,
        "contact": ", ".join(part for part in contact if part)[:LONGEST_CONTACT],
        "standard": rules.note_standard(here.follow_up),
    }
    if before and all(getattr(before, name) == value for name, value in said.items()):
        return before
    return OrganisationNote(initiative=here, version=before.version + 1 if before else 1, **said)


def receipts_of(part: Participation) -> list[NoteReceipt]:
    """Which versions this coach got, newest first."""
    return list(NoteReceipt.objects.filter(participation=part).select_related("note"))


def latest_receipt(part: Participation) -> NoteReceipt | None:
    """The newest version that this coach got."""
    return (
        NoteReceipt.objects.filter(participation=part)
        .select_related("note")
        .order_by("-note__version")
        .first()
    )


@dataclass(frozen=True)
class Verdict:
    """Whether somebody may be active, and what there is to say about it, if anything."""

    ok: bool
    sentence: str = ""


def may_be_active(part: Participation, today: date) -> Verdict:
    """Whether a coach may be in a duo today (R80). Who was never asked may, with a word to the desk."""
    if part.role != Role.COACH:
        return Verdict(ok=True)
    name = {"name": part.person.given_name}
    clearance = clearance_of(part)
    if clearance is None:
        return Verdict(
            True,
            _("Vraag %(name)s nog naar een uitkering. Soms moet iemand het eerst melden of vragen.") % name,
        )
    state = clearance.state
    if not rules.may_start(state, today):
        return Verdict(False, _why_not(clearance, today) % name)
    if rules.state_on(state, today) == ClearanceStatus.EXPIRED:
        return Verdict(
            True, _("Vraag %(name)s opnieuw naar een uitkering: misschien is er iets veranderd.") % name
        )
    if clearance.status == ClearanceStatus.LIMITED:
        limits = {**name, "limits": clearance.limited_to}
        return Verdict(True, _("%(name)s mag coach zijn, met deze grenzen: %(limits)s") % limits)
    return Verdict(ok=True)


def _why_not(clearance: Clearance, today: date) -> str:
    was = rules.stood(clearance.state, today)
    if was == ClearanceStatus.REFUSED:
        return _("%(name)s mag nu geen coach zijn: het antwoord was nee.")
    if clearance.duty == Duty.NOTIFY:
        return _(
            "%(name)s moet eerst melden dat er een duo komt. Noteer bij de papieren wanneer dat gebeurde."
        )
    if was in {ClearanceStatus.ACCEPTED, ClearanceStatus.LIMITED}:
        return _("De toelating van %(name)s is al lang niet nagevraagd. Vraag eerst of er iets veranderde.")
    return _("%(name)s heeft eerst toelating nodig. Noteer bij de papieren wat het antwoord is.")


@dataclass(frozen=True)
class Waiting:
    """A coach whose papers ask for attention, why, and since when."""

    part: Participation
    why: Waits
    since: date
    clearance: Clearance | None = None


def waiting(today: date) -> list[Waiting]:
    """What the desk still has to do about papers, the longest waiting first in each kind."""
    found = [*_duties_that_wait(today), *_notes_that_wait()]
    order = list(Waits)
    return sorted(found, key=lambda one: (order.index(one.why), one.since, one.part.pk))


def _duties_that_wait(today: date) -> list[Waiting]:
    running = Clearance.objects.filter(ended_on=None, participation__ended_on=None)
    found = []
    for clearance in running.select_related("participation__person"):
        why = rules.waits_for(clearance.state, today)
        if why:
            found.append(Waiting(clearance.participation, why, _since(clearance, why), clearance))
    return found


def _since(clearance: Clearance, why: Waits) -> date:
    return rules.waits_since(
        why,
        clearance.state,
        asked_on=clearance.asked_on,
        told_on=clearance.told_on,
        filed_on=clearance.filed_on,
    )


def _notes_that_wait() -> list[Waiting]:
    """Coaches without the version that counts, as soon as anything about papers was noted of them.

    Who only registered has not been spoken to yet; and while there is no note, nobody can give it.
    """
    note = current_note()
    if note is None:
        return []
    versions: dict[int, int] = {}
    for part_id, version in NoteReceipt.objects.values_list("participation_id", "note__version"):
        versions[part_id] = max(version, versions.get(part_id, 0))
    has_begun = Q(pk__in=Clearance.objects.values("participation")) | Q(pk__in=versions)
    coaches = Participation.objects.filter(has_begun, role=Role.COACH, ended_on=None).select_related("person")
    since = localtime(note.made_at).date()
    return [
        Waiting(part, why, max(since, part.registered_on))
        for part in coaches
        if (why := rules.note_waits(got=versions.get(part.pk), newest=note.version))
    ]
