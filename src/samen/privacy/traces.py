"""By what a text names somebody: their name, phone or e-mail. Plain values only."""

import re
from dataclasses import dataclass

from samen.people.words import fold

# So many last digits of a number stay the same, however it is written: +32 470…, 0470…
TELLING_DIGITS = 8
_NO_DIGIT = re.compile(r"\D")


@dataclass(frozen=True)
class Traces:
    """What somebody is known by."""

    given_name: str
    family_name: str = ""
    phone: str = ""
    email: str = ""

    def full_in(self, text: str) -> bool:
        """Whether a text holds the whole name, the number or the address."""
        names = [name for name in (self.given_name, self.family_name) if fold(name)]
        return self._address_in(text) or (bool(names) and all(_name_in(name, text) for name in names))

    def any_in(self, text: str) -> bool:
        """Whether a text, written to somebody who knows them, holds a part of the name or an address."""
        names = (self.given_name, self.family_name)
        return self._address_in(text) or any(_name_in(name, text) for name in names)

    def _address_in(self, text: str) -> bool:
        number = _NO_DIGIT.sub("", self.phone)[-TELLING_DIGITS:]
        has_number = len(number) == TELLING_DIGITS and number in _NO_DIGIT.sub("", text)
        return has_number or bool(self.email and self.email.casefold() in text.casefold())


def _name_in(name: str, text: str) -> bool:
    """Whole words, across accents and scripts."""
    folded = fold(name)
    return bool(folded) and f" {folded} " in f" {fold(text)} "
