"""What this app keeps about a person."""

from samen.base.personal_data import AFTER_LAST_DUO, Kept

INTERMEDIARY = "24 months after the last contact"
DRAFT = "30 days after the last change"
FORGET = "samen.outreach.forgetting.forget_old"

_WORK = Kept("to find people through those who know them (FAQ question 13)", INTERMEDIARY, FORGET)
_PAGE = Kept(
    "so that an intermediary hears how those whom they referred are doing, with consent", INTERMEDIARY, FORGET
)
_MATERIAL = Kept("posters and flyers; nothing about a person", "as long as it is used")
_PLAN = Kept("what is to do through the year; nothing about a person", "as long as it is used")
_SOURCE = Kept("to know which way people come in (FAQ question 13)", AFTER_LAST_DUO)
_DRAFT = Kept("so that nobody types a registration twice", DRAFT, FORGET)
_REGISTRATION = Kept("how and when somebody came in (FAQ question 13)", AFTER_LAST_DUO)


def _all(model: str, names: str, kept: Kept) -> dict[str, Kept]:
    return {f"{model}.{name}": kept for name in names.split()}


FIELDS = {
    **_all("IntermediaryKind", "name parent position", _MATERIAL),
    **_all("StartingKinds", "given_at", _MATERIAL),
    **_all("Intermediary", "name function organisation kind phone email audience languages_reached", _WORK),
    **_all("Intermediary", "agreed agreed_on call_again_on remark ended_on search", _WORK),
    **_all("Intermediary", "page_hash page_opened_at", _PAGE),
    **_all("ContactMoment", "intermediary on kind note noted_by", _WORK),
    **_all("Material", "name kind design for_role language second_language title body", _MATERIAL),
    **_all("Material", "stock made_at ended_on with_photo", _MATERIAL),
    **_all("HandOut", "material intermediary number on from_stock token", _WORK),
    **_all("Source", "code kind label intermediary material made_on ended_on", _SOURCE),
    **_all("YearTask", "month what", _PLAN),
    **_all("YearTaskDone", "task year done_on", _PLAN),
    **_all("Draft", "secret_hash code_hash role language answers source is_together", _DRAFT),
    **_all("Draft", "started_at changed_at", _DRAFT),
    **_all("Registration", "participation received_at language source heard_from heard_text", _REGISTRATION),
    **_all("Registration", "intermediary_may_know same_as contacted_on", _REGISTRATION),
}
