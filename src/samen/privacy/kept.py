"""What stays when somebody is erased, and why. Every other field of a participant goes; a test looks.

These are days, numbers and choices without a name, of an empty row that nobody can trace to a person.
"""


def _stay(model: str, names: str, why: str) -> dict[str, str]:
    return {f"{model}.{name}": why for name in names.split()}


_SHELL = "the empty row: that somebody took part, in which role and from when until when"
_DUO = "the other of the two proves with it how long they were a duo (certificate, hours, insurance)"
_MEETING = "the other of the two proves with it on which insured days they met, and for how long"
_FIGURES = "a choice or a number without words, counted in what duos bring (R99)"
_OTHER = "of the other of the two: their own signature, mark, word or signal"
_ALERT = "about the duo or the other of the two"
_LIST = "when a list was brought in and by whom; its cells and its name went"

STAYS = {
    **_stay("Person", "erased_on", _SHELL),
    **_stay("Participation", "person role registered_on ended_on", _SHELL),
    **_stay("Duo", "newcomer coach seat starts_on ends_on rhythm_days with_children status", _DUO),
    **_stay("Duo", "closed_on closing_reason rules_told_on", _DUO),
    **_stay("Duo", "newcomer_onward coach_onward newcomer_shares coach_shares", _OTHER),
    **_stay("StatusChange", "duo turn on ends_on noted_by noted_on", _DUO),
    **_stay("Meeting", "duo met_on minutes way logged_by logged_at", _MEETING),
    **_stay("Meeting", "smile proposed_by", _FIGURES),
    **_stay("ToldApart", "first second said_by said_on", _MEETING),
    **_stay("Pause", "duo from_on until_on reason", _MEETING),
    **_stay("CheckIn", "duo moment by_role way going enough limits wants_call", _FIGURES),
    **_stay("CheckIn", "speaking network finding_way experience answered_at handled_on", _FIGURES),
    **_stay("Signature", "duo by_role signed_on way name", _OTHER),
    **_stay("NotMet", "duo by_role reason said_on", _OTHER),
    **_stay("IdeaMark", "duo code by_role marked_at", _OTHER),
    **_stay("Signal", "participation duo check_in category seriousness came_from reported_at", _OTHER),
    **_stay("Signal", "reported_by owner outcome closed_on", _OTHER),
    **_stay("SignalStep", "signal due_on done_on made_by", _OTHER),
    **_stay("Alert", "rule duo participation role detail level basis opened_on checked_on closed_on", _ALERT),
    **_stay("PeopleList", "is_pasted status added_at added_by imported_at", _LIST),
}

# Tables about nobody who takes part.
OF_NOBODY = {
    "Opinion": "what somebody thought of a gathering; nothing tells who, and a name in it goes",
    "StoppedAddress": "a digest without a name, kept because its reader asked for silence",
    **dict.fromkeys(("Text", "Mailing"), "words of the initiative to many"),
    **dict.fromkeys(("StaffFeed", "Picture", "Event", "Slot", "Session"), "of the initiative or its staff"),
    **dict.fromkeys(
        ("OtherInitiative", "Service", "OwnIdea", "OwnTip", "LocalPlace"), "of other organisations"
    ),
    **dict.fromkeys(("OrganisationNote", "Policy"), "papers of the organisation"),
    **dict.fromkeys(("Intermediary", "ContactMoment", "HandOut", "Source"), "of who finds people for us"),
    **dict.fromkeys(("IntermediaryKind", "StartingKinds", "Material"), "what people are found with"),
    **dict.fromkeys(("YearTask", "YearTaskDone"), "what is to do through the year"),
}
