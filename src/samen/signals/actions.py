"""Verbs about signals: report, take, weigh, do, close; about services, and who is handed over to them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.clock import BRUSSELS
from samen.base.dates import add_months
from samen.base.errors import Conflict, RuleBroken
from samen.base.forgetting import delete_in_pieces
from samen.base.scoping import current_initiative_id
from samen.duos.check_in_actions import follow_up
from samen.duos.check_in_queries import side
from samen.duos.choices import CheckInWay
from samen.duos.models import CheckIn, Duo
from samen.initiatives.models import Initiative
from samen.people.models import Participation
from samen.signals import queries, rules
from samen.signals.choices import CallWhen, CameFrom, Category, Feedback, HelpKind, Outcome, Seriousness
from samen.signals.models import HandOver, Service, Signal, SignalStep

# ---------- Signals ----------


@dataclass(frozen=True)
class Told:
    """What was told: about what, in which words, and whether somebody wants a call."""

    category: Category
    text: str = ""
    call_when: CallWhen | str = ""
    came_from: CameFrom = CameFrom.STAFF
    # Without one: that of the category.
    seriousness: Seriousness | None = None


@transaction.atomic
def report(
    *,
    told: Told,
    part: Participation | None,
    now: datetime,
    actor: audit.Actor,
    duo: Duo | None = None,
    owner: int | None = None,
    check_in: CheckIn | None = None,
) -> Signal:
    """Anyone reports (R45). The same words of the same person within minutes are one signal.

    What came of a check-in is one signal, however often somebody presses.
    """
    # Pressed twice: the second waits here and sees what the first wrote.
    Initiative.objects.select_for_update().get(pk=current_initiative_id())
    if duo is not None and part is not None and part.pk not in {duo.newcomer_id, duo.coach_id}:
        raise RuleBroken("not_of_this_duo", _("Deze mens hoort niet bij dat duo."))
    if owner is not None:
        _refuse_who_may_not_read(owner)
    if same := _of(check_in) if check_in else _same(told, part, duo, now, actor):
        return same
    signal = Signal.objects.create(
        initiative_id=current_initiative_id(),
        participation=part,
        duo=duo or _only_duo(part),
        check_in=check_in,
        category=told.category,
        seriousness=told.seriousness or rules.seriousness_of(told.category),
        text=told.text,
        came_from=told.came_from,
        call_when=told.call_when,
        reported_at=now,
        reported_by=actor.label,
        owner=owner,
    )
    # What it is about stands in the signal alone: the log is kept longer, and read by others.
    audit.write(actor, "report_signal", signal)
    return signal


@transaction.atomic
def report_check_in(
    *, said: CheckIn, category: Category, now: datetime, actor: audit.Actor, owner: int | None = None
) -> Signal:
    """What somebody said about how it goes becomes a signal in their words, and is followed up by that."""
    held = CheckIn.objects.select_for_update().get(pk=said.pk)
    came_from = CameFrom.TALK if held.way == CheckInWay.TALK else CameFrom.CHECK_IN
    signal = report(
        told=Told(category, text=held.words, came_from=came_from),
        part=side(said.duo, held.by_role),
        duo=said.duo,
        owner=owner,
        check_in=held,
        now=now,
        actor=actor,
    )
    if held.handled_on is None:
        follow_up(said=held, note="", today=now.astimezone(BRUSSELS).date(), actor=actor)
    return signal


def _of(check_in: CheckIn) -> Signal | None:
    return Signal.objects.filter(check_in=check_in).first()


def _same(
    told: Told, part: Participation | None, duo: Duo | None, now: datetime, actor: audit.Actor
) -> Signal | None:
    found = Signal.objects.filter(
        participation=part,
        category=told.category,
        text=told.text,
        reported_by=actor.label,
        closed_on=None,
    )
    found = found.filter(duo=duo) if duo else found
    last = found.first()
    return last if last and rules.is_same(last.reported_at, now) else None


def _only_duo(part: Participation | None) -> Duo | None:
    """The duo of somebody who has one; with two nobody can tell which is meant."""
    found = queries.running_duos(part) if part else []
    return found[0] if len(found) == 1 else None


def note_read(*, signal: Signal, actor: audit.Actor) -> None:
    """Who opened a signal, and when: reading it is restricted, and logged."""
    audit.write(actor, queries.READ, signal)


def note_reads(*, found: Iterable[Signal], actor: audit.Actor) -> None:
    """Who read on another page what some signals are about, and when; one query for all of them."""
    audit.write_all(actor, queries.READ, list(found))


@transaction.atomic
def take(*, signal: Signal, owner: int, actor: audit.Actor) -> None:
    """A member of staff follows it up from now on; the same one again changes nothing."""
    signal = _open(signal)
    _refuse_who_may_not_read(owner)
    if signal.owner == owner:
        return
    signal.owner = owner
    signal.save(update_fields=["owner"])
    audit.write(actor, "take_signal", signal, owner=owner)


def _refuse_who_may_not_read(owner: int) -> None:
    if owner not in queries.readers():
        raise RuleBroken("may_not_read", _("Kies iemand die signalen mag lezen."))


@transaction.atomic
def weigh(*, signal: Signal, seriousness: Seriousness, actor: audit.Actor) -> None:
    """It is more or less serious than it seemed."""
    signal = _open(signal)
    if signal.seriousness == seriousness:
        return
    signal.seriousness = seriousness
    signal.save(update_fields=["seriousness"])
    audit.write(actor, "weigh_signal", signal)


@transaction.atomic
def add_step(
    *, signal: Signal, what: str, due_on: date, is_done: bool, today: date, actor: audit.Actor
) -> SignalStep:
    """Something to do on a day, or that was done already; pressed twice it stands once."""
    signal = _open(signal)
    if not what.strip():
        raise RuleBroken("no_words", _("Schrijf wat je doet."))
    if is_done and due_on > today:
        raise RuleBroken("in_the_future", _("Die dag moet nog komen. Kies vandaag of een vroegere dag."))
    if not is_done and due_on < today:
        raise RuleBroken("in_the_past", _("Die dag is voorbij. Deed je het al? Zet dan het vinkje."))
    done_on = due_on if is_done else None
    step, is_new = SignalStep.objects.get_or_create(
        signal=signal,
        what=what.strip(),
        due_on=due_on,
        defaults={
            "initiative_id": current_initiative_id(),
            "done_on": done_on,
            "made_by": actor.label,
        },
    )
    if is_new:
        audit.write(actor, "did_step" if is_done else "plan_step", signal, step=step.pk)
    return step


@transaction.atomic
def do_step(*, step: SignalStep, today: date, actor: audit.Actor) -> None:
    """A step is done; pressed twice it was done once."""
    signal = _open(step.signal)
    if SignalStep.objects.filter(pk=step.pk, done_on=None).update(done_on=today):
        audit.write(actor, "did_step", signal, step=step.pk)


@transaction.atomic
def close(*, signal: Signal, outcome: Outcome, today: date, actor: audit.Actor) -> None:
    """It is over, with what came of it; what is serious asks for a step that was done."""
    signal = _open(signal)
    done = SignalStep.objects.filter(signal=signal, done_on__isnull=False).count()
    if not rules.may_close(signal.seriousness, done):
        raise RuleBroken("nothing_done", _("Dit is ernstig. Noteer eerst wat je gedaan hebt."))
    signal.outcome, signal.closed_on = outcome, today
    signal.save(update_fields=["outcome", "closed_on"])
    audit.write(actor, "close_signal", signal)


@transaction.atomic
def reopen(*, signal: Signal, actor: audit.Actor) -> None:
    """It is not over after all."""
    found = Signal.objects.select_for_update().get(pk=signal.pk)
    if found.closed_on is None:
        raise Conflict("not_closed", _("Dit signaal staat al open. Laad de pagina opnieuw."))
    found.outcome, found.closed_on = "", None
    found.save(update_fields=["outcome", "closed_on"])
    audit.write(actor, "reopen_signal", found)


def _open(signal: Signal) -> Signal:
    """The signal as it is now, held until the end of the transaction."""
    found = Signal.objects.select_for_update().get(pk=signal.pk)
    if found.closed_on is not None:
        raise Conflict("closed", _("Dit signaal is intussen afgerond. Laad de pagina opnieuw."))
    return found


# ---------- Services ----------


@dataclass(frozen=True)
class ServiceWords:
    """A service as a form gives it."""

    name: str
    helps_with: str = HelpKind.OTHER
    phone: str = ""
    web: str = ""
    address: str = ""
    hours: str = ""
    note: str = ""


@transaction.atomic
def add_service(*, words: ServiceWords, now: datetime, actor: audit.Actor) -> Service:
    """A service to refer to."""
    _refuse_same_service(words)
    service = Service.objects.create(
        initiative_id=current_initiative_id(), changed_by=actor.label, changed_at=now, **asdict(words)
    )
    audit.write(actor, "add_service", service)
    return service


@transaction.atomic
def change_service(*, service: Service, words: ServiceWords, now: datetime, actor: audit.Actor) -> None:
    """Other hours or another number; the audit line names the fields, not their content."""
    _refuse_same_service(words, but=service)
    values = asdict(words)
    changed = [name for name, value in values.items() if getattr(service, name) != value]
    for name in changed:
        setattr(service, name, values[name])
    service.changed_by, service.changed_at = actor.label, now
    service.save(update_fields=[*changed, "changed_by", "changed_at"])
    audit.write(actor, "change_service", service, fields=changed)


@transaction.atomic
def end_service(*, service: Service, today: date, actor: audit.Actor) -> None:
    """Put a service away: nobody is handed over to it any more."""
    if not Service.objects.filter(pk=service.pk, ended_on=None).update(ended_on=today):
        raise Conflict("already_ended", _("Deze dienst lag al weg. Laad de pagina opnieuw."))
    audit.write(actor, "end_service", service)


@transaction.atomic
def reopen_service(*, service: Service, actor: audit.Actor) -> None:
    """Use a service again."""
    _refuse_same_service(ServiceWords(service.name, service.helps_with), but=service)
    if not Service.objects.filter(pk=service.pk, ended_on__isnull=False).update(ended_on=None):
        raise Conflict("not_ended", _("Deze dienst wordt al gebruikt. Laad de pagina opnieuw."))
    audit.write(actor, "reopen_service", service)


def _refuse_same_service(words: ServiceWords, but: Service | None = None) -> None:
    """One organisation may help with several things: each has its own desk and hours."""
    Initiative.objects.select_for_update().get(pk=current_initiative_id())
    same = Service.objects.filter(ended_on=None, name__iexact=words.name, helps_with=words.helps_with)
    if (same.exclude(pk=but.pk) if but else same).exists():
        raise RuleBroken("service_exists", _("De dienst ‘%(name)s’ staat er al.") % {"name": words.name})


# ---------- Hand-overs ----------


@transaction.atomic
def hand_over(
    *,
    part: Participation,
    service: Service,
    agreed: bool,
    today: date,
    actor: audit.Actor,
    signal: Signal | None = None,
) -> HandOver:
    """Send somebody on to a service, with their consent; twice on a day is once (R107)."""
    if not agreed:
        raise RuleBroken(
            "not_agreed", _("Vraag het eerst aan %(name)s zelf.") % {"name": part.person.given_name}
        )
    if part.ended_on:
        raise RuleBroken("left", _("%(name)s doet niet meer mee.") % {"name": part.person.given_name})
    if service.ended_on:
        raise Conflict("service_ended", _("Deze dienst ligt weg. Kies een andere."))
    if signal is not None and signal.participation_id != part.pk:
        raise RuleBroken("not_of_this_signal", _("Dit signaal gaat over iemand anders."))
    values = {"signal": signal, "made_by": actor.label}
    try:
        with transaction.atomic():
            made = HandOver.objects.create(
                initiative_id=current_initiative_id(),
                participation=part,
                service=service,
                made_on=today,
                **values,
            )
    except IntegrityError:
        return HandOver.objects.get(participation=part, service=service, made_on=today)
    audit.write(actor, "hand_over", made)
    return made


@transaction.atomic
def note_feedback(*, made: HandOver, feedback: Feedback, today: date, actor: audit.Actor) -> None:
    """What we heard of a hand-over; what is heard later takes its place."""
    made.feedback, made.feedback_on = feedback, today
    made.save(update_fields=["feedback", "feedback_on"])
    audit.write(actor, "note_feedback", made)


# ---------- What goes ----------


@transaction.atomic
def forget_old(*, today: date) -> int:
    """For the tick: the words half a year after closing, the rest after two; hand-overs after one year."""
    before_words = add_months(today, -rules.MONTHS_WORDS)
    old = Signal.objects.filter(closed_on__lte=before_words)
    SignalStep.objects.filter(signal__in=old).exclude(what="").update(what="")
    bare = list(old.exclude(text="", call_when=""))
    Signal.objects.filter(pk__in=[one.pk for one in bare]).update(text="", call_when="")
    audit.write_all(audit.TICK, "forget_words", bare)
    gone = delete_in_pieces(Signal.objects.filter(closed_on__lte=add_months(today, -rules.MONTHS_ROW)))
    gone += delete_in_pieces(HandOver.objects.filter(made_on__lte=add_months(today, -rules.MONTHS_HAND_OVER)))
    return gone + len(bare)
