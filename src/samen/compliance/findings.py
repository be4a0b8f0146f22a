"""What a rule answers: about whom, how soon, and the day it rests on."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from samen.compliance.choices import Level, Rule


class Key(NamedTuple):
    """Tells one alert from another: the rule, a duo or somebody's part, which of the two, and what of it."""

    rule: str
    duo_id: int | None = None
    part_id: int | None = None
    role: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Finding:
    """A rule that asks for attention. It rests on a day (`basis`): another day is another fact."""

    rule: Rule
    level: Level
    basis: date
    duo_id: int | None = None
    part_id: int | None = None
    role: str = ""
    detail: str = ""

    @property
    def key(self) -> Key:
        """By which the alert about it is known."""
        return Key(str(self.rule), self.duo_id, self.part_id, str(self.role), str(self.detail))
