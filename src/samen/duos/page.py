"""What a duo's page and the list show, put together from plain reads."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samen.base.clock import BRUSSELS
from samen.duos import life_rules, rules
from samen.duos.check_in_queries import is_worrying, lines, only_coach_takes_initiative, side
from samen.duos.choices import Light, MeetingWay, TookInitiative, Turn
from samen.duos.hours_queries import Short
from samen.duos.models import CheckIn, Duo, Meeting, NotMet, Pause, StatusChange
from samen.duos.queries import Standing, pause_spans, standing
from samen.duos.reasons import Because, Facts, reasons
from samen.duos.same_queries import maybe_the_same
from samen.duos.signature_queries import signatures
from samen.initiatives.rules import FollowUp

LIGHT_ICONS = {
    Light.GOOD: "circle-check",
    Light.WARN: "triangle-alert",
    Light.BAD: "octagon-alert",
    Light.PAUSE: "circle-pause",
    Light.ENDED: "flag",
}
_WORST_FIRST = list(reversed([Light.ENDED, Light.GOOD, Light.PAUSE, Light.WARN, Light.BAD]))
STORY_LENGTH = 12


@dataclass(frozen=True)
class Row:
    """One line of the list of duos."""

    duo: Duo
    standing: Standing
    strip: list[rules.Fortnight]

    @property
    def icon(self) -> str:
        """The sign of how the duo stands."""
        return LIGHT_ICONS[self.standing.light]

    @property
    def met(self) -> int:
        """In how many fortnights they met."""
        return sum(bead.state == "met" for bead in self.strip)

    @property
    def past(self) -> int:
        """How many fortnights could have had a meeting, this one included."""
        return sum(bead.state in {"met", "missed", "now"} for bead in self.strip)


@dataclass(frozen=True)
class Moment:
    """One entry of the story of a duo: a meeting, a pause, a word that they did not meet or how it goes."""

    on: date
    meeting: Meeting | None = None
    rest: Pause | None = None
    not_met: NotMet | None = None
    said: CheckIn | None = None
    change: StatusChange | None = None


def list_rows(duos: Iterable[Duo], today: date) -> list[Row]:
    """Lines of the list, the most silent duo first."""
    page = list(duos)
    met: dict[int, list[date]] = {}
    for duo_id, met_on in Meeting.objects.filter(duo__in=[duo.pk for duo in page]).values_list(
        "duo_id", "met_on"
    ):
        met.setdefault(duo_id, []).append(met_on)
    rows = [Row(duo, standing(duo, today), strip(duo, met.get(duo.pk, []), today)) for duo in page]
    return sorted(rows, key=lambda row: (_WORST_FIRST.index(row.standing.light), -row.standing.quiet_days))


def strip(duo: Duo, met_on: Iterable[date], today: date) -> list[rules.Fortnight]:
    """The beads of a duo; a duo that ended has none that goes on or is still to come."""
    beads = rules.fortnights(
        starts_on=duo.starts_on,
        ends_on=duo.ends_on,
        met_on=met_on,
        pauses=pause_spans(duo),
        today=duo.closed_on + rules.FORTNIGHT if duo.closed_on else today,
    )
    return [bead for bead in beads if bead.first <= duo.closed_on] if duo.closed_on else beads


def why_it_stands_so(
    duo: Duo,
    today: date,
    follow_up: FollowUp,
    *,
    said: Iterable[CheckIn] = (),
    only_coach: bool = False,
    short: Sequence[Short] = (),
) -> list[Because]:
    """The reasons of a duo that runs, with what its reader may know; `duo` comes from `with_people`."""
    if duo.closed_on:
        return []
    now = standing(duo, today)
    rests = [last for first, last in pause_spans(duo) if first <= today <= last]
    open_ones = [one for one in said if one.handled_on is None and is_worrying(one)]
    return reasons(
        Facts(
            light=now.light,
            quiet_days=now.quiet_days,
            rhythm_days=duo.rhythm_days,
            ever_met=now.ever_met,
            ends_on=duo.ends_on,
            today=today,
            follow_up=follow_up,
            rests_until=max(rests, default=None),
            wants_call=_names(duo, [one for one in open_ones if one.wants_call]),
            goes_badly=_names(duo, [one for one in open_ones if not one.wants_call]),
            only_coach=only_coach,
            hours_at_end=short[0].hours.at_end if short else None,
        )
    )


def _names(duo: Duo, said: Iterable[CheckIn]) -> list[str]:
    return list(dict.fromkeys(side(duo, one.by_role).person.given_name for one in said))


def duo_view(
    duo: Duo, today: date, follow_up: FollowUp, *, may_follow: bool, short: Sequence[Short] = ()
) -> dict[str, Any]:
    """Everything the page of one duo shows; `follow_up` is what its initiative chose."""
    meetings, pauses = list(Meeting.objects.filter(duo=duo)), list(duo.pauses.all())
    moments = [Moment(meeting.met_on, meeting=meeting) for meeting in meetings]
    moments += [Moment(rest.from_on, rest=rest) for rest in pauses]
    moments += [Moment(said.said_on, not_met=said) for said in NotMet.objects.filter(duo=duo)]
    said = list(CheckIn.objects.filter(duo=duo))
    moments += [Moment(one.answered_at.astimezone(BRUSSELS).date(), said=one) for one in said]
    # The start stands below the story by itself.
    changes = list(StatusChange.objects.filter(duo=duo).exclude(turn=Turn.STARTED, why=""))
    moments += [Moment(change.on, change=change) for change in reversed(changes)]
    moments.sort(key=lambda moment: moment.on, reverse=True)
    now, only_coach = standing(duo, today), only_coach_takes_initiative(duo, today)
    # What each said is for who follows duos.
    known = {"said": said, "only_coach": only_coach, "short": short} if may_follow else {}
    apart = sum(meeting.way != MeetingWay.TOGETHER for meeting in meetings)
    stage = life_rules.stage(status=duo.status, starts_on=duo.starts_on, pauses=pause_spans(duo), today=today)
    took = Counter(meeting.proposed_by for meeting in meetings if meeting.proposed_by)
    return {
        "duo": duo,
        "standing": now,
        "light_icon": LIGHT_ICONS[now.light],
        "strip": strip(duo, [meeting.met_on for meeting in meetings], today),
        "months": _months_between(duo.starts_on, duo.ends_on),
        "story": moments[:STORY_LENGTH],
        "earlier": moments[STORY_LENGTH:],
        "meeting_count": len(meetings),
        "minutes": sum(meeting.minutes for meeting in meetings),
        "apart": apart if rules.is_mostly_apart(apart=apart, times=len(meetings)) else 0,
        "initiative": _balance(duo, took),
        "pauses": pauses,
        "ended_just_now": duo.closed_on is not None
        and any(change.turn == Turn.CLOSED and change.noted_on == today for change in changes),
        "resting": next((rest for rest in pauses if rest.from_on <= today <= rest.until_on), None),
        "pairs": maybe_the_same(duo, today) if may_follow else [],
        "lines": lines(duo, today, follow_up),
        "only_coach": only_coach,
        "reasons": why_it_stands_so(duo, today, follow_up, **known),  # type: ignore[arg-type]
        "trail": life_rules.trail(stage, was_introduced=False),
        "signatures": signatures(duo),
        "end_is_near": duo.closed_on is None
        and rules.end_is_near(ends_on=duo.ends_on, today=today, follow_up=follow_up),
    }


def _balance(duo: Duo, took: Counter[str]) -> list[tuple[str, int, int]]:
    """(who, how often, share in percent) for the bars of who takes the initiative."""
    names = {
        TookInitiative.NEWCOMER: duo.newcomer.person.given_name,
        TookInitiative.COACH: duo.coach.person.given_name,
        TookInitiative.TOGETHER: str(TookInitiative.TOGETHER.label),
    }
    total = sum(took.values())
    return [(name, took[who], round(100 * took[who] / total)) for who, name in names.items()] if total else []


def _months_between(first: date, last: date) -> int:
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if rules.add_months(first, months) <= last else months - 1
