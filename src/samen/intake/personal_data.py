"""What this app keeps about a person."""

from samen.base.personal_data import AFTER_LAST_DUO, NOTES, Kept

_MATCH = Kept("to propose somebody who fits (FAQ question 4)", AFTER_LAST_DUO)

_ELSEWHERE = Kept("where candidates may be referred to; an organisation", "as long as it is used")

_WHEN = Kept("when somebody comes to talk, and whether they came (FAQ question 8)", AFTER_LAST_DUO)

FIELDS = {
    "Profile.participation": Kept("whose facts", AFTER_LAST_DUO),
    "Profile.availability": _MATCH,
    "Profile.interests": _MATCH,
    "Profile.profession": _MATCH,
    "Profile.personality": Kept("to propose somebody who fits (FAQ question 4)", NOTES),
    "Profile.language_level": Kept("to advise on the moment to start (FAQ question 11)", AFTER_LAST_DUO),
    "Profile.household": _MATCH,
    "Profile.children_bands": _MATCH,
    "Profile.capacity": Kept("how many duos a coach can carry", AFTER_LAST_DUO),
    "Wish.participation": Kept("whose wish", AFTER_LAST_DUO),
    "Wish.about": _MATCH,
    "Wish.strength": _MATCH,
    "Wish.gender": _MATCH,
    "Wish.age_min": _MATCH,
    "Wish.age_max": _MATCH,
    "Wish.max_km": _MATCH,
    "Decision.participation": Kept("about whom", AFTER_LAST_DUO),
    "Decision.outcome": Kept("who may be matched (FAQ questions 2, 8, 11, 12)", AFTER_LAST_DUO),
    "Decision.decided_on": Kept("proof of the decision", AFTER_LAST_DUO),
    "Decision.decided_by": Kept("proof of the decision", AFTER_LAST_DUO),
    "Decision.reason": Kept(
        "why somebody was declined; coordinators only (R28)",
        "3 months after the decision",
        "samen.intake.actions.forget_reasons",
    ),
    "Decision.recall_on": Kept("when to talk again (FAQ question 11)", AFTER_LAST_DUO),
    "Decision.referred_to": Kept("where somebody was referred to (FAQ question 8)", AFTER_LAST_DUO),
    "Decision.feedback": Kept("what we heard afterwards (R27)", AFTER_LAST_DUO),
    **{
        f"OtherInitiative.{name}": _ELSEWHERE for name in ("name", "offers", "contact_name", "phone", "email")
    },
    **{
        f"Talk.{name}": Kept("when the conversation was held, and who has it open", AFTER_LAST_DUO)
        for name in ("participation", "begun_at", "held_on", "section", "open_by", "open_at")
    },
    # Each question has a purpose and a term of its own: samen.intake.guide.
    **{
        f"Answer.{name}": Kept("what was said in the conversation, question by question", NOTES)
        for name in ("participation", "question", "value", "note", "changed_at", "changed_by")
    },
    **{f"Slot.{name}": _WHEN for name in ("starts_at", "ends_at", "place", "seats", "removed_on")},
    **{f"Appointment.{name}": _WHEN for name in ("slot", "participation", "seat", "status", "made_at")},
    "NotWith.participation": Kept("who asked not to meet somebody", AFTER_LAST_DUO),
    "NotWith.other": _MATCH,
}
