"""What this app keeps about a person."""

from samen.base.personal_data import AFTER_LAST_DUO, NOTES, Kept

_LINK = Kept("so that somebody reaches their own pages without a password", AFTER_LAST_DUO)

FIELDS = {
    "Person.given_name": Kept("to address somebody", AFTER_LAST_DUO),
    "Person.family_name": Kept("to tell people apart", AFTER_LAST_DUO),
    "Person.gender": Kept("to honour a wish of a participant (FAQ question 4)", AFTER_LAST_DUO),
    "Person.birth_year": Kept("to honour a wish on age (FAQ question 4)", AFTER_LAST_DUO),
    "Person.phone": Kept("to reach somebody (FAQ question 2)", AFTER_LAST_DUO),
    "Person.email": Kept("to reach somebody (FAQ question 2)", AFTER_LAST_DUO),
    "Person.postal_code": Kept("to propose somebody who lives near (FAQ question 4)", AFTER_LAST_DUO),
    "Person.place": Kept("to propose somebody who lives near (FAQ question 4)", AFTER_LAST_DUO),
    "Person.languages": Kept("to reach somebody in a language they read (FAQ question 6)", AFTER_LAST_DUO),
    "Person.phone_language": Kept("to call somebody in a language they speak (R10)", AFTER_LAST_DUO),
    "Person.written_language": Kept("to write to somebody in a language they read (R60)", AFTER_LAST_DUO),
    "Person.channels": Kept("to reach somebody the way they prefer (R10)", AFTER_LAST_DUO),
    **{
        f"Consent.{name}": Kept("proof of what somebody was told and agreed to (R115)", AFTER_LAST_DUO)
        for name in ("participation", "kind", "text_version", "language", "way", "given_on", "withdrawn_on")
    },
    "Person.erased_on": Kept(
        "so that a page says why it knows no name", "as long as the duos of that person"
    ),
    "Person.search": Kept("to find somebody in any script; derived from the fields above", AFTER_LAST_DUO),
    "Participation.person": Kept("whose part it is", AFTER_LAST_DUO),
    "Participation.role": Kept("which side of a duo", AFTER_LAST_DUO),
    "Participation.registered_on": Kept("who waits longest comes first", AFTER_LAST_DUO),
    "Participation.remark": Kept("what the coordinator must remember", NOTES),
    "Participation.ended_on": Kept("from when the terms above count", AFTER_LAST_DUO),
    **{
        f"PersonalLink.{name}": _LINK
        for name in ("participation", "token_hash", "code_hash", "code_until", "made_at", "made_by")
    },
    **{f"PersonalLink.{name}": _LINK for name in ("last_used_at", "revoked_at", "disowned_at")},
    **{f"Visit.{name}": _LINK for name in ("link", "secret_hash", "began_at", "seen_at", "left_at")},
    **{
        f"Visit.{name}": Kept(
            "so that only they see their data on a telephone that others use", AFTER_LAST_DUO
        )
        for name in ("sure_code_hash", "sure_code_until", "sure_tries", "sure_until")
    },
    **{
        f"CallRequest.{name}": Kept("to call whoever asked for it", AFTER_LAST_DUO)
        for name in ("participation", "about", "asked_at", "done_at")
    },
}
