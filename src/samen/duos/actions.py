"""Verbs about the days of a duo: its meetings and its pauses."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samen.base import audit, clock
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.duos import rules
from samen.duos.choices import MeetingWay, PauseReason
from samen.duos.life_actions import refuse_closed
from samen.duos.models import Duo, Meeting, Pause

LONGEST_MEETING = 12 * 60


def log_meeting(
    *,
    duo: Duo,
    met_on: date,
    minutes: int,
    today: date,
    actor: audit.Actor,
    activity: str = "",
    proposed_by: str = "",
    way: MeetingWay = MeetingWay.TOGETHER,
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
                way=way,
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
    way: MeetingWay = MeetingWay.TOGETHER,
) -> None:
    """What they did, how, how long, who proposed it, how it was: told after the meeting itself."""
    if not 1 <= minutes <= LONGEST_MEETING:
        raise RuleBroken("length", _("Een ontmoeting duurt tussen één minuut en twaalf uur."))
    meeting.activity, meeting.minutes, meeting.proposed_by = activity, minutes, proposed_by
    meeting.smile, meeting.way = smile, way
    meeting.save(update_fields=["activity", "minutes", "proposed_by", "smile", "way"])
    audit.write(actor, "describe_meeting", meeting.duo, meeting=meeting.pk)


@transaction.atomic
def undo_meeting(*, meeting: Meeting, actor: audit.Actor) -> None:
    """Take back a meeting that was noted by mistake."""
    audit.write(actor, "undo_meeting", meeting.duo, met_on=meeting.met_on.isoformat())
    meeting.delete()


@transaction.atomic
def pause(*, duo: Duo, from_on: date, until_on: date, reason: PauseReason, actor: audit.Actor) -> Pause:
    """Agree on days without meetings."""
    refuse_closed(duo)
    if until_on < from_on:
        raise RuleBroken("pause_order", _("De pauze eindigt voor zij begint. Draai de twee dagen om."))
    if from_on < duo.starts_on or until_on > duo.ends_on:
        raise RuleBroken(
            "pause_outside",
            _("De pauze valt buiten het duo. Kies dagen tussen %(first)s en %(last)s.")
            % {"first": date_format(duo.starts_on, "j F Y"), "last": date_format(duo.ends_on, "j F Y")},
        )
    spans = [*Pause.objects.filter(duo=duo).values_list("from_on", "until_on"), (from_on, until_on)]
    if not rules.leaves_a_day(spans, first=duo.starts_on, last=duo.ends_on):
        raise RuleBroken(
            "pause_of_everything",
            _("Zo blijft er geen dag over om elkaar te zien. Kies een kortere pauze, of rond het duo af."),
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
def end_pause(*, rest: Pause, today: date, actor: audit.Actor) -> None:
    """A pause stops now: its days that are over stay a pause; one that begins today or later goes."""
    if rest.until_on < today:
        raise Conflict("pause_is_over", _("Die pauze was al voorbij. Laad de pagina opnieuw."))
    if rest.from_on >= today:
        lift_pause(rest=rest, actor=actor)
        return
    rest.until_on = today - timedelta(days=1)
    rest.save(update_fields=["until_on"])
    audit.write(actor, "shorten_pause", rest.duo, until_on=rest.until_on.isoformat())


@transaction.atomic
def note_children(*, duo: Duo, with_children: bool, actor: audit.Actor) -> bool:
    """Note that the children of the newcomer take part, or not any more (R104); pressed twice it counts once.

    Nothing is refused here: what happens is noted, and a coach without a record check appears at Today.
    """
    refuse_closed(duo)
    noted = Duo.objects.filter(pk=duo.pk, with_children=not with_children).update(with_children=with_children)
    duo.with_children = with_children
    if noted:
        audit.write(actor, "note_children", duo, with_children=with_children)
    return bool(noted)
