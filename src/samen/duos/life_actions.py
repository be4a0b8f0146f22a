"""Verbs of a duo's life: start it, agree on another end, close it, open it again."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.duos import life_rules, rules
from samen.duos.choices import ClosingReason, DuoStatus, Onward, Turn
from samen.duos.guards import Ground, guards, refuse_unmet
from samen.duos.models import Duo, Meeting, Pause, StatusChange
from samen.papers.actions import note_receipt
from samen.papers.choices import Way
from samen.papers.record_rules import may_be_minor
from samen.people.actions import hold_all
from samen.people.choices import Role
from samen.people.models import Participation


@transaction.atomic
def start(
    *,
    newcomer: Participation,
    coach: Participation,
    capacity: int,
    starts_on: date,
    ends_on: date,
    ground: Ground,
    today: date,
    actor: audit.Actor,
    rhythm_days: int = rules.RHYTHM_DAYS,
    with_children: bool = False,
) -> Duo:
    """Start a duo. Refused outside six to twelve calendar months, and for whoever already has one.

    What else must be in order stands in `guards`; what is passed over is kept with its reason.
    """
    if newcomer.role != Role.NEWCOMER or coach.role != Role.COACH:
        raise RuleBroken("wrong_roles", _("Een duo is één nieuwkomer en één coach."))
    if newcomer.person_id == coach.person_id:
        raise RuleBroken("same_person", _("Een duo bestaat uit twee verschillende mensen."))
    refuse_period(starts_on, ends_on)
    hold_all(parts=(newcomer, coach))
    _refuse_who_left(newcomer, coach)
    meets_minors = with_children or may_be_minor(newcomer.person.birth_year, starts_on)
    found = guards(coach, starts_on=starts_on, today=today, ground=ground, meets_minors=meets_minors)
    refuse_unmet(found, ground.why)
    try:
        with transaction.atomic():
            duo = Duo.objects.create(
                initiative_id=current_initiative_id(),
                newcomer=newcomer,
                coach=coach,
                seat=_free_seat(coach, capacity),
                starts_on=starts_on,
                ends_on=ends_on,
                rhythm_days=rhythm_days,
                rules_told_on=today,
                with_children=with_children,
            )
    except IntegrityError as error:
        raise Conflict(
            "already_in_a_duo", _("Eén van beiden kreeg intussen al een duo. Kijk opnieuw naar het bord.")
        ) from error
    if ground.note_given:
        language = coach.person.written_language or "nl"
        note_receipt(part=coach, way=Way.PAPER, language=language, today=today, actor=actor)
    _turn(duo, Turn.STARTED, on=starts_on, today=today, why=ground.why, actor=actor)
    lacking = [guard.code for guard in found if not guard.is_met]
    audit.write(actor, "start", duo, newcomer=newcomer.pk, coach=coach.pk, lacking=lacking)
    return duo


def refuse_period(starts_on: date, ends_on: date) -> None:
    """Raise when the agreed period is not six to twelve calendar months (FAQ question 1)."""
    if not rules.period_is_allowed(starts_on, ends_on):
        first, last = rules.allowed_ends(starts_on)
        raise RuleBroken(
            "period",
            _("Een duo duurt zes tot twaalf maanden. Kies een einde tussen %(first)s en %(last)s.")
            % {"first": date_format(first, "j F Y"), "last": date_format(last, "j F Y")},
        )


@transaction.atomic
def change_end(*, duo: Duo, ends_on: date, today: date, actor: audit.Actor, why: str = "") -> None:
    """Agree on another end, still within six to twelve months of the start (R7)."""
    held = Duo.objects.select_for_update().get(pk=duo.pk)
    refuse_closed(held)
    if ends_on == held.ends_on:
        raise RuleBroken("same_end", _("Dat is het einde dat er al staat. Kies een andere dag."))
    refuse_period(duo.starts_on, ends_on)
    rests = Pause.objects.filter(duo=duo).values_list("from_on", "until_on")
    if not rules.leaves_a_day(rests, first=duo.starts_on, last=ends_on):
        raise RuleBroken(
            "pause_of_everything",
            _("Tot dan is het altijd pauze. Kies een later einde, of haal eerst een pauze weg."),
        )
    was, duo.ends_on = held.ends_on, ends_on
    duo.save(update_fields=["ends_on"])
    _turn(duo, Turn.END_CHANGED, on=today, today=today, why=why, actor=actor)
    audit.write(actor, "change_end", duo, ends_on=ends_on.isoformat(), was=was.isoformat())


@dataclass(frozen=True)
class Farewell:
    """How a duo ends: why, from which day, what each does next and whether they keep in touch."""

    reason: ClosingReason
    on: date
    # Only for a day that is already past.
    why: str = ""
    newcomer_onward: str = Onward.AGAIN
    coach_onward: str = Onward.AGAIN
    newcomer_shares: bool | None = None
    coach_shares: bool | None = None


@transaction.atomic
def close(*, duo: Duo, farewell: Farewell, today: date, actor: audit.Actor) -> None:
    """End a duo: completed once the agreed period is over, else stopped early. Never deleted (R8)."""
    _refuse_closing_day(duo, farewell, today)
    closed = Duo.objects.filter(pk=duo.pk, status=DuoStatus.ACTIVE).update(
        status=life_rules.closes_as(on=farewell.on, ends_on=duo.ends_on),
        closed_on=farewell.on,
        closing_reason=farewell.reason,
        newcomer_onward=farewell.newcomer_onward,
        coach_onward=farewell.coach_onward,
        newcomer_shares=farewell.newcomer_shares,
        coach_shares=farewell.coach_shares,
    )
    if not closed:
        raise _already_closed()
    _turn(duo, Turn.CLOSED, on=farewell.on, today=today, why=farewell.why, actor=actor)
    audit.write(actor, "close", duo, reason=str(farewell.reason), on=farewell.on.isoformat())


def _refuse_closing_day(duo: Duo, farewell: Farewell, today: date) -> None:
    if farewell.on > today:
        raise RuleBroken(
            "closes_in_the_future", _("Die dag moet nog komen. Kies vandaag of een dag die voorbij is.")
        )
    # Who agreed and never began may stop before the first day.
    if farewell.on < min(duo.starts_on, today):
        raise RuleBroken(
            "closes_before_start",
            _("Dit duo begon op %(day)s. Kies die dag of een latere dag.")
            % {"day": date_format(duo.starts_on, "j F Y")},
        )
    last = Meeting.objects.filter(duo=duo).first()
    if last and last.met_on > farewell.on:
        raise RuleBroken(
            "met_later",
            _("Zij zagen elkaar nog op %(day)s. Kies die dag of een latere dag.")
            % {"day": date_format(last.met_on, "j F Y")},
        )
    if farewell.on < today and not farewell.why.strip():
        raise RuleBroken("needs_reason", _("Die dag is al voorbij. Schrijf waarom je het nu pas noteert."))


@transaction.atomic
def reopen(*, duo: Duo, capacity: int, why: str, today: date, actor: audit.Actor) -> None:
    """Open a duo again, with a reason; a closing of today may be taken back without one.

    Refused when one of the two left or has another duo by now.
    """
    if duo.status == DuoStatus.ACTIVE:
        raise Conflict("still_runs", _("Dit duo loopt al. Laad de pagina opnieuw."))
    if not why.strip() and not _closed_just_now(duo, today):
        raise RuleBroken("needs_reason", _("Schrijf waarom dit duo weer begint."))
    hold_all(parts=(duo.newcomer, duo.coach))
    _refuse_who_left(duo.newcomer, duo.coach)
    try:
        with transaction.atomic():
            duo.seat = _free_seat(duo.coach, capacity)
            duo.status, duo.closed_on, duo.closing_reason = DuoStatus.ACTIVE, None, ""
            duo.newcomer_onward = duo.coach_onward = ""
            duo.newcomer_shares = duo.coach_shares = None
            duo.save()
    except IntegrityError as error:
        raise Conflict("already_in_a_duo", _("Eén van beiden heeft intussen een ander duo.")) from error
    _turn(duo, Turn.REOPENED, on=today, today=today, why=why, actor=actor)
    audit.write(actor, "reopen", duo)


def _closed_just_now(duo: Duo, today: date) -> bool:
    last = StatusChange.objects.filter(duo=duo, turn=Turn.CLOSED).last()
    return last is not None and last.noted_on == today


def refuse_closed(duo: Duo) -> None:
    """Raise when a duo is over."""
    if duo.status != DuoStatus.ACTIVE:
        raise _already_closed()


def _already_closed() -> Conflict:
    return Conflict("already_closed", _("Dit duo was al afgerond. Laad de pagina opnieuw."))


def _refuse_who_left(*two: Participation) -> None:
    for part in two:
        if part.ended_on:
            raise RuleBroken("left", _("%(name)s doet niet meer mee.") % {"name": part.person.given_name})


def _free_seat(coach: Participation, capacity: int) -> int:
    taken = set(Duo.objects.filter(coach=coach, status=DuoStatus.ACTIVE).values_list("seat", flat=True))
    free = [seat for seat in range(1, capacity + 1) if seat not in taken]
    if not free:
        raise Conflict("coach_is_full", _("Deze coach heeft al genoeg duo’s. Kijk opnieuw naar het bord."))
    return free[0]


def _turn(duo: Duo, turn: Turn, *, on: date, today: date, actor: audit.Actor, why: str = "") -> None:
    StatusChange.objects.create(
        initiative_id=current_initiative_id(),
        duo=duo,
        turn=turn,
        on=on,
        ends_on=duo.ends_on,
        why=why.strip(),
        noted_by=actor.label,
        noted_on=today,
    )
