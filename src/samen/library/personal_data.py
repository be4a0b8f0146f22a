"""What this app keeps about a person: nothing. Ideas, tips and places are about no participant."""

from samen.base.personal_data import Kept

_IDEA = Kept("what duos may do together (FAQ question 9); nothing about a person", "as long as it is used")
_TIP = Kept(
    "what coaches may do to be understood (FAQ question 3); nothing about a person", "as long as it is used"
)
_PLACE = Kept("where duos find help and leisure (FAQ question 3); of organisations", "as long as it is used")
_WHO = Kept(
    "to ask a colleague about an idea, a tip or a place: the number of a member of staff", "with the row"
)


def _all(model: str, names: str, kept: Kept) -> dict[str, Kept]:
    return {f"{model}.{name}": kept for name in names.split()}


FIELDS = {
    **_all("OwnIdea", "title what ask domain minutes level where cost seasons with_children", _IDEA),
    **_all("OwnIdea", "place postal_code web valid_until ended_on", _IDEA),
    **_all("OwnTip", "text added_on ended_on", _TIP),
    **_all("LocalPlace", "name kind address postal_code hours phone web languages ended_on", _PLACE),
    **_all("OwnIdea", "changed_by changed_at", _WHO),
    **_all("OwnTip", "changed_by changed_at", _WHO),
    **_all("LocalPlace", "changed_by changed_at", _WHO),
}
