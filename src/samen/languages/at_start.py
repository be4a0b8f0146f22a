"""What the site knows of its own languages while settings are read: a file, for there is no database yet."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf.locale import LANG_INFO

FILE = "languages.json"


@dataclass(frozen=True)
class OwnLanguage:
    """A language as it was at a start; `changed_at` tells whether its words changed since."""

    code: str
    name: str
    is_rtl: bool
    is_offered: bool
    changed_at: str


def read(folder: Path) -> tuple[OwnLanguage, ...]:
    """Those of the last start; none when there is no file that can be read: the next start writes it anew."""
    try:
        return tuple(OwnLanguage(**entry) for entry in json.loads((folder / FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return ()


def as_text(own: Sequence[OwnLanguage]) -> str:
    """What the file holds."""
    return json.dumps([asdict(one) for one in own], ensure_ascii=False, indent=1)


def make_known(own: Iterable[OwnLanguage]) -> None:
    """Tell Django name and direction, also of those that visitors do not see."""
    for one in own:
        LANG_INFO[one.code] = {
            "bidi": one.is_rtl,
            "code": one.code,
            "name": one.name,
            "name_local": one.name,
        }


def together(shipped: Sequence[tuple[str, str]], own: Iterable[OwnLanguage]) -> list[tuple[str, str]]:
    """What visitors may choose: the shipped languages, then the own ones that are offered."""
    return [*shipped, *((one.code, one.name) for one in own if one.is_offered)]
