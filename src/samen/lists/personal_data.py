"""What this app keeps about a person."""

from samen.base.personal_data import Kept

DRAFT = "7 days while nothing was stored; 30 days after it was, to mend the rows that were refused"
_LIST = Kept(
    "brings in the coordinator's own list; refused rows can be mended",
    DRAFT,
    "samen.lists.actions.forget_old",
)
_UNDO = Kept("so that an import can be undone", "as long as the participation")

FIELDS = {
    "PeopleList.filename": _LIST,
    "PeopleList.content": _LIST,
    "PeopleList.is_pasted": _LIST,
    "PeopleList.corrections": _LIST,
    "PeopleList.status": _UNDO,
    "PeopleList.added_at": _UNDO,
    "PeopleList.added_by": _UNDO,
    "PeopleList.imported_at": _UNDO,
    "ImportedPart.people_list": _UNDO,
    "ImportedPart.participation": _UNDO,
}
