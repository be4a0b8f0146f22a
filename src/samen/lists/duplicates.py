"""Who seems to be there already: the same phone, the same e-mail, or the same name and year of birth."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samen.lists import fields
from samen.lists.outcome import PersonRow
from samen.people.words import fold

Sign = tuple[str, str]
Place = int | str


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is stored. `name` is the folded full name."""

    id: int
    phone: str = ""
    email: str = ""
    name: str = ""
    birth_year: int | None = None


class Register:
    """The signs of everybody seen so far, and where they were seen first."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self._seen: dict[Sign, Place] = {}
        for person in known:
            self._add(
                _signs(person.phone, person.email, person.name, person.birth_year), f"person:{person.id}"
            )

    def find(self, person: PersonRow) -> tuple[Place, str] | None:
        """Where this person was seen before and by which sign, the strongest first."""
        return next(((self._seen[sign], sign[0]) for sign in _signs_of(person) if sign in self._seen), None)

    def add(self, person: PersonRow, place: Place) -> None:
        """Remember this person as the one seen at this place."""
        self._add(_signs_of(person), place)

    def _add(self, signs: Iterable[Sign], place: Place) -> None:
        for sign in signs:
            self._seen.setdefault(sign, place)


def _signs_of(person: PersonRow) -> Iterator[Sign]:
    name = fold(f"{person.given_name} {person.family_name}")
    return _signs(person.phone, person.email, name, person.birth_year)


def _signs(phone: str, email: str, name: str, birth_year: int | None) -> Iterator[Sign]:
    if phone:
        yield fields.PHONE, phone
    if email:
        yield fields.EMAIL, email.casefold()
    if name and birth_year:
        yield fields.NAME, f"{name} {birth_year}"
