"""What this app keeps about a person: the outcome of the benefit duty, never the benefit (R81)."""

from samen.base.personal_data import AFTER_LAST_DUO, Kept

_CLEARANCE = Kept(
    "proof that the coach was told what to do, and whether they may start (FAQ question 12)",
    "12 months after the declaration, or the part of the coach, ended",
    "samen.papers.actions.forget_old",
)
_RECEIPT = Kept("proof of the organisation note (law of 3 July 2005, art. 4)", AFTER_LAST_DUO)
_NOTE = Kept(
    "what every volunteer must know beforehand; of nobody in particular", "as long as the initiative"
)
_POLICY = Kept("the insurance of the organisation; of nobody in particular", "as long as the initiative")

_RECORD = Kept(
    "proof that a coach who sees minors was checked; never what the extract says (domain 5.7)",
    "12 months after the part of the coach ended",
    "samen.papers.record_actions.forget_old",
)

FIELDS = {
    **{
        f"RecordCheck.{name}": _RECORD
        for name in ("participation", "required", "why", "checked_on", "checked_by", "fallback_reason")
    },
    **{
        f"Clearance.{name}": _CLEARANCE
        for name in (
            *("participation", "duty", "has_tacit_term", "status", "asked_on", "told_on", "text_version"),
            *("language", "filed_on", "answer_due_on", "answered_on", "limited_to", "ask_again_on"),
            *("expired_from", "ended_on"),
        )
    },
    **{
        f"OrganisationNote.{name}": _NOTE
        for name in (
            *("version", "organisation", "legal_form", "contact", "aim", "insurance", "reimbursement"),
            *("secrecy", "standard", "made_at", "made_by"),
        )
    },
    **{
        f"Policy.{name}": _POLICY
        for name in (
            *("insurer", "number", "arranged_by", "covers_liability", "covers_accidents", "covers_newcomers"),
            *("starts_on", "ends_on", "claims"),
        )
    },
    **{f"NoteReceipt.{name}": _RECEIPT for name in ("participation", "note", "given_on", "way", "language")},
}
