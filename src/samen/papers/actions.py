"""Verbs about papers: the benefit duty from told to accepted, and the organisation note."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samen.base import audit, clock
from samen.base.dates import add_months
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.initiatives.models import Initiative
from samen.papers import queries, rules
from samen.papers.choices import ClearanceStatus, Duty, Way
from samen.papers.models import Clearance, NoteReceipt, OrganisationNote
from samen.people.choices import Role
from samen.people.models import Participation
from samen.rulebook import queries as rulebook
from samen.rulebook.choices import Key

# ---------- The benefit duty ----------


def note_duty(
    *, part: Participation, duty: Duty, has_tacit_term: bool, today: date, actor: audit.Actor
) -> Clearance:
    """Note what a coach has to do; the coach still has to hear it."""
    return _declare(part, duty, has_tacit_term, "", today, actor)


def tell_duty(
    *,
    part: Participation,
    duty: Duty,
    has_tacit_term: bool,
    language: str,
    now: datetime,
    actor: audit.Actor,
) -> Clearance:
    """Note that a coach heard what to do, in which language and by which text (R78)."""
    return _declare(part, duty, has_tacit_term, language, now.astimezone(clock.BRUSSELS).date(), actor)


@transaction.atomic
def _declare(
    part: Participation, duty: Duty, has_tacit_term: bool, language: str, today: date, actor: audit.Actor
) -> Clearance:
    """A declaration; the one before ends, unless it is this very one that now is told."""
    _refuse_who_is_no_coach(part)
    has_tacit_term = has_tacit_term and duty == Duty.NOTIFY
    status = rules.first_status(duty, is_told=bool(language))
    # Two windows at once: the second waits here and sees what the first wrote.
    Participation.objects.select_for_update().get(pk=part.pk)
    before = queries.clearance_of(part)
    if before and _is_same(before, duty, has_tacit_term, today):
        if before.status == status:
            return before
        if rules.may_step(before.status, status):
            return _tell(before, language, today, actor)
    if before:
        before.ended_on = today
        before.save(update_fields=["ended_on"])
    clearance = Clearance(
        initiative_id=current_initiative_id(),
        participation=part,
        duty=duty,
        has_tacit_term=has_tacit_term,
        status=status,
        asked_on=today,
        ask_again_on=_ask_again(today),
    )
    if language:
        return _tell(clearance, language, today, actor)
    clearance.save()
    audit.write(actor, "note_duty", clearance, duty=str(duty))
    return clearance


def _tell(clearance: Clearance, language: str, today: date, actor: audit.Actor) -> Clearance:
    clearance.status = rules.first_status(clearance.duty, is_told=True)
    clearance.told_on, clearance.language, clearance.text_version = today, language, rules.TOLD_TEXT
    clearance.save()
    audit.write(actor, "tell_duty", clearance, duty=clearance.duty, language=language, text=rules.TOLD_TEXT)
    return clearance


def _is_same(before: Clearance, duty: Duty, has_tacit_term: bool, today: date) -> bool:
    """Whether this repeats a declaration that still counts: pressed twice, or now told."""
    is_open = before.status in {
        ClearanceStatus.NONE_NEEDED,
        ClearanceStatus.MUST_NOTIFY,
        ClearanceStatus.MUST_ASK,
        ClearanceStatus.TOLD,
    }
    same_words = before.duty == duty and before.has_tacit_term == has_tacit_term
    is_fresh = before.told_on == today or (before.told_on is None and today < before.ask_again_on)
    return is_open and same_words and is_fresh


@transaction.atomic
def note_filed(*, clearance: Clearance, filed_on: date, today: date, actor: audit.Actor) -> None:
    """Note when the coach notified or asked; for the unemployment office the term begins to run."""
    clearance = _stepping(clearance, ClearanceStatus.FILED)
    if filed_on > today:
        raise RuleBroken("in_the_future", _("Die dag moet nog komen. Kies vandaag of een vroegere dag."))
    clearance.filed_on = filed_on
    if clearance.has_tacit_term:
        days = rulebook.on(Key.UNEMPLOYMENT_ANSWER, filed_on).number
        clearance.answer_due_on = rules.working_days_after(filed_on, days)
    clearance.status = ClearanceStatus.FILED
    clearance.save(update_fields=["status", "filed_on", "answer_due_on"])
    audit.write(actor, "note_filed", clearance, filed_on=filed_on.isoformat())


@transaction.atomic
def note_answer(
    *,
    clearance: Clearance,
    answer: ClearanceStatus,
    answered_on: date,
    today: date,
    actor: audit.Actor,
    limited_to: str = "",
) -> None:
    """Note what the authority said: yes, yes with limits, or no. After a silent yes it counts from now on."""
    if answer not in rules.ANSWERS:
        raise RuleBroken("no_answer", _("Kies wat het antwoord is."))
    clearance = _stepping(clearance, answer)
    if answered_on > today:
        raise RuleBroken("in_the_future", _("Die dag moet nog komen. Kies vandaag of een vroegere dag."))
    if clearance.filed_on and answered_on < clearance.filed_on:
        raise RuleBroken(
            "before_filing",
            _("Ingediend werd er op %(day)s. Kies die dag of een latere dag.")
            % {"day": date_format(clearance.filed_on, "j F Y")},
        )
    if answer == ClearanceStatus.LIMITED and not limited_to.strip():
        raise RuleBroken("no_limits", _("Schrijf welke uren of taken mogen."))
    clearance.status, clearance.answered_on = answer, answered_on
    clearance.limited_to = limited_to.strip() if answer == ClearanceStatus.LIMITED else ""
    clearance.save(update_fields=["status", "answered_on", "limited_to"])
    audit.write(actor, "note_answer", clearance, answer=str(answer), answered_on=answered_on.isoformat())


@transaction.atomic
def take_back(*, clearance: Clearance, actor: audit.Actor) -> None:
    """Take back the last step that was noted by mistake: an answer, or that something was filed."""
    clearance = _counting(clearance)
    was = ClearanceStatus(clearance.status)
    if was not in rules.BACK:
        raise Conflict(
            "nothing_to_take_back", _("Er is geen stap om terug te nemen. Laad de pagina opnieuw.")
        )
    clearance.status, clearance.answered_on, clearance.limited_to = rules.BACK[was], None, ""
    if was == ClearanceStatus.FILED:
        clearance.filed_on = clearance.answer_due_on = None
    clearance.save(update_fields=["status", "filed_on", "answer_due_on", "answered_on", "limited_to"])
    audit.write(actor, "take_back", clearance, was=str(was))


@transaction.atomic
def still_so(*, clearance: Clearance, today: date, actor: audit.Actor) -> None:
    """Asked again, and nothing changed: it stands where it stood, until the next time to ask."""
    clearance = _counting(clearance)
    clearance.status = clearance.expired_from or clearance.status
    was = clearance.ask_again_on
    clearance.expired_from, clearance.ask_again_on = "", _ask_again(today)
    clearance.save(update_fields=["status", "expired_from", "ask_again_on"])
    audit.write(actor, "still_so", clearance, was=was.isoformat())


def note_look(*, clearance: Clearance, actor: audit.Actor) -> None:
    """Who looked at the benefit duty of a coach, and when (domain section 6: view log)."""
    audit.write(actor, "look", clearance)


@transaction.atomic
def settle(*, today: date) -> tuple[int, int]:
    """For the tick: silence past the term becomes a yes, and what was long ago is to be asked again."""
    tacit, expired = [], []
    for clearance in Clearance.objects.select_for_update().filter(
        ended_on=None, participation__ended_on=None
    ):
        was, now = rules.stood(clearance.state, today), rules.state_on(clearance.state, today)
        if was == ClearanceStatus.TACIT and clearance.status == ClearanceStatus.FILED:
            clearance.status = ClearanceStatus.TACIT
            tacit.append(clearance)
        if now == ClearanceStatus.EXPIRED and clearance.status != now:
            clearance.expired_from, clearance.status = clearance.status, now
            expired.append(clearance)
    Clearance.objects.bulk_update({*tacit, *expired}, ["status", "expired_from"])
    audit.write_all(audit.TICK, "accept_by_silence", tacit)
    audit.write_all(audit.TICK, "expire", expired)
    return len(tacit), len(expired)


@transaction.atomic
def forget_old(*, today: date) -> int:
    """For the tick: a declaration goes a year after it, or the part of the coach, ended."""
    until = add_months(today, -rules.KEPT_MONTHS)
    gone = list(Clearance.objects.filter(ended_on__lte=until))
    gone += Clearance.objects.filter(participation__ended_on__lte=until).exclude(ended_on__lte=until)
    audit.write_all(audit.TICK, "forget", gone)
    Clearance.objects.filter(pk__in=[one.pk for one in gone]).delete()
    return len(gone)


def _refuse_who_is_no_coach(part: Participation) -> None:
    if part.role != Role.COACH:
        raise RuleBroken(
            "no_coach", _("Dit geldt alleen voor coaches. Geef een nieuwkomer het blad met uitleg.")
        )
    if part.ended_on:
        raise RuleBroken("left", _("%(name)s doet niet meer mee.") % {"name": part.person.given_name})


def _ask_again(today: date) -> date:
    return add_months(today, rulebook.on(Key.BENEFIT_ASK_AGAIN, today).number)


def _counting(clearance: Clearance) -> Clearance:
    """The row as it is now, held until the end of the transaction."""
    found = Clearance.objects.select_for_update().get(pk=clearance.pk)
    if found.ended_on:
        raise Conflict("replaced", _("Er is intussen opnieuw gevraagd. Laad de pagina opnieuw."))
    return found


def _stepping(clearance: Clearance, after: ClearanceStatus) -> Clearance:
    found = _counting(clearance)
    if not rules.may_step(found.status, after) or found.status == ClearanceStatus.EXPIRED:
        raise Conflict("not_now", _("Die stap past hier niet meer. Laad de pagina opnieuw."))
    return found


# ---------- The organisation note ----------


@dataclass(frozen=True)
class NoteWords:
    """What an initiative says in its note; an empty sentence means ours."""

    legal_form: str = ""
    aim: str = ""
    insurance: str = ""
    reimbursement: str = ""
    secrecy: str = ""


@transaction.atomic
def write_note(*, words: NoteWords, now: datetime, actor: audit.Actor) -> OrganisationNote:
    """Change the note; another text is another version, which every coach must get again."""
    # Two windows at once: the second waits here, so that no version is given twice.
    Initiative.objects.select_for_update().get(pk=current_initiative_id())
    note = queries.note_today(vars(words))
    if note.pk is None:
        note.made_at, note.made_by = now, actor.label
        note.save()
        audit.write(actor, "write_note", note, version=note.version)
    return note


def bring_up_to_date(*, now: datetime, actor: audit.Actor) -> OrganisationNote:
    """The note as it must be read today: the same words, with the organisation as its settings tell now."""
    before = queries.current_note()
    words = (
        NoteWords(**{name: getattr(before, name) for name in vars(NoteWords())}) if before else NoteWords()
    )
    return write_note(words=words, now=now, actor=actor)


@transaction.atomic
def note_receipt(
    *, part: Participation, way: Way, language: str, today: date, actor: audit.Actor
) -> NoteReceipt:
    """Note that a coach got the note as it is now; pressed twice it counts once."""
    _refuse_who_is_no_coach(part)
    note = bring_up_to_date(now=clock.now(), actor=actor)
    values = {"given_on": today, "way": way, "language": language}
    try:
        with transaction.atomic():
            receipt = NoteReceipt.objects.create(
                initiative_id=current_initiative_id(), participation=part, note=note, **values
            )
    except IntegrityError:
        return NoteReceipt.objects.get(participation=part, note=note)
    audit.write(actor, "note_receipt", part, version=note.version, way=str(way), language=language)
    return receipt
