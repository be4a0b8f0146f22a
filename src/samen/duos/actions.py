"""Verbs that change duos."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samen.base import audit, clock
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.duos import rules
from samen.duos.choices import ClosingReason, DuoStatus, PauseReason
from samen.duos.models import Duo, Meeting, Pause
from samen.papers.queries import may_be_active
from samen.people.choices import Role
from samen.people.models import Participation

LONGEST_MEETING = 12 * 60


def start(
    *,
    newcomer: Participation,
    coach: Participation,
    capacity: int,
    starts_on: date,
    ends_on: date,
    actor: audit.Actor,
    rhythm_days: int = rules.RHYTHM_DAYS,
) -> Duo:
    """Start a duo. Refused outside six to twelve calendar months, and for whoever already has one.

    Refused too for a coach who must first notify or ask about a benefit (R80): decision 18.
    """
    if newcomer.role != Role.NEWCOMER or coach.role != Role.COACH:
        raise RuleBroken("wrong_roles", _("Een duo is één nieuwkomer en één coach."))
    if newcomer.person_id == coach.person_id:
        raise RuleBroken("same_person", _("Een duo bestaat uit twee verschillende mensen."))
    refuse_period(starts_on, ends_on)
    _refuse_who_left(newcomer, coach)
    _refuse_without_clearance(coach)
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
            )
            audit.write(actor, "start", duo, newcomer=newcomer.pk, coach=coach.pk)
    except IntegrityError as error:
        raise Conflict(
            "already_in_a_duo", _("Eén van beiden kreeg intussen al een duo. Kijk opnieuw naar het bord.")
        ) from error
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


def _refuse_who_left(*two: Participation) -> None:
    for part in two:
        if part.ended_on:
            raise RuleBroken("left", _("%(name)s doet niet meer mee.") % {"name": part.person.given_name})


def _refuse_without_clearance(coach: Participation) -> None:
    verdict = may_be_active(coach, clock.today())
    if not verdict.ok:
        raise RuleBroken("no_clearance", verdict.sentence)


def _refuse_closed(duo: Duo) -> None:
    if duo.status != DuoStatus.ACTIVE:
        raise Conflict("already_closed", _("Dit duo was al afgerond. Laad de pagina opnieuw."))


def _free_seat(coach: Participation, capacity: int) -> int:
    taken = set(Duo.objects.filter(coach=coach, status=DuoStatus.ACTIVE).values_list("seat", flat=True))
    free = [seat for seat in range(1, capacity + 1) if seat not in taken]
    if not free:
        raise Conflict("coach_is_full", _("Deze coach heeft al genoeg duo’s. Kijk opnieuw naar het bord."))
    return free[0]


def log_meeting(
    *,
    duo: Duo,
    met_on: date,
    minutes: int,
    today: date,
    actor: audit.Actor,
    activity: str = "",
    proposed_by: str = "",
) -> Meeting:
    """Note that the two met; also afterwards, for a duo that ended."""
    if met_on > today:
        raise RuleBroken(
            "in_the_future", _("Die dag moet nog komen. Kies vandaag of een dag die voorbij is.")
        )
    if met_on < duo.starts_on:
        raise RuleBroken(
            "before_start",
            _("Dit duo begon op %(day)s. Kies die dag of een latere dag.")
            % {"day": date_format(duo.starts_on, "j F Y")},
        )
    if duo.closed_on and met_on > duo.closed_on:
        raise RuleBroken(
            "after_closing",
            _("Dit duo is afgerond op %(day)s. Kies die dag of een vroegere dag.")
            % {"day": date_format(duo.closed_on, "j F Y")},
        )
    if not 1 <= minutes <= LONGEST_MEETING:
        raise RuleBroken("length", _("Een ontmoeting duurt tussen één minuut en twaalf uur."))
    try:
        with transaction.atomic():
            meeting = Meeting.objects.create(
                initiative_id=current_initiative_id(),
                duo=duo,
                met_on=met_on,
                minutes=minutes,
                activity=activity,
                proposed_by=proposed_by,
                logged_by=actor.label,
                logged_at=clock.now(),
            )
            audit.write(actor, "log_meeting", duo, meeting=meeting.pk, met_on=met_on.isoformat())
    except IntegrityError as error:
        raise Conflict(
            "already_logged",
            _("Voor %(day)s staat er al een ontmoeting. Zij telt één keer.")
            % {"day": date_format(met_on, "j F")},
        ) from error
    return meeting


@transaction.atomic
def describe_meeting(
    *,
    meeting: Meeting,
    activity: str,
    minutes: int,
    proposed_by: str,
    actor: audit.Actor,
    smile: str = "",
) -> None:
    """What they did, how long, who proposed it, how it was: told after the meeting itself."""
    if not 1 <= minutes <= LONGEST_MEETING:
        raise RuleBroken("length", _("Een ontmoeting duurt tussen één minuut en twaalf uur."))
    meeting.activity, meeting.minutes, meeting.proposed_by = activity, minutes, proposed_by
    meeting.smile = smile
    meeting.save(update_fields=["activity", "minutes", "proposed_by", "smile"])
    audit.write(actor, "describe_meeting", meeting.duo, meeting=meeting.pk)


@transaction.atomic
def undo_meeting(*, meeting: Meeting, actor: audit.Actor) -> None:
    """Take back a meeting that was noted by mistake."""
    audit.write(actor, "undo_meeting", meeting.duo, met_on=meeting.met_on.isoformat())
    meeting.delete()


@transaction.atomic
def pause(*, duo: Duo, from_on: date, until_on: date, reason: PauseReason, actor: audit.Actor) -> Pause:
    """Agree on days without meetings."""
    _refuse_closed(duo)
    if until_on < from_on:
        raise RuleBroken("pause_order", _("De pauze eindigt voor zij begint. Draai de twee dagen om."))
    if from_on < duo.starts_on or until_on > duo.ends_on:
        raise RuleBroken(
            "pause_outside",
            _("De pauze valt buiten het duo. Kies dagen tussen %(first)s en %(last)s.")
            % {"first": date_format(duo.starts_on, "j F Y"), "last": date_format(duo.ends_on, "j F Y")},
        )
    rest = Pause.objects.create(
        initiative_id=current_initiative_id(), duo=duo, from_on=from_on, until_on=until_on, reason=reason
    )
    audit.write(actor, "pause", duo, from_on=from_on.isoformat(), until_on=until_on.isoformat())
    return rest


@transaction.atomic
def lift_pause(*, rest: Pause, actor: audit.Actor) -> None:
    """Take back a pause."""
    audit.write(actor, "lift_pause", rest.duo, from_on=rest.from_on.isoformat())
    rest.delete()


@transaction.atomic
def change_end(*, duo: Duo, ends_on: date, actor: audit.Actor) -> None:
    """Agree on another end, still within six to twelve months of the start (R7)."""
    _refuse_closed(duo)
    refuse_period(duo.starts_on, ends_on)
    was, duo.ends_on = duo.ends_on, ends_on
    duo.save(update_fields=["ends_on"])
    audit.write(actor, "change_end", duo, ends_on=ends_on.isoformat(), was=was.isoformat())


@transaction.atomic
def close(*, duo: Duo, reason: ClosingReason, today: date, actor: audit.Actor) -> None:
    """End a duo: completed once the agreed period is over, else stopped early. Never deleted (R8)."""
    status = DuoStatus.COMPLETED if today >= duo.ends_on else DuoStatus.STOPPED
    closed = Duo.objects.filter(pk=duo.pk, status=DuoStatus.ACTIVE).update(
        status=status, closed_on=today, closing_reason=reason
    )
    if not closed:
        raise Conflict("already_closed", _("Dit duo was al afgerond. Laad de pagina opnieuw."))
    audit.write(actor, "close", duo, reason=str(reason))


def reopen(*, duo: Duo, capacity: int, actor: audit.Actor) -> None:
    """Take back the closing of a duo, unless one of the two left or has another duo by now."""
    if duo.status == DuoStatus.ACTIVE:
        raise Conflict("still_runs", _("Dit duo loopt al. Laad de pagina opnieuw."))
    _refuse_who_left(duo.newcomer, duo.coach)
    try:
        with transaction.atomic():
            duo.seat = _free_seat(duo.coach, capacity)
            duo.status, duo.closed_on, duo.closing_reason = DuoStatus.ACTIVE, None, ""
            duo.save()
            audit.write(actor, "reopen", duo)
    except IntegrityError as error:
        raise Conflict("already_in_a_duo", _("Eén van beiden heeft intussen een ander duo.")) from error
