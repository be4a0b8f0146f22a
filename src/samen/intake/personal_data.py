"""What this app keeps about a person."""

from samen.base.personal_data import AFTER_LAST_DUO, NOTES, Kept

_MATCH = Kept("to propose somebody who fits (FAQ question 4)", AFTER_LAST_DUO)

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
}
