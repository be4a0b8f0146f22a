"""What this app keeps about a person."""

from samen.base.personal_data import AFTER_LAST_DUO, NOTES, Kept

_MARK = Kept("the coordinator's decision about a pair (FAQ question 4)", NOTES)
_PROPOSAL = Kept("both agree before a duo starts; a refusal is not proposed again", AFTER_LAST_DUO)

FIELDS = {
    "PairMark.newcomer": _MARK,
    "PairMark.coach": _MARK,
    "PairMark.mark": _MARK,
    "PairMark.note": _MARK,
    "PairMark.bonus": _MARK,
    "Proposal.newcomer": _PROPOSAL,
    "Proposal.coach": _PROPOSAL,
    "Proposal.score": Kept("why this pair was proposed", AFTER_LAST_DUO),
    "Proposal.reasons": Kept("why this pair was proposed", AFTER_LAST_DUO),
    "Proposal.engine_version": Kept("why this pair was proposed", AFTER_LAST_DUO),
    "Proposal.proposed_on": _PROPOSAL,
    "Proposal.newcomer_answer": _PROPOSAL,
    "Proposal.coach_answer": _PROPOSAL,
    "Proposal.status": _PROPOSAL,
    "Proposal.duo": _PROPOSAL,
    **{
        f"Proposal.{name}": Kept("when and where the two meet for the first time", AFTER_LAST_DUO)
        for name in ("meets_at", "meets_where", "meets_sequence", "introduced_on")
    },
}
