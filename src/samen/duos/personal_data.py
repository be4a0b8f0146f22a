"""What this app keeps about a person."""

from samen.base.personal_data import AFTER_LAST_DUO, MEETING_DETAIL, Kept

_AGREEMENT = Kept("the agreement between the two (FAQ question 1)", AFTER_LAST_DUO)
_FAREWELL = Kept("what each does after the duo, and whether the other keeps their number", AFTER_LAST_DUO)
_CHANGE = Kept("why a duo began, ended or began again, and who noted it", AFTER_LAST_DUO)
_MEETING = Kept("proof that the duo meets and is insured (FAQ questions 1 and 5)", MEETING_DETAIL)
_PAUSE = Kept("so that nobody is called without need", MEETING_DETAIL)
_PLAN = Kept(
    "so that both know when they see each other",
    "2 months after the moment, or after it was asked",
    "samen.duos.plan_actions.forget_old",
)
_GOAL = Kept(
    "what the newcomer wants to learn, in their own list; they take off what they want (FAQ question 10)",
    AFTER_LAST_DUO,
)
_HOURS = Kept(
    "hours and certificate of the participation trajectory (R92-R95)",
    "12 months after the last duo of the newcomer ended",
    "samen.duos.hours_actions.forget_old",
)

FIELDS = {
    "Duo.newcomer": _AGREEMENT,
    "Duo.coach": _AGREEMENT,
    "Duo.seat": Kept("keeps a coach from being matched beyond what they can carry", AFTER_LAST_DUO),
    "Duo.starts_on": _AGREEMENT,
    "Duo.ends_on": _AGREEMENT,
    "Duo.rhythm_days": _AGREEMENT,
    "Duo.with_children": Kept("so that the children of a family duo are safe and welcome", AFTER_LAST_DUO),
    "Duo.status": _AGREEMENT,
    "Duo.closed_on": _AGREEMENT,
    "Duo.closing_reason": Kept("to learn why duos end", AFTER_LAST_DUO),
    "Duo.rules_told_on": _AGREEMENT,
    **{
        f"Duo.{name}": Kept(
            "what each does after the duo, and whether the other keeps their number", AFTER_LAST_DUO
        )
        for name in ("newcomer_onward", "coach_onward", "newcomer_shares", "coach_shares")
    },
    **{
        f"StatusChange.{name}": Kept(
            "why a duo began, ended or began again, by whom it was noted", AFTER_LAST_DUO
        )
        for name in ("duo", "turn", "on", "ends_on", "why", "noted_by", "noted_on")
    },
    **{f"Signature.{name}": _AGREEMENT for name in ("duo", "by_role", "signed_on", "way", "name", "scan")},
    "Meeting.duo": _MEETING,
    "Meeting.met_on": _MEETING,
    "Meeting.minutes": _MEETING,
    "Meeting.way": _MEETING,
    "Meeting.activity": _MEETING,
    "Meeting.smile": Kept("to see how a duo is doing without asking again", MEETING_DETAIL),
    "Meeting.proposed_by": Kept("to keep the initiative in balance (FAQ question 3)", MEETING_DETAIL),
    "Meeting.logged_by": _MEETING,
    "Meeting.logged_at": _MEETING,
    **{f"ToldApart.{name}": _MEETING for name in ("first", "second", "said_by", "said_on")},
    "Pause.duo": _PAUSE,
    "Pause.from_on": _PAUSE,
    "Pause.until_on": _PAUSE,
    "Pause.reason": _PAUSE,
    **{
        f"Plan.{name}": _PLAN
        for name in ("duo", "by_role", "place", "status", "starts_at", "agreed_at", "made_at")
    },
    **{
        f"IdeaMark.{name}": Kept("so that the two see what they want to do", MEETING_DETAIL)
        for name in ("duo", "code", "by_role", "marked_at")
    },
    **{
        f"CheckIn.{name}": Kept(
            "to follow a duo and see what it brings (FAQ question 8, R99)", MEETING_DETAIL
        )
        for name in (
            *("duo", "moment", "by_role", "way", "going", "enough", "limits", "wants_call", "words"),
            *("speaking", "network", "finding_way", "experience", "note", "answered_at", "handled_on"),
        )
    },
    **{
        f"NotMet.{name}": Kept("so that the coordinator knows why a duo is quiet", MEETING_DETAIL)
        for name in ("duo", "by_role", "reason", "said_on")
    },
    **{f"Goal.{name}": _GOAL for name in ("newcomer", "words", "code", "made_at")},
    **{f"GoalStep.{name}": _GOAL for name in ("goal", "said_on", "how_far")},
    **{
        f"Trajectory.{name}": _HOURS
        for name in ("newcomer", "obligation", "counsellor", "asked_on", "signed_on", "handed_over_on")
    },
    **{f"HoursElsewhere.{name}": _HOURS for name in ("trajectory", "what", "hours", "on")},
    "Moment.plan": _PLAN,
    "Moment.starts_at": _PLAN,
}
